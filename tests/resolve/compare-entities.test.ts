import { describe, expect, it } from 'vitest';
import { compareEntities, resolve, UNSURE_FROM } from '../../src/resolve/index.js';
import { buildExtraction, type ReferentSketch } from '../support/build-extraction.js';

/** How two entities compare that documents of their own speak of, besides so many others that both name. */
function likenessOf(first: ReferentSketch, second: ReferentSketch, company = 0) {
  const entities = [first, second].map((referent, index) => {
    const resolution = resolve([buildExtraction({ id: `d${index}`, referents: [referent] })], []);
    return [...resolution.clusters()].map(resolution.entityOf)[0]!;
  });
  return compareEntities(entities[0]!, entities[1]!, company);
}

describe('compareEntities', () => {
  it.each([
    ['Smith', 'John Smith', 'SURNAME'],
    ['J. Smith', 'John Smith', 'INITIALS'],
    ['A. R. Marlo', 'Alberto Marlo', 'INITIALS'],
    ['John Smith', 'John Robert Smith', 'FEWER_NAMES'],
    ['Faruk Hadaj', 'Farouk Haddaj', 'SPELLING'],
  ])('takes %s for what may be %s', (first, second, feature) => {
    expect(likenessOf({ name: first }, { name: second })?.features).toEqual([feature]);
  });

  it.each([
    ['Ann Lee', 'Bo Lee', 'other given names'],
    ['A. Lee', 'Bo Lee', 'another initial'],
    ['Ann Lee', 'Ann Ray', 'another surname'],
    ['Lee', 'Lee', 'two surnames alone'],
  ])('says nothing of %s and %s: %s', (first, second) => {
    expect(likenessOf({ name: first }, { name: second }, 3)).toBeNull();
  });

  it('finds a surname too little, without company and a role in common', () => {
    const score = (roles: readonly string[], company: number) =>
      likenessOf({ name: 'Smith', roles }, { name: 'John Smith', roles: ['mayor'] }, company)?.score ?? 0;
    expect(score([], 0)).toBeLessThan(UNSURE_FROM);
    expect(score([], 3)).toBeGreaterThanOrEqual(UNSURE_FROM);
    expect(score(['mayor'], 0)).toBeGreaterThanOrEqual(UNSURE_FROM);
    expect(score(['mayor'], 3)).toBeGreaterThan(score(['mayor'], 0));
  });

  it('takes an acronym for what may be a body of those letters', () => {
    const body = { name: 'Northern Relief Council', type: 'ORGANIZATION' } as const;
    expect(likenessOf({ name: 'NRC', type: 'ORGANIZATION' }, body)?.features).toEqual(['ACRONYM']);
  });
});
