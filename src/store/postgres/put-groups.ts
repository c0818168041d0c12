import { ClaimgraphError } from '../../base/index.js';
import { isSameIdentity } from '../identify-document.js';
import type { DocumentIdentity, PutOutcome } from '../store.js';
import { appendChange } from './append-change.js';
import type { Connections, Transaction } from './connections.js';
import { lockDocuments, lockedIdentities } from './lock-documents.js';
import { insertDocuments, type PreparedDocument, removeDocuments } from './write-documents.js';

/** One document to put. */
export interface Put {
  readonly id: string;
  readonly identity: DocumentIdentity;
  readonly prepared: PreparedDocument;
}

/** Writes documents, those together that wait at the same time. */
export interface PutGroups {
  put(put: Put): Promise<PutOutcome>;
  /** What is put from now on is written after what others begin to write now. */
  endGroup(): void;
}

/** A transaction takes so many documents, and so many code units of their texts and records, but one at least. */
const MOST = 16;
const HEAVIEST = 4_000_000;

interface Waiting {
  readonly put: Put;
  readonly answer: (outcome: PutOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Documents that are put while a transaction is under way wait for it, and are then written by one, in their order: it
 * goes as often to the server and to its disk as that of one document. Each is acknowledged after the commit.
 */
export function createPutGroups(connections: Connections): PutGroups {
  let open: { readonly byId: Map<string, Waiting>; weight: number } | null = null;

  const begin = (): NonNullable<typeof open> => {
    const group = { byId: new Map<string, Waiting>(), weight: 0 };
    const writing = connections.inTurn(async () => {
      if (open === group) open = null;
      await writeGroup(connections, [...group.byId.values()]);
    });
    // It never began, as the store is closed.
    writing.catch((error: unknown) => {
      for (const { fail } of group.byId.values()) fail(error);
    });
    return group;
  };
  return {
    put: (put) =>
      new Promise((answer, fail) => {
        const weight = put.prepared.row.text.length + put.prepared.row.extraction.length;
        const hasRoom =
          open !== null && !open.byId.has(put.id) && open.byId.size < MOST && open.weight + weight <= HEAVIEST;
        const group = open !== null && hasRoom ? open : begin();
        group.byId.set(put.id, { put, answer, fail });
        group.weight += weight;
        open = group;
      }),
    endGroup() {
      open = null;
    },
  };
}

async function writeGroup(connections: Connections, group: readonly Waiting[]): Promise<void> {
  const { schema } = connections.address;
  const puts = group.map(({ put }) => put);
  const opening = lockDocuments(
    schema,
    puts.map(({ id }) => id),
  );
  try {
    const outcomes = await connections.transact((transaction) => writePuts(transaction, schema, puts), opening);
    for (const [index, outcome] of outcomes.entries()) group[index]?.answer(outcome);
  } catch (error) {
    // What the store refuses of one document says nothing of the others.
    const isStores = error instanceof ClaimgraphError && error.code.startsWith('STORE_');
    if (group.length > 1 && !isStores) for (const waiting of group) await writeGroup(connections, [waiting]);
    else for (const { fail } of group) fail(error);
  }
}

async function writePuts(
  transaction: Transaction,
  schema: string,
  puts: readonly Put[],
): Promise<readonly PutOutcome[]> {
  const known = lockedIdentities(transaction);
  const outcomes = puts.map(({ id, identity }): PutOutcome => {
    const before = known.get(id);
    if (before === undefined) return 'ADDED';
    return isSameIdentity(before, identity) ? 'UNCHANGED' : 'UPDATED';
  });
  const changed = puts.filter((_, index) => outcomes[index] !== 'UNCHANGED');
  if (changed.length === 0) return outcomes;
  const updated = puts.filter((_, index) => outcomes[index] === 'UPDATED').map(({ id }) => id);
  if (updated.length > 0) await removeDocuments(transaction, updated);
  await insertDocuments(
    transaction,
    changed.map(({ prepared }) => prepared),
  );
  await appendChange(transaction, schema, {
    kind: 'DOCUMENT_PUT',
    documentIds: changed.map(({ id }) => id),
    growth: changed.length - updated.length,
    uses: changed.flatMap(({ prepared: { row, forms } }) => forms.map(({ form }) => ({ documentId: row.id, form }))),
  });
  return outcomes;
}
