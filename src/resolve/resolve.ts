import type { Extraction, Judgement } from '../domain/index.js';
import { createResolution } from './create-resolution.js';
import type { Resolution, ResolutionOptions } from './resolution.js';

/** The entities that follow from the extractions, one a document, and the judgements, in the log's order. Pure. */
export function resolve(
  extractions: Iterable<Extraction>,
  judgements: Iterable<Judgement>,
  options: ResolutionOptions = {},
): Resolution {
  const resolution = createResolution(options);
  for (const extraction of extractions) resolution.putDocument(extraction);
  for (const judgement of judgements) resolution.applyJudgement(judgement);
  return resolution;
}
