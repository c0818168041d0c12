import type { Annotated } from '../annotate/index.js';
import { EXTRACTION_FORMAT, type Extraction } from '../domain/index.js';
import type { Resources } from '../resources/index.js';

/** Finds the mentions, referents, claims and quotations of a document. Pure; never throws. */
export function extract(annotated: Annotated, _resources: Resources): Extraction {
  const { id, text, title, source, url, publishedAt, textHash, furniture, dateline, timeAnchor } = annotated.document;
  return {
    format: EXTRACTION_FORMAT,
    id,
    document: { title, source, url, publishedAt, textHash, furniture, dateline, timeAnchor },
    text,
    mentions: [],
    referents: [],
    claims: [],
    quotations: [],
    diagnostics: annotated.diagnostics,
  };
}
