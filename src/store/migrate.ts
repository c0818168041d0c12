import type Database from 'better-sqlite3';

/** "Clmg" in ASCII: what tells a store from other SQLite files, in bytes 68 to 71. */
export const APPLICATION_ID = 0x436c_6d67;

/** One step of the schema. `version` is SQLite's user_version after it. */
export interface Migration {
  readonly version: number;
  readonly description: string;
  readonly sql: string;
}

/**
 * The schema, step by step; rows are only ever added at the end.
 *
 * documents  text_hash, metadata_hash and reading tell whether a document need be read again; metadata is the JSON of
 *            the document without id, text and text hash; extraction is the JSON of the record without `text`. The
 *            large columns come last, so that the small ones are read without them.
 * judgements ordinal n is the judgement `jn`; judgement is the JSON of its draft.
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
];

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
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}
