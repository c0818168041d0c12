import type { Store, StoredDocument } from '../../../src/store/index.js';
import { buildJudgement } from '../../contracts/store.js';
import { buildStored } from '../../support/build-extraction.js';

/** One change of a sequence that every process can work out; each of them changes the store. */
export type Operation =
  | { readonly kind: 'PUT'; readonly stored: StoredDocument }
  | { readonly kind: 'DELETE'; readonly id: string }
  | { readonly kind: 'JUDGE'; readonly reason: string };

/** The change that leads to a position of the log, from 1: mostly new documents, some updates, deletions, judgements. */
export function operationAt(position: number): Operation {
  if (position % 7 === 5) return put(`d${position - 2}`, position);
  if (position % 7 === 6) return { kind: 'JUDGE', reason: `reason ${position}` };
  if (position > 7 && position % 7 === 0) return { kind: 'DELETE', id: `d${position - 3}` };
  return put(`d${position}`, position);
}

/** Makes the change, and waits for the commit. */
export async function perform(operation: Operation, store: Store): Promise<void> {
  if (operation.kind === 'PUT') await store.putDocument(operation.stored, '1');
  else if (operation.kind === 'DELETE') await store.deleteDocument(operation.id);
  else await store.appendJudgement(buildJudgement(operation.reason));
}

/** Some documents are long, so that a commit is many writes. */
function put(id: string, position: number): Operation {
  const opening = `Number ${position}. `.repeat(position % 5 === 0 ? 10_000 : 10);
  const claims = [{ subject: 'Ann Lee', relation: 'ATTACK', object: `Bo Ray ${position}` }] as const;
  return { kind: 'PUT', stored: buildStored({ id, title: `${position}`, opening, claims }) };
}
