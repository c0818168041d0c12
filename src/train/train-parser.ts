import {
  ACTION_COUNT,
  ATTACHMENT_BITS,
  ATTACHMENT_FEATURE_COUNT,
  attach,
  attachmentFeatures,
  bestAction,
  bestDependency,
  createParserState,
  DEPENDENCIES,
  headOf,
  isComplete,
  isLegal,
  knownWordFeature,
  LABELLING_FEATURE_COUNT,
  LEFT,
  labellingFeatures,
  labelRow,
  PARSER_LABELS,
  type ParserState,
  type ParserTokens,
  parserTokens,
  RIGHT,
  readSentence,
  SHIFT,
  shift,
  wordHash,
} from '../annotate/index.js';
import {
  type AveragedPerceptron,
  createAveragedPerceptron,
  createHashedPerceptron,
  packModel,
} from '../linear/index.js';
import { attachmentCosts } from './attachment-costs.js';
import { projectivise } from './projectivise.js';
import { type Random, shuffle } from './random.js';

/** A sentence with its tree, as the parser learns from it and is scored on it. */
export interface TaggedTree {
  readonly words: readonly string[];
  /** Labels of a tagger that has not seen the sentence, such as "NOUN|NNS". */
  readonly tags: readonly string[];
  /** Index of the head, −1 for the root. */
  readonly heads: readonly number[];
  /** Names of dependencies; one that is not in DEPENDENCIES is learned without its subtype. */
  readonly dependencies: readonly string[];
}

/** How to learn. */
export interface ParserTraining {
  /** How many parsers are learned, each from other orders of the sentences; the mean of their weights is kept. */
  readonly rounds: number;
  readonly epochs: number;
  readonly random: Random;
  /** How often the parser goes its own way, from the second epoch on, where that is not the best one. */
  readonly exploration: number;
  /**
   * How many times a feature must have been there when something was learned before it gets weights. The rare ones would
   * fill the file, and leaving them out at the end, when others were learned beside them, costs more.
   */
  readonly leastLessons: number;
  /** A right choice is learned from too, as long as the best wrong one scores nearly as much: by how much less. */
  readonly margin: number;
  /** Features with smaller weights are left out, by part of the model. */
  readonly thresholds: ParserThresholds;
  /** Called after each epoch of each round. */
  readonly onEpoch?: (round: number, epoch: number) => void;
  /** Called after each round; `pack` gives the mean of the rounds so far. */
  readonly onRound?: (round: number, pack: () => Uint8Array) => void;
}

/** The smallest weights that are kept, by part of the model. */
export interface ParserThresholds {
  /** Of a feature's largest difference between actions. */
  readonly attachments: number;
  /** Of each weight: most are small, and each costs time in every reading. */
  readonly labels: number;
}

/**
 * Learns a parser from trees and gives its packed model: the same sentences, settings and random numbers give the same
 * bytes. Trees with crossing arcs are made projective first. Attachments are learned with the dynamic oracle of Goldberg
 * and Nivre 2013: a step is wrong if it loses an arc that could still be drawn. Labels are learned along the way, where
 * the head is right. Weights are also averaged over whole rounds, as those of the tagger: what one order of the
 * sentences taught by accident fades, at no cost in reading.
 */
export function trainParser(sentences: readonly TaggedTree[], training: ParserTraining): Uint8Array {
  const { rounds, epochs, random, exploration, onEpoch, onRound } = training;
  const known = knownWords(sentences);
  const lessons = sentences.filter(({ words }) => words.length > 0).map((one) => prepareLesson(one, known));
  // They take no decision, and so average nothing: they only add up.
  const sum = createPerceptrons();
  const pack = (round: number) =>
    packModel({ labels: PARSER_LABELS, rows: modelRows(sum, known, { ...training, rounds: round }), threshold: 0 });
  for (let round = 1; round <= rounds; round++) {
    const learner = createLearner(lessons, training);
    for (let epoch = 1; epoch <= epochs; epoch++) {
      for (const lesson of shuffle(lessons, random))
        learnSentence(learner, lesson, () => epoch > 1 && random() < exploration);
      onEpoch?.(round, epoch);
    }
    addWeights(sum.attachments, learner.attachments);
    addWeights(sum.labels, learner.labels);
    onRound?.(round, () => pack(round));
  }
  return pack(rounds);
}

/** The index of a dependency by its name; that of its main type where the subtype is unknown, and of `dep` for others. */
export function dependencyIndex(name: string): number {
  const names: readonly string[] = DEPENDENCIES;
  const held = [name, name.split(':')[0] as string, 'dep'].find((one) => names.includes(one));
  return names.indexOf(held as string);
}

interface Lesson {
  readonly tokens: ParserTokens;
  /** The root's token has the length of the sentence as its head, as in ParserState. */
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
}

interface Perceptrons {
  readonly attachments: AveragedPerceptron;
  readonly labels: AveragedPerceptron;
}

interface Learner extends Perceptrons {
  readonly state: ParserState;
  /** How many lessons each feature was there for, up to 255; features whose low bits are the same are counted together. */
  readonly lessons: Uint8Array;
  readonly leastLessons: number;
  readonly margin: number;
  readonly attachmentRow: Int32Array;
  readonly labellingRow: Int32Array;
  readonly actionScores: Float64Array;
  readonly labelScores: Float64Array;
  readonly costs: Int32Array;
}

function createPerceptrons(): Perceptrons {
  return {
    attachments: createHashedPerceptron(ACTION_COUNT, ATTACHMENT_BITS),
    labels: createAveragedPerceptron(DEPENDENCIES.length),
  };
}

function createLearner(lessons: readonly Lesson[], { leastLessons, margin }: ParserTraining): Learner {
  return {
    ...createPerceptrons(),
    state: createParserState(lessons.reduce((most, { heads }) => Math.max(most, heads.length), 1)),
    lessons: new Uint8Array(2 ** 24),
    leastLessons,
    margin,
    attachmentRow: new Int32Array(ATTACHMENT_FEATURE_COUNT),
    labellingRow: new Int32Array(LABELLING_FEATURE_COUNT),
    actionScores: new Float64Array(ACTION_COUNT),
    labelScores: new Float64Array(DEPENDENCIES.length),
    costs: new Int32Array(ACTION_COUNT),
  };
}

/** Adds what a perceptron has learned to the weights of another. */
function addWeights(sum: AveragedPerceptron, learned: AveragedPerceptron): void {
  for (const [feature, row] of learned.averagedRows())
    for (let label = 0; label < row.length; label++)
      if (row[label] !== 0) sum.update(feature, label, row[label] as number);
}

/** Words that come twice or more. */
function knownWords(sentences: readonly TaggedTree[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { words } of sentences) {
    for (const word of words) counts.set(wordHash(word), (counts.get(wordHash(word)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([hash]) => hash));
}

function prepareLesson(sentence: TaggedTree, known: ReadonlySet<number>): Lesson {
  const { length } = sentence.words;
  return {
    tokens: parserTokens(sentence, (hash) => known.has(hash)),
    heads: Int32Array.from(projectivise(sentence.heads), (head) => (head < 0 ? length : head)),
    labels: Uint8Array.from(sentence.dependencies, dependencyIndex),
  };
}

function learnSentence(learner: Learner, lesson: Lesson, followsItself: () => boolean): void {
  const { state } = learner;
  readSentence(state, lesson.tokens, 0, lesson.heads.length);
  while (!isComplete(state)) {
    const action =
      isLegal(state, LEFT) || isLegal(state, RIGHT) ? learnAction(learner, lesson.heads, followsItself) : SHIFT;
    if (action === SHIFT) {
      shift(state);
      continue;
    }
    const token = state.stack[state.depth - 1] as number;
    const head = headOf(state, action);
    attach(state, head, head === state.length ? ROOT : learnLabel(learner, lesson, { head, token }));
  }
}

/** Learns the next action, and gives the one to take. */
function learnAction(learner: Learner, heads: Int32Array, followsItself: () => boolean): number {
  const { state, attachments, attachmentRow, actionScores, costs } = learner;
  const count = attachmentFeatures(state, attachmentRow);
  actionScores.fill(0);
  for (let index = 0; index < count; index++) attachments.addScores(attachmentRow[index] as number, actionScores);
  attachmentCosts(state, heads, costs);
  const predicted = bestAction(state, actionScores);
  const right = bestRightAction(state, { costs, scores: actionScores });
  attachments.countDecision();
  const rival = bestRival(state, { costs, scores: actionScores }, right);
  if (rival < 0 || (actionScores[right] as number) - (actionScores[rival] as number) > learner.margin) return predicted;
  for (let index = 0; index < count; index++) {
    const feature = attachmentRow[index] as number;
    if (!isAdmitted(learner, feature)) continue;
    attachments.update(feature, right, 1);
    attachments.update(feature, rival, -1);
  }
  return predicted !== rival || followsItself() ? predicted : right;
}

/** The action of the highest score among those that lose more arcs than the right one; −1 where there is none. */
function bestRival(
  state: ParserState,
  { costs, scores }: { readonly costs: Int32Array; readonly scores: Float64Array },
  right: number,
): number {
  let best = -1;
  for (let action = 0; action < ACTION_COUNT; action++) {
    if (!isLegal(state, action) || (costs[action] as number) <= (costs[right] as number)) continue;
    if (best < 0 || (scores[action] as number) > (scores[best] as number)) best = action;
  }
  return best;
}

/** Counts a lesson for the feature, and tells whether it has been there for enough of them. */
function isAdmitted({ lessons, leastLessons }: Learner, feature: number): boolean {
  const place = feature & (lessons.length - 1);
  const count = Math.min(255, (lessons[place] as number) + 1);
  lessons[place] = count;
  return count >= leastLessons;
}

/** The action of the highest score among those that lose the fewest arcs. */
function bestRightAction(
  state: ParserState,
  { costs, scores }: { readonly costs: Int32Array; readonly scores: Float64Array },
): number {
  let best = -1;
  for (let action = 0; action < ACTION_COUNT; action++) {
    if (!isLegal(state, action)) continue;
    const cheaper = best < 0 || (costs[action] as number) < (costs[best] as number);
    const equal = best >= 0 && costs[action] === costs[best];
    if (cheaper || (equal && (scores[action] as number) > (scores[best] as number))) best = action;
  }
  return best;
}

/** Learns the label of an arc where the arc is right, and gives the label to draw it with. */
function learnLabel(learner: Learner, lesson: Lesson, arc: { readonly head: number; readonly token: number }): number {
  const { state, labels, labellingRow, labelScores } = learner;
  const count = labellingFeatures(state, arc, labellingRow);
  for (let index = 0; index < count; index++) labellingRow[index] = labelRow(labellingRow[index] as number);
  labelScores.fill(0);
  for (let index = 0; index < count; index++) labels.addScores(labellingRow[index] as number, labelScores);
  const predicted = bestDependency(labelScores);
  if (lesson.heads[arc.token] !== arc.head) return predicted;
  const right = lesson.labels[arc.token] as number;
  labels.countDecision();
  const rival = bestOther(labelScores, right);
  if ((labelScores[right] as number) - (labelScores[rival] as number) > learner.margin) return predicted;
  for (let index = 0; index < count; index++) {
    const feature = labellingRow[index] as number;
    if (!isAdmitted(learner, feature)) continue;
    labels.update(feature, right, 1);
    labels.update(feature, rival, -1);
  }
  return predicted;
}

/** The label of the highest score but the right one. */
function bestOther(scores: Float64Array, right: number): number {
  let best = right === 0 ? 1 : 0;
  for (let label = best + 1; label < scores.length; label++)
    if (label !== right && (scores[label] as number) > (scores[best] as number)) best = label;
  return best;
}

/** The rows of both perceptrons, whose weights are sums over rounds, and of the known words. */
function* modelRows(
  { attachments, labels }: Perceptrons,
  known: ReadonlySet<number>,
  { thresholds, rounds }: Pick<ParserTraining, 'thresholds' | 'rounds'>,
): Iterable<readonly [feature: number, row: Float32Array]> {
  const row = new Float32Array(PARSER_LABELS.length);
  for (const [feature, weights] of attachments.averagedRows()) {
    const [shift = 0, left = 0, right = 0] = weights.map((weight) => weight / rounds);
    if (Math.max(shift, left, right) - Math.min(shift, left, right) < thresholds.attachments) continue;
    row[LEFT] = left - shift;
    row[RIGHT] = right - shift;
    yield [feature, row];
  }
  for (const [feature, weights] of labels.averagedRows()) {
    if (!weights.some((weight) => Math.abs(weight) >= thresholds.labels * rounds)) continue;
    row.fill(0);
    for (let label = 0; label < weights.length; label++) {
      const weight = (weights[label] as number) / rounds;
      if (Math.abs(weight) >= thresholds.labels) row[ACTION_COUNT + label] = weight;
    }
    yield [feature, row];
  }
  row.fill(0);
  row[PARSER_LABELS.length - 1] = 1;
  for (const feature of new Set([...known].map(knownWordFeature))) yield [feature, row];
}

const ROOT = DEPENDENCIES.indexOf('root');
