import { compareIds } from '../../base/index.js';
import type { ReferentKey } from '../../domain/index.js';
import { type EvidenceKey, type EvidenceKind, kindOf, weekOf } from './evidence.js';
import type { Spoken } from './units.js';

/** A referent of a full name. */
export interface Bearer extends Spoken {
  readonly key: ReferentKey;
}

/** A name that more referents bear than this is not split: somebody so known has company of every kind. */
export const MOST_BEARERS = 512;

/** Somebody may have another role after so long. */
const WEEKS_IN_A_ROLE = 52;

/**
 * Parts people of one full name: bearers are one where their documents have a role, people, bodies or towns in common, and so
 * are those of whom nothing speaks against it; those without anything in common who have other roles within a year, or in other
 * countries, are two. One without a role is whoever was in the news in that country, and about that time.
 * Gives the bearers of each, those of the one most spoken of first, in whatever order they came.
 */
export function splitBearers(bearers: Iterable<Bearer>): readonly (readonly Bearer[])[] {
  const ascending = [...bearers].sort((a, b) => compareIds(a.key, b.key));
  if (ascending.length > MOST_BEARERS) return [ascending];
  const personas = connect(ascending).sort((a, b) => b.members.length - a.members.length);
  const people: Persona[][] = [];
  for (const persona of personas.filter(({ roles }) => roles.size > 0)) {
    const one = people.find((others) => !others.some((other) => contradict(persona, other)));
    if (one === undefined) people.push([persona]);
    else one.push(persona);
  }
  people.sort((a, b) => sizeOf(b) - sizeOf(a));
  const without = personas.filter(({ roles }) => roles.size === 0);
  const homes = without.map((persona) => nearest(persona, people));
  if (people.length === 0) return [ascending];
  return people.map((person) =>
    [...person, ...without.filter((_, index) => homes[index] === person)].flatMap(membersOf),
  );
}

function membersOf({ members }: Persona): readonly Bearer[] {
  return members;
}

/** The one of them who is in the same country, then the one at the nearest time, then the first. */
function nearest(persona: Persona, people: readonly Persona[][]): Persona[] | undefined {
  let best: Persona[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const person of people) {
    const elsewhere = person.some(({ countries }) => meet(countries, persona.countries)) ? 0 : ELSEWHERE;
    const distance = elsewhere + Math.min(...person.map(({ weeks }) => weeksBetween(weeks, persona.weeks)));
    if (distance >= least) continue;
    best = person;
    least = distance;
  }
  return best ?? people[0];
}

/** In weeks: another country counts for more than any time. */
const ELSEWHERE = 1e6;

/** Bearers whose documents have something in common, in whatever chain: their name is the same. */
interface Persona {
  readonly members: Bearer[];
  readonly roles: ReadonlySet<EvidenceKey>;
  readonly countries: ReadonlySet<EvidenceKey>;
  /** The first and the last week; none where no document has a date. */
  readonly weeks: readonly number[];
}

/** Ascending by the least key of each. */
function connect(bearers: readonly Bearer[]): Persona[] {
  const groups = new Map<Bearer, Bearer[]>();
  const groupOfKey = new Map<EvidenceKey, Bearer>();
  for (const bearer of bearers) {
    groups.set(bearer, [bearer]);
    for (const key of bearer.evidence) {
      if (!CONNECTING.has(kindOf(key))) continue;
      const other = groupOfKey.get(key);
      if (other === undefined) groupOfKey.set(key, bearer);
      else unite(groups, other, bearer);
    }
  }
  return [...new Set(groups.values())].map((members) => ({
    members,
    roles: new Set(keysOf(members, 'ROLE')),
    countries: new Set(keysOf(members, 'COUNTRY')),
    weeks: rangeOf(keysOf(members, 'DATE').map(weekOf)),
  }));
}

function keysOf(members: readonly Bearer[], kind: EvidenceKind): readonly EvidenceKey[] {
  return members.flatMap(({ evidence }) => evidence.filter((key) => kindOf(key) === kind));
}

function rangeOf(weeks: readonly number[]): readonly number[] {
  return weeks.length === 0 ? [] : [Math.min(...weeks), Math.max(...weeks)];
}

const CONNECTING: ReadonlySet<string> = new Set(['ROLE', 'PERSON', 'ORGANIZATION', 'PLACE']);

function unite(groups: Map<Bearer, Bearer[]>, a: Bearer, b: Bearer): void {
  const [one, other] = [groups.get(a) ?? [], groups.get(b) ?? []];
  if (one === other) return;
  const [larger, smaller] = one.length < other.length ? [other, one] : [one, other];
  larger.push(...smaller);
  for (const member of smaller) groups.set(member, larger);
}

function contradict(a: Persona, b: Persona): boolean {
  if (meet(a.roles, b.roles)) return false;
  const elsewhere = a.countries.size > 0 && b.countries.size > 0 && !meet(a.countries, b.countries);
  return elsewhere || weeksBetween(a.weeks, b.weeks) <= WEEKS_IN_A_ROLE;
}

function meet(a: ReadonlySet<EvidenceKey>, b: ReadonlySet<EvidenceKey>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

/** How many weeks lie between two stretches; 0 where they overlap, or where one is not known. */
function weeksBetween([from, to]: readonly number[], [otherFrom, otherTo]: readonly number[]): number {
  if (from === undefined || to === undefined || otherFrom === undefined || otherTo === undefined) return 0;
  return Math.max(0, otherFrom - to, from - otherTo);
}

function sizeOf(personas: readonly Persona[]): number {
  return personas.reduce((sum, { members }) => sum + members.length, 0);
}
