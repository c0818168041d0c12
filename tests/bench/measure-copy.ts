// Fills a store in SQLite with records, some of them changed or deleted, copies it to PostgreSQL and back, and prints
// how long that took and whether the same came back.
// usage: node --import tsx tests/bench/measure-copy.ts FOLDER POSTGRES_URL COUNT
import path from 'node:path';
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

const [folder = '', postgres = '', count = '0'] = process.argv.slice(2);
const { copyStore, hashStore, openStore } = await built.store();
const [first, second] = ['there', 'back'].map((name) => `sqlite:${path.join(folder, `${name}.db`)}`) as [
  string,
  string,
];

const store = await openStore(first);
let ordinal = 0;
for (const { extraction } of generateRecords({ seed: SEED, count: Number(count) })) {
  await store.putDocument({ document: documentOf(extraction), extraction }, '1');
  ordinal += 1;
  if (ordinal % 100 === 0) await store.putDocument({ document: documentOf(extraction), extraction }, '2');
  if (ordinal % 1_000 === 500) await store.deleteDocument(extraction.id);
}
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
