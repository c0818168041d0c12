import type { ClaimReference, Incident, ReferentKey } from '../../domain/index.js';
import type { GraphReading } from '../knowledge-graph.js';
import { CHOICES } from './codes.js';
import type { Columns } from './columns.js';
import { readList } from './lists.js';
import type { Words } from './words.js';

/** Incidents and their conflicts. */
export function readIncidents(
  columns: Columns,
  { documentIds, texts, keys, claimAt }: Words,
): Pick<GraphReading, 'incidents' | 'incidentOf' | 'conflictsOf'> {
  const referenceTo = (claim: number): ClaimReference => ({
    documentId: documentIds.commonAt(columns.claimDocument[claim]!),
    claimId: texts.commonAt(columns.claimId[claim]!),
  });
  const claimIn = (place: number): ClaimReference => referenceTo(columns.incidentClaim[place]!);
  const placeIn = (place: number): ReferentKey => keys.at(columns.incidentPlace[place]!);
  const participantIn = (place: number): ReferentKey => keys.at(columns.incidentParticipant[place]!);
  const documentIn = (place: number): string => documentIds.commonAt(columns.incidentDocument[place]!);

  const describe = (incident: number): Incident => {
    const claims = readList(columns.incidentClaims, incident, claimIn);
    return {
      first: { ...claims[0]! },
      kind: texts.commonAt(columns.incidentKind[incident]!),
      claims,
      places: readList(columns.incidentPlaces, incident, placeIn),
      participants: readList(columns.incidentParticipants, incident, participantIn),
      from: texts.optionalAt(columns.incidentFrom[incident]!),
      to: texts.optionalAt(columns.incidentTo[incident]!),
      documents: readList(columns.incidentDocuments, incident, documentIn),
      sources: columns.incidentSources[incident]!,
    };
  };
  /** -1 for a claim of none. */
  const incidentAt = (reference: ClaimReference): number => {
    const claim = claimAt(reference);
    return claim < 0 ? -1 : columns.claimIncident[claim]! - 1;
  };
  return {
    incidents: function* () {
      for (let incident = 0; incident < columns.incidentKind.length; incident++) yield describe(incident);
    },
    incidentOf: (reference) => {
      const incident = incidentAt(reference);
      return incident < 0 ? null : describe(incident);
    },
    conflictsOf: ({ first }) => {
      const incident = incidentAt(first);
      if (incident < 0) return [];
      return readList(columns.incidentConflicts, incident, (place) => ({
        kind: CHOICES.conflicts.wordOf(columns.conflictKind[place]!),
        a: referenceTo(columns.conflictA[place]!),
        b: referenceTo(columns.conflictB[place]!),
        incident: first,
      }));
    },
  };
}
