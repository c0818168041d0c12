import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import { type ClauseInput, groupAt } from './read-clauses.js';
import type { Apposition, Modifier, NounPhrase } from './reading.js';

/** The prepositional phrases that hang on nouns, coordinated ones each by itself; in order of text. */
export function readModifiers(view: View, input: ClauseInput): readonly Modifier[] {
  const { range, phrases } = input;
  const modifiers: Modifier[] = [];
  for (const modifier of phrases.list) {
    if (modifier.preposition === null || view.dependency(modifier.node) !== 'nmod') continue;
    const phrase = phrases.at[view.head(modifier.node) - range.first];
    if (phrase === undefined || phrase === modifier) continue;
    for (const one of groupAt(view, input, modifier.node)) modifiers.push({ phrase, modifier: one });
  }
  return modifiers;
}

/** Second descriptions: "Kofi Annan, a former secretary general"; "Homs, Syria". */
export function readAppositions(
  view: View,
  resources: Resources,
  { range, phrases }: ClauseInput,
): readonly Apposition[] {
  const appositions: Apposition[] = [];
  for (const description of phrases.list) {
    if (view.dependency(description.node) !== 'appos') continue;
    // "an activist in Homs, Wael al-Homsi": the parser hangs it on the nearest noun; a person is described by what fits.
    let node = view.head(description.node);
    for (let steps = 0; node >= range.first && steps < 4; steps++) {
      const phrase = phrases.at[node - range.first];
      if (phrase === undefined || phrase === description) break;
      if (isDescription(view, resources, phrase, description)) {
        appositions.push({ phrase, description });
        break;
      }
      if (view.dependency(phrase.node) !== 'nmod') break;
      node = view.head(phrase.node);
    }
  }
  return appositions;
}

/** True where one of the two names and the other describes, or both name places ("Homs, Syria"). */
function isDescription(view: View, resources: Resources, phrase: NounPhrase, description: NounPhrase): boolean {
  if (phrase.isPronoun || description.isPronoun || description.possessor === phrase) return false;
  const isNominal = (one: NounPhrase) => one.name === null && resources.nominals.has(view.lemma(one.head));
  if (phrase.name !== null && description.name !== null) {
    return phrase.name.type === 'PLACE' && description.name.type === 'PLACE';
  }
  if (description.name?.type === 'PERSON' && !isPerson(view, resources, phrase)) return false;
  // "born in Orlo, |the daughter of a miner|": nobody is a place.
  if (phrase.name?.type === 'PLACE' && isPerson(view, resources, description)) return false;
  if (phrase.name !== null) return isNominal(description) || view.tag(description.first) === 'DET';
  return isNominal(phrase) && description.name !== null;
}

function isPerson(view: View, resources: Resources, phrase: NounPhrase): boolean {
  return (phrase.name?.type ?? resources.nominals.get(view.lemma(phrase.head))?.type) === 'PERSON';
}
