import type { Resources } from '../../../resources/index.js';
import type { FoundClaim } from '../../claims/found-claim.js';
import type { FoundQuotation } from '../../quotations/found-quotation.js';
import type { View } from '../../view.js';
import { attachTimes } from './attach-times.js';
import { type FoundTime, findTimes, type TimeFrame } from './find-times.js';

/** The claims of a document, in order of text, and what their times depend on. */
export interface ClaimsInTime {
  readonly claims: readonly FoundClaim[];
  /** By claim: the innermost quotation that it stands in, or null. */
  readonly innermost: readonly (FoundQuotation | null)[];
  /** The tokens of all cues. */
  readonly cues: ReadonlySet<number>;
  readonly frame: TimeFrame;
}

/** The time of each claim of a document; null where the text tells none. */
export function timeClaims(
  view: View,
  resources: Resources,
  { claims, innermost, cues, frame }: ClaimsInTime,
): readonly (FoundTime | null)[] {
  const times = findTimes(view, resources, frame);
  const timed: (FoundTime | null)[] = [];
  for (let first = 0; first < claims.length; ) {
    const sentence = (claims[first] as FoundClaim).sentence;
    let last = first + 1;
    while (last < claims.length && (claims[last] as FoundClaim).sentence === sentence) last++;
    const here = claims
      .slice(first, last)
      .map(({ trigger }, index) => ({ trigger, cue: innermost[first + index]?.cue ?? null }));
    timed.push(...attachTimes(view, { claims: here, times: times[sentence] ?? [], cues }));
    first = last;
  }
  return timed;
}
