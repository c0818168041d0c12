import type { Change } from '../store.js';
import type { Transaction } from './connections.js';
import { encodeId } from './document-rows.js';

/** What is logged, a line for each document; positions and ordinals are given out here. */
export interface ChangeDraft {
  readonly kind: Change['kind'];
  /** In the order of their lines; one null for a judgement or retraction. */
  readonly documentIds: readonly (string | null)[];
  /** By how many documents the store grows. */
  readonly growth: number;
  /** What documents that are put are called by, as the table forms has it; it must have them. */
  readonly uses?: readonly FormUse[];
}

/** One form of a name that a document uses. */
export interface FormUse {
  readonly documentId: Buffer;
  readonly form: string;
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
 * Appends lines to the log, after the long work of the transaction. The row of `log_end` stays locked until
 * the commit has made the lines visible, so that whoever is next gets a later position and is seen later: a reader never
 * finds a position beyond one that is still to come. A sequence would give positions out of that order.
 */
export async function appendChange(transaction: Transaction, schema: string, change: ChangeDraft): Promise<LogEnd> {
  const { kind, documentIds, growth, uses = [] } = change;
  const { rows } = await transaction.client.query<LogEnd>({
    name: 'claimgraph_append_change',
    text: APPEND_CHANGE,
    values: [
      kind,
      documentIds.map((id) => (id === null ? null : encodeId(id))),
      growth,
      kind === 'JUDGED' ? 1 : 0,
      kind === 'CLAIM_RETRACTED' ? 1 : 0,
      channelOf(schema),
      transaction.token,
      uses.map(({ documentId }) => documentId),
      uses.map(({ form }) => form),
    ],
  });
  const [end] = rows as [LogEnd];
  transaction.position = end.position;
  return end;
}

// Forms are looked up one by one, which is right however much the table grows after the statement was planned.
const APPEND_CHANGE = `WITH ended AS (
    UPDATE log_end SET position = position + cardinality($2::bytea[]), documents = documents + $3::bigint,
      judgements = judgements + $4::bigint, retractions = retractions + $5::bigint
    RETURNING position, judgements, retractions
  ), logged AS (
    INSERT INTO changes (position, kind, document_id, judgement, retraction, token)
    SELECT position - cardinality($2::bytea[]) + place, $1::text, document_id,
      CASE WHEN $4 = 1 THEN judgements END, CASE WHEN $5 = 1 THEN retractions END, $7::uuid
    FROM ended, unnest($2::bytea[]) WITH ORDINALITY AS given (document_id, place)
  ), used AS (
    INSERT INTO form_uses (document_id, form)
    SELECT document_id, (SELECT ordinal FROM forms WHERE forms.form = given.form)
    FROM unnest($8::bytea[], $9::text[]) AS given (document_id, form)
  )
  SELECT position, judgements, retractions, pg_notify($6, position::text) AS told FROM ended`;
