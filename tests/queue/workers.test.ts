import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { generateCorpus } from '../bench/generate-corpus.js';
import { finish, runClaimgraph, startClaimgraph, waitForOutput } from '../support/run-claimgraph.js';
import { type ServerProcess, serveClaimgraph } from '../support/serve-claimgraph.js';
import { lacksNats, type NatsServers, startNats } from '../support/start-nats.js';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const COUNT = 100;
const folder = temporaryFolder();

describe.skipIf(lacksNats() || lacksPostgres())('workers on a queue and PostgreSQL', () => {
  let servers: NatsServers;
  let database: PostgresServer;
  beforeAll(async () => {
    [servers, database] = await Promise.all([startNats(), startPostgres()]);
    const lines = [...generateCorpus({ count: COUNT, words: 60, seed: 8 })].map((each) => `${JSON.stringify(each)}\n`);
    writeFileSync(path.join(folder, 'wire.jsonl'), lines.join(''));
  });
  afterAll(() => Promise.all([servers?.remove(), database?.remove()]));

  const run = (...words: string[]) => runClaimgraph(words, { folder });

  it('make the graph that ingest makes, byte for byte, though one of them and one of two servers are killed', {
    timeout: 180_000,
  }, async () => {
    const queue = servers.newAddress('?patience=3');
    const store = database.newAddress();
    const [alone, enqueued] = await Promise.all([
      run('ingest', 'wire.jsonl', '--store', 'sqlite:alone.db', '--quiet'),
      run('enqueue', 'wire.jsonl', '--queue', queue, '--quiet'),
    ]);
    expect([alone.exitCode, enqueued.exitCode]).toEqual([0, 0]);
    expect(enqueued.output.split('\n')).toHaveLength(COUNT + 1);

    const words = ['work', '--queue', queue, '--store', store, '--until-empty'];
    const serve = async (): Promise<ServerProcess> => {
      const server = await serveClaimgraph(store, folder);
      onTestFinished(() => server.kill());
      return server;
    };
    const [server, lost] = [await serve(), await serve()];
    const victim = startClaimgraph(words, { folder });
    const others = [0, 1].map(() => startClaimgraph(words, { folder }));
    const finished = others.map(finish);
    await waitForOutput(victim, /added .+\n/);
    victim.kill('SIGKILL');
    await lost.kill();
    const killedAt = performance.now();
    // Started again while the others go on.
    const again = await serve();
    const runs = await Promise.all(finished);
    console.log(
      `A worker was killed; the others were done ${((performance.now() - killedAt) / 1000).toFixed(1)} s later.`,
    );
    expect(runs.map(({ exitCode, errors }) => [exitCode, errors])).toEqual(
      runs.map(() => [0, expect.stringContaining('0 given up')]),
    );

    const [there, expected] = await Promise.all([
      run('export', 'claims', '--store', store),
      run('export', 'claims', '--store', 'sqlite:alone.db'),
    ]);
    expect(expected.output.length).toBeGreaterThan(10_000);
    expect(there.output === expected.output).toBe(true);
    for (const each of [server, again]) {
      // Each document once in the log, and in the graph of both servers.
      await each.reach(COUNT);
      expect(await each.position()).toBe(COUNT);
      expect((await each.exported('claims')) === expected.output).toBe(true);
    }
    expect((await server.exported('node-link')) === (await again.exported('node-link'))).toBe(true);
    const counts = JSON.parse((await run('queue', '--queue', queue, '--json')).output);
    expect(counts).toMatchObject({ waiting: 0, underWay: 0, dead: 0 });
  });

  it('serve metrics, stop after what is under way, and show what was given up', { timeout: 120_000 }, async () => {
    const queue = servers.newAddress();
    await run('enqueue', 'wire.jsonl', '--queue', queue, '--quiet');
    const store = 'sqlite:stopped.db';
    const worker = startClaimgraph(['work', '--queue', queue, '--store', store, '--metrics-port', '0'], { folder });
    const ended = finish(worker);
    const address = new Promise<string>((resolve) => {
      worker.stderr.on('data', (chunk: string) => {
        const url = /http:\S+/.exec(String(chunk))?.[0];
        if (url !== undefined) resolve(url);
      });
    });
    await waitForOutput(worker, /added .+\n/);
    const metrics = await (await fetch(await address)).text();
    expect(metrics).toMatch(/^claimgraph_queue_documents\{state="waiting"\} [1-9]/m);
    expect(metrics).toMatch(/^claimgraph_work_events_total\{kind="ADDED"\} [1-9]/m);
    expect(metrics).toMatch(/^claimgraph_queue_up 1$/m);
    worker.kill('SIGTERM');
    const { exitCode, output } = await ended;
    expect(exitCode).toBe(0);
    const { documents } = JSON.parse((await run('stats', '--store', store, '--json')).output);
    const safe = output.match(/^added /gm)?.length ?? 0;
    expect(documents).toBe(safe);
    const counts = JSON.parse((await run('queue', '--queue', queue, '--json')).output);
    expect(counts.waiting + counts.underWay).toBe(COUNT - safe);

    expect((await run('queue', 'dead', '--queue', queue)).output).toBe('');
    expect((await run('queue', 'retry', 'no-such', '--queue', queue)).exitCode).toBe(1);
    expect((await run('queue', 'drop', '--queue', queue)).exitCode).toBe(2);
    expect((await run('queue', 'burn', '--queue', queue)).exitCode).toBe(2);
  });
});
