import type { Incident, IndexedClaim, ReferentKey } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';

/** Longer names are cut. */
const LONGEST_LABEL = 120;

/** The claim of an incident that says most, in a few words: "Red Guard attack Ann Lee, Homs". The first of equals. */
export function incidentLabel(knowledge: Knowledge, { claims, kind }: Incident): string {
  let best: IndexedClaim | null = null;
  for (const reference of claims.slice(0, MOST_READ)) {
    const claim = knowledge.graph.claim(reference);
    if (claim !== null && (best === null || fullness(claim) > fullness(best))) best = claim;
  }
  if (best === null) return kind;
  const names = (keys: readonly ReferentKey[]): string =>
    keys.map((key) => knowledge.graph.entity(key)?.name ?? key).join(' and ');
  const sentence = [names(best.subjects), best.predicate, names(best.objects)].filter((part) => part !== '').join(' ');
  const label = best.place === null ? sentence : `${sentence}, ${names([best.place])}`;
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}

const MOST_READ = 20;

function fullness({ subjects, objects, place }: IndexedClaim): number {
  return Math.min(1, subjects.length) + Math.min(1, objects.length) + (place === null ? 0 : 1);
}
