import type { Entity } from '../domain/index.js';
import { compareBodies, compareForms } from './likeness/compare-names.js';
import {
  initialLetters,
  isAcronym,
  lettersOf,
  type PersonForm,
  personForm,
  skeletonOf,
} from './likeness/name-forms.js';
import { countNothing, type Likeness, type LikenessFeature, weighLikeness } from './likeness/weigh-likeness.js';
import { normalizeName } from './normalize-name.js';

/** How many other named things of each type documents of both entities speak of. */
export type Company = Readonly<Record<'PERSON' | 'ORGANIZATION' | 'PLACE', number>>;

/** The keys of which entities must share one to be compared at all; empty for what is not compared. */
export function likenessBlocks({ type, name, named, aliases }: Entity): readonly string[] {
  if (!named) return [];
  if (type === 'PERSON') return [`PERSON/${formOf(name).surname}`];
  if (type !== 'ORGANIZATION') return [];
  const letters = [name, ...aliases].flatMap((form) =>
    isAcronym(form) ? lettersOf(form) : (initialLetters(normalizeName(form, type)) ?? []),
  );
  const skeleton = skeletonOf(name, type, NO_SPELLINGS);
  return [
    ...new Set(letters.map((each) => `ACRONYM/${each}`)),
    ...(skeleton === null ? [] : [`ORGANIZATION/${skeleton}`]),
  ];
}

/** Compares two entities of one block; null where their names contradict each other, or say nothing. Symmetric. */
export function compareEntities(a: Entity, b: Entity, company: Company): Likeness | null {
  const named = a.type === b.type ? compareNames(a, b) : null;
  if (named === null) return null;
  const documents = new Set(a.documents);
  return weighLikeness({
    ...countNothing(),
    [named]: 1,
    ROLE: a.roles.some((role) => b.roles.includes(role)) ? 1 : 0,
    ...company,
    SAME_DOCUMENT: b.documents.some((id) => documents.has(id)) ? 1 : 0,
  });
}

/** Entities bear their names as the texts have them, transliterated in whatever way. */
const NO_SPELLINGS: ReadonlyMap<string, string> = new Map();

function compareNames(a: Entity, b: Entity): LikenessFeature | null {
  if (a.type === 'PERSON') return compareForms(formOf(a.name), formOf(b.name), NO_SPELLINGS);
  if (isAcronym(a.name) !== isAcronym(b.name)) return 'ACRONYM';
  return compareBodies(normalizeName(a.name, a.type), normalizeName(b.name, b.type), NO_SPELLINGS);
}

function formOf(name: string): PersonForm {
  return personForm(name, NO_SPELLINGS);
}
