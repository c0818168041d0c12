/** A run of words `[first, last)` that is read at once. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}
