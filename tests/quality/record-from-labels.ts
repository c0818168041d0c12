import { hashText } from '../../src/base/index.js';
import {
  type Claim,
  EXTRACTION_FORMAT,
  type Extraction,
  type Mention,
  type Participant,
  type Quotation,
  type Quote,
  type Referent,
  type ReferringQuote,
} from '../../src/domain/index.js';
import { locateNames, locateWords } from './locate-words.js';
import { locateChains } from './match-referring.js';
import type { LabelledCase, LabelledClaim } from './read-cases.js';

/**
 * The record of a reader who gets everything right: what the labels say, and nothing else. It holds what is scored;
 * the rest (triggers, sentences, confidence) is filled in anyhow.
 * @throws Error where a claim has a claimant and no quotation is labelled with that claimant.
 */
export function recordFromLabels(labels: LabelledCase): Extraction {
  const mentions = mentionsOf(labels);
  const referents = [...new Set(mentions.map((one) => one.referent))].map((id) => referentOf(mentions, id));
  const refer = (words: string): ReferringQuote => {
    const quote = quoteOf(labels, words);
    return { ...quote, referent: mentions.find((one) => one.end === quote.end)?.referent ?? null };
  };
  const claims = labels.claims.map((label, index) => claimOf(labels, { label, index, refer }));
  const quotations = labels.quotations.map((label, index): Quotation => {
    const claimed = labels.claims.find((claim) => quotationOf(labels, claim) === index);
    return {
      id: `q${index + 1}`,
      kind: 'INDIRECT',
      stance: claimed?.stance ?? 'ASSERTS',
      claimant: label.claimant === null ? null : refer(label.claimant),
      reason: label.claimant === null ? 'UNKNOWN' : null,
      cue: label.cue === null ? null : quoteOf(labels, label.cue),
      content: label.content.map((words) => quoteOf(labels, words)),
    };
  });
  return { ...emptyRecord(labels), mentions, referents, claims, quotations };
}

/** The record of a reader who finds nothing. */
export function emptyRecord({ id, text }: LabelledCase): Extraction {
  return {
    format: EXTRACTION_FORMAT,
    id,
    document: {
      title: null,
      source: null,
      url: null,
      publishedAt: null,
      textHash: hashText(text),
      furniture: [],
      dateline: null,
      timeAnchor: null,
    },
    text,
    mentions: [],
    referents: [],
    claims: [],
    quotations: [],
    diagnostics: [],
  };
}

function mentionsOf(labels: LabelledCase): readonly Mention[] {
  const chains = locateChains(labels);
  const names = locateNames(labels);
  const unnamed = chains.flat().filter((span) => !names.some((name) => name.end === span.end));
  return [...names, ...unnamed]
    .sort((left, right) => left.start - right.start)
    .map((span, index) => {
      const name = names.find((one) => one === span);
      const chain = chains.findIndex((forms) => forms.some((form) => form.end === span.end));
      return {
        id: `m${index + 1}`,
        start: span.start,
        end: span.end,
        quote: labels.text.slice(span.start, span.end),
        type: name?.type ?? 'GROUP',
        kind: name === undefined ? 'NOMINAL' : 'NAME',
        referent:
          chain >= 0 ? `r${chain + 1}` : `r${chains.length + 1 + names.findIndex((one) => one.name === name?.name)}`,
        confidence: 1,
      };
    });
}

function referentOf(mentions: readonly Mention[], id: string): Referent {
  const own = mentions.filter((one) => one.referent === id);
  const [first] = [...own].sort((left, right) => right.quote.length - left.quote.length);
  return {
    id,
    type: first?.type ?? 'GROUP',
    name: first?.quote ?? '',
    named: own.some((one) => one.kind === 'NAME'),
    aliases: [],
    acronyms: [],
    roles: [],
    sector: null,
    standsFor: null,
  };
}

function claimOf(
  labels: LabelledCase,
  { label, index, refer }: { label: LabelledClaim; index: number; refer: (words: string) => ReferringQuote },
): Claim {
  const all: Quote = { start: 0, end: labels.text.length, quote: labels.text };
  const participant = (words: string): Participant => {
    const counted = label.counts[words];
    const [min, max] = counted ?? [null, null];
    const counts = { ...quoteOf(labels, words), min, max, approximate: false, unit: null };
    return { ...refer(words), counts: counted === undefined ? null : counts };
  };
  const quotation = quotationOf(labels, label);
  return {
    id: `c${index + 1}`,
    relation: label.relation,
    predicate: label.predicate.split(' / ')[0] as string,
    trigger: all,
    subjects: label.subjects.map(participant),
    objects: label.objects.map(participant),
    others: [],
    about: null,
    role: null,
    tense: null,
    place: label.place === null ? null : refer(label.place),
    time:
      label.time === null
        ? null
        : { ...quoteOf(labels, label.time), from: label.from, to: label.from, precision: 'UNKNOWN' },
    polarity: label.polarity,
    modality: label.modality,
    quotations: quotation === null ? [] : [`q${quotation + 1}`],
    sentence: all,
    confidence: 1,
  };
}

function quotationOf(labels: LabelledCase, claim: LabelledClaim): number | null {
  if (claim.stance === null) return null;
  const index = labels.quotations.findIndex((one) => one.claimant === claim.claimant);
  if (index < 0) throw new Error(`case ${labels.id}: expected a quotation of ${claim.claimant}, but none is labelled.`);
  return index;
}

function quoteOf(labels: LabelledCase, words: string): Quote {
  const span = locateWords(labels, words)[0];
  if (span === undefined) throw new Error(`case ${labels.id}: expected words, but got none.`);
  return { ...span, quote: labels.text.slice(span.start, span.end) };
}
