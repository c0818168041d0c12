import type { RelationType } from '../../ontology/index.js';
import type { Country, Resources } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { View } from '../view.js';
import { governorOf, roleOf } from './find-roles.js';

/** Acts of governments that no town does. */
const ACTS: ReadonlySet<RelationType> = new Set<RelationType>([
  'REQUEST',
  'ACCUSE',
  'CONDEMN',
  'DENY',
  'REJECT',
  'AGREE',
  'SUPPORT',
  'THREATEN',
  'SANCTION',
  'CONCEDE',
  'CONSULT',
  'COOPERATE',
  'EXPEL',
  'MOBILIZE',
]);

/**
 * The country whose government a capital or a seat of government stands for where it acts: "|Orlo| denied the charge",
 * never "Orlo lies on a river" or "he left Orlo"; null for any other name.
 */
export function governmentMeant(view: View, resources: Resources, name: Name, top: number): Country | null {
  if (name.type === 'PERSON' || name.type === 'NATIONALITY') return null;
  const country = seatOf(resources, view.quote(name).quote);
  if (country === null || roleOf(view, top) !== 'SUBJECT') return null;
  // "was condemned": who is acted upon does not act.
  if (view.dependency(top) === 'nsubj:pass') return null;
  const verb = view.lemma(governorOf(view, top));
  const acts =
    resources.cues.has(verb) || (resources.verbSenses.get(verb)?.some(({ relation }) => ACTS.has(relation)) ?? false);
  return acts ? country : null;
}

/** The country whose government has its seat in what a name names; null where it is none. */
export function seatOf(resources: Resources, name: string): Country | null {
  return resources.capitals.get(name) ?? resources.seats.get(name.replace(/^the\s+/i, '').replaceAll('’', "'")) ?? null;
}
