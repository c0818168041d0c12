import { describe, expect, it } from 'vitest';
import { describeClaim } from '../../src/cli/describe-claim.js';
import { followKnowledge } from '../../src/pipeline/index.js';
import { viewClaims } from '../../src/query/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore } from '../../src/store/index.js';
import { buildStored, type ExtractionSketch } from '../support/build-extraction.js';

const resources = loadResources();

/** The lines of each claim of the sketch, from a store that holds it alone. */
async function describeAll(sketch: ExtractionSketch, width = 120): Promise<readonly (readonly string[])[]> {
  const store = await openStore('memory:');
  const stored = buildStored(sketch);
  await store.putDocument(stored, resources.reading);
  const knowledge = await followKnowledge(store, { resources });
  const names = (id: string): string | null => knowledge.graph.entity(id)?.name ?? null;
  return viewClaims(knowledge, stored).map((view) => describeClaim(view, names, width));
}

describe('describeClaim', () => {
  it('says who, what, whom, on whose word, and where it is written', async () => {
    const [lines] = await describeAll({
      id: 'd1',
      claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', claimant: 'Cy Poe', place: 'Aleppo' }],
    });
    expect(lines).toEqual([
      'Ann Lee ATTACK (attack) Bo Ray at Aleppo',
      '    according to Cy Poe',
      '    d1 c1',
      '    “Cy Poe said that Ann Lee attack Bo Ray in Aleppo.”',
    ]);
  });

  it('keeps a denial, a negation and a plan apart', async () => {
    const lines = await describeAll({
      claims: [
        { subject: 'A', relation: 'ATTACK', object: 'B', claimant: 'C', stance: 'DENIES' },
        { subject: 'A', relation: 'ATTACK', object: 'B', polarity: 'NEGATED' },
        { subject: 'A', relation: 'ATTACK', object: 'B', modality: 'PLANNED', claimant: null },
      ],
    });
    expect(lines[0]![1]).toBe('    denied by C');
    expect(lines[1]![0]).toMatch(/\[negated\]$/);
    expect(lines[1]![1]).toBe("    in the document's own words");
    expect(lines[2]![0]).toMatch(/\[planned\]$/);
    expect(lines[2]![1]).toBe('    according to someone whom the text does not name');
  });

  it('adds the name where the text says less', async () => {
    const [lines] = await describeAll({
      referents: [{ name: 'Ann Lee', aliases: ['the envoy'] }],
      claims: [{ subject: 'the envoy', relation: 'CONSULT', object: 'Bo Ray' }],
    });
    expect(lines![0]).toBe('the envoy (Ann Lee) CONSULT (consult) Bo Ray');
  });

  it('shows a hostile name as characters, within the width', async () => {
    const [lines] = await describeAll(
      { claims: [{ subject: 'Ann\u001b[2J\u202eLee', relation: 'ATTACK', object: 'B'.repeat(500) }] },
      60,
    );
    expect(lines![0]).toMatch(/^Ann\\u001b\[2J\\u202eLee .*ATTACK/);
    for (const line of lines!) expect([...line].length).toBeLessThanOrEqual(60);
  });
});
