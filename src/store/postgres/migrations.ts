/** One step of the schema. */
export interface PostgresMigration {
  readonly version: number;
  readonly description: string;
  /** Statements, in order. */
  readonly sql: readonly string[];
}

/** How many tables hold the rows of a partitioned one. */
const PARTITIONS = 8;

/**
 * The schema, step by step; rows are only ever added at the end. Ids are the UTF-8 of documents' ids, which orders them
 * as `compareIds` does. What is said to be escaped went through `escapeText`; JSON needs none of that.
 *
 * claimgraph_store  one row, with the version: it tells a store from other schemas
 * documents    text_hash, metadata_hash and reading tell whether a document need be read again; metadata is the JSON of
 *              the document without id, text and text hash; reading, text_hash and text are escaped
 * extractions  the JSON of the record without `text`
 *              Both are partitioned by the hash of the document's id, which is the distribution key: tables of one
 *              partition can lie on a server of their own, and nothing that is read or written of a document asks another
 * judgements, retractions   ordinal n is the judgement `jn`, the retraction `xn`; the JSON of its draft
 * changes      the append-only log; nothing is ever deleted here. token is what a writer knows its own line by, whose
 *              connection was lost before it heard that it was committed
 * log_end      one row: the last position and ordinals, and how many documents there are. Whoever writes locks it last
 *              and until the commit, so that positions follow the order of commits, and none is missing
 *
 * What follows can be thrown away and made anew from the record:
 * forms        every distinct form of a name, its folded words, these as a vector, and their runs of three characters;
 *              rows that nothing uses any more may stay. form_uses says which documents use a form
 * passages     claims and quotations with their words; weight A is the predicate's, id is escaped
 */
export const POSTGRES_MIGRATIONS: readonly PostgresMigration[] = [
  {
    version: 1,
    description: 'The record, the log of changes, and the index of words.',
    sql: [
      'CREATE TABLE claimgraph_store (version integer NOT NULL)',
      'INSERT INTO claimgraph_store VALUES (0)',
      `CREATE TABLE documents (
        id bytea NOT NULL PRIMARY KEY, text_hash text NOT NULL, metadata_hash text NOT NULL, reading text NOT NULL,
        metadata text NOT NULL, text text NOT NULL
      ) PARTITION BY HASH (id)`,
      'CREATE INDEX documents_by_text_hash ON documents (text_hash)',
      `CREATE TABLE extractions (document_id bytea NOT NULL PRIMARY KEY, extraction text NOT NULL)
        PARTITION BY HASH (document_id)`,
      ...partitionsOf('documents', ['metadata', 'text']),
      ...partitionsOf('extractions', ['extraction']),
      'CREATE TABLE judgements (ordinal bigint PRIMARY KEY, judgement text NOT NULL)',
      'CREATE TABLE retractions (ordinal bigint PRIMARY KEY, retraction text NOT NULL)',
      `CREATE TABLE changes (
        position bigint PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('DOCUMENT_PUT', 'DOCUMENT_DELETED', 'JUDGED', 'CLAIM_RETRACTED')),
        document_id bytea CHECK ((document_id IS NULL) = (kind IN ('JUDGED', 'CLAIM_RETRACTED'))),
        judgement bigint CHECK ((judgement IS NULL) = (kind <> 'JUDGED')),
        retraction bigint CHECK ((retraction IS NULL) = (kind <> 'CLAIM_RETRACTED')),
        token uuid
      )`,
      // Its one row changes with every commit: with room beside it, the new one needs no new entry in an index.
      `CREATE TABLE log_end (
        position bigint NOT NULL, documents bigint NOT NULL, judgements bigint NOT NULL, retractions bigint NOT NULL
      ) WITH (fillfactor = 10)`,
      'INSERT INTO log_end VALUES (0, 0, 0, 0)',
      `CREATE TABLE forms (
        ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, form text COLLATE "C" NOT NULL UNIQUE,
        folded text COLLATE "C" NOT NULL, words tsvector NOT NULL, parts tsvector NOT NULL
      )`,
      'CREATE TABLE form_uses (document_id bytea NOT NULL, form bigint NOT NULL, PRIMARY KEY (document_id, form))',
      `CREATE TABLE passages (
        ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, document_id bytea NOT NULL,
        kind text NOT NULL, id text NOT NULL, words tsvector NOT NULL
      )`,
      'CREATE INDEX passages_by_document ON passages (document_id)',
    ],
  },
];

/** The indexes of words: their own list, for many rows are written faster before they are there. */
export const SEARCH_INDEXES: readonly string[] = [
  'CREATE INDEX IF NOT EXISTS forms_by_folded ON forms ((left(folded, 100)))',
  'CREATE INDEX IF NOT EXISTS forms_by_words ON forms USING gin (words)',
  'CREATE INDEX IF NOT EXISTS forms_by_parts ON forms USING gin (parts)',
  'CREATE INDEX IF NOT EXISTS form_uses_by_form ON form_uses (form)',
  'CREATE INDEX IF NOT EXISTS passages_by_words ON passages USING gin (words)',
];

/** The newest version of the schema. */
export const NEWEST_VERSION: number = POSTGRES_MIGRATIONS.at(-1)?.version ?? 0;

function partitionsOf(table: string, large: readonly string[]): readonly string[] {
  return Array.from({ length: PARTITIONS }, (_, remainder) => [
    `CREATE TABLE ${table}_${remainder} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${remainder})`,
    ...large.map((column) => compressed(`${table}_${remainder}`, column)),
  ]).flat();
}

/** Servers are built without LZ4 here and there; what they have instead is three times as slow. */
function compressed(table: string, column: string): string {
  return `DO $$ BEGIN ALTER TABLE ${table} ALTER COLUMN ${column} SET COMPRESSION lz4;
    EXCEPTION WHEN feature_not_supported THEN NULL; END $$`;
}
