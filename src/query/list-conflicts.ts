import {
  type ClaimReference,
  CONFLICT_KINDS,
  type Conflict,
  type ConflictKind,
  type Incident,
  type IndexedClaim,
} from '../domain/index.js';
import { type Choice, chooseClaims } from './choose-items.js';
import type { Knowledge } from './knowledge.js';
import { claimSortKey } from './list-claims.js';
import { type Page, type PageRequest, startPage } from './pages.js';
import { readChoice } from './read-arguments.js';
import { type Stoppable, startTurns } from './turns.js';

/** Which conflicts. */
export interface ConflictSelection extends Stoppable {
  /** A filter over CLAIM_FIELDS, asked of both claims: one of them must pass. */
  readonly where?: unknown;
  /** Only those of one of CONFLICT_KINDS. */
  readonly kind?: string | null | undefined;
}

/** A page of conflicts, by the document ids of their first claims, then as in the text. */
export interface ConflictListRequest extends ConflictSelection {
  readonly page?: PageRequest | null | undefined;
}

/**
 * A page of the conflicts that the filter chooses; `loadClaims` opens the records of their claims.
 * @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED.
 */
export async function listConflicts(knowledge: Knowledge, request: ConflictListRequest): Promise<Page<Conflict>> {
  const draft = startPage<Conflict>(CONFLICTS, request.page);
  for await (const conflict of selectConflicts(knowledge, request)) draft.add(conflict);
  return draft.finish();
}

/** Every conflict that the filter chooses, by incident; for exports. Throws as `listConflicts` does, when first read. */
export async function* selectConflicts(knowledge: Knowledge, selection: ConflictSelection): AsyncGenerator<Conflict> {
  const turns = startTurns(selection.signal);
  const kind = readKind(selection.kind);
  const choice = await chooseClaims(knowledge, selection);
  for (const incident of knowledge.graph.incidents()) {
    if (turns.due()) await turns.rest();
    // A single claim contradicts nothing.
    if (incident.claims.length < 2) continue;
    for (const conflict of knowledge.graph.conflictsOf(incident)) {
      if ((kind === null || conflict.kind === kind) && isChosen(knowledge, conflict, choice)) yield conflict;
    }
  }
}

/** A page of the conflicts within one incident. @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID. */
export function incidentConflicts(knowledge: Knowledge, incident: Incident, page: PageRequest): Page<Conflict> {
  const draft = startPage<Conflict>(CONFLICTS, page);
  for (const conflict of knowledge.graph.conflictsOf(incident)) draft.add(conflict);
  return draft.finish();
}

/** The conflicts that a claim is one side of. */
export function claimConflicts({ graph }: Knowledge, { documentId, claimId }: ClaimReference): readonly Conflict[] {
  const incident = graph.incidentOf({ documentId, claimId });
  if (incident === null) return [];
  const isIt = (side: ClaimReference): boolean => side.documentId === documentId && side.claimId === claimId;
  return graph.conflictsOf(incident).filter(({ a, b }) => isIt(a) || isIt(b));
}

const CONFLICTS = {
  kind: 'conflicts',
  order: 'DOCUMENT',
  keyOf: ({ a, b }: Conflict) => [...claimSortKey(a), ...claimSortKey(b)],
};

function readKind(kind: string | null | undefined): ConflictKind | null {
  return kind === null || kind === undefined
    ? null
    : readChoice('kind', kind, { words: CONFLICT_KINDS, otherwise: CONFLICT_KINDS[0] });
}

function isChosen(knowledge: Knowledge, { a, b }: Conflict, choice: Choice<IndexedClaim>): boolean {
  if (choice.all) return true;
  return [a, b].some((reference) => {
    const claim = knowledge.graph.claim(reference);
    return claim !== null && choice.test(claim);
  });
}
