import type { ReferentKey } from '../../domain/index.js';
import { escapeDocumentId, unescapeDocumentId } from '../../resolve/index.js';
import type { Some } from './columns.js';
import type { Texts } from './texts.js';

/** Finds referents by their keys, and keys by the numbers of their referents. */
export interface Keys {
  /** -1 for a key of none. */
  numberOf(key: ReferentKey): number;
  at(referent: number): ReferentKey;
}

/** Finds referents by key; -1 for a key of none. Texts that are still being added to will do. */
export function keyFinder(
  columns: Some<'documentReferents' | 'referentRest'>,
  texts: { readonly documentIds: Pick<Texts, 'numberOf'>; readonly texts: Pick<Texts, 'numberOf'> },
): (key: ReferentKey) => number {
  const { documentReferents, referentRest } = columns;
  // Keys of one document mostly come one after another.
  let lastId = '';
  let lastDocument = texts.documentIds.numberOf(lastId);
  return (key) => {
    const parts = splitKey(key);
    if (parts === null) return -1;
    if (parts.documentId !== lastId) {
      lastId = parts.documentId;
      lastDocument = texts.documentIds.numberOf(lastId);
    }
    const rest = texts.texts.numberOf(parts.rest);
    if (lastDocument < 0 || rest < 0) return -1;
    let [low, high] = [documentReferents[lastDocument]!, documentReferents[lastDocument + 1]!];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (referentRest[middle]! < rest) low = middle + 1;
      else high = middle;
    }
    return low < documentReferents[lastDocument + 1]! && referentRest[low] === rest ? low : -1;
  };
}

/** The keys of a frozen graph. */
export function readKeys(
  columns: Some<'documentReferents' | 'referentDocument' | 'referentRest'>,
  { documentIds, texts }: { readonly documentIds: Texts; readonly texts: Texts },
): Keys {
  const { referentDocument, referentRest } = columns;
  const keptReferents = new Int32Array(KEPT).fill(-1);
  const keptKeys = new Array<ReferentKey>(KEPT).fill('');
  return {
    numberOf: keyFinder(columns, { documentIds, texts }),
    at: (referent) => {
      const place = referent & (KEPT - 1);
      if (keptReferents[place] === referent) return keptKeys[place]!;
      const documentId = escapeDocumentId(documentIds.commonAt(referentDocument[referent]!));
      const key = `${documentId}#${texts.commonAt(referentRest[referent]!)}`;
      keptReferents[place] = referent;
      keptKeys[place] = key;
      return key;
    },
  };
}

/** Keys that are kept, a power of two: those of hubs come again and again. */
const KEPT = 4096;

/** The document's id, and the rest behind `#`; null for text that no key is written as. */
export function splitKey(key: ReferentKey): { readonly documentId: string; readonly rest: string } | null {
  const end = key.indexOf('#');
  if (end < 0) return null;
  const escaped = key.slice(0, end);
  const documentId = unescapeDocumentId(escaped);
  return escapeDocumentId(documentId) === escaped ? { documentId, rest: key.slice(end + 1) } : null;
}
