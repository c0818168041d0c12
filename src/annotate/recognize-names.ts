import type { LinearModel } from '../linear/index.js';
import type { Gazetteer } from '../resources/index.js';
import { createNameDecoder } from './decode-names.js';
import { createNameColumns, type NameColumns, type NameWords, PADDING } from './name-columns.js';
import { createNameForms } from './name-forms.js';
import { NAME_CLASSES, NAME_LABELS, type NameClass } from './name-labels.js';
import { findOccurrences } from './name-occurrences.js';
import type { RecognizedName } from './recognized-name.js';
import { createNameScorer } from './score-names.js';
import type { WordRange } from './word-range.js';

/** Finds the names of documents. */
export type NameRecognizer = (document: NameWords) => readonly RecognizedName[];

/** Words whose scores are kept between documents; a few hundred bytes each. */
const MOST_FORMS = 16_000;

/**
 * Makes a recogniser. It keeps what it worked out of the words that it met, up to a bound; what it answers does not depend
 * on them. Cost grows linearly with the words; names come in order.
 */
export function createNameRecognizer(model: LinearModel, gazetteer: Gazetteer): NameRecognizer {
  const decoder = createNameDecoder(model);
  let forms = createNameForms(gazetteer);
  let scorer = createNameScorer(model);
  let sums = new Int32Array(NAME_LABELS << 8);
  return (document) => {
    if (forms.count > MOST_FORMS) {
      forms = createNameForms(gazetteer);
      scorer = createNameScorer(model);
    }
    const columns = createNameColumns(document, forms, gazetteer);
    scorer.begin(columns, findOccurrences(columns));
    const found: RecognizedName[] = [];
    for (const { first, last, shift } of findSegments(columns)) {
      const length = (last - first) * NAME_LABELS;
      if (sums.length < length) sums = new Int32Array(length * 2);
      sums.fill(0, 0, length);
      for (let place = first; place < last; place++) scorer.score(place, sums, (place - first) * NAME_LABELS);
      for (const name of decoder(sums, last - first))
        found.push({
          first: first + name.first - shift,
          last: first + name.last - shift,
          nameClass: NAME_CLASSES[name.nameClass] as NameClass,
          probability: name.classes[name.nameClass] as number,
          classes: name.classes,
        });
    }
    return found;
  };
}

/** A run of candidates, and how far its places are from the words' indexes. */
export interface NameSegment extends WordRange {
  readonly shift: number;
}

/** The maximal runs of candidates of every sentence, in order: a chain of labels is read in each. */
export function findSegments({ sentences, candidate }: NameColumns): readonly NameSegment[] {
  const segments: NameSegment[] = [];
  sentences.forEach((sentence, number) => {
    const shift = PADDING * (number + 1);
    const end = sentence.last + shift;
    for (let first = sentence.first + shift; first < end; first++) {
      if (candidate[first] === 0) continue;
      let last = first + 1;
      while (last < end && candidate[last] === 1) last++;
      segments.push({ first, last, shift });
      first = last;
    }
  });
  return segments;
}
