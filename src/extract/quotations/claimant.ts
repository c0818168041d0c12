import type { TokenRange } from '../view.js';

/** The words that name a claimant, appositions with them. */
export interface Claimant extends TokenRange {
  /** The token that refers: of a relative pronoun, the noun that it stands for. */
  readonly head: number;
}
