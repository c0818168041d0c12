import type { ColumnType, Generated } from 'kysely';
import type { Change } from '../store.js';

/** A column that the database fills where a row does not. */
type Given<Value> = ColumnType<Value, Value, Value>;

/** The tables as the query builder knows them; `migrations.ts` makes them, and says what they are for. */
export interface Tables {
  readonly claimgraph_store: { readonly version: Given<number> };
  readonly documents: {
    readonly id: Given<Buffer>;
    readonly text_hash: Given<string>;
    readonly metadata_hash: Given<string>;
    readonly reading: Given<string>;
    readonly metadata: Given<string>;
    readonly text: Given<string>;
  };
  readonly extractions: { readonly document_id: Given<Buffer>; readonly extraction: Given<string> };
  readonly judgements: { readonly ordinal: Given<number>; readonly judgement: Given<string> };
  readonly retractions: { readonly ordinal: Given<number>; readonly retraction: Given<string> };
  readonly changes: {
    readonly position: Given<number>;
    readonly kind: Given<Change['kind']>;
    readonly document_id: Given<Buffer | null>;
    readonly judgement: Given<number | null>;
    readonly retraction: Given<number | null>;
    readonly token: Given<string | null>;
  };
  readonly log_end: {
    readonly position: Given<number>;
    readonly documents: Given<number>;
    readonly judgements: Given<number>;
    readonly retractions: Given<number>;
  };
  readonly forms: {
    readonly ordinal: Generated<number>;
    readonly form: Given<string>;
    readonly folded: Given<string>;
    readonly words: Given<string>;
    readonly parts: Given<string>;
  };
  readonly form_uses: { readonly document_id: Given<Buffer>; readonly form: Given<number> };
  readonly passages: {
    readonly ordinal: Generated<number>;
    readonly document_id: Given<Buffer>;
    readonly kind: Given<'CLAIM' | 'QUOTATION'>;
    readonly id: Given<string>;
    readonly words: Given<string>;
  };
}
