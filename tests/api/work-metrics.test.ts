import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWorkMetrics, serveWorkMetrics } from '../../src/api/index.js';
import { createMetrics } from '../../src/api/metrics.js';
import { followKnowledge } from '../../src/pipeline/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore } from '../../src/store/index.js';

const COUNTS = { waiting: 7, underWay: 3, givenAgain: 1, dead: 2, oldest: Date.now() - 60_000 };
const DONE = { documentId: 'd1', claims: 4, seconds: 0.2, age: 30 } as const;

describe('the metrics of a worker', () => {
  it('say what the queue holds, what was done, and how long it took', async () => {
    const metrics = createWorkMetrics(async () => COUNTS);
    metrics.observe({ kind: 'ADDED', ...DONE, count: 1 });
    metrics.observe({ kind: 'UNCHANGED', ...DONE, claims: null, count: 2 });
    metrics.observe({ kind: 'BURIED', documentId: null, reason: 'no document' });
    const server = await serveWorkMetrics(metrics, { port: 0, host: '127.0.0.1' });
    const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/plain');
    for (const line of [
      'claimgraph_queue_documents{state="waiting"} 7',
      'claimgraph_queue_documents{state="dead"} 2',
      'claimgraph_queue_up 1',
      'claimgraph_work_events_total{kind="ADDED"} 1',
      'claimgraph_work_events_total{kind="FAILED"} 0',
      'claimgraph_work_events_total{kind="BURIED"} 1',
      'claimgraph_work_claims_total 4',
      'claimgraph_work_given_again_total 1',
      'claimgraph_work_seconds_count 2',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(Number(/^claimgraph_queue_lag_seconds (.+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(60);
    expect((await fetch(`http://127.0.0.1:${server.port}/other`)).status).toBe(404);
    await expect(serveWorkMetrics(metrics, { port: server.port, host: '127.0.0.1' })).rejects.toMatchObject({
      code: 'ADDRESS_IN_USE',
    });
    await server.stop();
  });

  it('say that the queue does not answer, and the rest all the same', async () => {
    const metrics = createWorkMetrics(() => Promise.reject(new Error('nobody there')));
    expect(await metrics.write()).toMatch(/^claimgraph_queue_up 0$/m);
  });

  it('are what the dashboard asks for, beside those of the servers', async () => {
    const dashboard = readFileSync(new URL('../../docs/grafana-dashboard.json', import.meta.url), 'utf8');
    const knowledge = await followKnowledge(await openStore('memory:'), { resources: loadResources() });
    const server = createMetrics(knowledge);
    server.observeRequest({ route: '/graphql', method: 'POST', status: 200, seconds: 0.1 });
    const work = createWorkMetrics(async () => COUNTS);
    work.observe({ kind: 'ADDED', ...DONE, count: 1 });
    const names = new Set(
      [...`${await work.write()}${await server.write()}`.matchAll(/^(claimgraph_\w+)/gm)].map(([, name]) => name),
    );
    const asked = new Set([...dashboard.matchAll(/claimgraph_\w+/g)].map(([name]) => name));
    expect(asked.size).toBeGreaterThan(7);
    expect([...asked].filter((name) => !names.has(name))).toEqual([]);
  });
});
