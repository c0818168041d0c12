import { compareIds } from '../base/index.js';
import type { Entity, Location, ReferentKey } from '../domain/index.js';
import { ENTITY_TYPES, type EntityType, type Sector } from '../ontology/index.js';
import type { ResolvedReferent } from './atoms.js';

/** The entity that the referents are, at least one. The same for any order of them. */
export function describeCluster(id: ReferentKey, referents: Iterable<ResolvedReferent>): Entity {
  const types = new Map<EntityType, number>();
  const names = new Map<string, number>();
  const descriptions = new Map<string, number>();
  const sectors = new Map<Sector, number>();
  const surfaces = new Set<string>();
  const roles = new Set<string>();
  const documents = new Set<string>();
  const keys: ReferentKey[] = [];
  const locations = new Map<string, number>();
  let mentionCount = 0;
  for (const resolved of referents) {
    const { referent } = resolved;
    count(types, referent.type);
    count(referent.named ? names : descriptions, referent.name);
    if (referent.sector !== null) count(sectors, referent.sector);
    surfaces.add(referent.name);
    for (const alias of referent.aliases) surfaces.add(alias);
    for (const acronym of referent.acronyms) surfaces.add(acronym);
    for (const role of referent.roles) roles.add(role);
    documents.add(resolved.documentId);
    keys.push(resolved.key);
    if (resolved.location !== null) count(locations, JSON.stringify(resolved.location));
    mentionCount += resolved.mentionCount;
  }
  const named = names.size > 0;
  const name = commonest(named ? names : descriptions, longestThenLeast) ?? '';
  surfaces.delete(name);
  const location = commonest(locations, compareIds);
  return {
    id,
    type: commonest(types, (a, b) => typeOrder(a) - typeOrder(b)) ?? ENTITY_TYPES[0].id,
    name,
    named,
    aliases: ascending(surfaces),
    roles: ascending(roles),
    sector: commonest(sectors, compareIds),
    referents: ascending(keys),
    documents: ascending(documents),
    mentionCount,
    location: location === null ? null : (JSON.parse(location) as Location),
  };
}

function count<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** The value with the greatest count, the first of them by the order; null where there is none. */
function commonest<T>(counts: ReadonlyMap<T, number>, order: (a: T, b: T) => number): T | null {
  let best: readonly [T, number] | null = null;
  for (const row of counts) {
    if (best === null || row[1] > best[1] || (row[1] === best[1] && order(row[0], best[0]) < 0)) best = row;
  }
  return best === null ? null : best[0];
}

function longestThenLeast(a: string, b: string): number {
  return b.length - a.length || compareIds(a, b);
}

function typeOrder(type: EntityType): number {
  return ENTITY_TYPES.findIndex((row) => row.id === type);
}

function ascending(values: Iterable<string>): readonly string[] {
  return [...values].sort(compareIds);
}
