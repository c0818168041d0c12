import { compareIds } from '../../base/index.js';
import type { ReferentKey } from '../../domain/index.js';
import { type EvidenceKey, isCompany, kindOf, weekOf } from './evidence.js';
import type { Spoken } from './units.js';

/** A referent of a full name. */
export interface Bearer extends Spoken {
  readonly key: ReferentKey;
}

/** Bearers of one full name whose documents have a role, people, bodies or towns in common, in whatever chain. */
export interface Persona<Member extends Bearer = Bearer> {
  readonly members: Member[];
  /** Those of them that came since whoever asks for it last emptied it. */
  fresh: Member[];
  /** Where whoever asks put its other members; null at first. */
  home: string | null;
  /** The least of their keys. */
  least: ReferentKey;
  readonly roles: Set<EvidenceKey>;
  readonly countries: Set<EvidenceKey>;
  /** The first and the last week; null where no document has a date. */
  weeks: { first: number; last: number } | null;
}

/** The bearers of one name, kept up to date: one more costs what is said of it, one less the persona that it leaves. */
export interface Personas<Member extends Bearer> {
  add(bearer: Member): void;
  remove(bearer: Member): void;
  /** In no order. */
  all(): ReadonlySet<Persona<Member>>;
}

/** No bearers. */
export function createPersonas<Member extends Bearer>(): Personas<Member> {
  const personas = new Set<Persona<Member>>();
  const byBearer = new Map<Member, Persona<Member>>();
  const byCompany = new Map<EvidenceKey, Persona<Member>>();

  const unite = (a: Persona<Member>, b: Persona<Member>): Persona<Member> => {
    const [larger, smaller] = a.members.length < b.members.length ? [b, a] : [a, b];
    personas.delete(smaller);
    for (const member of smaller.members) {
      byBearer.set(member, larger);
      take(larger, member);
      for (const key of member.evidence) if (isCompany(key)) byCompany.set(key, larger);
    }
    return larger;
  };
  const add = (bearer: Member): void => {
    let persona: Persona<Member> | null = null;
    for (const key of bearer.evidence) {
      const there = isCompany(key) ? byCompany.get(key) : undefined;
      if (there === undefined || there === persona) continue;
      persona = persona === null ? there : unite(persona, there);
    }
    persona ??= createPersona(bearer);
    personas.add(persona);
    byBearer.set(bearer, persona);
    take(persona, bearer);
    for (const key of bearer.evidence) if (isCompany(key)) byCompany.set(key, persona);
  };
  return {
    add,
    remove: (bearer) => {
      const persona = byBearer.get(bearer);
      if (persona === undefined) return;
      personas.delete(persona);
      for (const member of persona.members) {
        byBearer.delete(member);
        for (const key of member.evidence) byCompany.delete(key);
      }
      for (const member of persona.members) if (member !== bearer) add(member);
    },
    all: () => personas,
  };
}

function createPersona<Member extends Bearer>({ key }: Member): Persona<Member> {
  return { members: [], fresh: [], home: null, least: key, roles: new Set(), countries: new Set(), weeks: null };
}

function take<Member extends Bearer>(persona: Persona<Member>, bearer: Member): void {
  persona.members.push(bearer);
  persona.fresh.push(bearer);
  if (compareIds(bearer.key, persona.least) < 0) persona.least = bearer.key;
  for (const key of bearer.evidence) {
    const kind = kindOf(key);
    if (kind === 'ROLE') persona.roles.add(key);
    if (kind === 'COUNTRY') persona.countries.add(key);
    if (kind !== 'DATE') continue;
    const week = weekOf(key);
    persona.weeks ??= { first: week, last: week };
    persona.weeks.first = Math.min(persona.weeks.first, week);
    persona.weeks.last = Math.max(persona.weeks.last, week);
  }
}
