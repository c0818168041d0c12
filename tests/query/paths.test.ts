import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PathsAnswer, type PathsRequest, paths } from '../../src/query/index.js';
import type { ClaimSketch } from '../support/build-extraction.js';
import { type BuiltKnowledge, buildKnowledge } from '../support/build-knowledge.js';

function edge(subject: string, object: string, more: Partial<ClaimSketch> = {}): ClaimSketch {
  return { subject, relation: 'ATTACK', object, ...more };
}

async function build(claims: readonly ClaimSketch[]): Promise<BuiltKnowledge> {
  return buildKnowledge([{ id: 'a', source: 'Gazette', publishedAt: '2012-03-12', claims }]);
}

async function ask(claims: readonly ClaimSketch[], request: Partial<PathsRequest> = {}): Promise<PathsAnswer> {
  return paths(await build(claims), { from: 'Ann Lee', to: 'Zed Moss', ...request });
}

function routes(answer: PathsAnswer): readonly string[] {
  return answer.paths.map(({ hops }) => [hops[0]?.from.name, ...hops.map(({ to }) => to.name)].join(' > '));
}

describe('paths', () => {
  it('go along relationships in either direction, and say which', async () => {
    const answer = await ask([edge('Bo Ray', 'Ann Lee'), edge('Bo Ray', 'Zed Moss')]);
    expect(routes(answer)).toEqual(['Ann Lee > Bo Ray > Zed Moss']);
    expect(answer.paths[0]?.hops.map(({ direction }) => direction)).toEqual(['BACKWARD', 'FORWARD']);
    expect(answer.paths[0]?.hops[0]?.claims.map(({ claimId }) => claimId)).toEqual(['c1']);
    expect(answer.paths[0]).toMatchObject({ length: 2, cost: 2.5 });
    expect(answer.truncated).toBe(false);
  });

  it('avoid a hub for a longer way through entities that few others touch', async () => {
    const crowd = Array.from({ length: 40 }, (_, index) =>
      edge(`Cit Izen${String.fromCharCode(97 + (index % 26))}${index > 25 ? 'x' : ''}`, 'Hub City'),
    );
    const claims = [
      ...crowd,
      edge('Ann Lee', 'Hub City'),
      edge('Zed Moss', 'Hub City'),
      edge('Ann Lee', 'Bo Ray'),
      edge('Bo Ray', 'Cy Poe'),
      edge('Cy Poe', 'Zed Moss'),
    ];
    expect(routes(await ask(claims))).toEqual([
      'Ann Lee > Bo Ray > Cy Poe > Zed Moss',
      'Ann Lee > Hub City > Zed Moss',
    ]);
    expect(routes(await ask(claims, { maxHops: 2 }))).toEqual(['Ann Lee > Hub City > Zed Moss']);
  });

  it('are carried by claims of what happened and is not denied, unless the filter speaks of that', async () => {
    const claims = [
      edge('Ann Lee', 'Zed Moss', { polarity: 'NEGATED' }),
      edge('Zed Moss', 'Ann Lee', { modality: 'PLANNED' }),
      { ...edge('Ann Lee', 'Zed Moss', { claimant: 'Bo Ray', stance: 'DENIES' }), relation: 'KILL' as const },
    ];
    expect((await ask(claims)).paths).toEqual([]);
    expect((await ask(claims, { where: { publishedAt: { exists: true } } })).paths).toEqual([]);
    const negated = await ask(claims, { where: { polarity: { eq: 'NEGATED' } } });
    expect(negated.paths[0]?.hops[0]?.claims.map(({ claimId }) => claimId)).toEqual(['c1']);
    const denied = await ask(claims, { where: { stance: { eq: 'DENIES' } } });
    expect(denied.paths[0]?.explanation).toBe('Bo Ray denied that Ann Lee killed Zed Moss.');
  });

  it('hold parallel relationships in one hop, the best carried first', async () => {
    const answer = await ask([
      edge('Ann Lee', 'Zed Moss'),
      { subject: 'Zed Moss', relation: 'ACCUSE', object: 'Ann Lee' },
      { subject: 'Zed Moss', relation: 'ACCUSE', object: 'Ann Lee' },
    ]);
    expect(answer.paths).toHaveLength(1);
    const [hop] = answer.paths[0]?.hops ?? [];
    expect(hop).toMatchObject({ direction: 'BACKWARD', relationship: { relation: 'ACCUSE' } });
    expect(hop?.parallel.map(({ relationship }) => relationship.relation)).toEqual(['ATTACK']);
  });

  it('are told with who says each part', async () => {
    const answer = await ask([
      edge('Ann Lee', 'Bo Ray', { claimant: 'Cy Poe' }),
      { subject: 'Bo Ray', relation: 'MEMBER_OF', object: 'Zed Moss' },
    ]);
    expect(answer.paths[0]?.explanation).toBe(
      'Cy Poe said that Ann Lee attacked Bo Ray; Bo Ray is member of Zed Moss, according to Gazette.',
    );
    expect(answer.explanation).toContain('1 path within 4 hops between Ann Lee and Zed Moss');
  });

  it('tells of a document without a source by its title, else by its id', async () => {
    const claims = [{ subject: 'Ann Lee', relation: 'ATTACK' as const, object: 'Bo Ray' }];
    const told: (string | undefined)[] = [];
    for (const title of ['Night at the harbour', null]) {
      const knowledge = await buildKnowledge([{ id: 'd1', title, source: null, claims }]);
      told.push((await paths(knowledge, { from: 'Ann Lee', to: 'Bo Ray' })).paths[0]?.explanation);
    }
    expect(told).toEqual([
      'Ann Lee attacked Bo Ray, according to “Night at the harbour”.',
      'Ann Lee attacked Bo Ray, according to document d1.',
    ]);
  });

  it('may be none: that is an answer, with how many entities were searched', async () => {
    const answer = await ask([edge('Ann Lee', 'Bo Ray'), edge('Cy Poe', 'Zed Moss')], { maxHops: 6 });
    expect(answer).toMatchObject({ paths: [], searchedEntities: 4, truncated: false });
    expect(answer.explanation).toBe('No path joins Ann Lee and Zed Moss within 6 hops: 4 entities were searched.');
    const tooFar = await ask([edge('Ann Lee', 'Bo Ray'), edge('Bo Ray', 'Zed Moss')], { maxHops: 1 });
    expect(tooFar.paths).toEqual([]);
  });

  it('say so where the search was cut off', async () => {
    const names = ['Bo Ray', 'Cy Poe', 'Di Fox', 'Ed Kay'];
    const claims = names.flatMap((name) => [edge('Ann Lee', name), edge(name, 'Zed Moss')]);
    const answer = await ask(claims, { k: 10, maxExpanded: 1 });
    expect(answer.truncated).toBe(true);
    expect(answer.explanation).toContain('cut off');
  });

  it('refuse ends that are one, unknown or several, and bounds that are out of range', async () => {
    const claims = [edge('Ann Lee', 'Zed Moss')];
    await expect(ask(claims, { to: 'Ann Lee' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(ask(claims, { to: 'Nobody' })).rejects.toMatchObject({ code: 'ENTITY_NOT_FOUND' });
    await expect(ask(claims, { maxHops: 7 })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(ask(claims, { k: 0 })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(ask(claims, { where: { kind: {} } })).rejects.toMatchObject({ code: 'FILTER_INVALID' });
  });

  it('agree with an enumeration of all simple paths over random claims', async () => {
    const names = ['Ann Lee', 'Zed Moss', 'Bo Ray', 'Cy Poe', 'Di Fox', 'Ed Kay'];
    const anyName = fc.constantFrom(...names);
    const anyClaims = fc.array(
      fc.record({
        subject: anyName,
        object: anyName,
        relation: fc.constantFrom('ATTACK' as const, 'KILL' as const),
        polarity: fc.constantFrom('AFFIRMED' as const, 'AFFIRMED' as const, 'NEGATED' as const),
      }),
      { maxLength: 14, size: 'max' },
    );
    await fc.assert(
      fc.asyncProperty(anyClaims, fc.integer({ min: 1, max: 5 }), async (claims, maxHops) => {
        const knowledge = await buildKnowledge([{ id: 'a', people: names, claims }]);
        const idOf = (name: string): string => knowledge.graph.entitiesByName(name)[0]?.id ?? '';
        const joined = (a: string, b: string): boolean =>
          claims.some(
            ({ subject, object, polarity }) =>
              polarity === 'AFFIRMED' && ((subject === a && object === b) || (subject === b && object === a)),
          );
        const expected: { readonly route: string; readonly cost: number }[] = [];
        const walk = (route: readonly string[], cost: number): void => {
          const end = route.at(-1) ?? '';
          if (end === 'Zed Moss') {
            expected.push({ route: route.join(' > '), cost });
            return;
          }
          if (route.length > maxHops) return;
          const toll = route.length === 1 ? 0 : Math.round(500 * Math.log2(knowledge.graph.degree(idOf(end))));
          for (const name of names) {
            if (!route.includes(name) && joined(end, name)) walk([...route, name], cost + toll + 1000);
          }
        };
        walk(['Ann Lee'], 0);
        expected.sort((a, b) => a.cost - b.cost);
        const answer = await paths(knowledge, { from: 'Ann Lee', to: 'Zed Moss', maxHops, k: 10 });
        expect(answer.paths.map(({ cost }) => Math.round(cost * 1000))).toEqual(
          expected.slice(0, 10).map(({ cost }) => cost),
        );
        const found = routes(answer);
        expect(new Set(found).size).toBe(found.length);
        for (const route of found) expect(expected.map((one) => one.route)).toContain(route);
      }),
      { numRuns: 200 },
    );
  });
});
