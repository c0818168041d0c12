import type { Annotated, Sentence } from '../annotate/index.js';
import { overlaps } from '../base/index.js';
import type { Extraction } from '../domain/index.js';
import type { Resources } from '../resources/index.js';
import { findClaims } from './claims/find-claims.js';
import { findNames } from './names/find-names.js';
import { mendTrees } from './phrases/mend-trees.js';
import { layNames } from './phrases/read-noun-phrases.js';
import { readSentence } from './phrases/read-sentence.js';
import { NO_READING } from './phrases/reading.js';
import { qualifyClaims } from './qualities/qualify-claims.js';
import { attributeClaims } from './quotations/attribute-claims.js';
import { findQuotations } from './quotations/find-quotations.js';
import { findMentions } from './referents/find-mentions.js';
import { groupReferents } from './referents/group-referents.js';
import { createView, type TokenRange, type View } from './view.js';
import { writeRecord } from './write-record.js';

/** Finds the mentions, referents, claims and quotations of a document. Pure; never throws; cost grows linearly with the text. */
export function extract(read: Annotated, resources: Resources): Extraction {
  const annotated = mendTrees(read, resources);
  const view = createView(annotated);
  const dateline = annotated.document.dateline?.place ?? null;
  const names = findNames(view, resources, { recognized: annotated.names, dateline });
  const laid = layNames(names);
  const bodies = view.sentences.map((sentence) => bodyOf(annotated, view, sentence));
  const readings = bodies.map((body) =>
    body.first >= body.last ? NO_READING : readSentence(view, resources, { names: laid, range: body }),
  );
  const mentions = findMentions(view, resources, { names, readings });
  const quotations = findQuotations(view, resources, { names, bodies });
  const found = readings.flatMap((reading, sentence) => findClaims(view, resources, { reading, sentence }));
  const claims = qualifyClaims(view, resources, {
    frame: { anchor: annotated.document.timeAnchor, dateline: annotated.document.dateline?.span ?? null },
    claims: found,
    chains: attributeClaims(found, quotations),
    quotations,
    readings,
    mentions,
  });
  return writeRecord(annotated, view, {
    mentions,
    referents: groupReferents(view, resources, { mentions, readings }),
    claims,
    quotations,
  });
}

/** A sentence without the dateline that opens it: "BEIRUT — |Syrian activists said …"; nothing of one that is furniture. */
function bodyOf(annotated: Annotated, view: View, sentence: Sentence): TokenRange {
  if (sentence.furniture) return { first: sentence.first, last: sentence.first };
  const dateline = annotated.document.dateline?.span;
  let { first } = sentence;
  while (dateline !== undefined && first < sentence.last && overlaps(dateline, view.span({ first, last: first + 1 })))
    first++;
  return { first, last: sentence.last };
}
