import {
  collectContext,
  describeWord,
  LARGEST_CONTEXT,
  LETTERINGS,
  letteringOf,
  type TaggerWord,
} from '../annotate/index.js';
import {
  type AveragedPerceptron,
  createAveragedPerceptron,
  hashString,
  packModel,
  unpackModel,
} from '../linear/index.js';
import { changeLettering } from './change-lettering.js';
import { type Random, shuffle } from './random.js';
import type { TreebankSentence } from './read-conllu.js';

/** What the tagger's training gives: the two files of `data/models/tagger`. */
export interface TrainedTagger {
  readonly weights: Uint8Array;
  readonly classes: Uint8Array;
}

export interface TaggerTraining {
  readonly sentences: readonly TreebankSentence[];
  readonly random: Random;
  /** How many taggers are learned, each from other orders of the sentences; the mean of their weights is kept. */
  readonly rounds: number;
  readonly epochs: number;
  /** Weights that, added up over the rounds, are smaller are left out of the file: most are, and reading gets faster. */
  readonly leastWeight: number;
  /** Called after each round; `pack` gives the mean of the rounds so far. */
  readonly onRound?: (round: number, pack: () => TrainedTagger) => void;
}

/**
 * Trains the greedy averaged perceptron of Collins (2002) on joint labels of universal and Penn Treebank tags. In every
 * epoch a tenth of the sentences is put into capitals, title case or lower case, since headlines and posts are. Beyond
 * Collins, the weights are also averaged over whole rounds: what one order of the sentences taught by accident fades.
 */
export function trainTagger({
  sentences,
  random,
  rounds,
  epochs,
  leastWeight,
  onRound,
}: TaggerTraining): TrainedTagger {
  const labels = countLabels(sentences);
  const numberOf = new Map(labels.map((label, index) => [label, index]));
  const classes = packClasses(sentences);
  const classModel = unpackModel(classes, 'classes.bin');
  // It takes no decision, and so averages nothing: it only adds up.
  const sum = createAveragedPerceptron(labels.length);
  const known = new Map<string, TaggerWord>();
  const lookUp = (text: string): TaggerWord => {
    const held = known.get(text) ?? describeWord(text, classModel);
    known.set(text, held);
    return held;
  };
  const scores = new Float64Array(labels.length);
  const context = new Uint32Array(LARGEST_CONTEXT);
  const learnEpoch = (perceptron: AveragedPerceptron) => {
    for (const { words: written, upos, xpos } of shuffle(sentences, random)) {
      const texts = random() < CHANGED_SHARE ? changeLettering(written, random) : written;
      const words = texts.map(lookUp);
      const lettering = letteringOf(words);
      const row = LETTERINGS.indexOf(lettering);
      const tags = new Uint8Array(words.length);
      for (let index = words.length - 1; index >= 0; index--) {
        const own = (words[index] as TaggerWord).features[row] as Uint32Array;
        const count = collectContext({ words, tags, lettering }, index, context);
        scores.fill(0);
        for (const feature of own) perceptron.addScores(feature, scores);
        for (let at = 0; at < count; at++) perceptron.addScores(context[at] as number, scores);
        let best = 0;
        for (let label = 1; label < labels.length; label++)
          if ((scores[label] as number) > (scores[best] as number)) best = label;
        const gold = numberOf.get(`${upos[index]}|${xpos[index]}`);
        tags[index] = best;
        perceptron.countDecision();
        if (best === gold || gold === undefined) continue;
        const update = (feature: number) => {
          perceptron.update(feature, gold, 1);
          perceptron.update(feature, best, -1);
        };
        own.forEach(update);
        for (let at = 0; at < count; at++) update(context[at] as number);
      }
    }
  };
  const pack = () => ({ weights: packModel({ labels, rows: sum.averagedRows(), threshold: 0, leastWeight }), classes });
  for (let round = 1; round <= rounds; round++) {
    const perceptron = createAveragedPerceptron(labels.length);
    for (let epoch = 1; epoch <= epochs; epoch++) learnEpoch(perceptron);
    for (const [feature, row] of perceptron.averagedRows())
      for (let label = 0; label < labels.length; label++)
        if (row[label] !== 0) sum.update(feature, label, row[label] as number);
    onRound?.(round, pack);
  }
  return pack();
}

const CHANGED_SHARE = 0.1;
/** Labels that are rarer than this are not learned: most are slips of the annotation. */
const RAREST_LABEL = 3;
/** Words that are rarer than this have no class: it would tell the tagger in training what it must find out in use. */
const RAREST_CLASSED_WORD = 4;
const MOST_CLASSES = 250;

/** The labels, the commonest first. */
function countLabels(sentences: readonly TreebankSentence[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { upos, xpos } of sentences)
    upos.forEach((tag, index) => {
      const label = `${tag}|${xpos[index]}`;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    });
  return commonest(counts, RAREST_LABEL).slice(0, 255);
}

/** The classes of frequent words: the labels that a word bears at least in one of twenty places. */
function packClasses(sentences: readonly TreebankSentence[]): Uint8Array {
  const labelsOf = new Map<string, Map<string, number>>();
  for (const { words, upos, xpos } of sentences)
    words.forEach((written, index) => {
      const word = written.replace(/\p{N}/gu, '0').replaceAll('’', "'").toLowerCase();
      const label = `${upos[index]}|${xpos[index]}`;
      const counts = labelsOf.get(word) ?? new Map<string, number>();
      labelsOf.set(word, counts.set(label, (counts.get(label) ?? 0) + 1));
    });
  const classOf = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const [word, counts] of labelsOf) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total < RAREST_CLASSED_WORD) continue;
    const name = commonest(counts, total / 20).join(' ');
    classOf.set(word, name);
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const names = commonest(sizes, 1).slice(0, MOST_CLASSES);
  const numberOf = new Map(names.map((name, index) => [name, index]));
  const rows = new Map<number, Float32Array>();
  for (const [word, name] of classOf) {
    const number = numberOf.get(name);
    const row = new Float32Array(names.length);
    if (number !== undefined) rows.set(hashString(word), row.fill(1, number, number + 1));
  }
  return packModel({ labels: names, rows, threshold: 0 });
}

/** The keys counted at least so often, the commonest first, among equals by their letters. */
function commonest(counts: ReadonlyMap<string, number>, least: number): readonly string[] {
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([key]) => key);
}
