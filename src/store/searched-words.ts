import { fold } from '../base/index.js';
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
