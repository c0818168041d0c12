import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import { barePhrase } from './make-phrase.js';
import { type NamesByToken, nodeOf } from './read-noun-phrases.js';
import type { NounPhrase } from './reading.js';

/** The names, peoples and nouns that stand before the head of a phrase, each as a phrase: "police" of "a police raid", "UN" of "a UN envoy". In order of text. */
export function readInnerPhrases(
  view: View,
  resources: Resources,
  { names, phrase }: { readonly names: NamesByToken; readonly phrase: NounPhrase },
): readonly NounPhrase[] {
  const found: NounPhrase[] = [];
  const end = phrase.name === null ? phrase.head : phrase.name.titleFirst;
  let index = Math.max(phrase.first, phrase.possessor?.last ?? 0);
  while (index < end) {
    const name = names[index];
    if (name !== undefined && name !== phrase.name) {
      if (name.last > end + 1) break;
      found.push(barePhrase({ first: name.titleFirst, last: name.last }, nodeOf(view, names, index), name));
      index = Math.max(name.last, index + 1);
      continue;
    }
    const isNoun = view.tag(index) === 'NOUN' && view.dependency(index) !== 'nmod:poss';
    if (isNoun || resources.peoples.has(view.word(index)))
      found.push(barePhrase({ first: index, last: index + 1 }, index));
    index++;
  }
  return found;
}
