import { describe, expect, it } from 'vitest';
import { type Company, compareEntities, resolve, UNSURE_FROM } from '../../src/resolve/index.js';
import { buildExtraction, type ReferentSketch } from '../support/build-extraction.js';

const ALONE: Company = { PERSON: 0, ORGANIZATION: 0, PLACE: 0 };
const TOGETHER: Company = { PERSON: 2, ORGANIZATION: 1, PLACE: 0 };

/** How two entities compare that documents of their own speak of, besides others that both name. */
function likenessOf(first: ReferentSketch, second: ReferentSketch, company = ALONE) {
  const entities = [first, second].map((referent, index) => {
    const resolution = resolve([buildExtraction({ id: `d${index}`, referents: [referent] })], []);
    return [...resolution.clusters()].map(resolution.entityOf)[0]!;
  });
  return compareEntities(entities[0]!, entities[1]!, company);
}

describe('compareEntities', () => {
  it.each([
    ['Smith', 'John Smith', 'SURNAME'],
    ['Kim', 'Kim Jun Seo', 'FIRST_WORD'],
    ['J. Smith', 'John Smith', 'INITIALS'],
    ['A. R. Marlo', 'Alberto Marlo', 'INITIALS'],
    ['John Smith', 'John Robert Smith', 'FEWER_NAMES'],
    ['John Smith', 'John R. Smith', 'FEWER_NAMES'],
    ['John R. Smith', 'John Robert Smith', 'SPELLING'],
    ['Faruk Hadaj', 'Farouk Haddaj', 'SPELLING'],
    ['Faris Haddaj', 'Farid Hadaj', 'NEAR_SPELLING'],
  ])('takes %s for what may be %s', (first, second, feature) => {
    expect(likenessOf({ name: first }, { name: second })?.features).toEqual([feature]);
    expect(likenessOf({ name: second }, { name: first })?.features).toEqual([feature]);
  });

  it.each([
    ['Ann Lee', 'Bo Lee', 'other given names'],
    ['A. Lee', 'Bo Lee', 'another initial'],
    ['John R. Smith', 'John Adam Smith', 'another second name'],
    ['Ann Lee', 'Ann Ray', 'another surname'],
    ['Ann Lee', 'Ann Lee Jr.', 'another generation'],
    ['Lee', 'Lee', 'two surnames alone'],
    ['Hasan Darwish', 'Husain Darwish', 'names that are two letters apart'],
  ])('says nothing of %s and %s: %s', (first, second) => {
    expect(likenessOf({ name: first }, { name: second }, TOGETHER)).toBeNull();
  });

  it('finds a surname too little, without company and a role in common', () => {
    const score = (roles: readonly string[], company: Company) =>
      likenessOf({ name: 'Smith', roles }, { name: 'John Smith', roles: ['mayor'] }, company)?.score ?? 0;
    expect(score([], ALONE)).toBeLessThan(UNSURE_FROM);
    expect(score([], TOGETHER)).toBeGreaterThanOrEqual(UNSURE_FROM);
    expect(score(['mayor'], ALONE)).toBeGreaterThanOrEqual(UNSURE_FROM);
    expect(score(['mayor'], TOGETHER)).toBeGreaterThan(score(['mayor'], ALONE));
  });

  it('takes an acronym for what may be a body of those letters', () => {
    const body = { name: 'Northern Relief Council', type: 'ORGANIZATION' } as const;
    expect(likenessOf({ name: 'NRC', type: 'ORGANIZATION' }, body)?.features).toEqual(['ACRONYM']);
  });
});
