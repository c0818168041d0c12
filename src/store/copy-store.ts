import { ClaimgraphError } from '../base/index.js';
import type { CopyTarget } from './copy-target.js';
import { hashStore } from './hash-store.js';
import { isSameIdentity } from './identify-document.js';
import { openStore, storeRowOf } from './open-store.js';
import type { Store } from './store.js';

/** Which store is copied where. */
export interface CopyRequest {
  readonly from: string;
  /** Nothing may be there yet. */
  readonly to: string;
  readonly signal?: AbortSignal;
  /** Hears how far it is. */
  readonly show?: (progress: CopyProgress) => void;
}

/** How far a copy is. */
export interface CopyProgress {
  readonly step: 'COPYING' | 'CHECKING';
  readonly documents: number;
  readonly total: number;
}

/** What was copied. */
export interface CopyReport {
  readonly documents: number;
  readonly judgements: number;
  readonly position: number;
  /** Documents that were there already, as an earlier copy was stopped. */
  readonly kept: number;
  /** Of both stores: see `hashStore`. */
  readonly hash: string;
}

/** Documents that are compared at once, and those of them that are read and written at once. */
const IDENTITIES = 1_000;
const DOCUMENTS = 200;
const CHANGES = 1_000;
/** A store that others write meanwhile is walked again, but not for ever. */
const MOST_WALKS = 10;

/**
 * Copies a store whole, with its log of changes, so that nothing of either can be told from the other. A copy that was
 * stopped goes on where it was. Others may write the store meanwhile. Before the copy becomes the store at its address,
 * everything in it is compared with the original.
 * @throws ClaimgraphError ARGUMENT_INVALID where a store cannot be copied to the address, STORE_* as the stores do,
 *   STORE_BUSY where others never stop to write, STORE_DAMAGED where the two differ, INTERRUPTED.
 */
export async function copyStore(request: CopyRequest): Promise<CopyReport> {
  const { from, to } = request;
  const row = storeRowOf(to);
  if (row.openCopy === undefined || storeRowOf(from).openCopy === undefined) {
    throw new ClaimgraphError('ARGUMENT_INVALID', 'A store in memory is gone with its process, and cannot be copied.');
  }
  const source = await openStore(from, { access: 'READ' });
  try {
    const target = await row.openCopy(to);
    try {
      return await fillAndFinish(source, target, request);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function fillAndFinish(source: Store, target: CopyTarget, request: CopyRequest): Promise<CopyReport> {
  const kept = (await target.store.counts()).documents;
  for (let walk = 1; ; walk++) {
    if (walk > MOST_WALKS) {
      const message = `The store to copy has changed during each of ${MOST_WALKS} walks; stop what writes it, and run it again.`;
      throw new ClaimgraphError('STORE_BUSY', message);
    }
    const { position } = await source.counts();
    await copyDocuments(source, target, request);
    await removeOthers(source, target, request);
    await copyLog(source, target, request);
    if ((await source.counts()).position !== position) continue;
    const hash = await compare(source, target, request);
    if ((await source.counts()).position !== position) continue;
    if (hash === null) {
      const message = `The copy differs from the store. It was made from another one, or a disk is at fault: remove it, and copy again.`;
      throw new ClaimgraphError('STORE_DAMAGED', message);
    }
    const { documents, judgements } = await target.store.counts();
    await target.finish();
    return { documents, judgements, position, kept, hash };
  }
}

/** Copies the documents that the target has not, or has otherwise. */
async function copyDocuments(source: Store, target: CopyTarget, request: CopyRequest): Promise<void> {
  const { documents: total } = await source.counts();
  let documents = 0;
  for (let after: string | null = null; ; ) {
    const ids = await source.documentIds({ after, limit: IDENTITIES });
    const [wanted, there] = [await source.identities(ids), await target.store.identities(ids)];
    const missing = [...wanted].filter(([id, identity]) => {
      const known = there.get(id);
      return known === undefined || !isSameIdentity(known, identity);
    });
    documents += ids.length - missing.length;
    for (let at = 0; at < missing.length; at += DOCUMENTS) {
      checkSignal(request.signal);
      const part = missing.slice(at, at + DOCUMENTS);
      // Read after its identity: one that changes in between keeps the old one, and is copied again.
      const stored = await source.documents(part.map(([id]) => id));
      await target.putDocuments(
        part.flatMap(([id, identity]) => {
          const found = stored.get(id);
          return found === undefined ? [] : [{ stored: found, identity }];
        }),
      );
      documents += part.length;
      request.show?.({ step: 'COPYING', documents, total });
    }
    after = ids.at(-1) ?? null;
    if (ids.length < IDENTITIES) return;
  }
}

/** Takes away what the target has and the source has not, or not any more. */
async function removeOthers(source: Store, target: CopyTarget, { signal }: CopyRequest): Promise<void> {
  for (let after: string | null = null; ; ) {
    checkSignal(signal);
    const ids = await target.store.documentIds({ after, limit: IDENTITIES });
    const wanted = await source.identities(ids);
    const others = ids.filter((id) => !wanted.has(id));
    if (others.length > 0) await target.deleteDocuments(others);
    after = ids.at(-1) ?? null;
    if (ids.length < IDENTITIES) return;
  }
}

async function copyLog(source: Store, target: CopyTarget, { signal }: CopyRequest): Promise<void> {
  for (let { position: after } = await target.store.counts(); ; ) {
    checkSignal(signal);
    const changes = await source.changes({ after, limit: CHANGES });
    const last = changes.at(-1);
    if (last === undefined) return;
    await target.appendChanges(changes);
    after = last.position;
  }
}

/** The hash of both; null where they differ. */
async function compare(source: Store, target: CopyTarget, { show, signal }: CopyRequest): Promise<string | null> {
  const { documents } = await source.counts();
  const step = 'CHECKING' as const;
  let checked = 0;
  const showMore = (of: number): ((documents: number) => void) => {
    return (done) => {
      checkSignal(signal);
      checked = of * documents + done;
      show?.({ step, documents: Math.floor(checked / 2), total: documents });
    };
  };
  const wanted = await hashStore(source, showMore(0));
  const found = await hashStore(target.store, showMore(1));
  return wanted === found ? found : null;
}

function checkSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new ClaimgraphError('INTERRUPTED', 'The copy was stopped; run it again to go on.');
}
