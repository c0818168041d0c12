import { ClaimgraphError } from '../base/index.js';
import type { Incident, IndexedClaim } from '../domain/index.js';
import { type Choice, chooseClaims } from './choose-items.js';
import type { Knowledge } from './knowledge.js';
import { claimSortKey } from './list-claims.js';
import { readClaimKey, readNodeId } from './node-ids.js';
import { type Page, type PageRequest, type SortKey, startPage } from './pages.js';
import { readChoice, show } from './read-arguments.js';
import { dayNumber } from './sort-days.js';
import { type Stoppable, startTurns } from './turns.js';

/** Which incidents. */
export interface IncidentSelection extends Stoppable {
  /** A filter over CLAIM_FIELDS: only incidents with at least one matching claim. */
  readonly where?: unknown;
  /** Only incidents of which accounts contradict each other. */
  readonly contested?: boolean | null | undefined;
}

/** The orders of incidents; ties by their first claims. */
export const INCIDENT_ORDERS = {
  CLAIMS: 'Most claims first.',
  SOURCES: 'Most independent sources first.',
  TIME: 'Earliest first, by the first day that its claims name; unknown days last.',
  DOCUMENT: 'By the document ids of their first claims, then as in the text.',
} as const;

/** A page of incidents. `order` is a key of INCIDENT_ORDERS; CLAIMS where it is left out. */
export interface IncidentListRequest extends IncidentSelection {
  readonly order?: string | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/**
 * A page of the incidents that the filter chooses.
 * @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED.
 */
export async function listIncidents(knowledge: Knowledge, request: IncidentListRequest): Promise<Page<Incident>> {
  const turns = startTurns(request.signal);
  const words = Object.keys(INCIDENT_ORDERS) as (keyof typeof INCIDENT_ORDERS)[];
  const order = readChoice('order', request.order, { words, otherwise: 'CLAIMS' });
  const draft = startPage({ kind: 'incidents', order, keyOf: SORT_KEYS[order] }, request.page);
  const choice = await chooseClaims(knowledge, request);
  for (const incident of knowledge.graph.incidents()) {
    if (turns.due()) await turns.rest();
    if (!choice.all && !isChosen(knowledge, incident, choice)) continue;
    if (request.contested === true && !isContested(knowledge, incident)) continue;
    draft.add(incident);
  }
  return draft.finish();
}

/**
 * The incident that a global id of an incident or claim names, or `<document id>#<claim id>` of any of its claims.
 * @throws ClaimgraphError INCIDENT_NOT_FOUND.
 */
export function requireIncident(knowledge: Knowledge, text: string): Incident {
  const node = readNodeId(text);
  const key = node?.type === 'Incident' || node?.type === 'Claim' ? node.key : text;
  const claim = readClaimKey(key);
  const incident = claim === null ? null : knowledge.graph.incidentOf(claim);
  if (incident !== null) return incident;
  throw new ClaimgraphError(
    'INCIDENT_NOT_FOUND',
    `Expected the id of an incident, or <document>#<claim> of a claim about something that happened, but got ${show(text)}. List them with incidents.`,
    { text: text.slice(0, 600) },
  );
}

const SORT_KEYS: Readonly<Record<keyof typeof INCIDENT_ORDERS, (incident: Incident) => SortKey>> = {
  CLAIMS: ({ claims, first }) => [-claims.length, ...claimSortKey(first)],
  SOURCES: ({ sources, first }) => [-sources, ...claimSortKey(first)],
  TIME: ({ from, first }) => [dayNumber(from), ...claimSortKey(first)],
  DOCUMENT: ({ first }) => claimSortKey(first),
};

function isChosen(knowledge: Knowledge, incident: Incident, choice: Choice<IndexedClaim>): boolean {
  return incident.claims.some((reference) => {
    const claim = knowledge.graph.claim(reference);
    return claim !== null && choice.test(claim);
  });
}

function isContested(knowledge: Knowledge, incident: Incident): boolean {
  return incident.claims.length > 1 && knowledge.graph.conflictsOf(incident).length > 0;
}
