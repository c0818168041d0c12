import type { MentionKind } from '../../domain/index.js';
import type { EntityType, Sector } from '../../ontology/index.js';
import type { PronounGroup } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { TokenRange } from '../view.js';

/** How a mention is worded: a name, a pronoun of some group, or a description by what opens it. */
export const WORDINGS = [
  'NAME',
  'DEFINITE',
  'INDEFINITE',
  'DEMONSTRATIVE',
  'POSSESSED',
  'BARE',
  'COUNTED',
  'REFLEXIVE',
  'I',
  'WE',
  'YOU',
  'HE',
  'SHE',
  'IT',
  'THEY',
  'THIS',
  'THESE',
] as const satisfies readonly (string | PronounGroup)[];
export type Wording = (typeof WORDINGS)[number];

/** What part a mention plays in its clause. */
export const FUNCTIONS = ['OTHER', 'SUBJECT', 'OBJECT', 'OBLIQUE', 'POSSESSOR', 'MODIFIER', 'APPOSITION'] as const;
export type MentionFunction = (typeof FUNCTIONS)[number];

/** UNKNOWN: nothing tells; HUMAN: he or she. */
export const GENDERS = ['UNKNOWN', 'HE', 'SHE', 'THING', 'HUMAN'] as const;
export type Gender = (typeof GENDERS)[number];

/** UNKNOWN: nothing tells ("police"). */
export const NUMBERS = ['UNKNOWN', 'SINGULAR', 'PLURAL'] as const;
export type GrammaticalNumber = (typeof NUMBERS)[number];

/** A mention before its referent is known. */
export interface FoundMention extends TokenRange {
  readonly kind: MentionKind;
  /** Null where it is no entity: a mention all the same, for what "it" may stand for. */
  readonly type: EntityType | null;
  readonly confidence: number;
  readonly sector: Sector | null;
  /** Token that the mention turns on: the last one of a name. */
  readonly head: number;
  /** Its token that hangs on a token outside it; of most, the head. */
  readonly top: number;
  readonly name: Name | null;
  /** Index of its sentence. */
  readonly sentence: number;
  readonly wording: Wording;
  readonly role: MentionFunction;
  readonly gender: Gender;
  readonly number: GrammaticalNumber;
  /** Of places: whether it names or describes a country, or something within one; null where nothing tells. */
  readonly extent: 'COUNTRY' | 'WITHIN' | null;
  /** The token that its role is played to: a verb, or a noun that it modifies; −1 where there is none. */
  readonly governor: number;
}

/** A mention that stands for an entity. */
export type EntityMention = FoundMention & { readonly type: EntityType };
