/** The columns of the token table that are mended, as copies. */
export interface Columns {
  readonly head: Int32Array;
  readonly dependency: Uint8Array;
  readonly tag: Uint8Array;
  readonly form: Uint8Array;
  readonly lower: readonly string[];
  readonly lemma: string[];
}
