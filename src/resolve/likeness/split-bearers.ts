import { compareIds } from '../../base/index.js';
import type { ReferentKey } from '../../domain/index.js';
import { type EvidenceKey, kindOf, weekOf } from './evidence.js';
import type { Spoken } from './units.js';

/** A referent of a full name. */
export interface Bearer extends Spoken {
  readonly key: ReferentKey;
}

/** A name that more referents bear than this is not split: somebody so known has company of every kind. */
export const MOST_BEARERS = 512;

/** Somebody may have another role after so long. */
const WEEKS_IN_A_ROLE = 26;

/**
 * Parts people of one full name: bearers are one where their documents have a role, people, bodies or towns in common, and so
 * are those of whom nothing speaks against it; those without anything in common who have other roles at the same time are two.
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
  // Those of whom nothing is said are the one who is most spoken of.
  people.sort((a, b) => sizeOf(b) - sizeOf(a));
  const [first = [], ...others] = people;
  const rest = personas.filter(({ roles }) => roles.size === 0);
  return [[...first, ...rest], ...others].map((each) => each.flatMap(({ members }) => members));
}

/** Bearers whose documents have something in common, in whatever chain: their name is the same. */
interface Persona {
  readonly members: Bearer[];
  readonly roles: ReadonlySet<EvidenceKey>;
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
    roles: new Set(members.flatMap(({ evidence }) => evidence.filter((key) => kindOf(key) === 'ROLE'))),
    weeks: members.flatMap(({ evidence }) => evidence.filter((key) => kindOf(key) === 'DATE')).map(weekOf),
  }));
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
  for (const role of a.roles) if (b.roles.has(role)) return false;
  if (a.weeks.length === 0 || b.weeks.length === 0) return true;
  const [from, to] = [Math.min(...b.weeks), Math.max(...b.weeks)];
  return a.weeks.some((week) => week >= from - WEEKS_IN_A_ROLE && week <= to + WEEKS_IN_A_ROLE);
}

function sizeOf(personas: readonly Persona[]): number {
  return personas.reduce((sum, { members }) => sum + members.length, 0);
}
