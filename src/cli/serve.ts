import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ServerOptions } from '../api/index.js';
import { ClaimgraphError } from '../base/index.js';
import { type LiveKnowledge, openKnowledge } from '../pipeline/index.js';
import type { Command, Given, Surroundings } from './command.js';
import { formatCount } from './format-count.js';
import { ingestInputs } from './ingest.js';
import { INPUT_OPTIONS } from './input-run.js';
import { STORE_OPTION, storeOption } from './options.js';
import { SETTING_OPTIONS } from './serve-settings.js';
import { serverOptions } from './server-options.js';
import { suggestQueries } from './suggest-queries.js';
import { followOptions } from './with-knowledge.js';

export const SERVE: Command = {
  name: 'serve',
  words: '',
  summary: 'Serve the graph in GraphQL, with a page to query it, on this machine alone.',
  options: [
    STORE_OPTION,
    ...SETTING_OPTIONS,
    { flags: '--config <file>', description: 'a JSON object with any of these, by their names in camel case' },
    {
      flags: '--ingest <path>',
      description: 'read these first: a file, folder or pattern; may be repeated',
      parse: (value, previous) => [...(Array.isArray(previous) ? previous : []), value],
    },
    ...INPUT_OPTIONS,
  ],
  examples: [
    'claimgraph serve',
    'claimgraph serve --store sqlite:homs.db --port 8080',
    'claimgraph serve --store memory: --ingest articles/',
    'claimgraph serve --host 0.0.0.0 --keys keys.jsonl    # for other machines, with keys that claimgraph key makes',
  ],
  run: async (given, surroundings) => {
    const url = storeOption(given, surroundings);
    const options = serverOptions(given, surroundings);
    const paths = given.options.ingest as readonly string[] | undefined;
    const access = options.readOnly === true ? 'READ' : 'WRITE';
    if (paths !== undefined && access === 'READ') {
      throw new ClaimgraphError('ARGUMENT_INVALID', 'serve takes --ingest or --read-only, but got both. Ingest first.');
    }
    if (paths !== undefined) await makeFolderOf(url);
    const { signal } = surroundings;
    const knowledge = await openKnowledge(url, { access, ...followOptions(surroundings) });
    try {
      if (paths !== undefined) {
        // What cannot be read is said and does not keep the rest from being served.
        const exitCode = await ingestQuietly(knowledge, paths, { given, surroundings });
        if (signal.aborted) return exitCode;
      }
      return await serveUntilAborted(knowledge, options, surroundings);
    } finally {
      await knowledge.close();
    }
  },
};

async function serveUntilAborted(
  knowledge: LiveKnowledge,
  options: Omit<ServerOptions, 'knowledge'>,
  { output, signal }: Surroundings,
): Promise<number> {
  // Loaded here, for no other command should wait for a server that it does not need.
  const { startServer } = await import('../api/index.js');
  const server = await startServer({ knowledge, ...options });
  const url = nameOf(server.url);
  const { documents } = await knowledge.store.counts();
  const { entityCount, claimCount } = knowledge.graph;
  const held = [
    formatCount(documents, 'document'),
    formatCount(entityCount, 'entity'),
    formatCount(claimCount, 'claim'),
  ];
  await output.write(`${url}\n\n${held.join(', ')}. GraphQL at ${url}/graphql\n\n`);
  const queries = await suggestQueries(knowledge, signal);
  if (queries.length > 0) await output.write(`Queries to try:\n\n${queries.map((query) => `${query}\n`).join('\n')}\n`);
  await output.write('Ctrl-C stops it.\n');
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.stop();
  // To be stopped is how a server ends: no work was left undone.
  return 0;
}

/** The name that people type for this machine. */
function nameOf(url: string): string {
  return url.replace('//127.0.0.1:', '//localhost:');
}

/** The acknowledgements of `ingest` would bury the address: only failures and the summary are shown. */
function ingestQuietly(
  knowledge: LiveKnowledge,
  paths: readonly string[],
  { given, surroundings }: { readonly given: Given; readonly surroundings: Surroundings },
): Promise<number> {
  const output = { ...surroundings.output, write: async () => undefined };
  return ingestInputs(knowledge, paths, { given, surroundings: { ...surroundings, output } });
}

async function makeFolderOf(url: string): Promise<void> {
  if (url.startsWith('sqlite:'))
    await mkdir(path.dirname(path.resolve(url.slice('sqlite:'.length))), { recursive: true });
}
