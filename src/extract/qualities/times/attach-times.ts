import type { TokenRange, View } from '../../view.js';
import { settingSources, topOf } from '../setting-sources.js';
import type { FoundTime } from './find-times.js';

/** What of a claim tells which times are its own. */
export interface TimedClaim {
  readonly trigger: TokenRange;
  /** The cue of the innermost quotation that it stands in; null where there is none. */
  readonly cue: TokenRange | null;
}

/** How many tokens from the trigger a time may stand that belongs to no other verb. */
const NEAR = 14;
const REACH = 40;

/**
 * Gives each claim of one sentence its time, by the tree: the one that hangs on its trigger, or on a verb whose setting it
 * shares. A time that hangs on no claim and no cue goes to the nearest claim that has none.
 */
export function attachTimes(
  view: View,
  {
    claims,
    times,
    cues,
  }: {
    readonly claims: readonly TimedClaim[];
    readonly times: readonly FoundTime[];
    /** The tokens of all cues: a time that hangs on one tells when it was said. */
    readonly cues: ReadonlySet<number>;
  },
): readonly (FoundTime | null)[] {
  if (times.length === 0) return claims.map(() => null);
  const triggers = new Map<number, number>();
  claims.forEach(({ trigger }, claim) => {
    for (let index = trigger.first; index < trigger.last; index++) triggers.set(index, claim);
  });
  const owned = new Map<number, FoundTime>();
  const lent = new Map<number, FoundTime>();
  const free: FoundTime[] = [];
  for (const time of times) {
    const { owner, verb } = ownersOf(view, time, triggers);
    if (owner === -1 || owned.has(owner)) free.push(time);
    else owned.set(owner, time);
    if (verb !== owner && verb !== -1 && !lent.has(verb)) lent.set(verb, time);
    const finite = finiteAbove(view, verb, time);
    if (finite !== -1 && !lent.has(finite)) lent.set(finite, time);
  }
  const found = claims.map(({ trigger, cue }) => {
    const sources = settingSources(view, trigger);
    const own = timeAt(sources, owned, cues) ?? timeAt(sources, lent, cues);
    return own ?? (cue === null ? null : timeBeforeCue(view, cue, owned));
  });
  const given = new Set(found);
  for (const [owner, time] of owned) if (!triggers.has(owner) && !cues.has(owner) && !given.has(time)) free.push(time);
  for (const time of free) {
    const nearest = nearestWithout(triggers, found, time);
    if (nearest !== -1) found[nearest] = time;
  }
  return found;
}

function timeAt(
  sources: readonly number[],
  times: ReadonlyMap<number, FoundTime>,
  cues: ReadonlySet<number>,
): FoundTime | null {
  for (const source of sources) {
    const time = times.get(source);
    if (time !== undefined && !cues.has(source)) return time;
  }
  return null;
}

/**
 * The event noun or verb that a time hangs on, and the verb over it, which may share it: trees are often unsure of the two
 * ("accepted the resignation on Tuesday"). Each −1 where there is none. "Friday's attack" keeps its time to itself.
 */
function ownersOf(
  view: View,
  time: TokenRange,
  triggers: ReadonlyMap<number, number>,
): { readonly owner: number; readonly verb: number } {
  const top = topOf(view, time);
  const head = view.head(top);
  const isNoun = head >= 0 && triggers.has(head) && view.tag(head) === 'NOUN';
  if (isNoun && top < head) return { owner: head, verb: -1 };
  let at = head;
  for (let step = 0; step < REACH && at >= 0 && view.tag(at) !== 'VERB'; step++) at = view.head(at);
  const verb = at >= 0 && view.tag(at) === 'VERB' ? at : -1;
  return { owner: isNoun ? head : verb, verb };
}

/** "suspended talks on sharing the river on Thursday": a time behind a verb without a tense may be that of the one above; −1 where there is none. */
function finiteAbove(view: View, verb: number, time: TokenRange): number {
  if (verb === -1 || time.first < verb || (view.form(verb) !== 'VBG' && view.form(verb) !== 'VB')) return -1;
  let at = view.head(verb);
  for (let step = 0; step < REACH && at >= 0; step++) {
    if (view.tag(at) === 'VERB') return view.dependency(verb) === 'ccomp' ? -1 : at;
    at = view.head(at);
  }
  return -1;
}

/** "On Monday, police said, gunmen killed two": a time before a cue between commas tells of what is said. */
function timeBeforeCue(view: View, cue: TokenRange, owned: ReadonlyMap<number, FoundTime>): FoundTime | null {
  const time = owned.get(cue.first);
  return time !== undefined && time.last <= cue.first && view.lower(time.last) === ',' && view.lower(cue.last) === ','
    ? time
    : null;
}

/** The claim without a time whose trigger stands nearest; −1 where none does. */
function nearestWithout(
  triggers: ReadonlyMap<number, number>,
  found: readonly (FoundTime | null)[],
  { first, last }: TokenRange,
): number {
  for (let distance = 0; distance < NEAR; distance++)
    for (const token of [first - 1 - distance, last + distance]) {
      const claim = triggers.get(token);
      if (claim !== undefined && found[claim] === null) return claim;
    }
  return -1;
}
