import type { ClaimReference } from '../../domain/index.js';
import type { Some } from './columns.js';
import type { Texts } from './texts.js';

/** Finds claims by document and id; -1 for one that is not there. */
export function claimFinder(
  { documentClaims, claimId }: Some<'documentClaims' | 'claimId'>,
  { documentIds, texts }: { readonly documentIds: Pick<Texts, 'numberOf'>; readonly texts: Pick<Texts, 'numberOf'> },
): (reference: ClaimReference) => number {
  let lastId = '';
  let lastDocument = documentIds.numberOf(lastId);
  return (reference) => {
    if (reference.documentId !== lastId) {
      lastId = reference.documentId;
      lastDocument = documentIds.numberOf(lastId);
    }
    const id = texts.numberOf(reference.claimId);
    if (lastDocument < 0 || id < 0) return -1;
    const [start, end] = [documentClaims[lastDocument]!, documentClaims[lastDocument + 1]!];
    // Ids are ordinals in every record that the product makes itself.
    const guess = start + Number(reference.claimId.slice(1)) - 1;
    if (guess >= start && guess < end && claimId[guess] === id) return guess;
    for (let claim = start; claim < end; claim++) if (claimId[claim] === id) return claim;
    return -1;
  };
}
