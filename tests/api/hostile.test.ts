import { describe, expect, it } from 'vitest';
import { createRandom } from '../bench/random.js';
import { hostileRequests, sendHostile } from '../support/hostile-requests.js';
import { serveForTest } from '../support/serve-knowledge.js';

describe('five hundred requests that nobody means well by', () => {
  it('are refused or answered, and leave the server as it was', async () => {
    const faults: unknown[] = [];
    const { url, ask, knowledge } = await serveForTest(undefined, { logInternal: (error) => faults.push(error) });
    const before = (await ask('{ statistics { claims documents entities } }')).data;
    const requests = hostileRequests(500, createRandom(7));
    const statuses = new Map<string, Set<number | null>>();
    const work = async (): Promise<void> => {
      for (const hostile of requests) {
        const status = await sendHostile(url, hostile);
        statuses.set(hostile.name, (statuses.get(hostile.name) ?? new Set()).add(status));
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    const wrong = [...statuses].filter(([, seen]) => [...seen].some((status) => status !== null && status >= 500));
    expect(wrong).toEqual([]);
    expect(faults).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const added = (await knowledge.store.counts()).documents - before.statistics.documents;
    expect(added).toBeLessThan(20);
    expect((await ask('{ statistics { claims } }')).errors).toEqual([]);
  });
});
