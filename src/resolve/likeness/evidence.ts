import { hashUnits } from '../../base/index.js';
import type { Extraction, Referent } from '../../domain/index.js';
import { dayOf } from '../incidents/happening.js';
import { mergingName, type NameKnowledge } from '../merging-name.js';
import { PASSING_ROLES } from '../name-words.js';
import { initialLetters, isAcronym, lettersOf, personForm } from './name-forms.js';
import type { LikenessFeature } from './weigh-likeness.js';

/** What a document says beside a name; company first. */
export const EVIDENCE_KINDS = [
  'ROLE',
  'PERSON',
  'ORGANIZATION',
  'PLACE',
  'COUNTRY',
  'DATE',
  'DOCUMENT',
] as const satisfies readonly (LikenessFeature | 'DOCUMENT')[];

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One thing that is said: 28 bits of a hash of it, then three bits for its kind. */
export type EvidenceKey = number;

/** Of a document's names, so many of each type stand for the company that a person of it keeps. */
const MOST_COMPANY = { PERSON: 6, ORGANIZATION: 4, PLACE: 4 } as const;
const MOST_ROLES = 3;
const DAYS_OF_A_WEEK = 7;

/** The kind of a key. */
export function kindOf(key: EvidenceKey): EvidenceKind {
  return EVIDENCE_KINDS[key & 7] ?? 'DOCUMENT';
}

const KINDS_OF_COMPANY = EVIDENCE_KINDS.indexOf('COUNTRY');

/** True for a role, a person, a body or a town: without one of these in common no two names are one. */
export function isCompany(key: EvidenceKey): boolean {
  return (key & 7) < KINDS_OF_COMPANY;
}

/**
 * What a document says beside each of its names: its roles, the full names most spoken of, the week, the document itself.
 * It depends on the document alone, so that it holds whatever other documents come.
 */
export function createEvidenceReader(extraction: Extraction, knowledge: NameKnowledge): EvidenceReader {
  const company = companyOf(extraction, knowledge);
  const day = dayOf(extraction.document.timeAnchor ?? extraction.document.publishedAt);
  const whole = [...(day === null ? [] : [weekKey(day)]), keyOf('DOCUMENT', extraction.id)];
  return (referent) => {
    const roles = rolesOf(referent).map((role) => keyOf('ROLE', role));
    const others = company.flatMap(({ of, key }) => (of === referent.id ? [] : [key]));
    // Lists that are joined have room to grow, and these are kept by the million.
    return roles.concat(others, whole).slice();
  };
}

/** Gives the keys of a referent of the document, without repeats. */
export type EvidenceReader = (referent: Referent) => readonly EvidenceKey[];

/** A key of the kind DATE with the weeks before and behind it: who is spoken of on Saturday is so on Monday. */
export function weeksAround(key: EvidenceKey): readonly EvidenceKey[] {
  return [key, key - 8, key + 8];
}

/** The number of the week of a key of the kind DATE. */
export function weekOf(key: EvidenceKey): number {
  return key >> 3;
}

/** The roles that tell people apart, as they are compared: "former interior minister" is `interior minister`. */
export function rolesOf({ roles }: Referent): readonly string[] {
  const own = roles.map((role) => role.toLowerCase().replace(PAST, ''));
  return [...new Set(own.filter((role) => role !== '' && !PASSING_ROLES.has(role)))].slice(0, MOST_ROLES);
}

const PAST = /^(?:(?:former|ex|acting|then|late|outgoing|incoming|new)[ -])+/;

interface Companion {
  /** Id of the referent in the record. */
  readonly of: string;
  readonly key: EvidenceKey;
}

/** The full names that a document speaks of most. */
function companyOf(extraction: Extraction, knowledge: NameKnowledge): readonly Companion[] {
  const counts = new Map<string, number>();
  for (const { referent } of extraction.mentions) counts.set(referent, (counts.get(referent) ?? 0) + 1);
  const bySize = [...extraction.referents].sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  const left: Record<string, number> = { ...MOST_COMPANY };
  const seen = new Set<EvidenceKey>();
  const company: Companion[] = [];
  for (const referent of bySize) {
    const { type, id } = referent;
    if (!(type in MOST_COMPANY) || (left[type] ?? 0) === 0) continue;
    const name = companyName(referent, knowledge);
    if (name === null) continue;
    const key = keyOf(kindOfName(referent, knowledge), name);
    if (seen.has(key)) continue;
    seen.add(key);
    left[type] = (left[type] ?? 0) - 1;
    company.push({ of: id, key });
  }
  return company;
}

/** What the spellings of one name have in common: a person's first given name and surname, the letters of a body. */
function companyName(referent: Referent, knowledge: NameKnowledge): string | null {
  const { type, name } = referent;
  const merging = mergingName(referent, knowledge);
  if (type === 'ORGANIZATION') {
    const letters = merging === null ? (isAcronym(name) ? lettersOf(name) : null) : initialLetters(merging);
    return letters !== null && letters.length >= SHORTEST_LETTERS ? letters : merging;
  }
  if (type === 'PLACE' || merging === null) return merging;
  const { given, surname } = personForm(merging, knowledge.nameSpellings ?? new Map());
  return `${given[0] ?? ''} ${surname}`;
}

const SHORTEST_LETTERS = 3;

function kindOfName({ type, name }: Referent, { isWidePlace }: NameKnowledge): EvidenceKind {
  if (type !== 'PLACE') return type === 'PERSON' ? 'PERSON' : 'ORGANIZATION';
  return isWidePlace?.(name.toLowerCase()) === true ? 'COUNTRY' : 'PLACE';
}

function keyOf(kind: EvidenceKind, words: string): EvidenceKey {
  return ((hash(words) & 0xfffffff) << 3) | EVIDENCE_KINDS.indexOf(kind);
}

/** Weeks in order, so that those beside one are known. */
function weekKey(day: number): EvidenceKey {
  return ((Math.floor(day / DAYS_OF_A_WEEK) + WEEKS_BEFORE_1970) << 3) | EVIDENCE_KINDS.indexOf('DATE');
}

const WEEKS_BEFORE_1970 = 0x200000;

function hash(words: string): number {
  const code = hashUnits(words);
  return code ^ (code >>> 15);
}
