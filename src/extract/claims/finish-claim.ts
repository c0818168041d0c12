import type { NounGroup, NounPhrase } from '../phrases/reading.js';
import type { TokenRange, View } from '../view.js';
import type { ClaimDraft, FoundClaim, OtherPhrase } from './found-claim.js';
import { widen } from './widen.js';
import { wordTrigger } from './word-trigger.js';

/** Ends a claim: leaves out times and doubles, and what has no argument at all. */
export function finish(view: View, draft: ClaimDraft): FoundClaim | null {
  const subjects = draft.subjects.filter(isParticipant);
  const objects = draft.objects.filter((phrase) => isParticipant(phrase) && !subjects.includes(phrase));
  if (subjects.length + objects.length === 0) return null;
  const others: OtherPhrase[] = [];
  for (const other of draft.others) {
    const { phrase } = other;
    const isSeen = subjects.includes(phrase) || objects.includes(phrase) || others.some((one) => one.phrase === phrase);
    if (!phrase.isTime && !isSeen) others.push(other);
  }
  // "killed 12 people in Homs": what tells of the act is no part of who it was done to.
  const apart = draft.relation !== 'OTHER' ? others : others.filter(({ phrase }) => phrase.name?.type === 'PLACE');
  const { relation, predicate, role, tense, clause, node, about, sentence } = draft;
  const trigger = clean(view, draft.trigger);
  // Written out, not spread, so that all claims have one shape.
  return {
    relation,
    predicate,
    trigger,
    wording: wordTrigger(view, clause, trigger),
    subjects: widenEach(view, subjects, apart),
    objects: widenEach(view, objects, apart),
    others,
    role,
    tense,
    clause,
    node,
    about,
    sentence,
  };
}

function widenEach(view: View, phrases: NounGroup, apart: readonly OtherPhrase[]): NounGroup {
  const widened: NounPhrase[] = [];
  for (const phrase of phrases) widened.push(widen(view, phrase, apart));
  return widened;
}

function isParticipant(phrase: NounPhrase): boolean {
  return !phrase.isTime;
}

function clean(view: View, { first, last }: TokenRange): TokenRange {
  let end = last;
  while (end > first + 1 && view.tag(end - 1) === 'PUNCT') end--;
  return { first, last: end };
}
