import nlp from 'compromise/one';
import type { Span } from '../base/index.js';

/** What is used of compromise's insides; its own types leave them open. */
interface BaseReading {
  readonly methods: {
    readonly one: {
      readonly tokenize: {
        splitTerms(text: string, model: unknown): readonly string[];
        splitWhitespace(term: string, model: unknown): { readonly text: string; readonly pre: string };
      };
    };
  };
  readonly model: { readonly one: { readonly abbreviations: Readonly<Record<string, unknown>> } };
}

const { methods, model } = nlp.world() as BaseReading;

/**
 * Reads the terms of a run of characters without white space, by the base reading: "well-known," holds two. Each term's
 * characters are checked against the run: a term that is not found where it should be is looked for further on, else
 * left out. What lies between terms is punctuation.
 *
 * Only `compromise/one` is imported, and of it only what cuts words: the rest costs more than all other reading together.
 */
export function readTerms(run: string): readonly Span[] {
  if (/^[A-Za-z]+$/.test(run)) return [{ start: 0, end: run.length }];
  if (!/[\p{L}\p{N}\p{So}]/u.test(run)) return [];
  const { splitTerms, splitWhitespace } = methods.one.tokenize;
  const terms: Span[] = [];
  let cursor = 0;
  for (const term of splitTerms(run, model)) {
    const { text, pre } = splitWhitespace(term, model);
    if (text === '') continue;
    const expected = cursor + pre.length;
    const start = run.startsWith(text, expected) ? expected : run.indexOf(text, cursor);
    if (start === -1) continue;
    terms.push({ start, end: start + text.length });
    cursor = start + text.length;
  }
  return terms;
}

/** Whether the base reading takes a word for an abbreviation, which ends no sentence; without its full stop. */
export function isBaseAbbreviation(word: string): boolean {
  return word.length === 1 || Object.hasOwn(model.one.abbreviations, word.toLowerCase());
}
