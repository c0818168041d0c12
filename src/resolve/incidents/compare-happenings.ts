import { type ClusterOf, type PartyRelation, relateParties } from './compare-parties.js';
import type { Happening } from './happening.js';

/** Kinds of which accounts may differ in who did it: those who did it may be unknown, or contested. */
const CONTESTED: ReadonlySet<string> = new Set(['FORCE', 'CAUSE']);
/** Payments that a document tells of are one affair, unless they name others. */
const JOINED: ReadonlySet<string> = new Set([...CONTESTED, 'PAYMENT']);

/** What agreement counts; the same for those who act and those who undergo it. */
const WEIGHTS: Readonly<Record<PartyRelation, number>> = {
  SAME: 2,
  ALIKE: 1,
  AKIN: 0.5,
  REFINES: 0.5,
  UNTOLD: 0,
  APART: 0,
  DIFFERENT: 0,
};

/** Of the same predicate, and of two that stand on one side of a payment ("take", "receive"). */
const LIKENESS_OF_WORDS = 0.5;

/**
 * How far two claims of one kind agree on who takes part, 0 to 4; null where that forbids that they are about one
 * happening. Symmetric. Two attacks with the same victim are one, whoever is named as attacker; two requests are one
 * only where those who ask may be the same.
 */
export function agreement(a: Happening, b: Happening, clusterOf: ClusterOf): number | null {
  if (a.kind === 'PAYMENT') return pooledAgreement(a, b, clusterOf);
  const agents = relateParties(a.agents, b.agents, clusterOf);
  const patients = relateParties(a.patients, b.patients, clusterOf);
  if (CONTESTED.has(a.kind)) {
    if (patients === 'DIFFERENT' && bothNamed(a, b)) return null;
  } else if (agents === 'DIFFERENT' || patients === 'DIFFERENT') return null;
  return WEIGHTS[agents] + WEIGHTS[patients];
}

/** True for kinds of which the claims of a document are about one happening where nothing speaks against it. */
export function isJoined(kind: string): boolean {
  return JOINED.has(kind);
}

/** True for kinds of which accounts may differ in who did it. */
export function isContested(kind: string): boolean {
  return CONTESTED.has(kind);
}

/** "Ann paid Bo" and "Bo took money" are one payment: it does not matter who is the subject. */
function pooledAgreement(a: Happening, b: Happening, clusterOf: ClusterOf): number | null {
  const parties = relateParties([...a.agents, ...a.patients], [...b.agents, ...b.patients], clusterOf);
  if (parties === 'DIFFERENT') return null;
  const manner = a.manner === b.manner ? LIKENESS_OF_WORDS : 0;
  return WEIGHTS[parties] + manner + (a.claim.predicate === b.claim.predicate ? LIKENESS_OF_WORDS : 0);
}

function bothNamed(a: Happening, b: Happening): boolean {
  return a.patients.some((party) => party.named) && b.patients.some((party) => party.named);
}
