import type { Document, Quote, ReferringQuote } from '../domain/index.js';
import type { ClaimView, ParticipantView, QuotationView } from '../query/index.js';
import type {
  AttributionRow,
  ClaimantRow,
  ClaimRow,
  DocumentRow,
  EdgeClaimRow,
  ParticipantRow,
} from './export-rows.js';
import type { References } from './references.js';
import { toWellFormed } from './text-forms.js';

/** A claim with its evidence and the entities as they are now. */
export function claimRow(view: ClaimView, references: References): ClaimRow {
  const { claim } = view;
  return {
    id: claim.id,
    document: documentRow(view.document),
    relation: claim.relation,
    predicate: toWellFormed(claim.predicate),
    trigger: quoteOf(claim.trigger),
    subjects: view.subjects.map((subject) => withCounts(subject, references)),
    objects: view.objects.map((object) => withCounts(object, references)),
    others: view.others.map((other) => ({
      ...participantRow(other, references),
      role: other.participant.role,
      preposition: other.participant.preposition,
    })),
    about: claim.about,
    role: claim.role === null ? null : quoteOf(claim.role),
    tense: claim.tense,
    place: view.place === null ? null : participantRow(view.place, references),
    time:
      claim.time === null
        ? null
        : { ...quoteOf(claim.time), from: claim.time.from, to: claim.time.to, precision: claim.time.precision },
    polarity: claim.polarity,
    modality: claim.modality,
    stance: view.quotations.at(-1)?.quotation.stance ?? null,
    claimants: view.quotations.flatMap((quotation) => claimantRow(quotation, references) ?? []),
    quotations: view.quotations.map((quotation) => attributionRow(quotation, references)),
    sentence: quoteOf(claim.sentence),
    confidence: claim.confidence,
  };
}

/** Names a claim in tables: `<document>/<claim>`. */
export function claimRowId({ document, id }: Pick<ClaimRow, 'document' | 'id'>): string {
  return `${document.id}/${id}`;
}

/** What an edge carries of a claim. */
export function edgeClaimRow(claim: ClaimRow): EdgeClaimRow {
  return {
    document: claim.document.id,
    claim: claim.id,
    predicate: claim.predicate,
    polarity: claim.polarity,
    modality: claim.modality,
    stance: claim.stance,
    claimants: claim.claimants.map((claimant) => claimant.name),
    quotation: claim.sentence.quote,
    start: claim.sentence.start,
    end: claim.sentence.end,
    confidence: claim.confidence,
  };
}

function documentRow({ id, title, source, url, publishedAt }: Document): DocumentRow {
  return {
    id,
    title: title === null ? null : toWellFormed(title),
    source: source === null ? null : toWellFormed(source),
    url: url === null ? null : toWellFormed(url),
    publishedAt,
  };
}

function withCounts(view: ClaimView['subjects'][number], references: References): ClaimRow['subjects'][number] {
  return { ...participantRow(view, references), counts: view.participant.counts };
}

function participantRow({ participant, entity }: ParticipantView, references: References): ParticipantRow {
  return { ...quoteOf(participant), entity: references(entity) };
}

function claimantRow({ quotation, claimant }: QuotationView, references: References): ClaimantRow | null {
  if (quotation.claimant === null) return null;
  const entity = references(claimant);
  return { name: entity?.name ?? toWellFormed(quotation.claimant.quote), entity };
}

function attributionRow({ quotation, claimant }: QuotationView, references: References): AttributionRow {
  const words: ReferringQuote | null = quotation.claimant;
  return {
    kind: quotation.kind,
    stance: quotation.stance,
    claimant: words === null ? null : participantRow({ participant: words, entity: claimant }, references),
    reason: quotation.reason,
    cue: quotation.cue === null ? null : quoteOf(quotation.cue),
    content: quotation.content.map(quoteOf),
  };
}

/** Only the fields of a quote, and those well-formed: a span may part a pair of surrogates. */
function quoteOf({ start, end, quote }: Quote): Quote {
  return { start, end, quote: toWellFormed(quote) };
}
