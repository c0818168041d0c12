import type { Dependency } from '../../annotate/index.js';
import type { View } from '../view.js';

/** Words from a mention up to the clauses around it. */
const HIGHEST = 8;

/** The kinds of the last step up to a clause; what is not here is one of its own. */
const STEPS: ReadonlyMap<Dependency | '', number> = new Map<Dependency | '', number>([
  ['ccomp', 1],
  ['xcomp', 2],
  ['advcl', 3],
  ['conj', 4],
  ['acl', 5],
  ['acl:relcl', 6],
  ['parataxis', 7],
]);
const OTHER = 8;

/** The way from a mention up to the clauses around it, in arrays that the next call overwrites. */
export interface ClauseWays {
  /** Follows the way up from the token that a mention plays its part to. */
  follow(governor: number): void;
  /**
   * How a token stands to the way followed: 0 where it is not on it; else one more than the kind of the last step up to it
   * (0: no step), and 10 more where some step leads out of what is told ("said |his brother| had left").
   */
  to(governor: number): number;
}

/** Makes what follows ways in the trees of a document. */
export function createClauseWays(view: View): ClauseWays {
  const tokens = new Int32Array(HIGHEST);
  const codes = new Uint8Array(HIGHEST);
  let length = 0;
  return {
    follow(governor) {
      length = 0;
      let [step, told] = [0, 0];
      for (let token = governor; token >= 0 && length < HIGHEST; token = view.head(token)) {
        tokens[length] = token;
        codes[length++] = step + 1 + told;
        const dependency = view.dependency(token);
        if (dependency === 'ccomp') told = 10;
        step = STEPS.get(dependency) ?? OTHER;
      }
    },
    to(governor) {
      for (let at = 0; at < length; at++) if (tokens[at] === governor) return codes[at] as number;
      return 0;
    },
  };
}
