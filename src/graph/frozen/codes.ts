import { CONFLICT_KINDS, MODALITIES, POLARITIES, STANCES } from '../../domain/index.js';
import { ENTITY_TYPES, RELATION_TYPES, SECTORS } from '../../ontology/index.js';

/** The parts that a referent can have in a claim, in the order in which a claim's are written. */
export const PARTS = ['SUBJECT', 'OBJECT', 'OTHER', 'PLACE', 'CLAIMANT'] as const;

/** Choices that columns keep by their place, at most 254 of each. A graph is only thawed by those that it was frozen by. */
export const CHOICES = {
  types: codesOf(ENTITY_TYPES.map((row) => row.id)),
  sectors: codesOf(SECTORS.map((row) => row.id)),
  /** In order of their ids, so that the order of codes is that of relationship ids. */
  relations: codesOf(RELATION_TYPES.map((row) => row.id).sort()),
  polarities: codesOf(POLARITIES),
  modalities: codesOf(MODALITIES),
  stances: codesOf(STANCES),
  conflicts: codesOf(CONFLICT_KINDS),
  parts: codesOf(PARTS),
} as const;

/** The places of some words. */
export interface Codes<Word extends string> {
  readonly words: readonly Word[];
  /** The word's place; words come from the same table. */
  codeOf(word: Word): number;
  /** Its place and one; 0 for null. */
  optionalCodeOf(word: Word | null): number;
  /** The reverse of each. */
  wordOf(code: number): Word;
  optionalWordOf(code: number): Word | null;
}

function codesOf<Word extends string>(words: readonly Word[]): Codes<Word> {
  const codes = new Map(words.map((word, code) => [word, code]));
  const codeOf = (word: Word): number => codes.get(word) ?? 0;
  return {
    words,
    codeOf,
    optionalCodeOf: (word) => (word === null ? 0 : codeOf(word) + 1),
    wordOf: (code) => words[code] as Word,
    optionalWordOf: (code) => (code === 0 ? null : (words[code - 1] as Word)),
  };
}
