import { describe, expect, it } from 'vitest';
import type { ExtractionSketch } from '../support/build-extraction.js';
import { serveForTest } from '../support/serve-knowledge.js';

/** One document for each claim, so that nothing is read twice by chance. */
const MANY: readonly ExtractionSketch[] = Array.from({ length: 100 }, (_, index) => ({
  id: `d${index}`,
  claims: [
    { subject: 'Ann Lee', relation: 'KILL', object: 'Bo Ray', claimant: 'Cy Poe', place: 'Homs' },
    { subject: 'Di Voss', relation: 'ACCUSE', object: 'Ann Lee', about: 0 },
  ],
}));

const CLAIM = `relation { id claims } predicate subjects { quote entity { name degree type { id entities } } }
  objects { entity { name aliases } } about { sentence { quote } } place { entity { name } }
  quotations { claimant { entity { name } } } evidence { part quote } document { title text diagnostics { code } }`;

describe('a page of claims with entities, evidence and documents', () => {
  it('costs as many store reads for a hundred as for one', async () => {
    const served = await serveForTest(MANY);
    const readsFor = async (first: number): Promise<Readonly<Record<string, number>>> => {
      served.resetReads();
      const { data, errors } = await served.ask(`{ claims(first: ${first}) { edges { node { ${CLAIM} } } } }`);
      expect(errors).toEqual([]);
      expect(data.claims.edges.length).toBe(first);
      return Object.fromEntries(served.reads);
    };
    const forOne = await readsFor(2);
    expect(await readsFor(100)).toEqual(forOne);
    expect(await readsFor(200)).toEqual(forOne);
    expect(forOne.documents).toBeLessThanOrEqual(3);
  });

  it('costs no more where the claims lie in relationships', async () => {
    const served = await serveForTest(MANY);
    for (const first of [2, 100]) {
      served.resetReads();
      const query = `{ relationships { edges { node { subject { name } claims(first: ${first}) { edges { node { ${CLAIM} } } } } } } }`;
      expect((await served.ask(query)).errors).toEqual([]);
      expect(served.reads.get('documents')).toBeLessThanOrEqual(3);
    }
  });
});
