import type { Annotated } from '../annotate/index.js';
import type { Extraction, TracedExtraction } from '../domain/index.js';
import type { Resources } from '../resources/index.js';
import { findClaims } from './claims/find-claims.js';
import { mendTrees } from './phrases/mend-trees.js';
import { qualifyClaims } from './qualities/qualify-claims.js';
import { attributeClaims } from './quotations/attribute-claims.js';
import { readDocument } from './read-document.js';
import { groupReferents } from './referents/group-referents.js';
import { traceClaims } from './trace-claims.js';
import { createView } from './view.js';
import { writeRecord } from './write-record.js';

/** Asks for the trace. */
export interface TraceOptions {
  readonly trace: true;
}

/** Finds the mentions, referents, claims and quotations of a document. Pure; never throws; cost grows linearly with the text. */
export function extract(read: Annotated, resources: Resources): Extraction;
/** As above, with why each claim was read beside the record. */
export function extract(read: Annotated, resources: Resources, options: TraceOptions): TracedExtraction;
export function extract(read: Annotated, resources: Resources, options?: TraceOptions): Extraction | TracedExtraction {
  const annotated = mendTrees(read, resources);
  const view = createView(annotated);
  const { readings, quotations, mentions } = readDocument(annotated, view, resources);
  const grouped = groupReferents(view, resources, { mentions, quotations });
  const found = readings.flatMap((reading, sentence) => findClaims(view, resources, { reading, sentence }));
  const claims = qualifyClaims(view, resources, {
    frame: { anchor: annotated.document.timeAnchor, dateline: annotated.document.dateline?.span ?? null },
    claims: found,
    chains: attributeClaims(found, quotations),
    quotations,
    readings,
    mentions: grouped.mentions,
  });
  const extraction = writeRecord(annotated, view, {
    ...grouped,
    claims,
    quotations,
  });
  return options === undefined ? extraction : { extraction, trace: { claims: traceClaims(view, claims) } };
}
