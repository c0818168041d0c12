import { type LinearModel, mixFeature } from '../linear/index.js';
import { isInside, mayFollow, NAME_CLASSES, NAME_LABELS, OUTSIDE } from './name-labels.js';

/** The feature under which a model keeps the weights of all labels after a label; `previous` is OUTSIDE at the start. */
export function transitionFeature(previous: number): number {
  return mixFeature(255, previous + 1, 0x7f4a7c15);
}

/** A name among the words of a sentence, `[first, last)`, and how probable exactly this name is. */
export interface DecodedName {
  readonly first: number;
  readonly last: number;
  /** Index into NAME_CLASSES. */
  readonly nameClass: number;
  readonly probability: number;
}

/** Weights from label to label: `previous * NAME_LABELS + label`; minus infinity where a label may not follow. */
export function readTransitions(model: LinearModel): Float64Array {
  const transitions = new Float64Array(NAME_LABELS * NAME_LABELS);
  for (let previous = 0; previous < NAME_LABELS; previous++) {
    for (let label = 0; label < NAME_LABELS; label++) {
      const weight = model.weight(transitionFeature(previous), label) * model.scale;
      transitions[previous * NAME_LABELS + label] = mayFollow(previous, label) ? weight : Number.NEGATIVE_INFINITY;
    }
  }
  return transitions;
}

/**
 * The most probable names of a sentence, in order; `scores` holds a row of NAME_LABELS for each word. Cost grows
 * linearly with the words.
 */
export function decodeNames(scores: Float64Array, transitions: Float64Array): readonly DecodedName[] {
  const count = scores.length / NAME_LABELS;
  const labels = bestLabels(scores, transitions, count);
  if (labels.every((label) => label === OUTSIDE)) return [];
  const found: DecodedName[] = [];
  const sums = sumPaths(scores, transitions, count);
  for (let first = 0; first < count; first++) {
    const label = labels[first] as number;
    if (label === OUTSIDE || isInside(label)) continue;
    const inside = label + NAME_CLASSES.length;
    let last = first + 1;
    while (last < count && labels[last] === inside) last++;
    const nameClass = label - 1;
    found.push({ first, last, nameClass, probability: probabilityOf(sums, { first, last, label }) });
  }
  return found;
}

function bestLabels(scores: Float64Array, transitions: Float64Array, count: number): Uint8Array {
  const from = new Uint8Array(count * NAME_LABELS);
  let best = new Float64Array(NAME_LABELS).fill(Number.NEGATIVE_INFINITY);
  let next = new Float64Array(NAME_LABELS);
  best[OUTSIDE] = 0;
  for (let index = 0; index < count; index++) {
    for (let label = 0; label < NAME_LABELS; label++) {
      let most = Number.NEGATIVE_INFINITY;
      let choice = 0;
      for (let previous = 0; previous < NAME_LABELS; previous++) {
        const sum = (best[previous] as number) + (transitions[previous * NAME_LABELS + label] as number);
        if (sum > most) {
          most = sum;
          choice = previous;
        }
      }
      next[label] = most + (scores[index * NAME_LABELS + label] as number);
      from[index * NAME_LABELS + label] = choice;
    }
    [best, next] = [next, best];
  }
  const labels = new Uint8Array(count);
  let label = 0;
  for (let other = 1; other < NAME_LABELS; other++)
    if ((best[other] as number) > (best[label] as number)) label = other;
  for (let index = count - 1; index >= 0; index--) {
    labels[index] = label;
    label = from[index * NAME_LABELS + label] as number;
  }
  return labels;
}

interface PathSums {
  readonly count: number;
  /** exp of scores and transitions; each word's scores less their largest. */
  readonly emission: Float64Array;
  readonly step: Float64Array;
  /** Sums over all paths to and from each label, scaled so that the forward ones add up to 1 at each word. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly norms: Float64Array;
}

function sumPaths(scores: Float64Array, transitions: Float64Array, count: number): PathSums {
  const width = NAME_LABELS;
  const emission = new Float64Array(count * width);
  const step = transitions.map(Math.exp);
  const forward = new Float64Array(count * width);
  const backward = new Float64Array(count * width).fill(1);
  const norms = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < width; label++) most = Math.max(most, scores[index * width + label] as number);
    for (let label = 0; label < width; label++)
      emission[index * width + label] = Math.exp((scores[index * width + label] as number) - most);
    let norm = 0;
    for (let label = 0; label < width; label++) {
      let sum = index === 0 ? (step[OUTSIDE * width + label] as number) : 0;
      for (let previous = 0; index > 0 && previous < width; previous++)
        sum += (forward[(index - 1) * width + previous] as number) * (step[previous * width + label] as number);
      sum *= emission[index * width + label] as number;
      forward[index * width + label] = sum;
      norm += sum;
    }
    norms[index] = norm;
    for (let label = 0; label < width; label++)
      forward[index * width + label] = (forward[index * width + label] as number) / norm;
  }
  for (let index = count - 2; index >= 0; index--) {
    for (let label = 0; label < width; label++) {
      let sum = 0;
      for (let next = 0; next < width; next++)
        sum +=
          (step[label * width + next] as number) *
          (emission[(index + 1) * width + next] as number) *
          (backward[(index + 1) * width + next] as number);
      backward[index * width + label] = sum / (norms[index + 1] as number);
    }
  }
  return { count, emission, step, forward, backward, norms };
}

/** The share of all paths that go through exactly this name: it begins here, goes on, and does not go on behind. */
function probabilityOf(sums: PathSums, { first, last, label }: { first: number; last: number; label: number }): number {
  const { count, emission, step, forward, backward, norms } = sums;
  const width = NAME_LABELS;
  const inside = label + NAME_CLASSES.length;
  let share = forward[first * width + label] as number;
  let held = label;
  for (let index = first + 1; index < last; index++) {
    share *=
      ((step[held * width + inside] as number) * (emission[index * width + inside] as number)) /
      (norms[index] as number);
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
