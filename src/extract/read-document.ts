import type { Annotated, Sentence } from '../annotate/index.js';
import { overlaps } from '../base/index.js';
import type { Resources } from '../resources/index.js';
import { findNames } from './names/find-names.js';
import { layNames } from './phrases/read-noun-phrases.js';
import { readSentence } from './phrases/read-sentence.js';
import { NO_READING, type SentenceReading } from './phrases/reading.js';
import { findQuotations } from './quotations/find-quotations.js';
import type { FoundQuotation } from './quotations/found-quotation.js';
import { findMentions } from './referents/find-mentions.js';
import type { FoundMention } from './referents/mention.js';
import type { TokenRange, View } from './view.js';

/** What is found before anyone knows who is who. */
export interface DocumentReading {
  /** By sentence. */
  readonly readings: readonly SentenceReading[];
  readonly quotations: readonly FoundQuotation[];
  /** All that may be a mention. */
  readonly mentions: readonly FoundMention[];
}

/** Reads the sentences of a document one by one, and its quotations. */
export function readDocument(annotated: Annotated, view: View, resources: Resources): DocumentReading {
  const dateline = annotated.document.dateline?.place ?? null;
  const names = findNames(view, resources, { recognized: annotated.names, dateline });
  const laid = layNames(names);
  const bodies = view.sentences.map((sentence) => bodyOf(annotated, sentence));
  const readings = bodies.map((body) =>
    body.first >= body.last ? NO_READING : readSentence(view, resources, { names: laid, range: body }),
  );
  const quotations = findQuotations(view, resources, { names, bodies });
  return { readings, quotations, mentions: findMentions(view, resources, names) };
}

/** What there is to read of a sentence: nothing of furniture, nor of a dateline, which is a sentence of its own. */
function bodyOf(annotated: Annotated, sentence: Sentence): TokenRange {
  const dateline = annotated.document.dateline?.span;
  const isRead = !sentence.furniture && (dateline === undefined || !overlaps(dateline, sentence));
  return { first: isRead ? sentence.first : sentence.last, last: sentence.last };
}
