import type { Clause } from '../phrases/reading.js';
import type { TokenRange, View } from '../view.js';

/** The words of a verb with those of the verbs and adjectives right before it that it is governed by: "was expected to leave", "has been able to reach". */
export function wordTrigger(view: View, clause: Clause | null, trigger: TokenRange): TokenRange {
  let first = trigger.first;
  let at = clause;
  for (let step = 0; step < DEEPEST && at !== null && at.verb.mood === 'INFINITIVE'; step++) {
    const above: Clause | null = at.governor;
    if (above === null || above.objects.length > 0 || above.recipients.length > 0 || above.expletive) break;
    const { verb, adjective } = above;
    const end = Math.max(verb.last, verb.head + 1, adjective + 1);
    if (end > first || !isAdverbial(view, end, first)) break;
    first = Math.min(verb.first, verb.head);
    at = above;
  }
  return { first, last: trigger.last };
}

/** Chains of verbs longer than this are no English. */
const DEEPEST = 4;

/** True where nothing but adverbs stands between: "was also able to more easily control". */
function isAdverbial(view: View, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (view.tag(index) !== 'ADV' && view.tag(index) !== 'PART') return false;
  return true;
}
