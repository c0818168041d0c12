import type { NounPhrase } from '../phrases/reading.js';
import type { TokenRange, View } from '../view.js';
import type { FoundClaim, OtherPhrase } from './found-claim.js';
import { widen } from './widen.js';

/** A claim without its confidence, and whether the words that it was read from are known. */
export type Draft = Omit<FoundClaim, 'confidence'> & { readonly sure: boolean };

/** Ends a claim: leaves out times and doubles, and what has no argument at all; says how sure it is. */
export function finish(view: View, { sure, ...draft }: Draft): FoundClaim | null {
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
  return {
    ...draft,
    trigger: clean(view, draft.trigger),
    subjects: subjects.map((phrase) => widen(view, phrase, apart)),
    objects: objects.map((phrase) => widen(view, phrase, apart)),
    others,
    confidence: confidenceOf({ draft, sure, complete: subjects.length > 0 && objects.length > 0 }),
  };
}

function isParticipant(phrase: NounPhrase): boolean {
  return !phrase.isTime;
}

function confidenceOf({
  draft,
  sure,
  complete,
}: {
  readonly draft: Omit<FoundClaim, 'confidence'>;
  readonly sure: boolean;
  readonly complete: boolean;
}): number {
  const near = [...draft.subjects, ...draft.objects].every(
    (phrase) => Math.abs(phrase.head - draft.trigger.first) < 25,
  );
  const confidence =
    0.4 + (draft.relation !== 'OTHER' ? 0.15 : sure ? 0.05 : 0) + (complete ? 0.25 : 0) + (near ? 0.1 : 0);
  return Math.round(confidence * 100) / 100;
}

function clean(view: View, { first, last }: TokenRange): TokenRange {
  let end = last;
  while (end > first + 1 && view.tag(end - 1) === 'PUNCT') end--;
  return { first, last: end };
}
