import { fold, wordsOf } from '../base/index.js';
import type { Extraction } from '../domain/index.js';

/** Words of a document that search finds: of one claim, or of one quotation. */
export interface SearchedPassage {
  readonly kind: 'CLAIM' | 'QUOTATION';
  /** Of the claim or quotation within the record. */
  readonly id: string;
  /** Folded; of a claim the lemma of its relation, else empty. */
  readonly predicate: string;
  /** Folded; of a claim its sentence, of a quotation its content. */
  readonly words: string;
}

const LONGEST_FORM = 200;

/** Most passages that are weighed; of words that more have, the latest ones. */
export const MOST_WEIGHED = 5_000;
export const MOST_WORDS = 16;
/** Shorter words of a passage must be met whole. */
export const SHORTEST_BEGINNING = 2;

/** Every name, alias, acronym and description of a record's referents, distinct, cut to 200 code units. */
export function formsOf(extraction: Extraction): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const { name, aliases, acronyms } of extraction.referents) {
    for (const form of [name, ...aliases, ...acronyms]) if (form.length <= LONGEST_FORM) forms.add(form);
  }
  return forms;
}

/** The passages of a record, claims first. */
export function passagesOf(extraction: Extraction): readonly SearchedPassage[] {
  const folded = new Map<string, string>();
  const foldOnce = (text: string): string => {
    const known = folded.get(text) ?? fold(text);
    folded.set(text, known);
    return known;
  };
  const claims = extraction.claims.map(
    ({ id, predicate, sentence }): SearchedPassage => ({
      kind: 'CLAIM',
      id,
      predicate: fold(predicate),
      words: foldOnce(sentence.quote),
    }),
  );
  const quotations = extraction.quotations.map(
    ({ id, content }): SearchedPassage => ({
      kind: 'QUOTATION',
      id,
      predicate: '',
      words: fold(content.map(({ quote }) => quote).join(' ')),
    }),
  );
  return [...claims, ...quotations];
}

/** The words to look for in passages, folded, at most MOST_WORDS: those that tell something, else all. */
export function tellingWordsOf(text: string): readonly string[] {
  const all = [...new Set(wordsOf(fold(text)))];
  const telling = all.filter((word) => !COMMON_WORDS.has(word));
  return (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
}

/** Words that nearly every sentence has: to look for them costs much and tells nothing. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be by for from had has have he in is it its of on or s said that the their they this to was were which who with'.split(
    ' ',
  ),
);
