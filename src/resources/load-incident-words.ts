import type { RelationType } from '../ontology/index.js';
import { oneOf } from './lexicon-cells.js';
import { type Gazetteer, PHRASE_KINDS, type PhraseKind } from './load-gazetteer.js';
import { hashWord, joinHashes } from './phrase-table.js';
import { plainPhrase } from './plain-phrase.js';
import type { PredicateSenses } from './predicate-senses.js';
import { cell, readLexicon } from './read-lexicon.js';

/** What a word says of a happening; `data/incidents/words.tsv` explains each. */
export const INCIDENT_SENSES = [
  'GIVE',
  'TAKE',
  'PAYMENT',
  'MONEY',
  'CAUSE',
  'MISHAP',
  'TOLL',
  'NUMBER',
  'THE_DEAD',
  'THE_INJURED',
  'PEOPLE',
  'UNKNOWN',
  'SPEECH',
  'LIGHT',
  'START',
  'NOBODY',
  'ANY_FORCE',
] as const;

export type IncidentSense = (typeof INCIDENT_SENSES)[number];

/** What is known of the words by which claims about one happening are compared. */
export interface IncidentWords {
  /** True where the word, in its dictionary form or as a regular plural, has that sense. */
  has(word: string, sense: IncidentSense): boolean;
  /** The relation of an event noun ("threats": THREATEN), or of a noun that is spelt as its verb ("order": REQUEST), or their regular plural; null where it is none. */
  relationOf(noun: string): RelationType | null;
  /** True for the name of a country or region, in lower case, that is no city's: two things there may be far apart. */
  isWide(place: string): boolean;
  /** True for the name of a city or town that the gazetteer knows, in lower case. */
  isCity(place: string): boolean;
}

/** Loads `data/incidents/`. @throws ClaimgraphError RESOURCE_INVALID where a file is missing or malformed. */
export function loadIncidentWords(
  { nounSenses, verbSenses }: Pick<PredicateSenses, 'nounSenses' | 'verbSenses'>,
  gazetteer: Gazetteer,
): IncidentWords {
  const senses = new Map<string, number>();
  for (const row of readLexicon('words', 'incidents')) {
    const word = cell(row, 'word');
    const bit = 1 << INCIDENT_SENSES.indexOf(oneOf(INCIDENT_SENSES, cell(row, 'sense')));
    senses.set(word, (senses.get(word) ?? 0) | bit);
  }
  const wide = bitsOf(['COUNTRY', 'REGION']);
  const narrow = bitsOf(['CITY', 'CAPITAL']);
  return {
    has(word, sense) {
      const bit = 1 << INCIDENT_SENSES.indexOf(sense);
      return singularsOf(word).some((form) => ((senses.get(form) ?? 0) & bit) !== 0);
    },
    relationOf(noun) {
      for (const form of singularsOf(noun)) {
        const sense = nounSenses.get(form)?.[0] ?? verbSenses.get(form)?.[0];
        if (sense !== undefined) return sense.relation;
      }
      return null;
    },
    isWide(place) {
      const kinds = kindsOf(place, gazetteer);
      return (kinds & wide) !== 0 && (kinds & narrow) === 0;
    },
    isCity: (place) => (kindsOf(place, gazetteer) & narrow) !== 0,
  };
}

/** What the gazetteer has the whole name for, a bit for each of PHRASE_KINDS. */
function kindsOf(place: string, { phrases }: Gazetteer): number {
  const [first = '', ...others] = plainPhrase(place).split(' ');
  return phrases.find(others.reduce((hash, word) => joinHashes(hash, hashWord(word)), hashWord(first)));
}

function bitsOf(kinds: readonly PhraseKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << PHRASE_KINDS.indexOf(kind)), 0);
}

/** The word itself, and what it may be the regular plural of: "bribes", "bribe"; "allegations"; "bodies", "body". */
function singularsOf(word: string): readonly string[] {
  if (word.endsWith('ies')) return [word, `${word.slice(0, -3)}y`];
  if (word.endsWith('es')) return [word, word.slice(0, -1), word.slice(0, -2)];
  return word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
}
