import type { GraphReading } from '../knowledge-graph.js';
import { claimFinder } from './claim-finder.js';
import { CHOICES } from './codes.js';
import type { Some } from './columns.js';
import type { ClaimColumns } from './freeze-claims.js';
import { type FrozenEntities, listColumns } from './freeze-entities.js';
import { createGrowing, createLists } from './growing.js';
import { type Turns, turn } from './turn.js';

/** Incidents and the conflicts within them as columns. */
export type IncidentColumns = Some<
  | 'claimIncident'
  | 'incidentKind'
  | 'incidentFrom'
  | 'incidentTo'
  | 'incidentSources'
  | 'incidentClaims'
  | 'incidentClaim'
  | 'incidentPlaces'
  | 'incidentPlace'
  | 'incidentParticipants'
  | 'incidentParticipant'
  | 'incidentDocuments'
  | 'incidentDocument'
  | 'incidentConflicts'
  | 'conflictKind'
  | 'conflictA'
  | 'conflictB'
>;

/** Keeps every incident, and finds its conflicts. */
export function* freezeIncidents(
  graph: GraphReading,
  { texts, documentIds, referentOf }: FrozenEntities,
  claimColumns: ClaimColumns,
): Turns<IncidentColumns> {
  const claimOf = claimFinder(claimColumns, { documentIds, texts });
  const claimIncident = new Uint32Array(claimColumns.claimId.length);
  const [kind, from, to, sources] = [
    createGrowing.U32(),
    createGrowing.U32(),
    createGrowing.U32(),
    createGrowing.U32(),
  ];
  const [claims, places, participants, documents] = [createLists(), createLists(), createLists(), createLists()];
  const conflicts = createLists();
  const [conflictKind, conflictB] = [createGrowing.U8(), createGrowing.U32()];
  for (const incident of graph.incidents()) {
    if (kind.length % 16 === 0) yield* turn();
    kind.push(texts.add(incident.kind));
    from.push(texts.addOptional(incident.from));
    to.push(texts.addOptional(incident.to));
    sources.push(incident.sources);
    for (const reference of incident.claims) {
      const claim = claimOf(reference);
      claims.push(claim);
      claimIncident[claim] = kind.length;
    }
    for (const key of incident.places) places.push(referentOf(key));
    for (const key of incident.participants) participants.push(referentOf(key));
    for (const id of incident.documents) documents.push(documentIds.numberOf(id));
    for (const conflict of graph.conflictsOf(incident)) {
      conflicts.push(claimOf(conflict.a));
      conflictB.push(claimOf(conflict.b));
      conflictKind.push(CHOICES.conflicts.codeOf(conflict.kind));
    }
    for (const lists of [claims, places, participants, documents, conflicts]) lists.end();
  }
  return {
    claimIncident,
    incidentKind: kind.finish(),
    incidentFrom: from.finish(),
    incidentTo: to.finish(),
    incidentSources: sources.finish(),
    ...listColumns('incidentClaims', 'incidentClaim', claims.finish()),
    ...listColumns('incidentPlaces', 'incidentPlace', places.finish()),
    ...listColumns('incidentParticipants', 'incidentParticipant', participants.finish()),
    ...listColumns('incidentDocuments', 'incidentDocument', documents.finish()),
    ...listColumns('incidentConflicts', 'conflictA', conflicts.finish()),
    conflictKind: conflictKind.finish(),
    conflictB: conflictB.finish(),
  };
}
