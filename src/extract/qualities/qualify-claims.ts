import type { Modality, Polarity } from '../../domain/index.js';
import type { Resources } from '../../resources/index.js';
import type { FoundClaim } from '../claims/find-claims.js';
import type { Clause, NounPhrase } from '../phrases/reading.js';
import type { FoundQuotation } from '../quotations/find-quotations.js';
import type { View } from '../view.js';

/** Whether a claim says that something is so, and how really. */
export interface Qualification {
  readonly polarity: Polarity;
  readonly modality: Modality;
}

/** What a modal makes of its verb: "may strike" POSSIBLE, "will strike" PLANNED. */
const MODALS: ReadonlyMap<string, Modality> = new Map<string, Modality>([
  ['may', 'POSSIBLE'],
  ['might', 'POSSIBLE'],
  ['could', 'POSSIBLE'],
  ['can', 'POSSIBLE'],
  ['ca', 'POSSIBLE'],
  ['cannot', 'POSSIBLE'],
  ['will', 'PLANNED'],
  ["'ll", 'PLANNED'],
  ['shall', 'PLANNED'],
  ['wo', 'PLANNED'],
  ['would', 'HYPOTHETICAL'],
  ["'d", 'HYPOTHETICAL'],
  ['must', 'REQUESTED'],
  ['should', 'REQUESTED'],
]);
const CONDITIONS = new Set(['if', 'unless', 'whether', 'lest']);
const DOUBTING_ADVERBS = new Set([
  'allegedly',
  'reportedly',
  'possibly',
  'perhaps',
  'probably',
  'apparently',
  'purportedly',
  'supposedly',
]);
const NEGATIVE_WORDS = new Set(['no', 'neither', 'nobody', 'none', 'nor']);
/** The less real of two readings wins: a planned act under "if" is hypothetical. */
const REALITY: readonly Modality[] = ['ACTUAL', 'PLANNED', 'POSSIBLE', 'REQUESTED', 'HYPOTHETICAL'];

/**
 * Reads polarity and modality of a claim: negation, modals, conditions, the verbs that govern it ("failed to",
 * "called on … to"), doubting adverbs, questions, and the stance of the innermost quotation that it stands in.
 */
export function qualifyClaim(
  view: View,
  resources: Resources,
  { claim, quotation }: { readonly claim: FoundClaim; readonly quotation: FoundQuotation | null },
): Qualification {
  const readings: Qualification[] = [];
  if (claim.clause !== null) readings.push(...ofClause(view, resources, claim.clause));
  const firstSubject = claim.subjects[0] ?? claim.objects[0];
  // "No one was arrested", "saw no bruises".
  const isNegative = (phrase: NounPhrase | undefined) =>
    phrase !== undefined && (NEGATIVE_WORDS.has(view.lower(phrase.first)) || view.lower(phrase.first - 1) === 'no');
  if (isNegative(firstSubject) || (claim.subjects.length > 0 && isNegative(claim.objects[0])))
    readings.push({ polarity: 'NEGATED', modality: 'ACTUAL' });
  if (isQuestion(view, claim)) readings.push({ polarity: 'AFFIRMED', modality: 'HYPOTHETICAL' });
  // "he said they would strike": a reported "would" is a "will" of its speaker.
  const reported =
    claim.clause?.verb.modal === 'would' &&
    quotation !== null &&
    quotation.kind !== 'DIRECT' &&
    claim.clause.subordinator !== 'if';
  if (reported) return { ...combine(readings), modality: 'PLANNED' };
  if (quotation?.stance === 'DOUBTS') readings.push({ polarity: 'AFFIRMED', modality: 'POSSIBLE' });
  if (quotation?.stance === 'ASKS') readings.push({ polarity: 'AFFIRMED', modality: 'HYPOTHETICAL' });
  return combine(readings);
}

function combine(readings: readonly Qualification[]): Qualification {
  const negations = readings.filter((reading) => reading.polarity === 'NEGATED').length;
  const modality = readings.map((reading) => reading.modality).reduce(lessReal, 'ACTUAL');
  return { polarity: negations % 2 === 1 ? 'NEGATED' : 'AFFIRMED', modality };
}

function lessReal(a: Modality, b: Modality): Modality {
  return REALITY.indexOf(a) >= REALITY.indexOf(b) ? a : b;
}

function ofClause(view: View, resources: Resources, clause: Clause): readonly Qualification[] {
  const { verb, governor } = clause;
  const readings: Qualification[] = [];
  if (verb.negated) readings.push({ polarity: 'NEGATED', modality: 'ACTUAL' });
  if (verb.modal !== null) readings.push({ polarity: 'AFFIRMED', modality: MODALS.get(verb.modal) ?? 'ACTUAL' });
  if (clause.subordinator !== null && CONDITIONS.has(clause.subordinator))
    readings.push({ polarity: 'AFFIRMED', modality: 'HYPOTHETICAL' });
  for (let index = verb.first - 1; index < verb.last; index++) {
    if (DOUBTING_ADVERBS.has(view.lower(index))) readings.push({ polarity: 'AFFIRMED', modality: 'POSSIBLE' });
  }
  // "without reaching a deal": what is left out did not happen.
  if (verb.preposition === 'without') readings.push({ polarity: 'NEGATED', modality: 'ACTUAL' });
  if (governor === null) return readings;
  const row = resources.governingVerbs.get(governor.verb.lemma);
  const takesVerb = verb.mood === 'INFINITIVE' || (verb.mood === 'GERUND' && verb.preposition !== 'without');
  if (row !== undefined && takesVerb) {
    readings.push({ polarity: row.polarity, modality: row.modality });
    if (governor.verb.negated) readings.push({ polarity: 'NEGATED', modality: 'ACTUAL' });
  } else if (verb.mood === 'INFINITIVE') {
    // "fired to frighten them": a purpose need not be reached.
    readings.push({ polarity: 'AFFIRMED', modality: 'PLANNED' });
  }
  if (row !== undefined && takesVerb)
    readings.push(...ofClause(view, resources, governor).filter((one) => one.modality !== 'ACTUAL'));
  return readings;
}

function isQuestion(view: View, claim: FoundClaim): boolean {
  const sentence = view.sentenceOf(claim.trigger.first);
  for (let index = sentence.last - 1; index > claim.trigger.first && index > sentence.last - 4; index--)
    if (view.word(index) === '?') return true;
  return false;
}
