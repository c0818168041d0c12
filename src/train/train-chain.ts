import { mayFollow, NAME_LABELS, OUTSIDE, transitionFeature } from '../annotate/index.js';
import { createWeights, packModel, type TrainingWeights } from '../linear/index.js';

/** Sentences to learn from, as columns: features of all words in one row, and the labels that each word may have. */
export interface ChainExamples {
  /** Index of each sentence's first word, and one more at the end. */
  readonly sentences: Int32Array;
  /** Index of each word's first feature, and one more at the end. */
  readonly words: Int32Array;
  readonly features: Uint32Array;
  /** A bit for each label. */
  readonly allowed: Uint16Array;
}

export interface ChainOptions {
  readonly labels: readonly string[];
  readonly seed: number;
  readonly epochs: number;
  /** Features that stand at fewer words are left out. */
  readonly leastCount: number;
  readonly rate: number;
  /** How much each update draws a weight to zero. */
  readonly shrink: number;
  /** Share of features that an example is learned without. */
  readonly dropout: number;
  /** Features whose weights are all smaller are not written. */
  readonly threshold: number;
  readonly report: (line: string) => void;
}

/**
 * Learns a linear chain by stochastic gradient with AdaGrad (Duchi et al. 2011), where a word may have several labels
 * that are right: what is learned is that some path through the right labels is more probable. Same input, same bytes.
 */
export function trainChain(examples: ChainExamples, options: ChainOptions): Uint8Array {
  const weights = createWeights(NAME_LABELS);
  const kept = keepFrequent(examples, weights, options.leastCount);
  options.report(`${weights.size} features, ${kept.rows.length} in all places`);
  const learner = createLearner(kept, weights.values.subarray(0, weights.size * NAME_LABELS), options);
  const count = examples.sentences.length - 1;
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, learner.random);
    let loss = 0;
    // The last epoch learns to do without the features that would not be written.
    if (epoch === options.epochs) options.report(`${learner.prune(options.threshold)} features are kept`);
    for (const sentence of order)
      loss += learner.learn(examples.sentences[sentence] as number, examples.sentences[sentence + 1] as number);
    options.report(`epoch ${epoch}: loss ${(loss / Math.max(1, examples.allowed.length)).toFixed(4)} a word`);
  }
  return packModel({
    labels: options.labels,
    threshold: options.threshold / 2,
    rows: allRows(weights, learner.transitions),
  });
}

function* allRows(weights: TrainingWeights, transitions: Float64Array): Iterable<readonly [number, Float32Array]> {
  yield* weights.rows();
  for (let previous = 0; previous < NAME_LABELS; previous++)
    yield [
      transitionFeature(previous),
      Float32Array.from(transitions.subarray(previous * NAME_LABELS, (previous + 1) * NAME_LABELS)),
    ];
}

interface KeptFeatures {
  /** Index of each word's first row, and one more at the end. */
  readonly words: Int32Array;
  /** Where the weights of each feature begin. */
  readonly rows: Int32Array;
  readonly allowed: Uint16Array;
}

/** Gives frequent features a row. They are counted in buckets: that two rare ones share a bucket may keep them, no more. */
function keepFrequent(examples: ChainExamples, weights: TrainingWeights, leastCount: number): KeptFeatures {
  let buckets = 1 << 16;
  while (buckets < examples.features.length * 3 && buckets < 1 << 29) buckets *= 2;
  const times = new Uint8Array(buckets);
  for (const feature of examples.features) {
    const bucket = feature & (buckets - 1);
    if ((times[bucket] as number) < 255) times[bucket] = (times[bucket] as number) + 1;
  }
  const words = new Int32Array(examples.words.length);
  let total = 0;
  for (const feature of examples.features) if ((times[feature & (buckets - 1)] as number) >= leastCount) total++;
  const rows = new Int32Array(total);
  let next = 0;
  for (let word = 0; word + 1 < examples.words.length; word++) {
    words[word] = next;
    for (let at = examples.words[word] as number; at < (examples.words[word + 1] as number); at++) {
      const feature = examples.features[at] as number;
      if ((times[feature & (buckets - 1)] as number) >= leastCount) rows[next++] = weights.insert(feature);
    }
  }
  words[examples.words.length - 1] = next;
  return { words, rows, allowed: examples.allowed };
}

interface Learner {
  readonly transitions: Float64Array;
  readonly random: () => number;
  /** Learns one sentence, words `[first, last)`, and gives its loss before. */
  learn(first: number, last: number): number;
  /** From now on, features whose weights are all smaller are left out; gives the number of the others. */
  prune(threshold: number): number;
}

/** Gradients that are smaller are not worth an update. */
const LEAST_GRADIENT = 2e-3;

function createLearner({ words, rows, allowed }: KeptFeatures, values: Float32Array, options: ChainOptions): Learner {
  const width = NAME_LABELS;
  const { rate, shrink } = options;
  const squares = new Float32Array(values.length).fill(1e-2);
  const pruned = new Uint8Array(values.length / width);
  const transitions = new Float64Array(width * width);
  const transitionSquares = new Float64Array(width * width).fill(1e-2);
  const random = createRandom(options.seed);
  const keepScale = 1 / (1 - options.dropout);
  let active = new Int32Array(1 << 12);
  let starts = new Int32Array(1 << 8);
  let scores = new Float64Array(width << 8);
  const step = new Float64Array(width * width);
  const model = createSums();
  const right = createSums();

  return {
    transitions,
    random,
    prune(threshold) {
      let left = 0;
      for (let row = 0; row < values.length; row += width) {
        let most = 0;
        for (let label = 0; label < width; label++) most = Math.max(most, Math.abs(values[row + label] as number));
        pruned[row / width] = most < threshold ? 1 : 0;
        if (most < threshold) values.fill(0, row, row + width);
        else left++;
      }
      return left;
    },
    learn(first, last) {
      const count = last - first;
      const most = (words[last] as number) - (words[first] as number);
      if (active.length < most) active = new Int32Array(most * 2);
      if (starts.length < count + 1) {
        starts = new Int32Array(count * 2 + 1);
        scores = new Float64Array(starts.length * width);
      }
      chooseFeatures(first, count);
      score(count);
      for (let previous = 0; previous < width; previous++)
        for (let label = 0; label < width; label++) {
          const at = previous * width + label;
          step[at] = mayFollow(previous, label) ? Math.exp(transitions[at] as number) : 0;
        }
      const logAll = model.sum(scores, step, { count, allowed: null, first });
      const logRight = right.sum(scores, step, { count, allowed, first });
      if (!Number.isFinite(logRight)) return 0;
      update(count);
      return logAll - logRight;
    },
  };

  function chooseFeatures(first: number, count: number): void {
    let next = 0;
    for (let word = 0; word < count; word++) {
      starts[word] = next;
      const end = words[first + word + 1] as number;
      for (let at = words[first + word] as number; at < end; at++)
        if (pruned[(rows[at] as number) / width] === 0 && random() >= options.dropout)
          active[next++] = rows[at] as number;
    }
    starts[count] = next;
  }

  function score(count: number): void {
    for (let word = 0; word < count; word++) {
      const offset = word * width;
      for (let label = 0; label < width; label++) scores[offset + label] = 0;
      const end = starts[word + 1] as number;
      for (let at = starts[word] as number; at < end; at++) {
        const row = active[at] as number;
        for (let label = 0; label < width; label++)
          scores[offset + label] = (scores[offset + label] as number) + (values[row + label] as number);
      }
      for (let label = 0; label < width; label++)
        scores[offset + label] = (scores[offset + label] as number) * keepScale;
    }
  }

  function update(count: number): void {
    for (let word = 0; word < count; word++) {
      const end = starts[word + 1] as number;
      for (let label = 0; label < width; label++) {
        const at = word * width + label;
        const gradient = (right.shares[at] as number) - (model.shares[at] as number);
        if (gradient < LEAST_GRADIENT && gradient > -LEAST_GRADIENT) continue;
        const square = gradient * gradient;
        for (let feature = starts[word] as number; feature < end; feature++) {
          const place = (active[feature] as number) + label;
          const sum = (squares[place] as number) + square;
          squares[place] = sum;
          const pace = rate / Math.sqrt(sum);
          const weight = (values[place] as number) + pace * gradient;
          const draw = pace * shrink;
          values[place] = weight > draw ? weight - draw : weight < -draw ? weight + draw : 0;
        }
      }
    }
    for (let at = 0; at < width * width; at++) {
      const gradient = (right.pairs[at] as number) - (model.pairs[at] as number);
      if (gradient === 0) continue;
      transitionSquares[at] = (transitionSquares[at] as number) + gradient * gradient;
      transitions[at] = (transitions[at] as number) + (rate * gradient) / Math.sqrt(transitionSquares[at] as number);
    }
  }
}

interface Sums {
  /** Of each word and label, the share of paths through it; of each pair of labels, the expected times. */
  shares: Float64Array;
  readonly pairs: Float64Array;
  /** Sums over all paths, or those through allowed labels; gives the logarithm of the sum. */
  sum(scores: Float64Array, step: Float64Array, place: SumPlace): number;
}

interface SumPlace {
  readonly count: number;
  readonly first: number;
  readonly allowed: Uint16Array | null;
}

function createSums(): Sums {
  const width = NAME_LABELS;
  let forward = new Float64Array(0);
  let emission = new Float64Array(0);
  const next = new Float64Array(width);
  const backward = new Float64Array(width);
  const sums: Sums = {
    shares: new Float64Array(0),
    pairs: new Float64Array(width * width),
    sum(scores, step, { count, first, allowed }) {
      if (forward.length < count * width) {
        forward = new Float64Array(count * width * 2);
        emission = new Float64Array(count * width * 2);
        sums.shares = new Float64Array(count * width * 2);
      }
      const { shares, pairs } = sums;
      const norms = new Float64Array(count);
      pairs.fill(0);
      let log = 0;
      for (let word = 0; word < count; word++) {
        const offset = word * width;
        let most = Number.NEGATIVE_INFINITY;
        for (let label = 0; label < width; label++) most = Math.max(most, scores[offset + label] as number);
        const mask = allowed === null ? -1 : (allowed[first + word] as number);
        let norm = 0;
        for (let label = 0; label < width; label++) {
          const held = (mask >> label) & 1 ? Math.exp((scores[offset + label] as number) - most) : 0;
          emission[offset + label] = held;
          let sum = 0;
          if (word === 0) sum = step[OUTSIDE * width + label] as number;
          else if (held > 0)
            for (let previous = 0; previous < width; previous++)
              sum += (forward[offset - width + previous] as number) * (step[previous * width + label] as number);
          sum *= held;
          forward[offset + label] = sum;
          norm += sum;
        }
        if (!(norm > 0)) return Number.NEGATIVE_INFINITY;
        for (let label = 0; label < width; label++)
          forward[offset + label] = (forward[offset + label] as number) / norm;
        norms[word] = norm;
        log += Math.log(norm) + most;
      }
      backward.fill(1);
      for (let word = count - 1; word >= 0; word--) {
        const offset = word * width;
        for (let label = 0; label < width; label++)
          shares[offset + label] = (forward[offset + label] as number) * (backward[label] as number);
        if (word === 0) {
          for (let label = 0; label < width; label++)
            pairs[OUTSIDE * width + label] = (pairs[OUTSIDE * width + label] as number) + (shares[label] as number);
          break;
        }
        for (let label = 0; label < width; label++)
          next[label] = ((emission[offset + label] as number) * (backward[label] as number)) / (norms[word] as number);
        for (let previous = 0; previous < width; previous++) {
          let sum = 0;
          const before = forward[offset - width + previous] as number;
          for (let label = 0; label < width; label++) {
            const path = (step[previous * width + label] as number) * (next[label] as number);
            if (path === 0) continue;
            sum += path;
            pairs[previous * width + label] = (pairs[previous * width + label] as number) + before * path;
          }
          backward[previous] = sum;
        }
      }
      return log;
    },
  };
  return sums;
}

/** Numbers from 0 to 1, the same for the same seed: xorshift of 32 bits (Marsaglia 2003). */
function createRandom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const held = order[index] as number;
    order[index] = order[other] as number;
    order[other] = held;
  }
}
