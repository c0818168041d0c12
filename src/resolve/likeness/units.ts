import type { Referent, ReferentKey } from '../../domain/index.js';
import type { NameKnowledge } from '../merging-name.js';
import { normalizeName } from '../normalize-name.js';
import type { EvidenceKey } from './evidence.js';
import { initialLetters, isAcronym, lettersOf, type PersonForm, personForm, skeletonOf } from './name-forms.js';
import type { Likeness } from './weigh-likeness.js';

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
  /** The blocks that it is in, and by how many of its referents. */
  readonly blocks: Map<Block, number>;
  /** Id of the group to which it belongs: its own, or that of a likelier name. */
  group: string;
  /** Why it belongs to a group that is not its own; null where it does not. */
  link: Link | null;
  /** The full names that a weak one was compared with in earnest. */
  contenders: readonly Unit[];
  /** The weak ones that were compared with this one. */
  readonly dependents: Set<Unit>;
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
  readonly weak: Set<Unit>;
  /** The weak ones of which a thing is said. */
  readonly weakByKey: Map<EvidenceKey, Set<Unit>>;
  /** The full names of which each thing is said; null until the first weak name comes, and kept from then on. */
  fullByKey: Map<EvidenceKey, Unit[]> | null;
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
    blocks: new Map(),
    group: id,
    link: null,
    contenders: [],
    dependents: new Set(),
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

/** The ids of the blocks in which a referent of the unit is compared: what weak and full names have in common. */
export function blockIdsOf(unit: Unit, { acronyms }: Referent): readonly string[] {
  const { form, alone, name } = unit;
  if (form !== null) {
    const [first] = form.given;
    const ids = [`surname ${form.surname}`];
    // "Kim" is short for "Kim Jun Seo", "John" seldom for "John Smith".
    if (alone === null && form.given.length > 1 && first !== undefined) ids.push(`surname ${first}`);
    return ids;
  }
  if (alone !== null) return [`letters ${name}`];
  const letters = [initialLetters(name) ?? [], ...acronyms.map(lettersOf)].flat();
  return [...new Set(letters)].map((each) => `letters ${each}`);
}
