import type { EntityType } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { FoundMention } from './mention.js';

const COUNTRIES: ReadonlySet<string> = new Set(['country', 'nation', 'republic', 'kingdom']);
const WITHIN: ReadonlySet<string> = new Set([
  'city',
  'town',
  'village',
  'district',
  'neighborhood',
  'neighbourhood',
  'suburb',
]);

/** Whether a place is a country or something within one: "the country" never means Orlo, nor "the city" Brunia. */
export function extentOf(
  resources: Resources,
  { type, written, lemma }: { readonly type: EntityType | null; readonly written: string; readonly lemma: string },
): FoundMention['extent'] {
  if (type !== 'PLACE') return null;
  if (written !== '') return resources.countryNames.has(written) ? 'COUNTRY' : 'WITHIN';
  return COUNTRIES.has(lemma) ? 'COUNTRY' : WITHIN.has(lemma) ? 'WITHIN' : null;
}
