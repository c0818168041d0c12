import type { Change } from '../store.js';
import type { Transaction } from './connections.js';
import { encodeId } from './document-rows.js';

/** What is logged; its position and ordinal are given out here. */
export interface ChangeDraft {
  readonly kind: Change['kind'];
  /** Null for judgements and retractions. */
  readonly documentId: string | null;
  /** By how many documents the store grows: 1, 0 or -1. */
  readonly growth: number;
  /** What a document that is put is called by, as the table forms has it; it must have them. */
  readonly forms?: readonly string[];
}

/** What the log holds at its end. */
export interface LogEnd {
  readonly position: number;
  readonly judgements: number;
  readonly retractions: number;
}

/** The channel on which a store of the schema tells its position. */
export function channelOf(schema: string): string {
  return `claimgraph_${schema}`;
}

/**
 * Appends one line to the log, after the long work of the transaction. The row of `log_end` stays locked until
 * the commit has made the line visible, so that whoever is next gets a later position and is seen later: a reader never
 * finds a position beyond one that is still to come. A sequence would give positions out of that order.
 */
export async function appendChange(transaction: Transaction, schema: string, change: ChangeDraft): Promise<LogEnd> {
  const { kind, documentId, growth, forms = [] } = change;
  const isJudged = kind === 'JUDGED';
  const isRetracted = kind === 'CLAIM_RETRACTED';
  const { rows } = await transaction.client.query<LogEnd>(
    `WITH ended AS (
      UPDATE log_end SET position = position + 1, documents = documents + $3::bigint,
        judgements = judgements + $4::bigint, retractions = retractions + $5::bigint
      RETURNING position, judgements, retractions
    ), logged AS (
      INSERT INTO changes (position, kind, document_id, judgement, retraction, token)
      SELECT position, $1::text, $2::bytea, CASE WHEN $4 = 1 THEN judgements END,
        CASE WHEN $5 = 1 THEN retractions END, $7::uuid FROM ended
    ), used AS (
      INSERT INTO form_uses (document_id, form) SELECT $2::bytea, ordinal FROM forms WHERE form = ANY ($8::text[])
    )
    SELECT position, judgements, retractions, pg_notify($6, position::text) AS told FROM ended`,
    [
      kind,
      documentId === null ? null : encodeId(documentId),
      growth,
      isJudged ? 1 : 0,
      isRetracted ? 1 : 0,
      channelOf(schema),
      transaction.token,
      forms,
    ],
  );
  const [end] = rows as [LogEnd];
  transaction.position = end.position;
  return end;
}
