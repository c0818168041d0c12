import { setImmediate as turn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { ClaimgraphError } from '../base/index.js';

/**
 * Where indexes are kept, made when the first one is. They are no part of the schema's versions: whoever does not know
 * them may leave them alone, and both tables may be dropped at any time.
 *
 * kept_indexes  a row an index; AUTOINCREMENT, so that one who was overtaken never writes into another's. BEGUN while its
 *               bytes come, WHOLE when they are all there, GONE while they are taken away.
 * kept_chunks   its bytes, in order of `ordinal` from 0.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS kept_indexes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    stamp TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('BEGUN', 'WHOLE', 'GONE'))
  ) STRICT;
  CREATE TABLE IF NOT EXISTS kept_chunks (
    number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (number, ordinal)
  ) STRICT;
`;

/** Chunks that are taken away in one transaction. */
const TAKEN_AWAY = 8;

/**
 * Keeps an index in place of every other. Each chunk is a transaction, so that the log stays short and other writers wait
 * for moments; until the last one, the index before is there as it was. What one who was killed has left is taken away
 * by the next. Of two who keep at once, the one who began later goes on.
 * @throws ClaimgraphError INTERRUPTED for the one who began earlier; errors of SQLite, and of the chunks, as they are.
 */
export async function keepIndex(
  database: Database.Database,
  stamp: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  database.exec(TABLES);
  const setOthers = database.prepare<[string, string, number | bigint]>(
    'UPDATE kept_indexes SET state = ? WHERE state = ? AND number <> ?',
  );
  const isBegun = database.prepare<[number | bigint]>(
    "SELECT 1 FROM kept_indexes WHERE number = ? AND state = 'BEGUN'",
  );
  const addChunk = database.prepare('INSERT INTO kept_chunks (number, ordinal, bytes) VALUES (?, ?, ?)');
  const write = <Result>(work: () => Result): Result => database.transaction(work).immediate();

  const number = write(() => {
    const begin = database.prepare("INSERT INTO kept_indexes (stamp, state) VALUES (?, 'BEGUN')");
    const { lastInsertRowid } = begin.run(stamp);
    setOthers.run('GONE', 'BEGUN', lastInsertRowid);
    return lastInsertRowid;
  });
  const goOn = (): void => {
    if (isBegun.get(number) !== undefined) return;
    throw new ClaimgraphError('INTERRUPTED', 'Another process has begun to keep an index since.');
  };
  try {
    await takeAway(database);
    let ordinal = 0;
    for await (const chunk of chunks) {
      // A chunk of no bytes only gives others a turn.
      if (chunk.byteLength > 0) {
        const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        write(() => {
          goOn();
          addChunk.run(number, ordinal++, bytes);
        });
      }
      await turn();
    }
    write(() => {
      goOn();
      setOthers.run('GONE', 'WHOLE', number);
      database.prepare("UPDATE kept_indexes SET state = 'WHOLE' WHERE number = ?").run(number);
    });
  } catch (error) {
    await giveUp(database, number);
    throw error;
  }
  await takeAway(database);
}

/**
 * The chunks of the index that is kept under the stamp; null where none is. Where it is taken away meanwhile they break off:
 * what they make tells whether it is whole.
 */
export function readIndex(database: Database.Database, stamp: string): AsyncIterable<Uint8Array> | null {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'kept_indexes'").get();
  if (table === undefined) return null;
  const find = database
    .prepare("SELECT number FROM kept_indexes WHERE stamp = ? AND state = 'WHOLE'")
    .pluck() as Database.Statement<[string], number>;
  const number = find.get(stamp);
  return number === undefined ? null : readChunks(database, number);
}

async function* readChunks(database: Database.Database, number: number): AsyncGenerator<Uint8Array> {
  const chunk = database
    .prepare('SELECT bytes FROM kept_chunks WHERE number = ? AND ordinal = ?')
    .pluck() as Database.Statement<[number, number], Uint8Array>;
  for (let ordinal = 0; ; ordinal++) {
    const bytes = database.open ? chunk.get(number, ordinal) : undefined;
    if (bytes === undefined) return;
    yield bytes;
    await turn();
  }
}

/** Takes away what there is of an index that will not be whole; what cannot be taken away now is left for the next. */
async function giveUp(database: Database.Database, number: number | bigint): Promise<void> {
  try {
    database.prepare("UPDATE kept_indexes SET state = 'GONE' WHERE number = ?").run(number);
    await takeAway(database);
  } catch {
    // What stopped the keeping is what is told.
  }
}

/** Takes away what is GONE, in steps. */
async function takeAway(database: Database.Database): Promise<void> {
  const some = database.prepare(`
    DELETE FROM kept_chunks WHERE rowid IN (
      SELECT rowid FROM kept_chunks WHERE number IN (SELECT number FROM kept_indexes WHERE state = 'GONE') LIMIT ?)`);
  while (some.run(TAKEN_AWAY).changes > 0) await turn();
  database.prepare("DELETE FROM kept_indexes WHERE state = 'GONE'").run();
}
