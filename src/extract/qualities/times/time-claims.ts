import type { Resources } from '../../../resources/index.js';
import type { FoundClaim } from '../../claims/find-claims.js';
import type { FoundQuotation } from '../../quotations/find-quotations.js';
import type { View } from '../../view.js';
import { attachTimes } from './attach-times.js';
import { type FoundTime, findTimes, type TimeFrame } from './find-times.js';

/** The claims of a document, in order of text, with the quotations that each stands in. */
export interface ClaimsInText {
  readonly claims: readonly FoundClaim[];
  /** By claim: indexes of quotations, outermost first. */
  readonly chains: readonly (readonly number[])[];
  readonly quotations: readonly FoundQuotation[];
  readonly frame: TimeFrame;
}

/** The time of each claim of a document; null where the text tells none. */
export function timeClaims(
  view: View,
  resources: Resources,
  { claims, chains, quotations, frame }: ClaimsInText,
): readonly (FoundTime | null)[] {
  const times = findTimes(view, resources, frame);
  const cues = new Set<number>();
  for (const { cue } of quotations)
    if (cue !== null) for (let index = cue.first; index < cue.last; index++) cues.add(index);
  const timed: (FoundTime | null)[] = [];
  for (let first = 0; first < claims.length; ) {
    const sentence = (claims[first] as FoundClaim).sentence;
    let last = first + 1;
    while (last < claims.length && (claims[last] as FoundClaim).sentence === sentence) last++;
    const here = claims.slice(first, last).map((claim, index) => ({
      trigger: claim.trigger,
      cue: quotations[chains[first + index]?.at(-1) ?? -1]?.cue ?? null,
    }));
    timed.push(...attachTimes(view, { claims: here, times: times[sentence] ?? [], cues }));
    first = last;
  }
  return timed;
}
