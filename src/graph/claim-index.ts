import { compareIds } from '../base/index.js';
import type { ClaimReference, IndexedClaim, ReferentKey } from '../domain/index.js';
import type { ClaimEntry } from './edges.js';
import { createSortedView } from './sorted-view.js';

/** Claims by document, and by the referents that take part in them. */
export interface ClaimIndex {
  readonly count: number;
  has(documentId: string): boolean;
  /** Adds the claims of a document that is not there. Gives their entries, in that order. */
  add(documentId: string, claims: readonly IndexedClaim[]): readonly ClaimEntry[];
  /** Removes a document. Gives the entries of its claims; none where it is not there. */
  remove(documentId: string): readonly ClaimEntry[];
  find(reference: ClaimReference): IndexedClaim | null;
  /** The claims that the referent takes part in, in any part; in the order of the record. */
  of(key: ReferentKey): readonly ClaimEntry[];
  /** Ascending by document id, then in the order of the record. */
  all(): Iterable<IndexedClaim>;
}

/** An index of no claims. */
export function createClaimIndex(): ClaimIndex {
  const documents = new Map<string, IndexedDocument>();
  const participations = new Map<ReferentKey, ClaimEntry[]>();
  const inOrder = createSortedView<IndexedDocument>((document) =>
    documents.get(document.id) === document ? document.id : null,
  );
  let count = 0;

  return {
    get count() {
      return count;
    },
    has: (documentId) => documents.has(documentId),
    add: (documentId, claims) => {
      const entries = claims.map((claim, ordinal): ClaimEntry => ({ claim, ordinal, edges: [] }));
      const document = { id: documentId, entries };
      documents.set(documentId, document);
      inOrder.mark(document);
      count += entries.length;
      for (const entry of entries) {
        for (const key of participantsOf(entry.claim)) {
          const there = participations.get(key);
          if (there === undefined) participations.set(key, [entry]);
          else there.push(entry);
        }
      }
      return entries;
    },
    remove: (documentId) => {
      const document = documents.get(documentId);
      if (document === undefined) return NONE;
      documents.delete(documentId);
      inOrder.mark(document);
      count -= document.entries.length;
      // All claims that a referent takes part in are of its own document.
      for (const { claim } of document.entries) for (const key of participantsOf(claim)) participations.delete(key);
      return document.entries;
    },
    find: ({ documentId, claimId }) => {
      const entries = documents.get(documentId)?.entries ?? NONE;
      // Ids are ordinals in every record that the product makes itself.
      const guess = entries[Number(claimId.slice(1)) - 1];
      const entry = guess?.claim.claimId === claimId ? guess : entries.find(({ claim }) => claim.claimId === claimId);
      return entry?.claim ?? null;
    },
    of: (key) => participations.get(key) ?? NONE,
    all: function* () {
      for (const document of inOrder.read()) {
        if (documents.get(document.id) === document) for (const { claim } of document.entries) yield claim;
      }
    },
  };
}

/** The claims, ascending by document id, then in the order of the record. */
export function inOrderOfRecord(entries: Iterable<ClaimEntry>): readonly IndexedClaim[] {
  return [...entries]
    .sort((a, b) => compareIds(a.claim.documentId, b.claim.documentId) || a.ordinal - b.ordinal)
    .map((entry) => entry.claim);
}

interface IndexedDocument {
  readonly id: string;
  readonly entries: readonly ClaimEntry[];
}

const NONE: readonly ClaimEntry[] = Object.freeze([]);

function participantsOf(claim: IndexedClaim): ReadonlySet<ReferentKey> {
  const { subjects, objects, others, place, claimants } = claim;
  return new Set([...subjects, ...objects, ...others, ...(place === null ? [] : [place]), ...claimants]);
}
