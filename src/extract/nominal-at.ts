import type { NominalSense, Resources } from '../resources/index.js';
import type { View } from './view.js';

/**
 * What the word list says of a noun, with the word before it where it knows both together: "a mobile |operator|" is a
 * company, "a crane |operator|" a person. Undefined where it knows neither.
 */
export function nominalAt(view: View, { nominals }: Resources, token: number): NominalSense | undefined {
  const lemma = view.lemma(token);
  if (isOnlyManner(view, token)) return undefined;
  return nominals.get(`${view.lower(token - 1)} ${lemma}`) ?? nominals.get(lemma) ?? nominals.get(view.lower(token));
}

/** "in |front| of the court", "a |state| of emergency": the noun of such a phrase is no place. */
function isOnlyManner(view: View, token: number): boolean {
  const word = view.lower(token);
  // "drove her into |exile|": a state, and no person.
  if (word === 'exile') return view.lower(token - 1) === 'into' || view.lower(token - 1) === 'in';
  // "their |bodies| lay there": of the dead; "a world |body|" is an organization.
  if (word === 'bodies' || word === 'body') return view.tag(token - 1) !== 'NOUN' && view.tag(token - 1) !== 'ADJ';
  if (view.lower(token + 1) !== 'of') return false;
  if (word === 'front') return view.lower(token - 1) === 'in';
  return word === 'state' && view.tag(token + 2) === 'NOUN';
}
