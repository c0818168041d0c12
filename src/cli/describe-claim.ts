import type { Modality, ReferentKey, Stance } from '../domain/index.js';
import type { ClaimView, ParticipantView, QuotationView } from '../query/index.js';
import { cutToColumns, printable } from './printable.js';

/** Gives the name of an entity; null where there is none of that id. */
export type EntityNames = (id: ReferentKey) => string | null;

/**
 * A claim in four lines for people: who does what to whom, with the words of polarity and modality; on whose word;
 * the document; the sentence. The lines are printable and at most `width` columns wide.
 */
export function describeClaim(view: ClaimView, names: EntityNames, width: number): readonly string[] {
  const { claim } = view;
  const list = (participants: readonly ParticipantView[]): string =>
    participants.map((participant) => wordsOf(participant, names)).join(', ') || '?';
  const parts = [list(view.subjects), `${claim.relation} (${claim.predicate})`];
  // Where the object is a claim of its own, that claim stands in the list beside this one.
  if (view.objects.length > 0 || view.about === null) parts.push(list(view.objects));
  if (view.about !== null) parts.push(`about ${view.about.claimId}`);
  for (const other of view.others) {
    parts.push(`${other.participant.preposition ?? other.participant.role.toLowerCase()} ${wordsOf(other, names)}`);
  }
  if (claim.role !== null) parts.push(`as ${claim.role.quote}`);
  if (view.place !== null) parts.push(`at ${wordsOf(view.place, names)}`);
  if (claim.time !== null) parts.push(describeTime(claim.time.quote, claim.time.from, claim.time.to));
  const manner = [
    claim.polarity === 'NEGATED' ? 'negated' : '',
    claim.modality === 'ACTUAL' ? '' : MODALITY_WORDS[claim.modality],
  ].filter((word) => word !== '');
  if (manner.length > 0) parts.push(`[${manner.join(', ')}]`);
  const voices = view.quotations.map((quotation) => describeQuotation(quotation, names));
  const lines = [
    printable(parts.join(' ')),
    `    ${printable(voices.join(', ') || "in the document's own words")}`,
    `    ${printable(describeDocument(view))}`,
    `    ${printable(`“${claim.sentence.quote}”`)}`,
  ];
  return lines.map((line) => cutToColumns(line, width));
}

const MODALITY_WORDS: Readonly<Record<Exclude<Modality, 'ACTUAL'>, string>> = {
  POSSIBLE: 'possible',
  PLANNED: 'planned',
  REQUESTED: 'called for',
  HYPOTHETICAL: 'hypothetical',
};

const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  ASSERTS: 'according to',
  DENIES: 'denied by',
  DOUBTS: 'doubted by',
  ASKS: 'asked by',
  CONFIRMS: 'confirmed by',
};

/** The words of the text, and the entity's name where they do not hold it: "he (Ann Lee)". */
function wordsOf({ participant, entity }: ParticipantView, names: EntityNames): string {
  const name = entity === null ? null : names(entity);
  return name === null || participant.quote.toLowerCase().includes(name.toLowerCase())
    ? participant.quote
    : `${participant.quote} (${name})`;
}

function describeQuotation({ quotation, claimant }: QuotationView, names: EntityNames): string {
  const words = STANCE_WORDS[quotation.stance];
  return quotation.claimant === null
    ? `${words} someone whom the text does not name`
    : `${words} ${wordsOf({ participant: quotation.claimant, entity: claimant }, names)}`;
}

/** "Strike at the docks, Meridian Wire, 2031-03-07 (d7 c2)": what is known of it. */
function describeDocument({ document, claim }: ClaimView): string {
  const known = [document.title, document.source, document.publishedAt?.slice(0, 10)].filter((part) => part);
  const place = `${document.id} ${claim.id}`;
  return known.length === 0 ? place : `${known.join(', ')} (${place})`;
}

function describeTime(quote: string, from: string | null, to: string | null): string {
  if (from === null || from === quote) return quote;
  return to === null || to === from ? `${quote} (${from})` : `${quote} (${from} to ${to})`;
}
