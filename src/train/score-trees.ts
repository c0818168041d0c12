/** A tree by the index of each token's head, −1 for the root, and the name of its label. */
export interface ScoredTree {
  readonly heads: ArrayLike<number>;
  readonly labels: ArrayLike<string>;
}

/** How far trees agree, in percent of all tokens, punctuation included; NaN where there is no token. */
export interface TreeScores {
  readonly tokens: number;
  /** Tokens with the right head (unlabelled attachment score). */
  readonly uas: number;
  /** Tokens with the right head and label, subtypes included (labelled attachment score). */
  readonly las: number;
}

/** Compares trees with the true ones, pair by pair, as the shared tasks on Universal Dependencies do for gold tokens. */
export function scoreTrees(
  pairs: Iterable<{ readonly expected: ScoredTree; readonly actual: ScoredTree }>,
): TreeScores {
  let tokens = 0;
  let attached = 0;
  let labelled = 0;
  for (const { expected, actual } of pairs) {
    for (let index = 0; index < expected.heads.length; index++) {
      tokens++;
      if (expected.heads[index] !== actual.heads[index]) continue;
      attached++;
      if (expected.labels[index] === actual.labels[index]) labelled++;
    }
  }
  return { tokens, uas: (100 * attached) / tokens, las: (100 * labelled) / tokens };
}
