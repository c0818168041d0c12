import type { Annotated } from '../annotate/index.js';
import type { Span } from '../base/index.js';
import type { Resources } from '../resources/index.js';
import { mendTrees } from './phrases/mend-trees.js';
import { readDocument } from './read-document.js';
import { type PreparedLinking, prepareLinking } from './referents/prepare-linking.js';
import { createView } from './view.js';

/** A document as the ranking of antecedents meets it, for those who train it. */
export interface PreparedCoreference extends PreparedLinking {
  /** By mention. */
  readonly spans: readonly Span[];
  /** By mention: the token that it turns on. */
  readonly heads: readonly Span[];
}

/** Reads a document as far as rules tell who is who. Each call gives it anew: what is joined in one is not in the next. */
export function prepareCoreference(read: Annotated, resources: Resources): () => PreparedCoreference {
  const annotated = mendTrees(read, resources);
  const view = createView(annotated);
  const { mentions, quotations } = readDocument(annotated, view, resources);
  const spans = mentions.map((mention) => view.span(mention));
  const heads = mentions.map(({ kind, top, first, last }) =>
    view.span(kind === 'NAME' ? { first, last } : { first: top, last: top + 1 }),
  );
  return () => ({ spans, heads, ...prepareLinking(view, resources, { mentions, quotations }) });
}
