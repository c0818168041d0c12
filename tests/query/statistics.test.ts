import { describe, expect, it } from 'vitest';
import { entityTypes, relationTypes, statistics } from '../../src/query/index.js';
import { buildKnowledge } from '../support/build-knowledge.js';

const KNOWLEDGE = buildKnowledge([
  {
    id: 'a',
    source: 'Gazette',
    organizations: ['Red Army'],
    claims: [
      { subject: 'Red Army', relation: 'ATTACK', object: 'Bo Ray', claimant: 'Ann Lee' },
      { subject: 'Red Army', relation: 'ATTACK', object: 'Bo Ray', polarity: 'NEGATED' },
      { subject: 'Bo Ray', relation: 'LEADS', object: 'Red Army', modality: 'PLANNED' },
    ],
  },
  { id: 'b', people: ['Cy Poe'] },
]);

describe('statistics', () => {
  it('count everything where no filter is given', async () => {
    const answer = await statistics(await KNOWLEDGE);
    expect(answer).toEqual({
      documents: 2,
      entities: 4,
      relationships: 2,
      claims: 3,
      entitiesByType: [
        { value: 'PERSON', count: 3 },
        { value: 'ORGANIZATION', count: 1 },
      ],
      relationshipsByRelation: [
        { value: 'ATTACK', count: 1 },
        { value: 'LEADS', count: 1 },
      ],
      claimsByRelation: [
        { value: 'ATTACK', count: 2 },
        { value: 'LEADS', count: 1 },
      ],
      claimsByPolarity: [
        { value: 'AFFIRMED', count: 2 },
        { value: 'NEGATED', count: 1 },
      ],
      claimsByModality: [
        { value: 'ACTUAL', count: 2 },
        { value: 'PLANNED', count: 1 },
      ],
      claimsByStance: [
        { value: 'NONE', count: 2 },
        { value: 'ASSERTS', count: 1 },
      ],
      attributedClaims: 1,
      claimsBySource: [{ value: 'Gazette', count: 3 }],
      judgements: 0,
      judgementsWithoutEffect: 0,
      position: 2,
    });
  });

  it('count the chosen claims and what takes part in them', async () => {
    const answer = await statistics(await KNOWLEDGE, { where: { relation: { eq: 'LEADS' } } });
    expect(answer).toMatchObject({ documents: 1, entities: 2, relationships: 1, claims: 1, attributedClaims: 0 });
  });
});

describe('relationTypes and entityTypes', () => {
  it('give every row of the ontology, with how often it occurs', async () => {
    const relations = await relationTypes(await KNOWLEDGE);
    expect(relations.find(({ id }) => id === 'ATTACK')).toMatchObject({ claims: 2, relationships: 1, family: 'FORCE' });
    expect(relations.find(({ id }) => id === 'KILL')).toMatchObject({ claims: 0, relationships: 0 });
    const types = await entityTypes(await KNOWLEDGE);
    expect(types.find(({ id }) => id === 'PERSON')).toMatchObject({ entities: 3 });
    expect(types.find(({ id }) => id === 'WORK')).toMatchObject({ entities: 0 });
  });
});
