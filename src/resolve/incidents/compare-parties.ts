import type { ReferentKey } from '../../domain/index.js';
import type { Sector } from '../../ontology/index.js';
import type { Cluster } from '../atoms.js';
import type { Party } from './happening.js';
import { NOBODY } from './read-parties.js';

/** Gives the entity that a referent is now. */
export type ClusterOf = (key: ReferentKey) => Cluster | null;

/**
 * How those that two claims name relate. SAME: at least one is the same thing. ALIKE: described by the same word, or one by a role of the other.
 * AKIN: of the same sector, as an army and its soldiers. REFINES: one of the claims does not know ("gunmen"). UNTOLD: one of them names nobody.
 * DIFFERENT: each of them is another than each of the others. APART: none of these, as a minister and a wave.
 */
export type PartyRelation = 'SAME' | 'ALIKE' | 'AKIN' | 'REFINES' | 'UNTOLD' | 'DIFFERENT' | 'APART';

/** Relates two lists of parties; the same either way round. */
export function relateParties(a: readonly Party[], b: readonly Party[], clusterOf: ClusterOf): PartyRelation {
  if (a.length === 0 || b.length === 0) return 'UNTOLD';
  let best: PartyRelation = 'DIFFERENT';
  for (const left of a) {
    for (const right of b) {
      const relation = relateParty(left, right, clusterOf);
      if (relation === 'SAME') return 'SAME';
      if (CLOSENESS.indexOf(relation) < CLOSENESS.indexOf(best)) best = relation;
    }
  }
  return best;
}

/** What two lists are to each other is what the closest of their pairs are. */
const CLOSENESS: readonly PartyRelation[] = ['SAME', 'ALIKE', 'AKIN', 'REFINES', 'UNTOLD', 'APART', 'DIFFERENT'];

function relateParty(a: Party, b: Party, clusterOf: ClusterOf): PartyRelation {
  if (a.key !== null && b.key !== null && isSame(a.key, b.key, clusterOf)) return 'SAME';
  if (a.sense === NOBODY || b.sense === NOBODY) return isSomeone(a) && isSomeone(b) ? 'ALIKE' : 'APART';
  if (a.unknown || b.unknown) return a.sense === b.sense ? 'ALIKE' : 'REFINES';
  if (a.named && b.named) return a.type === b.type ? 'DIFFERENT' : 'APART';
  if (!a.named && !b.named ? a.sense === b.sense : a.named ? describes(b, a) : describes(a, b)) return 'ALIKE';
  if (a.sector === null || b.sector === null) return 'APART';
  if (a.sector === b.sector) return 'AKIN';
  // Protesters are civilians too.
  if ((a.sector === 'CVL' && !FIGHTERS.has(b.sector)) || (b.sector === 'CVL' && !FIGHTERS.has(a.sector))) return 'AKIN';
  // "His client" may be the chief; soldiers are no rebels.
  return a.type === 'PERSON' || b.type === 'PERSON' ? 'APART' : 'DIFFERENT';
}

/** Those who bear arms. */
export const FIGHTERS: ReadonlySet<Sector> = new Set(['MIL', 'REB', 'COP', 'CRM']);

function isSomeone({ type, sense }: Party): boolean {
  return sense === NOBODY || type === 'PERSON' || type === 'GROUP';
}

/** "The secretary who testified" may be she whom another text calls his secretary. */
function describes({ head, sense, titles }: Party, named: Party): boolean {
  return (
    named.titles.includes(head) || named.titles.includes(sense) || titles.some((title) => named.titles.includes(title))
  );
}

function isSame(a: ReferentKey, b: ReferentKey, clusterOf: ClusterOf): boolean {
  if (a === b) return true;
  const cluster = clusterOf(a);
  return cluster !== null && cluster === clusterOf(b);
}
