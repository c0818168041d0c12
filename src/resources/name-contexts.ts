import type { EntityType } from '../ontology/index.js';
import { entityTypeCell, oneOf } from './lexicon-cells.js';
import { cell, readLexicon } from './read-lexicon.js';

/** Where a word stands beside a name that it tells the type of; `data/lexicons/name-contexts.tsv` has an example of each. */
export const NAME_PLACES = ['BEFORE', 'WITHIN', 'APPOSED', 'BEHIND', 'OWNED', 'VERB', 'OPENS'] as const;
export type NamePlace = (typeof NAME_PLACES)[number];

/** For each place, the words by their dictionary form, and the type of name that each goes with. */
export type NameContexts = Readonly<Record<NamePlace, ReadonlyMap<string, EntityType>>>;

/** Reads them. @throws RESOURCE_INVALID where the file is missing or names an unknown place or type. */
export function readNameContexts(): NameContexts {
  const contexts = Object.fromEntries(NAME_PLACES.map((place) => [place, new Map<string, EntityType>()]));
  for (const row of readLexicon('name-contexts'))
    contexts[oneOf(NAME_PLACES, cell(row, 'place'))]?.set(cell(row, 'word'), entityTypeCell(row));
  return contexts as unknown as NameContexts;
}
