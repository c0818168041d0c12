// Fills a store in SQLite with records, some of them changed or deleted, copies it to PostgreSQL and back, and prints
// how long that took and whether the same came back.
// usage: node --import tsx tests/bench/measure-copy.ts FOLDER POSTGRES_URL COUNT
import path from 'node:path';
import type { CopiedDocument } from '../../src/store/copy-target.js';
import type { Change } from '../../src/store/index.js';
import { documentOf } from '../support/build-extraction.js';
import { SEED } from './bench-part.js';
import { built } from './built.js';
import { generateRecords } from './generate-records.js';

/** Seconds, what was copied, and whether what came back has the hash of what went. */
export interface CopyTimes {
  readonly there: number;
  readonly back: number;
  readonly documents: number;
  readonly position: number;
  readonly isSame: boolean;
}

const BATCH = 500;

const [folder = '', postgres = '', count = '0'] = process.argv.slice(2);
const { copyStore, hashStore, openStore } = await built.store();
const { openSqliteCopy } = (await import(
  new URL('../../dist/store/sqlite-copy.js', import.meta.url).href
)) as typeof import('../../src/store/sqlite-copy.js');
const [first, second] = ['there', 'back'].map((name) => `sqlite:${path.join(folder, `${name}.db`)}`) as [
  string,
  string,
];

await fill();
const store = await openStore(first, { access: 'READ' });
const hash = await hashStore(store);
const { documents, position } = await store.counts();
await store.close();

const timed = async (from: string, to: string): Promise<number> => {
  const start = performance.now();
  await copyStore({ from, to });
  return (performance.now() - start) / 1000;
};
const there = await timed(first, postgres);
const back = await timed(postgres, second);
const returned = await openStore(second, { access: 'READ' });
const times: CopyTimes = { there, back, documents, position, isSame: (await hashStore(returned)) === hash };
await returned.close();
process.stdout.write(JSON.stringify(times));

/** Fills the first store by batches, for one document a transaction would wait for the disk most of the time. */
async function fill(): Promise<void> {
  const target = await openSqliteCopy(first);
  let ordinal = 0;
  let last = 0;
  let copied: CopiedDocument[] = [];
  let changes: Change[] = [];
  const flush = async (): Promise<void> => {
    await target.putDocuments(copied);
    await target.appendChanges(changes);
    copied = [];
    changes = [];
  };
  for (const { extraction } of generateRecords({ seed: SEED, count: Number(count) })) {
    const stored = { document: documentOf(extraction), extraction };
    const { id, textHash } = stored.document;
    const log = (kind: 'DOCUMENT_PUT' | 'DOCUMENT_DELETED'): void => {
      changes.push({ position: ++last, kind, documentId: id });
    };
    ordinal += 1;
    log('DOCUMENT_PUT');
    const isChanged = ordinal % 100 === 0;
    if (isChanged) log('DOCUMENT_PUT');
    if (ordinal % 1_000 === 500) log('DOCUMENT_DELETED');
    else copied.push({ stored, identity: { textHash, metadataHash: id, reading: isChanged ? '2' : '1' } });
    if (copied.length === BATCH) await flush();
  }
  await flush();
  await target.finish();
  await target.close();
}
