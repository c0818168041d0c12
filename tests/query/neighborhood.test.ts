import { describe, expect, it } from 'vitest';
import { type NeighborhoodRequest, neighborhood } from '../../src/query/index.js';
import { buildKnowledge } from '../support/build-knowledge.js';

const KNOWLEDGE = buildKnowledge([
  {
    id: 'a',
    claims: [
      { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' },
      { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', polarity: 'NEGATED' },
      { subject: 'Cy Poe', relation: 'ACCUSE', object: 'Ann Lee' },
      { subject: 'Bo Ray', relation: 'LEADS', object: 'Di Fox' },
      { subject: 'Cy Poe', relation: 'LEADS', object: 'Bo Ray' },
      { subject: 'Di Fox', relation: 'LEADS', object: 'Ed Kay' },
    ],
  },
]);

async function ask(request: Partial<NeighborhoodRequest>): Promise<{
  readonly near: readonly string[];
  readonly relationships: number;
  readonly truncated: boolean;
}> {
  const answer = await neighborhood(await KNOWLEDGE, { seeds: ['Ann Lee'], ...request });
  return {
    near: answer.entities.map(({ entity, distance }) => `${distance} ${entity.name}`),
    relationships: answer.relationships.length,
    truncated: answer.truncated,
  };
}

describe('neighborhood', () => {
  it('holds the seeds, what lies within the depth, and every relationship among them', async () => {
    expect(await ask({})).toEqual({ near: ['0 Ann Lee', '1 Bo Ray', '1 Cy Poe'], relationships: 3, truncated: false });
    expect((await ask({ depth: 2 })).near.slice(3)).toEqual(['2 Di Fox']);
    expect((await ask({ depth: 3 })).near.slice(4)).toEqual(['3 Ed Kay']);
  });

  it('begins from several seeds', async () => {
    expect((await ask({ seeds: ['Ed Kay', 'Ann Lee', 'Ann Lee'] })).near.slice(0, 2)).toEqual([
      '0 Ann Lee',
      '0 Ed Kay',
    ]);
  });

  it('goes along matching claims only', async () => {
    expect(await ask({ depth: 3, where: { family: { ne: 'FORCE' } } })).toMatchObject({
      near: ['0 Ann Lee', '1 Cy Poe', '2 Bo Ray', '3 Di Fox'],
      relationships: 3,
    });
  });

  it('keeps the strongest within the limit, and says that it left out others', async () => {
    expect(await ask({ limit: 2 })).toEqual({ near: ['0 Ann Lee', '1 Bo Ray'], relationships: 1, truncated: true });
    expect((await ask({ limit: 3 })).truncated).toBe(false);
    expect((await ask({ limit: 3, depth: 2 })).truncated).toBe(true);
  });

  it('refuses bounds that are out of range and seeds that are not there', async () => {
    await expect(ask({ depth: 4 })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(ask({ limit: 501 })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(ask({ seeds: [] })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(ask({ seeds: ['Nobody'] })).rejects.toMatchObject({ code: 'ENTITY_NOT_FOUND' });
  });
});
