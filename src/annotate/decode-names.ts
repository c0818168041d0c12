import { type LinearModel, mixFeature } from '../linear/index.js';
import { beginLabel, insideLabel, isInside, mayFollow, NAME_CLASSES, NAME_LABELS, OUTSIDE } from './name-labels.js';
import type { WordRange } from './word-range.js';

/** The feature under which a model keeps the weights of all labels after a label; `previous` is OUTSIDE at the start. */
export function transitionFeature(previous: number): number {
  return mixFeature(255, previous + 1, 0x7f4a7c15);
}

/** A name among the words of a segment, `[first, last)`. */
export interface DecodedName {
  readonly first: number;
  readonly last: number;
  /** Index into NAME_CLASSES. */
  readonly nameClass: number;
  /** How probable exactly these words are as a name of each class. */
  readonly classes: readonly number[];
}

/** Finds the most probable names of a segment, in order; `sums` holds a row of NAME_LABELS for each of `count` words. */
export type NameDecoder = (sums: Int32Array, count: number) => readonly DecodedName[];

/** A decoder by a model's weights from label to label. Cost grows linearly with the words. */
export function createNameDecoder(model: LinearModel): NameDecoder {
  const transitions = readTransitions(model);
  const step = transitions.map(Math.exp);
  const chain = createChain();
  return (sums, count) => {
    reserve(chain, count);
    for (let at = 0; at < count * NAME_LABELS; at++) chain.scores[at] = (sums[at] as number) * model.scale;
    if (!chooseLabels(chain, transitions, count)) return [];
    sumPaths(chain, step, count);
    const found: DecodedName[] = [];
    for (let first = 0; first < count; first++) {
      const label = chain.labels[first] as number;
      if (label === OUTSIDE || isInside(label)) continue;
      let last = first + 1;
      while (last < count && chain.labels[last] === insideLabel(label - 1)) last++;
      const classes = NAME_CLASSES.map((_, nameClass) => probabilityOf(chain, step, { first, last, nameClass, count }));
      found.push({ first, last, nameClass: label - 1, classes });
    }
    return found;
  };
}

/** Weights from label to label: `previous * NAME_LABELS + label`; minus infinity where a label may not follow. */
function readTransitions(model: LinearModel): Float64Array {
  const transitions = new Float64Array(NAME_LABELS * NAME_LABELS);
  for (let previous = 0; previous < NAME_LABELS; previous++) {
    for (let label = 0; label < NAME_LABELS; label++) {
      const weight = model.weight(transitionFeature(previous), label) * model.scale;
      transitions[previous * NAME_LABELS + label] = mayFollow(previous, label) ? weight : Number.NEGATIVE_INFINITY;
    }
  }
  return transitions;
}

/** What is worked out of a segment; a row of NAME_LABELS a word but for labels and norms. */
interface Chain {
  scores: Float64Array;
  /** The label before on the best path, and the sum of that path. */
  from: Uint8Array;
  best: Float64Array;
  labels: Uint8Array;
  /** exp of scores, each word's less their largest. */
  emission: Float64Array;
  /** Sums over all paths to and from each label, scaled so that the forward ones add up to 1 at each word. */
  forward: Float64Array;
  backward: Float64Array;
  norms: Float64Array;
}

function createChain(): Chain {
  const none = new Float64Array(0);
  const bytes = new Uint8Array(0);
  return {
    scores: none,
    from: bytes,
    best: none,
    labels: bytes,
    emission: none,
    forward: none,
    backward: none,
    norms: none,
  };
}

function reserve(chain: Chain, count: number): void {
  if (chain.labels.length >= count) return;
  const length = count * 2;
  chain.scores = new Float64Array(length * NAME_LABELS);
  chain.from = new Uint8Array(length * NAME_LABELS);
  chain.best = new Float64Array(length * NAME_LABELS);
  chain.labels = new Uint8Array(length);
  chain.emission = new Float64Array(length * NAME_LABELS);
  chain.forward = new Float64Array(length * NAME_LABELS);
  chain.backward = new Float64Array(length * NAME_LABELS);
  chain.norms = new Float64Array(length);
}

/** Viterbi: writes the labels of the best path; false where all are OUTSIDE. */
function chooseLabels({ scores, from, best, labels }: Chain, transitions: Float64Array, count: number): boolean {
  const width = NAME_LABELS;
  for (let label = 0; label < width; label++)
    best[label] = (scores[label] as number) + (transitions[OUTSIDE * width + label] as number);
  for (let word = 1; word < count; word++) {
    const row = word * width;
    for (let label = 0; label < width; label++) {
      let most = Number.NEGATIVE_INFINITY;
      let choice = OUTSIDE;
      // A label that continues a name follows two labels only.
      const first = isInside(label) ? label - NAME_CLASSES.length : 0;
      const stride = isInside(label) ? NAME_CLASSES.length : 1;
      for (let previous = first; previous < width; previous += stride) {
        const sum = (best[row - width + previous] as number) + (transitions[previous * width + label] as number);
        if (sum > most) {
          most = sum;
          choice = previous;
        }
      }
      best[row + label] = most + (scores[row + label] as number);
      from[row + label] = choice;
    }
  }
  const end = (count - 1) * width;
  let label = OUTSIDE;
  for (let other = 1; other < width; other++)
    if ((best[end + other] as number) > (best[end + label] as number)) label = other;
  let some = false;
  for (let word = count - 1; word >= 0; word--) {
    labels[word] = label;
    some ||= label !== OUTSIDE;
    label = from[word * width + label] as number;
  }
  return some;
}

function sumPaths(chain: Chain, step: Float64Array, count: number): void {
  const { scores, emission, forward, backward, norms } = chain;
  const width = NAME_LABELS;
  for (let word = 0; word < count; word++) {
    const row = word * width;
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < width; label++) most = Math.max(most, scores[row + label] as number);
    let norm = 0;
    for (let label = 0; label < width; label++) {
      let sum = word === 0 ? (step[OUTSIDE * width + label] as number) : 0;
      for (let previous = 0; word > 0 && previous < width; previous++)
        sum += (forward[row - width + previous] as number) * (step[previous * width + label] as number);
      const held = Math.exp((scores[row + label] as number) - most);
      emission[row + label] = held;
      forward[row + label] = sum * held;
      norm += sum * held;
    }
    norms[word] = norm;
    for (let label = 0; label < width; label++) forward[row + label] = (forward[row + label] as number) / norm;
  }
  backward.fill(1, (count - 1) * width, count * width);
  for (let word = count - 2; word >= 0; word--) {
    const row = word * width;
    for (let label = 0; label < width; label++) {
      let sum = 0;
      for (let next = 0; next < width; next++)
        sum +=
          (step[label * width + next] as number) *
          (emission[row + width + next] as number) *
          (backward[row + width + next] as number);
      backward[row + label] = sum / (norms[word + 1] as number);
    }
  }
}

interface AskedName extends WordRange {
  readonly nameClass: number;
  readonly count: number;
}

/** The share of all paths that go through exactly this name: it begins here, goes on, and does not go on behind. */
function probabilityOf(chain: Chain, step: Float64Array, { first, last, nameClass, count }: AskedName): number {
  const { emission, forward, backward, norms } = chain;
  const width = NAME_LABELS;
  const inside = insideLabel(nameClass);
  let held = beginLabel(nameClass);
  let share = forward[first * width + held] as number;
  for (let word = first + 1; word < last; word++) {
    share *=
      ((step[held * width + inside] as number) * (emission[word * width + inside] as number)) / (norms[word] as number);
    held = inside;
  }
  const all = backward[(last - 1) * width + held] as number;
  if (last === count) return share * all;
  const goesOn =
    ((step[held * width + inside] as number) *
      (emission[last * width + inside] as number) *
      (backward[last * width + inside] as number)) /
    (norms[last] as number);
  return share * Math.max(0, all - goesOn);
}
