import { renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { ClaimgraphError } from '../base/index.js';
import type { CopyTarget } from './copy-target.js';
import { inspectFile, rememberOpen } from './inspect-file.js';
import { filePathOf, PATIENCE, prepareDatabase } from './open-sqlite.js';
import { NOTHING, prepareQueries } from './prepare-queries.js';
import { toStoreError } from './sqlite-errors.js';
import { sqliteStoreOf, toDocumentRow } from './sqlite-store.js';
import type { Change } from './store.js';
import { createTextIndex } from './text-index.js';

/**
 * Opens the file beside the address that a copy for it is made in, or is gone on with.
 * @throws ClaimgraphError ARGUMENT_INVALID where a store is there already, STORE_* as `openSqliteStore` does
 */
export async function openSqliteCopy(url: string): Promise<CopyTarget> {
  const file = filePathOf(url);
  if (inspectFile(url, file)) {
    throw new ClaimgraphError(
      'ARGUMENT_INVALID',
      `There is a store at ${url} already; copy to an address without one.`,
    );
  }
  const partial = `${file}.copying`;
  inspectFile(url, partial);
  const database = new Database(partial, { timeout: PATIENCE });
  try {
    rememberOpen(database, partial);
    await prepareDatabase(url, database, 'WRITE');
    return sqliteCopyOf(url, database, () => {
      // A file of length 0 counts as none; the log of the copy is folded in when it is closed.
      rmSync(file, { force: true });
      renameSync(partial, file);
    });
  } catch (error) {
    database.close();
    throw toStoreError(error, url);
  }
}

function sqliteCopyOf(url: string, database: Database.Database, rename: () => void): CopyTarget {
  const store = sqliteStoreOf(url, database);
  const queries = prepareQueries(database);
  const index = createTextIndex(database);
  const addJudgement = database.prepare('INSERT INTO judgements (ordinal, judgement) VALUES (?, ?)');
  const addRetraction = database.prepare('INSERT INTO retractions (ordinal, retraction) VALUES (?, ?)');
  const addChange = database.prepare(`
    INSERT INTO changes (position, kind, document_id, judgement, retraction)
    VALUES (@position, @kind, @documentId, @judgement, @retraction)`);
  const write = async (work: () => void): Promise<void> => {
    try {
      database.transaction(work).immediate();
    } catch (error) {
      throw toStoreError(error, url);
    }
  };
  const append = (change: Change): void => {
    const { position, kind } = change;
    if (change.kind === 'JUDGED') {
      const { id, ...draft } = change.judgement;
      const ordinal = Number(id.slice(1));
      addJudgement.run(ordinal, JSON.stringify(draft));
      addChange.run({ ...NOTHING, position, kind, judgement: ordinal });
    } else if (change.kind === 'CLAIM_RETRACTED') {
      const { id, ...draft } = change.retraction;
      const ordinal = Number(id.slice(1));
      addRetraction.run(ordinal, JSON.stringify(draft));
      addChange.run({ ...NOTHING, position, kind, retraction: ordinal });
    } else addChange.run({ ...NOTHING, position, kind, documentId: change.documentId });
  };
  return {
    store,
    putDocuments: (documents) =>
      write(() => {
        for (const { stored, identity } of documents) {
          queries.putDocument.run(toDocumentRow(stored, identity));
          index.put(stored.extraction);
        }
      }),
    deleteDocuments: (ids) =>
      write(() => {
        for (const id of ids) {
          queries.deleteDocument.run(id);
          index.remove(id);
        }
      }),
    appendChanges: (changes) => write(() => changes.forEach(append)),
    async finish() {
      await store.close();
      rename();
    },
    close: () => store.close(),
  };
}
