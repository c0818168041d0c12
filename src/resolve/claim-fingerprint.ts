import { hashText, type Span } from '../base/index.js';
import type { Claim, Extraction } from '../domain/index.js';

/**
 * Names a claim by what was read where: its document's text, its relation, and the spans of its trigger and its
 * participants; 24 hexadecimal digits. Ids are ordinals, and pass to other claims when a document is read anew; this does
 * not.
 */
export function claimFingerprint({ document, id }: Pick<Extraction, 'document' | 'id'>, claim: Claim): string {
  const { relation, trigger, subjects, objects, others } = claim;
  const spans = [[trigger], subjects, objects, others].map((list) => list.map(placeOf));
  return hashText(JSON.stringify([id, document.textHash, relation, spans])).slice(0, 24);
}

function placeOf({ start, end }: Span): readonly number[] {
  return [start, end];
}
