import type { Resources } from '../../resources/index.js';
import type { TokenRange, View } from '../view.js';
import { fillClauses } from './fill-clauses.js';
import { readAppositions, readModifiers } from './read-appositions.js';
import { readClauses } from './read-clauses.js';
import { readInnerPhrases } from './read-inner-phrases.js';
import { readNamings } from './read-namings.js';
import { type NamesByToken, readNounPhrases } from './read-noun-phrases.js';
import type { NounPhrase, SentenceReading } from './reading.js';

const NONE: readonly NounPhrase[] = [];

/** Reads the noun phrases and clauses of a sentence, or of a part of one, off its tree. */
export function readSentence(
  view: View,
  resources: Resources,
  { names, range }: { readonly names: NamesByToken; readonly range: TokenRange },
): SentenceReading {
  const phrases = readNounPhrases(view, names, range);
  const input = { range, phrases };
  const clauses = readClauses(view, resources, input);
  fillClauses(view, resources, { ...input, clauses });
  const modifiers = readModifiers(view, input);
  const byNoun = new Map<NounPhrase, NounPhrase[]>();
  for (const { phrase, modifier } of modifiers) {
    const list = byNoun.get(phrase);
    if (list === undefined) byNoun.set(phrase, [modifier]);
    else list.push(modifier);
  }
  const appositions = [...readAppositions(view, resources, input), ...readNamings(view, resources, clauses.list)];
  return {
    phrases: phrases.list,
    clauses: clauses.list,
    appositions,
    modifiers,
    clauseAt: (token) => clauses.at[token - range.first],
    phraseAt: (token) => phrases.at[token - range.first],
    modifiersOf: (phrase) => byNoun.get(phrase) ?? NONE,
    innerOf: (phrase) => (phrase.last - phrase.first === 1 ? [] : readInnerPhrases(view, resources, { names, phrase })),
    appositionsOf: (phrase) =>
      appositions.length === 0
        ? NONE
        : appositions.flatMap((one) =>
            one.phrase === phrase ? [one.description] : one.description === phrase ? [one.phrase] : [],
          ),
  };
}
