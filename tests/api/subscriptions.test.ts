import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createEventQueue } from '../../src/api/event-queue.js';
import { createAccessKey } from '../../src/api/index.js';
import { buildStored } from '../support/build-extraction.js';
import { listen } from '../support/listen-to-subscription.js';
import { serveForTest } from '../support/serve-knowledge.js';

const ATTACK = { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', place: 'Homs', time: '2012-03-10' } as const;

describe('a subscription', () => {
  it('tells of documents, claims, conflicts and progress, whoever writes them', async () => {
    const { url, store } = await serveForTest([{ id: 'a', source: 'One', claims: [ATTACK] }]);
    const documents = listen(url, 'subscription { documentAdded { key } }');
    const where = { relation: { eq: 'KILL' } };
    const claims = listen(url, 'subscription ($where: ClaimFilter) { claimAdded(where: $where) { predicate } }', {
      variables: { where },
    });
    const conflicts = listen(url, 'subscription { conflictFound { kind } }');
    const progress = listen(url, 'subscription { ingestProgress { documents } }');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const denied = { ...ATTACK, claimant: 'Ann Lee', stance: 'DENIES' } as const;
    const stored = buildStored({
      id: 'b',
      source: 'Two',
      claims: [denied, { subject: 'Cy Poe', relation: 'KILL', object: 'Di Voss' }],
    });
    await store.putDocument(stored, 'test');
    expect(await documents.take(1)).toEqual([{ data: { documentAdded: { key: 'b' } } }]);
    expect(await claims.take(1)).toEqual([{ data: { claimAdded: { predicate: 'kill' } } }]);
    expect(await progress.take(1)).toEqual([{ data: { ingestProgress: { documents: 2 } } }]);
    expect(await conflicts.take(1)).toEqual([{ data: { conflictFound: { kind: 'POLARITY' } } }]);
    expect(claims.values).toHaveLength(1);
  });

  it('is refused where it is wrong, too large, or no subscription', async () => {
    const { url, ask } = await serveForTest([]);
    const codes = async (query: string): Promise<unknown> => JSON.stringify(await listen(url, query).take(1));
    expect(await codes('{ statistics { claims } }')).toContain('BAD_USER_INPUT');
    expect(await codes('subscription { nothing }')).toContain('Cannot query field');
    expect(await codes('subscription {')).toContain('Syntax Error');
    expect(await codes('subscription { claimAdded(where: { relation: { eq: "FLY" } }) { id } }')).toContain('FLY');
    const deep = `${'document { claims(first: 1) { edges { node { '.repeat(5)}id${' } } } }'.repeat(5)}`;
    expect(await codes(`subscription { claimAdded { ${deep} } }`)).toContain('DEPTH_EXCEEDED');
    const { errors } = await ask('subscription { documentAdded { key } }');
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('needs a key where keys are asked for, and no page of another site may open one', async () => {
    const { secret, key } = createAccessKey('reader', 'READ');
    const { url, store } = await serveForTest([], { keys: [key] });
    const refused = await listen(url, 'subscription { documentAdded { key } }').take(1);
    expect(refused).toMatchObject([{ error: { code: 4403 } }]);
    const heard = listen(url, 'subscription { documentAdded { key } }', { key: secret });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await store.putDocument(buildStored({ id: 'b' }), 'test');
    expect(await heard.take(1)).toEqual([{ data: { documentAdded: { key: 'b' } } }]);
    const status = await new Promise((resolve) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, { origin: 'https://elsewhere.example' });
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('open'));
      socket.on('error', () => {});
    });
    expect(status).toBe(403);
  });
});

describe('the queue of a subscriber', () => {
  it('gives values in order, and drops one that reads too slowly, with an error', async () => {
    let finished = 0;
    const queue = createEventQueue<number>(3, {
      overflow: () => new Error('SLOW_CONSUMER'),
      finish: () => {
        finished++;
      },
    });
    queue.push(1);
    expect(await queue.next()).toEqual({ done: false, value: 1 });
    const waiting = queue.next();
    queue.push(2);
    expect(await waiting).toEqual({ done: false, value: 2 });
    for (const value of [3, 4, 5, 6]) queue.push(value);
    await expect(queue.next()).rejects.toThrow('SLOW_CONSUMER');
    expect(await queue.next()).toEqual({ done: true, value: undefined });
    queue.push(7);
    await queue.return();
    expect(finished).toBe(1);
  });
});
