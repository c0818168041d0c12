import { ClaimgraphError } from '../base/index.js';
import { TENSES, type Tense } from '../domain/index.js';
import type { LinearModel } from '../linear/index.js';
import type { EntityType, RelationType, Sector } from '../ontology/index.js';
import { type AttributionCues, readCues } from './attribution-cues.js';
import { type Governors, readGovernors } from './governors.js';
import { entityTypeCell, oneOf, relationCell, sectorCell } from './lexicon-cells.js';
import { loadConfidence } from './load-confidence.js';
import { type Gazetteer, loadGazetteer } from './load-gazetteer.js';
import { type IncidentWords, loadIncidentWords } from './load-incident-words.js';
import { loadModel } from './load-model.js';
import { createKnownPlaces, type KnownPlaces } from './load-places.js';
import { type NameContexts, readNameContexts } from './name-contexts.js';
import { type NumberWord, readNumberWords } from './number-words.js';
import { type PredicateSenses, readPredicates } from './predicate-senses.js';
import { type PronounSense, readPronouns } from './pronoun-senses.js';
import { cell, type LexiconRow, readLexicon, readWords } from './read-lexicon.js';
import { readTimeWords, type TimeWord } from './time-words.js';

/** TITLE and NAME never end a sentence ("Gen. Smith", "No. 5"); the other kinds may ("at 5 p.m. He left"). */
export type AbbreviationKind = 'TITLE' | 'MONTH' | 'NAME' | 'TIME' | 'COMPANY' | 'PLACE';

/** An irregular form, and its Penn Treebank tag. */
export interface IrregularForm {
  readonly lemma: string;
  readonly form: string;
}

/** What a noun describes: "soldier" is a PERSON of the military, "soldiers" a GROUP. */
export interface NominalSense {
  readonly type: EntityType;
  readonly sector: Sector | null;
  /** What the noun says of its bearer and what follows with of, for, with or in, or stands before it as a possessor; null for most. */
  readonly relation: RelationType | null;
  /** The pronoun of its bearer, where the noun tells. */
  readonly pronoun: 'he' | 'she' | null;
}

/** What a title before a name says of its holder; `relation` is null for mere courtesy ("Mr."). */
export interface TitleSense {
  readonly relation: RelationType | null;
  readonly sector: Sector | null;
  /** The pronoun of its holder, where the title tells. */
  readonly pronoun: 'he' | 'she' | null;
}

/** A country by its first name; `capital` is null where it has none of another name. */
export interface Country {
  readonly name: string;
  readonly names: readonly string[];
  readonly peoples: readonly string[];
  readonly capital: string | null;
}

/** What the stages know besides the text: word lists, loaded once and passed. Keys are lower case unless said otherwise. */
export interface Resources extends PredicateSenses, Governors, AttributionCues {
  /** The version of the reading: of code and data together. A document read by another version is read again. */
  readonly reading: string;
  /** Without their last full stop. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  readonly irregularForms: ReadonlyMap<string, IrregularForm>;
  /** For the first word of phrases among verbs, light verbs, governing verbs and cues ("call" of "call on"): their other words, the longest phrase first. */
  readonly verbPhrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** First names, as written, and the pronoun that goes with each. */
  readonly firstNames: ReadonlyMap<string, 'he' | 'she'>;
  readonly nominals: ReadonlyMap<string, NominalSense>;
  readonly pronouns: ReadonlyMap<string, PronounSense>;
  /** Nouns of happenings and works, which are entities where a text speaks of one again. */
  readonly matters: ReadonlyMap<string, EntityType>;
  /** Without full stops. */
  readonly titles: ReadonlyMap<string, TitleSense>;
  /** Last words of the titles of those who lead, of which nobody bears two at once: "governor", "president". */
  readonly officeNouns: ReadonlySet<string>;
  /** Words before a title or role ("former", "acting", "senior"), and the tense that they give it; null where none. */
  readonly titleModifiers: ReadonlyMap<string, Tense | null>;
  readonly nameWords: ReadonlyMap<string, EntityType>;
  /** Words that end the names of companies, which go by their first word. */
  readonly companyWords: ReadonlySet<string>;
  /** Words beside a name that tell what it names. */
  readonly nameContexts: NameContexts;
  /** Names of countries, as written. */
  readonly countryNames: ReadonlyMap<string, Country>;
  /** Adjectives and nouns of origin, as written; null for peoples without a country. */
  readonly peoples: ReadonlyMap<string, Country | null>;
  readonly capitals: ReadonlyMap<string, Country>;
  /** Names of buildings and streets where a government sits, as written without a leading "the". */
  readonly seats: ReadonlyMap<string, Country>;
  /** The spelling that a transliterated given name counts as, by any of its spellings, normalised. */
  readonly nameSpellings: ReadonlyMap<string, string>;
  /** Acronyms that anyone knows, as written without full stops, and the full name that each stands for. */
  readonly wellKnownAcronyms: ReadonlyMap<string, string>;
  /** Weights of the model of confidence, by the names of its features. */
  readonly confidence: ReadonlyMap<string, number>;
  /** Words of which numbers are made, and those that bound them. */
  readonly numberWords: ReadonlyMap<string, NumberWord>;
  /** Words of which time expressions are made. */
  readonly timeWords: ReadonlyMap<string, TimeWord>;
  /** Names of places, persons and bodies of many countries, and the words above that tell names. */
  readonly gazetteer: Gazetteer;
  /** Words by which claims about one happening are compared. */
  readonly incidentWords: IncidentWords;
  /** Cities and countries of the world by their names. */
  readonly places: KnownPlaces;
  /** The part-of-speech tagger: its weights, and for words by their hash the tags that they bore in training. */
  readonly tagger: { readonly weights: LinearModel; readonly classes: LinearModel };
  /** The recogniser of names. */
  readonly nameModel: LinearModel;
  /** The parser of dependencies. */
  readonly parser: LinearModel;
  /** What pronouns and descriptions mean. */
  readonly coreference: LinearModel;
}

const PRONOUNS = ['he', 'she'] as const;

/** Raise it with every change of code or data that changes what is read from some text. */
const READING = '9';

/** What those who hold any office may be called. */
const GENERAL_OFFICES: ReadonlySet<string> = new Set(['leader', 'chief', 'head', 'boss']);

/** What the stages know besides what they learned from corpora: lists that people wrote or gathered. */
export type WordLists = Omit<Resources, 'tagger' | 'nameModel' | 'parser' | 'coreference'>;

/** Loads `data/`. @throws ClaimgraphError RESOURCE_INVALID where a file is missing or malformed. */
export function loadResources(): Resources {
  return {
    ...loadWordLists(),
    tagger: { weights: loadModel('tagger'), classes: loadModel('tagger', 'classes.bin') },
    nameModel: loadModel('names'),
    parser: loadModel('parser'),
    coreference: loadModel('coreference'),
  };
}

/** Loads `data/` without the models, for those who train them. @throws ClaimgraphError RESOURCE_INVALID as above. */
export function loadWordLists(): WordLists {
  const senses = readPredicates(readLexicon('predicates'));
  const governors = readGovernors(readLexicon('governing-verbs'));
  const attribution = readCues(readLexicon('attribution-cues'));
  const countries = readLexicon('countries').map(country);
  const named = countries.filter((one) => one.name !== '');
  const words: Omit<WordLists, 'gazetteer' | 'incidentWords' | 'places'> = {
    reading: READING,
    abbreviations: table('abbreviations', (row) => cell(row, 'kind') as AbbreviationKind),
    irregularForms: table('irregular-forms', (row) => ({
      lemma: cell(row, 'lemma'),
      form: cell(row, 'forms'),
    })),
    ...senses,
    ...governors,
    ...attribution,
    verbPhrases: phrasesOf([senses.verbSenses, senses.lightSenses, governors.verbGovernors, attribution.cues]),
    firstNames: table('first-names', (row) => oneOf(PRONOUNS, cell(row, 'pronoun'))),
    nominals: table('nominals', (row) => ({
      type: entityTypeCell(row),
      sector: sectorCell(row),
      relation: relationCell(row),
      pronoun: pronounCell(row),
    })),
    titles: table('titles', (row) => ({
      relation: relationCell(row),
      sector: sectorCell(row),
      pronoun: pronounCell(row),
    })),
    officeNouns: new Set(
      readLexicon('titles')
        .filter((row) => relationCell(row) === 'LEADS')
        .map((row) => cell(row, 'title').split(' ').at(-1) as string)
        .filter((noun) => !GENERAL_OFFICES.has(noun)),
    ),
    titleModifiers: table('title-modifiers', (row) => {
      const tense = cell(row, 'tense');
      return tense === '' ? null : oneOf(TENSES, tense);
    }),
    pronouns: readPronouns(),
    matters: table('matters', entityTypeCell),
    nameWords: table('name-words', entityTypeCell),
    companyWords: new Set(
      readLexicon('name-words').flatMap((row) => (cell(row, 'short') === 'yes' ? [cell(row, 'word')] : [])),
    ),
    nameContexts: readNameContexts(),
    countryNames: new Map(named.flatMap((one) => one.names.map((name) => [name, one]))),
    peoples: new Map(countries.flatMap((one) => one.peoples.map((people) => [people, one.name === '' ? null : one]))),
    capitals: new Map(named.flatMap((one) => (one.capital === null ? [] : [[one.capital, one]]))),
    seats: table('seats', (row) => countryNamed(named, cell(row, 'country'))),
    confidence: loadConfidence(),
    numberWords: readNumberWords(readLexicon('number-words')),
    timeWords: readTimeWords(readLexicon('time-words')),
    nameSpellings: nameSpellings(),
    wellKnownAcronyms: table('well-known-acronyms', (row) => cell(row, 'name')),
  };
  const gazetteer = loadGazetteer(words);
  const places = createKnownPlaces({ ...words, gazetteer });
  return { ...words, gazetteer, places, incidentWords: loadIncidentWords(senses, gazetteer) };
}

function table<T>(name: string, value: (row: LexiconRow) => T): ReadonlyMap<string, T> {
  return new Map(readWords(readLexicon(name), value));
}

function phrasesOf(
  tables: readonly ReadonlyMap<string, unknown>[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const phrases = new Set<string>();
  for (const words of tables) for (const word of words.keys()) if (word.includes(' ')) phrases.add(word);
  const found = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const [first = '', ...others] = phrase.split(' ');
    const longer = found.get(first);
    if (longer === undefined) found.set(first, [others]);
    else longer.push(others);
  }
  for (const longer of found.values()) longer.sort((a, b) => b.length - a.length);
  return found;
}

function nameSpellings(): ReadonlyMap<string, string> {
  const lists = readLexicon('spellings', 'names').map((row) => cell(row, 'spellings').split(','));
  return new Map(lists.flatMap(([first = '', ...others]) => [first, ...others].map((each) => [each, first])));
}

function countryNamed(countries: readonly Country[], name: string): Country {
  const found = countries.find((one) => one.name === name);
  if (found === undefined)
    throw new ClaimgraphError('RESOURCE_INVALID', `The lexicon of seats names a country that is not there: "${name}".`);
  return found;
}

function country(row: LexiconRow): Country {
  const names = cell(row, 'names').split(',');
  return {
    name: names[0] as string,
    names,
    peoples: cell(row, 'peoples').split(','),
    capital: cell(row, 'capital') || null,
  };
}

function pronounCell(row: LexiconRow): 'he' | 'she' | null {
  const pronoun = cell(row, 'pronoun');
  return pronoun === '' ? null : oneOf(PRONOUNS, pronoun);
}
