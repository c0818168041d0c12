import type { Referent, ReferentKey } from '../../domain/index.js';
import type { FewByKey } from '../few.js';
import type { NameKnowledge } from '../merging-name.js';
import { normalizeName } from '../normalize-name.js';
import type { EvidenceKey } from './evidence.js';
import { initialLetters, isAcronym, lettersOf, type PersonForm, personForm, skeletonOf } from './name-forms.js';
import type { Likeness, LikenessFeature } from './weigh-likeness.js';

/**
 * What names alone hold together: all referents of one full name, or one referent whose name is not enough by itself
 * (a surname, initials, an acronym). Which group of referents it belongs to follows from its likeness to other units.
 */
export interface Unit {
  /** `PERSON/john smith`, or the key of the referent of a weak one. */
  readonly id: string;
  /** The referent of a weak name; null for a full name. */
  readonly alone: Spoken | null;
  /** Of a person; null for a body. */
  readonly form: PersonForm | null;
  /** Of a body, normalised; the letters of an acronym. */
  readonly name: string;
  /** Shared by the names that may be spellings of one; null where there is nothing to compare. */
  readonly skeleton: string | null;
  /** How many referents it has. */
  size: number;
  /** How many of them have roles. */
  roles: number;
  /** How many of its referents say each thing; null until somebody asks. A weak one has its referent's own. */
  evidence: Map<EvidenceKey, number> | null;
  /** The blocks that it is in. */
  blocks: readonly Block[];
  /** How many of a body's referents give it each acronym; null where none does. */
  acronyms: Map<string, number> | null;
  /** Full names that may be spellings of a full one; null where there is none. */
  kin: Map<Unit, Kinship> | null;
  /** Id of the group to which it belongs: its own, or that of a likelier name. */
  group: string;
  /** Why it belongs to a group that is not its own; null where it does not. */
  link: Link | null;
  /** The full names that a weak one was compared with in earnest. */
  contenders: readonly Unit[];
  /** The weak ones that were compared with this one; null where none was. */
  dependents: Set<Unit> | null;
}

/** A referent with what its document says beside its name. */
export interface Spoken {
  readonly referent: Referent;
  /** Empty where it is not compared. */
  readonly evidence: readonly EvidenceKey[];
  /** How many of its roles tell people apart. */
  readonly roles: number;
}

/** Full names, and weak ones that may stand for one of them. Only within a block weak names are compared. */
export interface Block {
  readonly id: string;
  readonly full: Set<Unit>;
  /** How many weak ones it has. */
  weak: number;
  /** The weak ones of which each thing is said, and the full ones of which company is; null until the first weak one comes. */
  said: { readonly ofWeak: FewByKey<EvidenceKey, Unit>; readonly ofFull: FewByKey<EvidenceKey, Unit> } | null;
}

/** What two full names have in common, the same object at both. */
export interface Kinship {
  readonly name: LikenessFeature;
  /** How many things of each kind are said of both, in the order of EVIDENCE_KINDS. */
  readonly shared: number[];
}

/** That a unit is one with another. */
export interface Link {
  readonly to: Unit;
  readonly likeness: Likeness;
}

/** A new unit of that name; `weak` is its only referent where the name is not enough. */
export function createUnit(
  id: string,
  { referent, name, weak }: { readonly referent: Referent; readonly name: string; readonly weak: Spoken | null },
  { nameSpellings = new Map() }: NameKnowledge,
): Unit {
  const isPerson = referent.type === 'PERSON';
  return {
    id,
    alone: weak,
    form: isPerson ? personForm(name, nameSpellings) : null,
    name,
    skeleton: weak === null ? skeletonOf(name, referent.type, nameSpellings) : null,
    size: 0,
    roles: 0,
    evidence: null,
    blocks: NO_BLOCKS,
    acronyms: null,
    kin: null,
    group: id,
    link: null,
    contenders: NOBODY,
    dependents: null,
  };
}

/**
 * The name by which a referent that does not merge by its name is compared with full names: a surname or one with initials,
 * normalised, or the letters of an acronym. Null for what is not compared; so is a second person of a name in one text.
 */
export function weakName({ type, name, named }: Referent, key: ReferentKey): string | null {
  if (!named || !key.endsWith('/0')) return null;
  if (type === 'PERSON') return WORD.test(normalizeName(name, type)) ? normalizeName(name, type) : null;
  return type === 'ORGANIZATION' && isAcronym(name) ? lettersOf(name) : null;
}

const WORD = /\p{L}{2}/u;

/** The ids of the blocks in which every referent of the unit is compared: what weak and full names have in common. */
export function blockIdsOf({ form, alone, name }: Unit): readonly string[] {
  if (form !== null) {
    const [first] = form.given;
    // "Kim" is short for "Kim Jun Seo", "John" seldom for "John Smith".
    const asSurname = alone === null && form.given.length > 1 && first !== undefined && first !== form.surname;
    return asSurname ? [`surname ${form.surname}`, `surname ${first}`] : [`surname ${form.surname}`];
  }
  const letters = alone === null ? initialLetters(name) : name;
  return letters === null ? [] : [blockIdOfLetters(letters)];
}

/** The id of the block of a body with those letters. */
export function blockIdOfLetters(letters: string): string {
  return `letters ${letters}`;
}

/** The letters that a referent of a body gives it besides those of its name, in lower case; empty for a person. */
export function lettersGiven({ form, name }: Unit, { acronyms }: Referent): readonly string[] {
  if (form !== null || acronyms.length === 0) return NO_LETTERS;
  const own = initialLetters(name);
  return [...new Set(acronyms.map(lettersOf))].filter((letters) => letters !== own);
}

const NOBODY: readonly Unit[] = [];
const NO_BLOCKS: readonly Block[] = [];
const NO_LETTERS: readonly string[] = [];
