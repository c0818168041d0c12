import { compareIds } from '../base/index.js';
import type { ClaimReference, IndexedClaim, ReferentKey } from '../domain/index.js';
import { type Choice, chooseClaims } from './choose-items.js';
import { bindingValues, compileFilter } from './compile-filter.js';
import { claimReaders } from './field-readers.js';
import type { Knowledge } from './knowledge.js';
import { claimKey } from './node-ids.js';
import { type Page, type PageRequest, type SortKey, startPage } from './pages.js';
import { readChoice } from './read-arguments.js';
import { dayNumber } from './sort-days.js';
import { type Continuation, chosenOf, takeBatches } from './take-batches.js';
import { type Stoppable, startTurns } from './turns.js';

/** Which claims: `where` is a filter over CLAIM_FIELDS. */
export interface ClaimSelection extends Stoppable {
  readonly where?: unknown;
}

/** The orders of claims. */
export const CLAIM_ORDERS = {
  DOCUMENT: 'By document id, then as in the text.',
  TIME: "Earliest first: by the first day of the claim's own time, else of its publication; unknown days last.",
  LATEST: 'Latest first, by the same day; unknown days last.',
} as const;

/** A page of claims. `order` is a key of CLAIM_ORDERS; DOCUMENT where it is left out. */
export interface ClaimListRequest extends ClaimSelection {
  readonly order?: string | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/** What an entity can be in a claim; PARTICIPANT is subject, object or other, ANY also place or claimant. */
export const CLAIM_PARTS = ['SUBJECT', 'OBJECT', 'OTHER', 'PARTICIPANT', 'PLACE', 'CLAIMANT', 'ANY'] as const;

/** A page of the claims of one entity. */
export interface EntityClaimsRequest extends ClaimListRequest {
  /** Key of any member. */
  readonly entity: ReferentKey;
  /** One of CLAIM_PARTS; ANY where it is left out. */
  readonly part?: string | null | undefined;
}

/**
 * A page of the claims that the filter chooses; `loadClaims` opens their records.
 * @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED.
 */
export async function listClaims(knowledge: Knowledge, request: ClaimListRequest): Promise<Page<IndexedClaim>> {
  const choice = await chooseClaims(knowledge, request);
  return pageOf(candidates(knowledge, choice), request, choice.test);
}

/** Tells for any claim whether the filter chooses it now; false for one that is not there. Throws as `listClaims` does. */
export async function claimTest(
  knowledge: Knowledge,
  selection: ClaimSelection,
): Promise<(reference: ClaimReference) => boolean> {
  const { filter } = await chooseClaims(knowledge, selection);
  let { graph } = knowledge;
  let test = compileFilter(filter, claimReaders(graph));
  return (reference) => {
    if (graph !== knowledge.graph) {
      graph = knowledge.graph;
      test = compileFilter(filter, claimReaders(graph));
    }
    const claim = graph.claim(reference);
    return claim !== null && test(claim);
  };
}

/** A page of the claims in which the entity has that part; empty for an unknown one. Throws as `listClaims` does. */
export async function entityClaims(knowledge: Knowledge, request: EntityClaimsRequest): Promise<Page<IndexedClaim>> {
  const part = readChoice('part', request.part, { words: CLAIM_PARTS, otherwise: 'ANY' });
  const choice = await chooseClaims(knowledge, request);
  const id = knowledge.graph.entityIdOf(request.entity);
  const isEntity = (key: ReferentKey): boolean => knowledge.graph.entityIdOf(key) === id;
  const claims = id === null ? [] : knowledge.graph.claimsOf(id);
  return pageOf(claims, request, (claim) => keysOf(claim, part).some(isEntity) && choice.test(claim));
}

/** Every claim that the filter chooses, by document id, then as in the text; for exports. Throws as `listClaims` does, when first read. */
export async function* selectClaims(knowledge: Knowledge, selection: ClaimSelection): AsyncGenerator<IndexedClaim> {
  for await (const batch of claimBatches(knowledge, selection)) yield* batch;
}

/** The same in lists of up to 64; only those behind the claim `after`, `<document>/<claim>`, where it is given. */
export async function* claimBatches(
  knowledge: Knowledge,
  selection: ClaimSelection & Continuation,
): AsyncGenerator<readonly IndexedClaim[]> {
  const turns = startTurns(selection.signal);
  const choice = await chooseClaims(knowledge, selection);
  const after = selection.after === null || selection.after === undefined ? null : claimNamed(selection.after);
  const isChosen = (claim: IndexedClaim): boolean =>
    (after === null || compareClaims(claim, after) > 0) && choice.test(claim);
  yield* takeBatches(chosenOf(knowledge.graph.claims(), isChosen), turns);
}

/** Ids of claims hold no slash. */
function claimNamed(id: string): ClaimReference {
  const slash = id.lastIndexOf('/');
  return { documentId: id.slice(0, Math.max(0, slash)), claimId: id.slice(slash + 1) };
}

function compareClaims(a: ClaimReference, b: ClaimReference): number {
  return (
    compareIds(a.documentId, b.documentId) || a.claimId.length - b.claimId.length || compareIds(a.claimId, b.claimId)
  );
}

/** The place of a claim in the order DOCUMENT. */
export function claimSortKey(claim: { readonly documentId: string; readonly claimId: string }): SortKey {
  // Ids of a record are ordinals, c1, c2 …: by their letters c10 would come before c2.
  return [claim.documentId, claim.claimId.length, claim.claimId];
}

const SORT_KEYS: Readonly<Record<keyof typeof CLAIM_ORDERS, (claim: IndexedClaim) => SortKey>> = {
  DOCUMENT: claimSortKey,
  TIME: (claim) => [dayOf(claim), ...claimSortKey(claim)],
  LATEST: (claim) => {
    const day = dayOf(claim);
    return [day === null ? null : -day, ...claimSortKey(claim)];
  },
};

function dayOf(claim: IndexedClaim): number | null {
  return dayNumber(claim.from ?? claim.to ?? claim.publishedAt);
}

async function pageOf(
  claims: Iterable<IndexedClaim>,
  request: ClaimListRequest,
  test: (claim: IndexedClaim) => boolean,
): Promise<Page<IndexedClaim>> {
  const turns = startTurns(request.signal);
  const words = Object.keys(CLAIM_ORDERS) as (keyof typeof CLAIM_ORDERS)[];
  const order = readChoice('order', request.order, { words, otherwise: 'DOCUMENT' });
  const draft = startPage({ kind: 'claims', order, keyOf: SORT_KEYS[order] }, request.page);
  for (const claim of claims) {
    if (turns.due()) await turns.rest();
    if (test(claim)) draft.add(claim);
  }
  return draft.finish();
}

/** The claims of the entities that the filter binds, each once; all where it binds none. */
function* candidates(knowledge: Knowledge, choice: Choice<IndexedClaim>): Iterable<IndexedClaim> {
  const ids = bindingValues(choice.filter, ['subject', 'object', 'participant', 'place', 'claimant']);
  if (ids === null) {
    yield* knowledge.graph.claims();
    return;
  }
  const seen = new Set<string>();
  for (const id of ids) {
    for (const claim of knowledge.graph.claimsOf(id)) {
      const key = claimKey(claim);
      if (!seen.has(key)) yield claim;
      seen.add(key);
    }
  }
}

function keysOf(claim: IndexedClaim, part: (typeof CLAIM_PARTS)[number]): readonly ReferentKey[] {
  const place = claim.place === null ? [] : [claim.place];
  switch (part) {
    case 'SUBJECT':
      return claim.subjects;
    case 'OBJECT':
      return claim.objects;
    case 'OTHER':
      return claim.others;
    case 'PLACE':
      return place;
    case 'CLAIMANT':
      return claim.claimants;
    case 'PARTICIPANT':
      return [...claim.subjects, ...claim.objects, ...claim.others];
    case 'ANY':
      return [...claim.subjects, ...claim.objects, ...claim.others, ...place, ...claim.claimants];
  }
}
