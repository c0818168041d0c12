import type { Claim, Extraction, Quotation } from '../../domain/index.js';
import type { IncidentWords } from '../../resources/index.js';
import { headOfDescription } from '../head-of-description.js';

/** How many claims back a denial may reach. */
const FARTHEST = 40;
/** How many sentences with claims back a denial may reach that does not say what it denies. */
const FARTHEST_SENTENCE = 3;

/**
 * For each claim that denies or rejects what another claim says as a whole, without saying it again, the ordinal of that
 * other claim: "Ann said that the army shelled the market. A spokesman rejected that."
 */
export function findAnswers(extraction: Extraction, words: IncidentWords): ReadonlyMap<number, number> {
  const { claims } = extraction;
  const quotations = new Map(extraction.quotations.map((quotation) => [quotation.id, quotation]));
  const ordinals = new Map(claims.map((claim, ordinal) => [claim.id, ordinal]));
  const answers = new Map<number, number>();
  for (const [ordinal, claim] of claims.entries()) {
    if ((claim.relation !== 'DENY' && claim.relation !== 'REJECT') || claim.modality !== 'ACTUAL') continue;
    const about = claim.about === null ? undefined : ordinals.get(claim.about);
    const record = { claims, quotations, words, text: extraction.text };
    const answered =
      about ?? (saysWhat(ordinal, record) ? answeredWithin(ordinal, record) : answeredBefore(ordinal, record));
    if (answered !== null && isAnswerable(claims[answered], quotations)) answers.set(ordinal, answered);
  }
  return answers;
}

interface Record {
  readonly claims: readonly Claim[];
  readonly quotations: ReadonlyMap<string, Quotation>;
  readonly words: IncidentWords;
  readonly text: string;
}

/** True where what is denied stands beside it: "denied that he had paid", "rejected a claim by activists that …". */
function saysWhat(ordinal: number, record: Record): boolean {
  const claim = record.claims[ordinal] as Claim;
  for (const [, { quotations }] of laterInSentence(ordinal, record)) {
    if (quotations.some((id) => record.quotations.get(id)?.cue?.start === claim.trigger.start)) return true;
  }
  if (claim.objects.length === 0) return false;
  const end = Math.max(claim.trigger.end, ...claim.objects.map((object) => object.end));
  return CONTENT.test(record.text.slice(end, Math.min(claim.sentence.end, end + LONGEST_GAP)));
}

/** Between a report and what it says: "claims of the government that". */
const LONGEST_GAP = 80;
const CONTENT = /^[^.;:“"]*\bthat\b/;

/** The claim of somebody else that the same sentence names: "rejected a claim by activists that helicopters had fired". */
function answeredWithin(ordinal: number, record: Record): number | null {
  const claim = record.claims[ordinal] as Claim;
  for (const [later, { quotations }] of laterInSentence(ordinal, record)) {
    const cues = quotations.map((id) => record.quotations.get(id)?.cue?.start ?? 0);
    if (cues.some((start) => start > claim.trigger.end && start < claim.sentence.end)) return later;
  }
  return null;
}

function* laterInSentence(ordinal: number, { claims }: Record): Iterable<readonly [number, Claim]> {
  for (let later = ordinal + 1; later < Math.min(claims.length, ordinal + FARTHEST); later++) {
    const other = claims[later] as Claim;
    if (other.sentence.start !== claims[ordinal]?.sentence.start) return;
    yield [later, other];
  }
}

/** The claim that "that", "the accusation", "the report of threats" stands for; null where the words stand for none. */
function answeredBefore(ordinal: number, record: Record): number | null {
  const { claims, words, text } = record;
  const claim = claims[ordinal] as Claim;
  const things = claim.objects.filter(({ referent }) => referent === null);
  const called = claim.others.filter(({ preposition }) => preposition === 'as').map(({ quote }) => quote);
  const heads = [...things.map(({ quote }) => quote), ...called].map(headOfDescription);
  if (heads.length === 0 && claim.objects.length === 0)
    heads.push(...(PRONOUN.exec(text.slice(claim.trigger.end, claim.trigger.end + LONGEST_GAP))?.slice(1) ?? []));
  // "Rejected that", "rejected the accusation", "dismissed it as a lie"; not "rejected the offer".
  const saysNothing = heads.length === 0 && claim.relation === 'DENY' && claim.objects.length === 0;
  if (!saysNothing && !heads.some((head) => words.has(head, 'SPEECH'))) return null;
  const told = claim.others.filter(({ preposition }) => preposition === 'of').map(({ quote }) => quote);
  const content = [
    ...told,
    ...things.map((thing) => {
      const inside = thing.quote.search(/\sof\s/u);
      const from = inside === -1 ? thing.end : thing.start + inside;
      return OF.exec(text.slice(from, from + LONGEST_GAP))?.[1] ?? '';
    }),
  ];
  const relations = content
    .map((quote) => words.relationOf(headOfDescription(quote)))
    .filter((relation) => relation !== null);
  for (let before = ordinal - 1; before >= Math.max(0, ordinal - FARTHEST); before--) {
    const other = claims[before] as Claim;
    if (relations.includes(other.relation) && other.sentence.start !== claim.sentence.start) return before;
  }
  return lastAllegation(ordinal, record);
}

const PRONOUN = /^\s+(that|this|it|them|those|these)\b/;
/** "the allegation of threats": what it is of. */
const OF = /^\s+of\s+((?:\p{L}+\s?){1,3})/u;

/** In the nearest sentence that has any, the last accusation, else the last claim of somebody else. */
function lastAllegation(ordinal: number, { claims }: Record): number | null {
  const claim = claims[ordinal] as Claim;
  const own = new Set(claim.subjects.map(({ referent }) => referent).filter((referent) => referent !== null));
  let sentence = claim.sentence.start;
  let found: number | null = null;
  let sentences = 0;
  for (let before = ordinal - 1; before >= Math.max(0, ordinal - FARTHEST); before--) {
    const other = claims[before] as Claim;
    if (other.sentence.start === claim.sentence.start) continue;
    if (other.sentence.start !== sentence) {
      if (found !== null || ++sentences > FARTHEST_SENTENCE) break;
      sentence = other.sentence.start;
    }
    if (other.subjects.some(({ referent }) => referent !== null && own.has(referent))) continue;
    if (other.relation === 'ACCUSE') return before;
    if (found === null && other.quotations.length > 0) found = before;
  }
  return found;
}

/** What is planned, called for or supposed is not denied, and a denial of a denial is none of its own. */
function isAnswerable(claim: Claim | undefined, quotations: ReadonlyMap<string, Quotation>): boolean {
  if (claim === undefined || (claim.modality !== 'ACTUAL' && claim.modality !== 'POSSIBLE')) return false;
  return quotations.get(claim.quotations.at(-1) ?? '')?.stance !== 'DENIES';
}
