import type { Document } from '../domain/index.js';
import type { Resources } from '../resources/index.js';
import type { Annotated } from './annotated.js';

/** Reads a document into tokens, sentences and tags. Pure; never throws. */
export function annotate(document: Document, _resources: Resources): Annotated {
  const none = new Uint32Array(0);
  const bytes = new Uint8Array(0);
  return {
    document,
    tokens: {
      count: 0,
      start: none,
      end: none,
      sentence: none,
      tag: bytes,
      form: bytes,
      hint: bytes,
      lower: [],
      lemma: [],
    },
    sentences: [],
    diagnostics: [],
  };
}
