import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import type { VerbPhrase } from './chunks.js';

const BE = new Set([
  'be',
  'am',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  "'s",
  "'re",
  "'m",
  'get',
  'got',
  '’s',
  '’re',
  '’m',
]);

/** Where a verb phrase may begin, and the preposition before it. */
export interface VerbStart {
  readonly index: number;
  readonly last: number;
  readonly preposition: string | null;
}

/** Reads the verb phrase that begins at a token; null where none does. */
export function readVerbPhrase(
  view: View,
  resources: Resources,
  { index, last, preposition }: VerbStart,
): VerbPhrase | null {
  let cursor = index;
  let [negated, modal, hasBe, hasAuxiliary, hasTo] = [false, null as string | null, false, false, false];
  for (; cursor < last; cursor++) {
    const tag = view.tag(cursor);
    const lower = view.lower(cursor);
    if (tag === 'AUX' && !isMainBe(view, { index: cursor, last })) {
      hasAuxiliary = true;
      if (view.form(cursor) === 'MD') modal = lower;
      if (BE.has(view.lemma(cursor)) || BE.has(lower)) hasBe = true;
    } else if (lower === 'not' || lower === "n't" || lower === 'never') negated = true;
    else if (view.form(cursor) === 'TO' && leadsToBareVerb(view, { index: cursor + 1, last })) hasTo = true;
    else if (tag !== 'ADV' || !leadsToVerb(view, { index: cursor + 1, last })) break;
  }
  if (cursor >= last) return null;
  const tag = view.tag(cursor);
  const form = view.form(cursor);
  const copula = tag === 'AUX';
  // "according to two officials" tells a source, and is no verb.
  if ((tag !== 'VERB' && !copula) || view.lower(cursor) === 'according') return null;
  const [lemma, end] = withParticle(view, resources, { index: cursor, last });
  const mood = hasTo
    ? 'INFINITIVE'
    : hasAuxiliary || copula
      ? 'FINITE'
      : form === 'VBG'
        ? 'GERUND'
        : form === 'VBN'
          ? 'PARTICIPLE'
          : 'FINITE';
  return {
    kind: 'VERB',
    first: index,
    last: end,
    head: cursor,
    lemma,
    passive: (hasBe && (form === 'VBN' || form === 'VBD')) || mood === 'PARTICIPLE',
    negated,
    modal,
    mood,
    copula,
    past: form === 'VBD' || form === 'VBN',
    preposition: mood === 'GERUND' ? preposition : null,
  };
}

/** True for a form of be that is the verb itself: "were responsible", "is a town". */
function isMainBe(view: View, { index, last }: { index: number; last: number }): boolean {
  const lower = view.lower(index);
  if (view.form(index) === 'MD') return false;
  let next = index + 1;
  while (next < last && (view.tag(next) === 'ADV' || view.lower(next) === 'not' || view.lower(next) === "n't")) next++;
  const isVerb = next < last && (view.tag(next) === 'VERB' || view.tag(next) === 'AUX');
  return !isVerb && (BE.has(lower) || BE.has(view.lemma(index)) || view.lemma(index) === 'have');
}

function leadsToBareVerb(view: View, { index, last }: { index: number; last: number }): boolean {
  let next = index;
  while (next < last && view.tag(next) === 'ADV') next++;
  if (next >= last) return false;
  return (
    (view.tag(next) === 'VERB' && view.form(next) === 'VB') || view.lower(next) === 'be' || view.lower(next) === 'have'
  );
}

function leadsToVerb(view: View, { index, last }: { index: number; last: number }): boolean {
  let next = index;
  while (next < last && (view.tag(next) === 'ADV' || view.lower(next) === 'not')) next++;
  return next < last && (view.tag(next) === 'VERB' || view.tag(next) === 'AUX');
}

/** The lemma with its particle or fixed noun where the lexicon knows them together: "round up", "hold talks". */
function withParticle(
  view: View,
  resources: Resources,
  { index, last }: { index: number; last: number },
): readonly [string, number] {
  const lemma = view.lemma(index);
  for (let length = 2; length >= 1; length--) {
    if (index + length >= last) continue;
    const words = Array.from({ length }, (_, offset) => view.lower(index + 1 + offset)).join(' ');
    const phrase = `${lemma} ${words}`;
    if (resources.verbs.has(phrase) || resources.cues.has(phrase) || resources.lightVerbs.has(phrase))
      return [phrase, index + 1 + length];
  }
  return [lemma, index + 1];
}
