import type { NameClass } from './name-labels.js';
import type { WordRange } from './word-range.js';

/** A name as the recogniser reads it: tokens `[first, last)`. */
export interface RecognizedName extends WordRange {
  readonly nameClass: NameClass;
  /** How probable exactly these words and this class are, 0 to 1. */
  readonly probability: number;
  /** How probable exactly these words are as a name of each class, in the order of NAME_CLASSES. */
  readonly classes: readonly number[];
}
