import type { LinearModel } from '../linear/index.js';
import type { Gazetteer } from '../resources/index.js';
import { decodeNames, readTransitions } from './decode-names.js';
import { createNameColumns, type NameWords } from './name-columns.js';
import { NAME_CLASSES, NAME_LABELS, type NameClass } from './name-labels.js';
import type { WordRange } from './word-range.js';
import { MOST_NAME_FEATURES, writeNameFeatures } from './write-name-features.js';

/** A name as the recogniser reads it: tokens `[first, last)`. */
export interface RecognizedName extends WordRange {
  readonly nameClass: NameClass;
  /** How probable exactly these words and this class are, 0 to 1. */
  readonly probability: number;
}

/** Finds the names of a document, in order. Cost grows linearly with the words; no words give no names. */
export function recognizeNames(
  document: NameWords,
  model: LinearModel,
  gazetteer: Gazetteer,
): readonly RecognizedName[] {
  const columns = createNameColumns(document, gazetteer);
  const transitions = readTransitions(model);
  const features = new Uint32Array(MOST_NAME_FEATURES);
  const row = new Int32Array(NAME_LABELS);
  const found: RecognizedName[] = [];
  for (const { first, last } of document.sentences) {
    const scores = new Float64Array((last - first) * NAME_LABELS);
    for (let index = first; index < last; index++) {
      row.fill(0);
      const count = writeNameFeatures(columns, index, features);
      for (let feature = 0; feature < count; feature++) model.addScores(features[feature] as number, row);
      for (let label = 0; label < NAME_LABELS; label++)
        scores[(index - first) * NAME_LABELS + label] = (row[label] as number) * model.scale;
    }
    for (const name of decodeNames(scores, transitions))
      found.push({
        first: first + name.first,
        last: first + name.last,
        nameClass: NAME_CLASSES[name.nameClass] as NameClass,
        probability: name.probability,
      });
  }
  return found;
}
