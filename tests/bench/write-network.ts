import Database from 'better-sqlite3';
import { generateNetwork, type NetworkSize } from './generate-network.js';

/** Documents of one transaction. */
const BATCH = 2000;

/**
 * Writes a generated network into a new store in a file, past the pace of ordinary commits: nothing waits for the disk, and
 * many documents are one transaction. What is written is what the store itself writes.
 */
export async function writeNetwork(file: string, size: NetworkSize): Promise<void> {
  const { prepareDatabase } = await inside<typeof import('../../src/store/open-sqlite.js')>('open-sqlite');
  const { sqliteStoreOf } = await inside<typeof import('../../src/store/sqlite-store.js')>('sqlite-store');
  const database = new Database(file);
  await prepareDatabase(`sqlite:${file}`, database, 'WRITE');
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -400000');
  const store = sqliteStoreOf(`sqlite:${file}`, database);
  let count = 0;
  database.exec('BEGIN');
  for (const stored of generateNetwork(size)) {
    await store.putDocument(stored, 'generated');
    if (++count % BATCH === 0) database.exec('COMMIT; BEGIN');
  }
  database.exec('COMMIT');
  database.pragma('journal_mode = WAL');
  await store.close();
}

/** A file behind the door of the built store. */
async function inside<Module>(name: string): Promise<Module> {
  return (await import(new URL(`../../dist/store/${name}.js`, import.meta.url).href)) as Module;
}
