import { overlaps, type Span } from '../../src/base/index.js';
import type { Extraction, ReferringQuote } from '../../src/domain/index.js';
import { headOfPhrase } from './head-of-phrase.js';
import { locateNames, locateWords } from './locate-words.js';
import type { LabelledCase } from './read-cases.js';

const PRONOUN = /^(?:i|we|us|me|you|he|him|his|she|her|it|its|they|them|their|who|whom|whose|which|that)$/u;

/** A text's labels beside its record. */
export interface Reading {
  readonly labels: LabelledCase;
  readonly record: Extraction;
}

/** True where a quote of the record means what the labelled words mean: their head, their name, or another form of their chain. */
export function means({ labels, record }: Reading, words: string, quote: ReferringQuote): boolean {
  const spans = locateWords(labels, words);
  return [...spans, ...chainOf(labels, spans)].some((span) => isAt({ labels, record }, span, quote));
}

/**
 * True where the quote is the first form of the labelled words' chain, or its referent is that form's. Words outside the
 * chains need no more than `means`.
 */
export function resolves({ labels, record }: Reading, words: string, quote: ReferringQuote): boolean {
  const anchor = chainOf(labels, locateWords(labels, words))[0];
  if (anchor === undefined || headOfPhrase(labels.text, quote).end === headOfPhrase(labels.text, anchor).end)
    return true;
  return record.mentions.some(
    (mention) => mention.referent === quote.referent && mention.end === anchor.end && overlaps(mention, anchor),
  );
}

/** The spans of the chains' forms, a chain a row. */
export function locateChains(labels: LabelledCase): readonly (readonly Span[])[] {
  return labels.referents.map((chain) => chain.flatMap((form) => locateWords(labels, form)));
}

function chainOf(labels: LabelledCase, spans: readonly Span[]): readonly Span[] {
  const chain = locateChains(labels).find((forms) => forms.some((form) => spans.some((span) => span.end === form.end)));
  return chain ?? [];
}

function isAt({ labels, record }: Reading, span: Span, quote: ReferringQuote): boolean {
  const head = headOfPhrase(labels.text, span);
  const found = headOfPhrase(labels.text, quote);
  if (head.start === found.start && head.end === found.end) return true;
  const name = locateNames(labels).find((one) => one.end === span.end && one.start >= span.start)?.name;
  if (name !== undefined) {
    const referent = record.referents.find((one) => one.id === quote.referent);
    return quote.quote.endsWith(name) || referent?.name === name || (referent?.aliases.includes(name) ?? false);
  }
  const word = labels.text.slice(head.start, head.end).toLowerCase();
  return !PRONOUN.test(word) && word === labels.text.slice(found.start, found.end).toLowerCase();
}
