import type { Entity } from '../domain/index.js';
import { GENERATIONS, PARTICLES } from './name-words.js';
import { normalizeName } from './normalize-name.js';
import { plainSpelling } from './spelling-key.js';

/** What speaks for two entities being one, or against it; each counts what WEIGHTS says. */
export const LIKENESS_FEATURES = [
  'SURNAME',
  'INITIALS',
  'FEWER_NAMES',
  'SPELLING',
  'ACRONYM',
  'ROLE',
  'COMPANY',
  'SAME_DOCUMENT',
] as const;

export type LikenessFeature = (typeof LIKENESS_FEATURES)[number];

/** How alike two entities are, 0 to 1, and why; the features in the order of WEIGHTS. */
export interface Likeness {
  readonly score: number;
  readonly features: readonly LikenessFeature[];
}

/** From this on it cannot be told without a person: a surname needs company and a role, initials one of both. */
export const UNSURE_FROM = 0.5;

const WEIGHTS: Readonly<Record<LikenessFeature, number>> = {
  /** "Smith", "John Smith". */
  SURNAME: 0.25,
  /** "J. Smith", "John Smith". */
  INITIALS: 0.4,
  /** "John Smith", "John Robert Smith". */
  FEWER_NAMES: 0.5,
  /** "Faruk Haddaj", "Farouk Hadaj". */
  SPELLING: 0.5,
  /** "SNC", "Syrian National Council". */
  ACRONYM: 0.4,
  /** They have a role in common. */
  ROLE: 0.25,
  /** For each other named thing that documents of both speak of, up to MOST_COMPANY. */
  COMPANY: 0.1,
  /** One text speaks of both, and did not take them for one. */
  SAME_DOCUMENT: -0.4,
};
const MOST_COMPANY = 3;

/** The key that persons or bodies must share to be compared at all; null for what is not compared. */
export function likenessBlocks({ type, name, named, aliases }: Entity): readonly string[] {
  if (!named) return [];
  if (type === 'PERSON') return [`PERSON/${plainSpelling(surnameOf(name))}`];
  if (type !== 'ORGANIZATION') return [];
  return [...new Set([name, ...aliases].flatMap((form) => acronymOf(form) ?? []))].map(
    (letters) => `ACRONYM/${letters}`,
  );
}

/** Compares two entities of one block; null where their names contradict each other, or say nothing. Symmetric. */
export function compareEntities(a: Entity, b: Entity, company: number): Likeness | null {
  const named =
    a.type === 'PERSON' ? nameFeature(a.name, b.name) : isAcronym(a.name) !== isAcronym(b.name) ? 'ACRONYM' : null;
  if (named === null || a.type !== b.type) return null;
  const documents = new Set(a.documents);
  const features: LikenessFeature[] = [named];
  if (a.roles.some((role) => b.roles.includes(role))) features.push('ROLE');
  if (company > 0) features.push('COMPANY');
  if (b.documents.some((id) => documents.has(id))) features.push('SAME_DOCUMENT');
  const weights = features.map(
    (feature) => WEIGHTS[feature] * (feature === 'COMPANY' ? Math.min(MOST_COMPANY, company) : 1),
  );
  const score = weights.reduce((sum, weight) => sum + weight, 0);
  return { score: Math.round(Math.max(0, Math.min(1, score)) * 100) / 100, features };
}

/** Null where the names contradict each other: another surname, another given name, another initial. */
function nameFeature(a: string, b: string): LikenessFeature | null {
  const [fewer, more] = [givenNames(a), givenNames(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (plainSpelling(surnameOf(a)) !== plainSpelling(surnameOf(b))) return null;
  if (fewer.length === 0) return more.length === 0 ? null : 'SURNAME';
  const fits = (given: string, other: string): boolean => plainSpelling(given) === plainSpelling(other);
  if (fewer.every((given) => more.some((other) => fits(given, other))))
    return fewer.length === more.length ? 'SPELLING' : 'FEWER_NAMES';
  const [first = '', other = ''] = [fewer[0], more[0]];
  const initial = first.length === 1 || other.length === 1;
  return initial && first[0] === other[0] ? 'INITIALS' : null;
}

function wordsOf(name: string): readonly string[] {
  return normalizeName(name, 'PERSON')
    .split(' ')
    .filter((word) => !GENERATIONS.has(word));
}

function surnameOf(name: string): string {
  return wordsOf(name).at(-1) ?? '';
}

function givenNames(name: string): string[] {
  return wordsOf(name)
    .slice(0, -1)
    .filter((word) => !PARTICLES.has(word));
}

function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}\.?){2,6}$/u.test(name.replace(/^[Tt]he /, ''));
}

/** The letters of an acronym, or of the words of a name that begin with capitals; null where those are fewer than two. */
function acronymOf(name: string): string | null {
  const own = name.replace(/^[Tt]he /, '');
  if (isAcronym(own)) return own.replaceAll('.', '');
  const capitals = own.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length < 2 ? null : capitals.map((word) => word[0]).join('');
}
