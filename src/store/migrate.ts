import type Database from 'better-sqlite3';
import type { Extraction } from '../domain/index.js';
import { createTextIndex, TEXT_INDEX_TABLES } from './text-index.js';

/** "Clmg" in ASCII: what tells a store from other SQLite files, in bytes 68 to 71. */
export const APPLICATION_ID = 0x436c_6d67;

/** One step of the schema. `version` is SQLite's user_version after it. */
export interface Migration {
  readonly version: number;
  readonly description: string;
  readonly sql: string;
  /** Fills what is new from what is there. */
  readonly fill?: (database: Database.Database) => void;
}

/**
 * The schema, step by step; rows are only ever added at the end.
 *
 * documents  text_hash, metadata_hash and reading tell whether a document need be read again; metadata is the JSON of
 *            the document without id, text and text hash; extraction is the JSON of the record without `text`. The
 *            large columns come last, so that the small ones are read without them.
 * judgements ordinal n is the judgement `jn`; judgement is the JSON of its draft.
 * retractions  ordinal n is the retraction `xn`; retraction is the JSON of its draft.
 * changes    the append-only log: AUTOINCREMENT gives out no position twice, and nothing is ever deleted here.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    description: 'Documents with their extractions, judgements, and the log of changes.',
    sql: `
      CREATE TABLE documents (
        id TEXT NOT NULL PRIMARY KEY,
        text_hash TEXT NOT NULL,
        metadata_hash TEXT NOT NULL,
        reading TEXT NOT NULL,
        metadata TEXT NOT NULL,
        text TEXT NOT NULL,
        extraction TEXT NOT NULL
      ) STRICT;
      CREATE INDEX documents_by_text_hash ON documents (text_hash, id);
      CREATE TABLE judgements (
        ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
        judgement TEXT NOT NULL
      ) STRICT;
      CREATE TABLE changes (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('DOCUMENT_PUT', 'DOCUMENT_DELETED', 'JUDGED')),
        document_id TEXT CHECK ((document_id IS NULL) = (kind = 'JUDGED')),
        judgement INTEGER REFERENCES judgements (ordinal) CHECK ((judgement IS NULL) = (kind <> 'JUDGED'))
      ) STRICT;
    `,
  },
  {
    version: 2,
    description: 'Retractions of claims, and the index of words.',
    sql: `
      CREATE TABLE retractions (
        ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
        retraction TEXT NOT NULL
      ) STRICT;
      CREATE TABLE changes_anew (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('DOCUMENT_PUT', 'DOCUMENT_DELETED', 'JUDGED', 'CLAIM_RETRACTED')),
        document_id TEXT CHECK ((document_id IS NULL) = (kind IN ('JUDGED', 'CLAIM_RETRACTED'))),
        judgement INTEGER REFERENCES judgements (ordinal) CHECK ((judgement IS NULL) = (kind <> 'JUDGED')),
        retraction INTEGER REFERENCES retractions (ordinal)
          CHECK ((retraction IS NULL) = (kind <> 'CLAIM_RETRACTED'))
      ) STRICT;
      INSERT INTO changes_anew (position, kind, document_id, judgement)
        SELECT position, kind, document_id, judgement FROM changes ORDER BY position;
      DROP TABLE changes;
      ALTER TABLE changes_anew RENAME TO changes;
      ${TEXT_INDEX_TABLES}
    `,
    fill: indexDocuments,
  },
];

function indexDocuments(database: Database.Database): void {
  const index = createTextIndex(database);
  const ids = database.prepare<[], string>('SELECT id FROM documents ORDER BY id').pluck() as Database.Statement<
    [],
    string
  >;
  const recordOf = database.prepare<[string], string>('SELECT extraction FROM documents WHERE id = ?').pluck();
  for (const id of ids.all()) index.put(JSON.parse(recordOf.get(id) as string) as Extraction);
}

/** The newest version of the schema; 0 for an empty table. */
export function newestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0;
}

/** The version of the schema that a database has; 0 before the first migration. */
export function schemaVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Brings a database to the newest version, each step in a transaction of its own. Others may do the same meanwhile. */
export function migrate(database: Database.Database, migrations: readonly Migration[] = MIGRATIONS): void {
  for (const migration of migrations) {
    if (schemaVersion(database) >= migration.version) continue;
    database
      .transaction(() => {
        // Under the lock, as another process may have taken the step since.
        if (schemaVersion(database) >= migration.version) return;
        database.exec(migration.sql);
        migration.fill?.(database);
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}
