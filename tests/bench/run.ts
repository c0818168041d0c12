// Measures the built project on seeded, generated documents and names the machine; `npm run bench` builds and runs it.
// Leaves with 1 where a part is beyond its limit, and with 2 where it cannot begin.
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { growth } from './bench-growth.js';
import { hostile } from './bench-hostile.js';
import { ingest } from './bench-ingest.js';
import { length } from './bench-length.js';
import { loading } from './bench-loading.js';
import { network } from './bench-network.js';
import { page } from './bench-page.js';
import { type BenchPart, SEED } from './bench-part.js';
import { copy, postgres } from './bench-postgres.js';
import { queue } from './bench-queue.js';
import { reading } from './bench-reading.js';
import { resolution } from './bench-resolution.js';
import { workers } from './bench-workers.js';

/** In the order in which they run. */
const PARTS: readonly BenchPart[] = [
  loading,
  reading,
  length,
  ingest,
  workers,
  growth,
  resolution,
  network,
  hostile,
  postgres,
  copy,
  page,
  queue,
];

const { only, help } = readOptions();
if (help) printHelp();
else await runParts(only === undefined ? PARTS : PARTS.filter(({ name }) => only.includes(name)));

function readOptions(): { readonly only?: readonly string[] | undefined; readonly help: boolean } {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h', default: false } },
    });
    const unknown = values.only?.find((asked) => !PARTS.some(({ name }) => name === asked));
    if (unknown !== undefined) leave(`expected the name of a part after --only, but got "${unknown}"; try --help`);
    return values;
  } catch (error) {
    return leave((error as Error).message);
  }
}

function printHelp(): void {
  console.log('usage: npm run bench -- [--only PART]...\n');
  console.log('Measures the built project on generated documents, in child processes. Parts:\n');
  for (const { name, about } of PARTS) console.log(`  ${name.padEnd(10)} ${about}`);
}

async function runParts(parts: readonly BenchPart[]): Promise<void> {
  if (!existsSync(fileURLToPath(new URL('../../dist/pipeline/index.js', import.meta.url))))
    leave('expected the built project in dist/, but it is not there; run "npm run build" first');
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  console.log(`${processor}, ${cpus().length} cores, ${gigabytes} GB, Node ${process.version}, ${process.platform}`);
  console.log(`generated documents, seed ${SEED}`);
  for (const part of parts) {
    console.log('');
    if (!(await part.run())) process.exitCode = 1;
  }
}

function leave(reason: string): never {
  console.error(`bench: ${reason}.`);
  process.exit(2);
}
