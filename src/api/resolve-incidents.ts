import { ClaimgraphError } from '../base/index.js';
import type { ClaimReference, Conflict, Incident, ReferentKey } from '../domain/index.js';
import {
  type Account,
  type ClaimView,
  claimKey,
  claimsPage,
  compareAccounts,
  documentsPage,
  encodeNodeId,
  explainConflict,
  incidentConflicts,
  incidentLabel,
  requireIncident,
} from '../query/index.js';
import { entityAt } from './node-values.js';
import type { RequestContext } from './request-context.js';
import type { TypeResolvers } from './resolver.js';

/** The parent of an Incident is one of the domain, and so with a Conflict; of an Account and a comparison those of `query/`. */
export const INCIDENT_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  Incident: {
    id: ({ first }: Incident) => encodeNodeId('Incident', claimKey(first)),
    label: (incident: Incident, _given, { knowledge }) => incidentLabel(knowledge, incident),
    claims: ({ claims }: Incident, page) => claimsPage(claims, page),
    places: ({ places }: Incident, _given, context) => entitiesAt(places, context),
    participants: ({ participants }: Incident, _given, context) => entitiesAt(participants, context),
    documents: ({ documents }: Incident, page) => documentsPage(documents, page),
    accounts: async ({ first }: Incident, _given, { knowledge, signal }) =>
      (await compareAccounts(knowledge, { incident: claimKey(first), signal })).accounts,
    conflicts: (incident: Incident, page, { knowledge }) => incidentConflicts(knowledge, incident, page),
  },
  Account: {
    claimant: ({ claimant }: Account, _given, context) => entityAt(claimant, context),
    claims: ({ claims }: Account, page) => claimsPage(claims, page),
  },
  Conflict: {
    a: ({ a }: Conflict, _given, context) => presentClaim(a, context),
    b: ({ b }: Conflict, _given, context) => presentClaim(b, context),
    explanation: async ({ kind, a, b }: Conflict, _given, context) =>
      explainConflict(context.knowledge, kind, [await presentClaim(a, context), await presentClaim(b, context)]),
    incident: ({ incident }: Conflict, _given, { knowledge }) => requireIncident(knowledge, claimKey(incident)),
  },
};

function entitiesAt(keys: readonly ReferentKey[], context: RequestContext): readonly object[] {
  return keys.flatMap((key) => entityAt(key, context) ?? []);
}

/** @throws ClaimgraphError DOCUMENT_NOT_FOUND where another request took the claim away. */
async function presentClaim(reference: ClaimReference, context: RequestContext): Promise<ClaimView> {
  const claim = await context.claims.load(reference);
  if (claim !== null) return claim;
  throw new ClaimgraphError(
    'DOCUMENT_NOT_FOUND',
    `The document ${JSON.stringify(reference.documentId)} was changed while the answer was being made. Ask again.`,
    { document: reference.documentId },
  );
}
