import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { COMMANDS } from '../src/cli/commands.js';
import { buildProgram } from '../src/cli/run.js';
import { SERVE_SETTINGS } from '../src/cli/serve-settings.js';
import { parseQueueAddress } from '../src/queue/parse-address.js';
import { parsePostgresAddress } from '../src/store/postgres/parse-address.js';

// No engine for containers is at hand: what the files say is held against what there is.
const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));

/** What of a service is looked at here. */
interface Service {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string; readonly args?: Readonly<Record<string, string>> };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

/** The file as an engine reads it, with `secret` for the variables that it asks for. */
function readCompose(file: string): Compose {
  const document = parseDocument(read(file).replace(/\$\{[A-Z_]+:\?[^}]*\}/g, 'secret'), {
    merge: true,
    strict: true,
    stringKeys: true,
  });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS();
}

/** The instructions of the Containerfile, with lines that go on joined; the last stage alone. */
const instructions = read('Containerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ name: line.split(' ', 1)[0]!, words: line.slice(line.indexOf(' ') + 1) }));
const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
const told = (wanted: string) => lastStage.find(({ name }) => name === wanted)?.words ?? '';
const imageEnvironment = Object.fromEntries(
  told('ENV')
    .split(' ')
    .map((pair) => pair.split('=', 2) as [string, string]),
);

const VARIABLES = new Set([
  ...SERVE_SETTINGS.map(({ environment }) => environment),
  'CLAIMGRAPH_STORE',
  'CLAIMGRAPH_QUEUE',
  'NODE_ENV',
]);

/** The command that the words run; rejects words that the command line refuses. */
async function commandOf(words: readonly string[]): Promise<{ readonly name: string; readonly options: object }> {
  let run: { readonly name: string; readonly options: object } | null = null;
  const program = buildProgram(COMMANDS, async ({ name }, { options }) => {
    run = { name, options };
  });
  await program.parseAsync(words, { from: 'user' });
  if (run === null) throw new Error(`Expected a command, got ${words.join(' ')}.`);
  return run;
}

/** Every setting is known, and its value is one that it takes. */
function expectSettings(environment: Readonly<Record<string, string>>): void {
  for (const [variable, value] of Object.entries(environment)) {
    expect(VARIABLES).toContain(variable);
    SERVE_SETTINGS.find((row) => row.environment === variable)?.parse(String(value), variable);
  }
}

describe('the Containerfile', () => {
  it('runs the program of the package, and takes along what the package has', async () => {
    expect(JSON.parse(told('ENTRYPOINT'))).toEqual(['node', `/claimgraph/${manifest.bin.claimgraph}`]);
    expect((await commandOf(JSON.parse(told('CMD')))).name).toBe('serve');
    const copied = lastStage.filter(({ name }) => name === 'COPY').map(({ words }) => words);
    for (const file of manifest.files) expect(copied.join(' ')).toContain(`/claimgraph/${file} `);
    for (const words of instructions.filter(({ name }) => name === 'COPY').map(({ words }) => words)) {
      const sources = words
        .split(' ')
        .filter((word) => !word.startsWith('--'))
        .slice(0, -1);
      // What is built, is not there before.
      for (const source of sources.map((word) => word.replace('/claimgraph/', '')))
        expect(source === 'dist' || existsSync(path.join(root, source))).toBe(true);
    }
    for (const [, script] of read('Containerfile').matchAll(/npm run (\S+)/g))
      expect(manifest.scripts).toHaveProperty(script!);
  });

  it('tells the program nothing that it does not know', () => {
    expectSettings(imageEnvironment);
    // Only what is reached from outside of the container.
    expect(imageEnvironment).toMatchObject({
      CLAIMGRAPH_HOST: '0.0.0.0',
      CLAIMGRAPH_STORE: 'sqlite:/data/claimgraph.db',
    });
    const { 1: port } = /:(\d+)\/ready/.exec(told('HEALTHCHECK'))!;
    expect(port).toBe(told('EXPOSE'));
    expect(SERVE_SETTINGS.find(({ name }) => name === 'port')?.description).toContain(`(${port})`);
  });
});

describe.each(['compose.yaml', 'compose.cluster.yaml'])('%s', (file) => {
  const { services, volumes } = readCompose(file);
  const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);

  it('runs commands of the program, with settings that it knows', async () => {
    expect(ours.length).toBeGreaterThan(0);
    for (const [, { build, command = JSON.parse(told('CMD')), environment = {} }] of ours) {
      expect(existsSync(path.join(root, build!.dockerfile))).toBe(true);
      await commandOf(command);
      expectSettings(environment);
    }
  });

  it('names services, volumes and ports that there are', () => {
    for (const service of Object.values(services)) {
      for (const other of Object.keys(service.depends_on ?? {})) expect(services).toHaveProperty(other);
      for (const volume of service.volumes ?? []) {
        const [name] = volume.split(':') as [string];
        if (!name.startsWith('./')) expect(volumes).toHaveProperty(name);
      }
    }
    for (const [, { ports = [], volumes: mounted = [] }] of ours) {
      for (const port of ports) {
        // Reached by this machine alone, which puts something before it that encrypts.
        expect(port).toMatch(/^127\.0\.0\.1:\d+:/);
        expect(port.split(':')[2]).toBe(told('EXPOSE'));
        expect(mounted).toContainEqual(expect.stringContaining(`:${imageEnvironment.CLAIMGRAPH_KEYS}:ro`));
      }
    }
    const published = ours.flatMap(([, { ports = [] }]) => ports);
    expect(new Set(published).size).toBe(published.length);
  });
});

describe('compose.cluster.yaml', () => {
  const { services } = readCompose('compose.cluster.yaml');
  const environments = Object.values(services).flatMap(({ build, environment = {} }) =>
    build === undefined ? [] : [environment],
  );

  it('gives all of them one store and one queue, on services that there are', () => {
    expect(
      new Set(environments.map(({ CLAIMGRAPH_STORE, CLAIMGRAPH_QUEUE }) => `${CLAIMGRAPH_STORE} ${CLAIMGRAPH_QUEUE}`))
        .size,
    ).toBe(1);
    const [{ CLAIMGRAPH_STORE, CLAIMGRAPH_QUEUE }] = environments as [Record<string, string>];
    const store = new URL(parsePostgresAddress(CLAIMGRAPH_STORE!).connection);
    const { POSTGRES_USER, POSTGRES_DB, POSTGRES_PASSWORD } = services[store.hostname]!.environment!;
    expect([store.username, store.pathname.slice(1), store.password]).toEqual([
      POSTGRES_USER,
      POSTGRES_DB,
      POSTGRES_PASSWORD,
    ]);
    const queue = parseQueueAddress(CLAIMGRAPH_QUEUE!);
    expect(queue.replicas).toBe(3);
    expect(queue.servers.map((server) => server.split(':')[0])).toEqual(
      Object.keys(services).filter((name) => name.startsWith('nats-')),
    );
  });

  it('installs the packages that the project asks for, in their major versions', () => {
    const asked = services.worker!.build!.args!.OPTIONAL_PACKAGES!.split(' ').map((word) => {
      const at = word.lastIndexOf('@');
      return [word.slice(0, at), `${word.slice(at + 1)}.x`];
    });
    expect(Object.fromEntries(asked)).toEqual(manifest.peerDependencies);
  });

  it('makes one cluster of its servers of the queue', () => {
    const names = Object.keys(services).filter((name) => name.startsWith('nats-'));
    for (const name of names) {
      const command = services[name]!.command!;
      const flag = (wanted: string) => command[command.indexOf(wanted) + 1];
      expect(flag('--name')).toBe(name);
      expect(flag('--routes')?.split(',')).toEqual(names.map((each) => `nats://${each}:6222`));
      expect(flag('--cluster')).toBe('nats://0.0.0.0:6222');
      expect(services[name]!.volumes).toEqual([expect.stringContaining(`:${flag('--store_dir')}`)]);
    }
    expect(new Set(names.flatMap((name) => services[name]!.volumes)).size).toBe(names.length);
  });

  it('looks for the worker where it serves its metrics', async () => {
    const { command, healthcheck } = services.worker!;
    const { options } = await commandOf(command!);
    expect(healthcheck!.test.join(' ')).toContain(`:${(options as { metricsPort: number }).metricsPort}/metrics`);
  });

  it('opens with commands that there are', async () => {
    const said = [...read('compose.cluster.yaml').matchAll(/^# .* run --rm .* worker (.+)$/gm)].map(
      ([, words]) => words!,
    );
    expect(said.length).toBe(1);
    for (const words of said) expect((await commandOf(words.split(' '))).name).toBe('enqueue');
  });
});
