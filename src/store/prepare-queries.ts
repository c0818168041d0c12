import type Database from 'better-sqlite3';
import type { Change, DocumentIdentity, StoreCounts } from './store.js';
import type { StoredColumns } from './stored-columns.js';

/** A row of the table documents. */
export interface DocumentRow extends StoredColumns {
  readonly id: string;
}

/** A row of the table judgements. */
export interface JudgementRow {
  readonly ordinal: number;
  readonly judgement: string;
}

/** A row of the table changes, with the judgement or retraction that it speaks of; null where it speaks of something else. */
export interface ChangeRow {
  readonly position: number;
  readonly kind: Change['kind'];
  readonly documentId: string | null;
  readonly ordinal: number | null;
  readonly judgement: string | null;
  readonly retractionOrdinal: number | null;
  readonly retraction: string | null;
}

/** A row of the table retractions. */
export interface RetractionRow {
  readonly ordinal: number;
  readonly retraction: string;
}

/** What a line of the log does not speak of. */
export const NOTHING = { documentId: null, judgement: null, retraction: null } as const;

type Statement<Parameters extends unknown[], Row = unknown> = Database.Statement<Parameters, Row>;

/** Everything that is asked of the database, prepared once. */
export interface Queries {
  readonly identity: Statement<[id: string], DocumentIdentity>;
  readonly document: Statement<[id: string], DocumentRow>;
  readonly text: Statement<[id: string], Pick<DocumentRow, 'metadata' | 'text'>>;
  readonly putDocument: Statement<[row: DocumentRow]>;
  readonly deleteDocument: Statement<[id: string]>;
  readonly idsByTextHash: Statement<[textHash: string], string>;
  readonly idsAfter: Statement<[after: string, limit: number], string>;
  readonly addJudgement: Statement<[judgement: string]>;
  readonly judgements: Statement<[], JudgementRow>;
  readonly addRetraction: Statement<[retraction: string]>;
  readonly retractions: Statement<[], RetractionRow>;
  readonly addChange: Statement<
    [
      change: {
        readonly kind: Change['kind'];
        readonly documentId: string | null;
        readonly judgement: number | bigint | null;
        readonly retraction: number | bigint | null;
      },
    ]
  >;
  readonly changesAfter: Statement<[after: number, limit: number], ChangeRow>;
  readonly counts: Statement<[], StoreCounts>;
}

/** Prepares every query of a store; fails where the database lacks a table or column of the newest version. */
export function prepareQueries(database: Database.Database): Queries {
  return {
    identity: database.prepare(
      'SELECT text_hash AS textHash, metadata_hash AS metadataHash, reading FROM documents WHERE id = ?',
    ),
    document: database.prepare('SELECT * FROM documents WHERE id = ?'),
    text: database.prepare('SELECT metadata, text FROM documents WHERE id = ?'),
    putDocument: database.prepare(`
      INSERT INTO documents (id, text_hash, metadata_hash, reading, metadata, text, extraction)
      VALUES (@id, @text_hash, @metadata_hash, @reading, @metadata, @text, @extraction)
      ON CONFLICT (id) DO UPDATE SET text_hash = excluded.text_hash, metadata_hash = excluded.metadata_hash,
        reading = excluded.reading, metadata = excluded.metadata, text = excluded.text,
        extraction = excluded.extraction`),
    deleteDocument: database.prepare('DELETE FROM documents WHERE id = ?'),
    idsByTextHash: database
      .prepare<[string], string>('SELECT id FROM documents WHERE text_hash = ? ORDER BY id')
      .pluck() as Queries['idsByTextHash'],
    idsAfter: database
      .prepare<[string, number], string>('SELECT id FROM documents WHERE id > ? ORDER BY id LIMIT ?')
      .pluck() as Queries['idsAfter'],
    addJudgement: database.prepare('INSERT INTO judgements (judgement) VALUES (?)'),
    judgements: database.prepare('SELECT ordinal, judgement FROM judgements ORDER BY ordinal'),
    addRetraction: database.prepare('INSERT INTO retractions (retraction) VALUES (?)'),
    retractions: database.prepare('SELECT ordinal, retraction FROM retractions ORDER BY ordinal'),
    addChange: database.prepare(`
      INSERT INTO changes (kind, document_id, judgement, retraction)
      VALUES (@kind, @documentId, @judgement, @retraction)`),
    changesAfter: database.prepare(`
      SELECT position, kind, document_id AS documentId, judgements.ordinal AS ordinal, judgements.judgement AS judgement,
        retractions.ordinal AS retractionOrdinal, retractions.retraction AS retraction
      FROM changes LEFT JOIN judgements ON judgements.ordinal = changes.judgement
        LEFT JOIN retractions ON retractions.ordinal = changes.retraction
      WHERE position > ? ORDER BY position LIMIT ?`),
    counts: database.prepare(`
      SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM judgements) AS judgements,
        (SELECT coalesce(max(position), 0) FROM changes) AS position`),
  };
}
