/** A claim or quotation whose words were met. */
export interface FoundPassage {
  readonly documentId: string;
  readonly kind: 'CLAIM' | 'QUOTATION';
  /** Of the claim or quotation within the record. */
  readonly id: string;
  /** BM25, 0 or less: the least is the best. 0 for words that too many passages have to weigh them: these come latest first. */
  readonly score: number;
}
