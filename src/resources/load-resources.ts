import { ClaimgraphError } from '../base/index.js';
import { MODALITIES, type Modality, POLARITIES, type Polarity, STANCES, type Stance } from '../domain/index.js';
import type { LinearModel } from '../linear/index.js';
import {
  type EntityType,
  isEntityType,
  isRelationType,
  isSector,
  type RelationType,
  type Sector,
} from '../ontology/index.js';
import { type Gazetteer, loadGazetteer } from './load-gazetteer.js';
import { loadModel } from './load-model.js';
import { cell, type LexiconRow, readLexicon } from './read-lexicon.js';

/** TITLE and NAME never end a sentence ("Gen. Smith", "No. 5"); the other kinds may ("at 5 p.m. He left"). */
export type AbbreviationKind = 'TITLE' | 'MONTH' | 'NAME' | 'TIME' | 'COMPANY' | 'PLACE';

/** An irregular form, and its Penn Treebank tag. */
export interface IrregularForm {
  readonly lemma: string;
  readonly form: string;
}

/** What a verb makes of the verb that follows it, and whose act that is. */
export interface GoverningVerb {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly subject: 'SUBJECT' | 'OBJECT';
}

/** How a cue of attribution is used: THAT takes a clause, OBJECT a noun ("denied responsibility"), OF a gerund ("accused X of …"). */
export interface AttributionCue {
  readonly stance: Stance;
  readonly frames: ReadonlySet<string>;
}

/** What a noun describes: "soldier" is a PERSON of the military, "soldiers" a GROUP. */
export interface NominalSense {
  readonly type: EntityType;
  readonly sector: Sector | null;
}

/** What a title before a name says of its holder; `relation` is null for mere courtesy ("Mr."). */
export interface TitleSense {
  readonly relation: RelationType | null;
  readonly sector: Sector | null;
}

/** A country by its first name; `capital` is null where it has none of another name. */
export interface Country {
  readonly name: string;
  readonly names: readonly string[];
  readonly peoples: readonly string[];
  readonly capital: string | null;
}

/** What the stages know besides the text: word lists, loaded once and passed. Keys are lower case unless said otherwise. */
export interface Resources {
  /** The version of the reading: of code and data together. A document read by another version is read again. */
  readonly reading: string;
  /** Without their last full stop. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  readonly irregularForms: ReadonlyMap<string, IrregularForm>;
  /** Verbs, with their particle where it belongs to them ("round up"), and the relations that each may express; at least one. */
  readonly verbs: ReadonlyMap<string, readonly RelationType[]>;
  readonly eventNouns: ReadonlyMap<string, readonly RelationType[]>;
  readonly lightVerbs: ReadonlySet<string>;
  readonly governingVerbs: ReadonlyMap<string, GoverningVerb>;
  /** First names, as written, and the pronoun that goes with each. */
  readonly firstNames: ReadonlyMap<string, 'he' | 'she'>;
  readonly cues: ReadonlyMap<string, AttributionCue>;
  readonly nominals: ReadonlyMap<string, NominalSense>;
  /** Without full stops. */
  readonly titles: ReadonlyMap<string, TitleSense>;
  readonly nameWords: ReadonlyMap<string, EntityType>;
  /** Names of countries, as written. */
  readonly countryNames: ReadonlyMap<string, Country>;
  /** Adjectives and nouns of origin, as written; null for peoples without a country. */
  readonly peoples: ReadonlyMap<string, Country | null>;
  readonly capitals: ReadonlyMap<string, Country>;
  /** Acronyms that anyone knows, as written without full stops, and the full name that each stands for. */
  readonly wellKnownAcronyms: ReadonlyMap<string, string>;
  /** Names of places, persons and bodies of many countries, and the words above that tell names. */
  readonly gazetteer: Gazetteer;
  /** The part-of-speech tagger: its weights, and for words by their hash the tags that they bore in training. */
  readonly tagger: { readonly weights: LinearModel; readonly classes: LinearModel };
  /** The recogniser of names. */
  readonly nameModel: LinearModel;
  /** The parser of dependencies. */
  readonly parser: LinearModel;
}

/** Raise it with every change of code or data that changes what is read from some text. */
const READING = '2';

/** What the stages know besides what they learned from corpora: lists that people wrote or gathered. */
export type WordLists = Omit<Resources, 'tagger' | 'nameModel' | 'parser'>;

/** Loads `data/`. @throws ClaimgraphError RESOURCE_INVALID where a file is missing or malformed. */
export function loadResources(): Resources {
  return {
    ...loadWordLists(),
    tagger: { weights: loadModel('tagger'), classes: loadModel('tagger', 'classes.bin') },
    nameModel: loadModel('names'),
    parser: loadModel('parser'),
  };
}

/** Loads `data/` without the models, for those who train them. @throws ClaimgraphError RESOURCE_INVALID as above. */
export function loadWordLists(): WordLists {
  const predicates = readLexicon('predicates');
  const countries = readLexicon('countries').map(country);
  const named = countries.filter((one) => one.name !== '');
  const words: Omit<WordLists, 'gazetteer'> = {
    reading: READING,
    abbreviations: table('abbreviations', 'abbreviation', (row) => cell(row, 'kind') as AbbreviationKind),
    irregularForms: table('irregular-forms', 'form', (row) => ({
      lemma: cell(row, 'lemma'),
      form: cell(row, 'forms'),
    })),
    verbs: relationsOf(predicates, 'VERB'),
    eventNouns: relationsOf(predicates, 'NOUN'),
    lightVerbs: new Set(predicates.filter((row) => cell(row, 'part') === 'LIGHT').map((row) => cell(row, 'predicate'))),
    governingVerbs: table('governing-verbs', 'verb', (row) => ({
      polarity: oneOf(POLARITIES, cell(row, 'polarity')),
      modality: oneOf(MODALITIES, cell(row, 'modality')),
      subject: oneOf(['SUBJECT', 'OBJECT'], cell(row, 'subject')),
    })),
    firstNames: table('first-names', 'name', (row) => oneOf(['he', 'she'], cell(row, 'pronoun'))),
    cues: table('attribution-cues', 'cue', (row) => ({
      stance: oneOf(STANCES, cell(row, 'stance')),
      frames: new Set(cell(row, 'frames').split(' ')),
    })),
    nominals: table('nominals', 'noun', (row) => ({ type: entityType(row), sector: sector(row) })),
    titles: table('titles', 'title', (row) => ({ relation: relation(row) || null, sector: sector(row) })),
    nameWords: table('name-words', 'word', entityType),
    countryNames: new Map(named.flatMap((one) => one.names.map((name) => [name, one]))),
    peoples: new Map(countries.flatMap((one) => one.peoples.map((people) => [people, one.name === '' ? null : one]))),
    capitals: new Map(named.flatMap((one) => (one.capital === null ? [] : [[one.capital, one]]))),
    wellKnownAcronyms: table('well-known-acronyms', 'acronym', (row) => cell(row, 'name')),
  };
  return { ...words, gazetteer: loadGazetteer(words) };
}

function table<T>(name: string, key: string, value: (row: LexiconRow) => T): ReadonlyMap<string, T> {
  return new Map(readLexicon(name).map((row) => [cell(row, key), value(row)]));
}

function relationsOf(rows: readonly LexiconRow[], part: string): ReadonlyMap<string, readonly RelationType[]> {
  const found = new Map<string, RelationType[]>();
  for (const row of rows) {
    if (cell(row, 'part') !== part) continue;
    const predicate = cell(row, 'predicate');
    const id = relation(row) as RelationType;
    const relations = found.get(predicate);
    if (relations === undefined) found.set(predicate, [id]);
    else relations.push(id);
  }
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

function relation(row: LexiconRow): RelationType | '' {
  const id = cell(row, 'relation');
  if (id !== '' && !isRelationType(id)) throw invalid('relation', id);
  return id as RelationType | '';
}

function entityType(row: LexiconRow): EntityType {
  const id = cell(row, 'type');
  if (!isEntityType(id)) throw invalid('type', id);
  return id;
}

function sector(row: LexiconRow): Sector | null {
  const id = cell(row, 'sector');
  if (id === '') return null;
  if (!isSector(id)) throw invalid('sector', id);
  return id;
}

function oneOf<T extends string>(values: readonly T[], value: string): T {
  if (!(values as readonly string[]).includes(value)) throw invalid('value', value);
  return value as T;
}

function invalid(column: string, value: string): ClaimgraphError {
  return new ClaimgraphError('RESOURCE_INVALID', `A lexicon has an unknown ${column}: "${value}".`, { column, value });
}
