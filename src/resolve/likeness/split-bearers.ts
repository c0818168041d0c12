import { compareIds } from '../../base/index.js';
import type { EvidenceKey } from './evidence.js';
import type { Bearer, Persona } from './personas.js';

/** A name of more personas than this is not split: somebody so known has company of every kind. */
export const MOST_PERSONAS = 512;

/** Somebody may have another role after so long. */
const WEEKS_IN_A_ROLE = 52;

/**
 * Parts people of one full name: personas of whom nothing speaks against it are one; those who have other roles within a year,
 * or in other countries, are two. One without a role is whoever was in the news in that country, and about that time.
 * Gives the personas of each, those of the one most spoken of first, in whatever order they came.
 */
export function splitBearers<Member extends Bearer>(
  personas: Iterable<Persona<Member>>,
): readonly (readonly Persona<Member>[])[] {
  const ordered = [...personas];
  if (ordered.length < 2 || ordered.length > MOST_PERSONAS) return [ordered];
  ordered.sort((a, b) => b.members.length - a.members.length || compareIds(a.least, b.least));
  const people: Persona<Member>[][] = [];
  for (const persona of ordered) {
    if (persona.roles.size === 0) continue;
    const one = people.find((others) => !others.some((other) => contradict(persona, other)));
    if (one === undefined) people.push([persona]);
    else one.push(persona);
  }
  if (people.length < 2) return [ordered];
  people.sort((a, b) => sizeOf(b) - sizeOf(a));
  const without = ordered.filter(({ roles }) => roles.size === 0);
  const homes = without.map((persona) => nearest(persona, people));
  return people.map((person) => [...person, ...without.filter((_, index) => homes[index] === person)]);
}

/** The one of them who is in the same country, then the one at the nearest time, then the first. */
function nearest<Some extends Persona>(persona: Some, people: readonly Some[][]): Some[] | undefined {
  let best: Some[] | undefined;
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
function weeksBetween(a: Persona['weeks'], b: Persona['weeks']): number {
  return a === null || b === null ? 0 : Math.max(0, b.first - a.last, a.first - b.last);
}

function sizeOf(personas: readonly Persona[]): number {
  return personas.reduce((sum, { members }) => sum + members.length, 0);
}
