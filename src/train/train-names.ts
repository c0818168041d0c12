import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createFeatureRow,
  createNameColumns,
  createNameForms,
  createTagger,
  findOccurrences,
  findSegments,
  NAME_CLASSES,
  writeNameFeatures,
} from '../annotate/index.js';
import { harmonizeDocument, type LearningSentence, type NameCorpus } from './harmonize-names.js';
import { joinSentences, type NameResources } from './join-sentences.js';
import { parseBio } from './read-bio.js';
import { type RecognizerScores, scoreRecognizer } from './score-recognizer.js';
import { type ChainExamples, type ChainOptions, trainChain } from './train-chain.js';

/** The text that the recogniser learns from. */
export const NAME_CORPORA: readonly NameCorpus[] = [
  { file: 'ner/wikigold.bio', unmarked: 'NONE', oneOf: 1, licence: 'CC BY 4.0' },
  { file: 'ner/crossner-politics-train.bio', unmarked: 'NONE', oneOf: 1, licence: 'MIT; text CC BY-SA' },
  { file: 'ner/crossner-science.bio', unmarked: 'NONE', oneOf: 1, licence: 'MIT; text CC BY-SA' },
  { file: 'ner/crossner-music.bio', unmarked: 'NONE', oneOf: 1, licence: 'MIT; text CC BY-SA' },
  { file: 'ner/crossner-literature.bio', unmarked: 'NONE', oneOf: 1, licence: 'MIT; text CC BY-SA' },
  { file: 'ner/crossner-ai.bio', unmarked: 'NONE', oneOf: 1, licence: 'MIT; text CC BY-SA' },
  { file: 'ner/re-docred-dev.bio', unmarked: 'NONE', oneOf: 1, licence: 'MIT; text CC BY-SA' },
  { file: 'ner/wnut17-train.bio', unmarked: 'NONE', oneOf: 1, licence: 'CC BY 4.0' },
  { file: 'ner/btc.bio', unmarked: 'MISC', oneOf: 1, licence: 'CC BY 4.0' },
  { file: 'ner/uner-ewt-dev.bio', unmarked: 'MISC', oneOf: 1, licence: 'CC BY-SA 4.0' },
  {
    file: 'ner/gum-train.bio',
    unmarked: 'MISC',
    oneOf: 1,
    licence: 'annotations CC BY 4.0; texts CC BY, CC BY-SA, public domain',
  },
  { file: 'ner/few-nerd-subset.bio', unmarked: 'ANY', oneOf: 1, licence: 'CC BY-SA 4.0' },
];

/** The labels of the model, in the order of their numbers. */
export const NAME_LABEL_NAMES: readonly string[] = [
  'O',
  ...NAME_CLASSES.map((one) => `B-${one}`),
  ...NAME_CLASSES.map((one) => `I-${one}`),
];

export const NAME_OPTIONS = {
  labels: NAME_LABEL_NAMES,
  seed: 20311,
  epochs: 4,
  leastCount: 3,
  rate: 0.1,
  shrink: 0.003,
  dropout: 0.2,
  threshold: 0.21,
} as const;

/** One document of so many is not learned from, but scored. */
const HELD_OUT = 25;

/** A packed recogniser, and how well it reads the documents that were held out. */
export interface TrainedNames {
  readonly weights: Uint8Array;
  readonly scores: RecognizerScores;
}

/** Trains the recogniser on the corpora in a folder. Same corpora, same bytes. */
export function trainNames(corpora: string, resources: NameResources, report: (line: string) => void): TrainedNames {
  const learned: (readonly LearningSentence[])[] = [];
  const heldOut: (readonly LearningSentence[])[] = [];
  for (const corpus of NAME_CORPORA) {
    const text = readFileSync(path.join(corpora, corpus.file), 'utf8');
    const taken = parseBio(text, resources.abbreviations).filter((_, index) => index % corpus.oneOf === 0);
    report(`${corpus.file}: ${taken.length} documents`);
    taken.forEach((document, index) => {
      const part = index % HELD_OUT === HELD_OUT - 1 ? heldOut : learned;
      part.push(harmonizeDocument(document, corpus.unmarked, resources));
    });
  }
  const weights = trainOnDocuments(learned, resources, { ...NAME_OPTIONS, report });
  const scores = scoreRecognizer(weights, heldOut, resources);
  report(`F1 on ${heldOut.length} documents held out: ${JSON.stringify(scores)}`);
  return { weights, scores };
}

/** Trains on documents that were harmonised, some of their sentences once more in other cases. */
export function trainOnDocuments(
  documents: readonly (readonly LearningSentence[])[],
  resources: Pick<NameResources, 'gazetteer' | 'tagger'>,
  options: ChainOptions,
): Uint8Array {
  const recased = documents.flatMap((document, index) => recase(document, index));
  return trainChain(readExamples([...documents, ...recased], resources), options);
}

/** Ways in which one sentence of five comes once more: in capitals, as a headline, or in lower case. */
const LETTERINGS: readonly ((words: readonly string[]) => readonly string[])[] = [
  (words) => words.map((word) => word.toUpperCase()),
  (words) => words.map((word, index) => (index > 0 && word.length <= 3 ? word : capitalise(word))),
  (words) => words.map((word) => (word.length <= 4 ? word : capitalise(word))),
  (words) => words.map((word) => word.toLowerCase()),
];
/** By the number of a sentence, which of them it comes in; most in none. */
const TURNS: readonly (number | undefined)[] = Array.from({ length: 30 }, (_, turn) => [0, 1, 0, 1, 2, 3][turn / 4]);

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function recase(document: readonly LearningSentence[], index: number): readonly (readonly LearningSentence[])[] {
  return document.flatMap(({ words, allowed }, number) => {
    const lettering = LETTERINGS[TURNS[(index * 7 + number) % TURNS.length] ?? -1];
    return lettering === undefined ? [] : [[{ words: lettering(words), allowed }]];
  });
}

function readExamples(
  documents: readonly (readonly LearningSentence[])[],
  resources: Pick<NameResources, 'gazetteer' | 'tagger'>,
): ChainExamples {
  const tagger = createTagger(resources.tagger);
  const forms = createNameForms(resources.gazetteer);
  const row = createFeatureRow();
  const sentences: number[] = [0];
  const wordStarts: number[] = [0];
  const allowed: number[] = [];
  let features = new Uint32Array(1 << 20);
  let next = 0;
  for (const document of documents) {
    const { labels, ...joined } = joinSentences(document, tagger);
    const columns = createNameColumns(joined, forms, resources.gazetteer);
    const occurrences = findOccurrences(columns);
    for (const { first, last, shift } of findSegments(columns)) {
      for (let place = first; place < last; place++) {
        writeNameFeatures(row, columns, occurrences, place);
        if (next + row.count > features.length) {
          const larger = new Uint32Array(features.length * 2);
          larger.set(features);
          features = larger;
        }
        features.set(row.features.subarray(0, row.count), next);
        next += row.count;
        wordStarts.push(next);
        allowed.push(labels[place - shift] as number);
      }
      sentences.push(allowed.length);
    }
  }
  return {
    sentences: Int32Array.from(sentences),
    words: Int32Array.from(wordStarts),
    features: features.subarray(0, next),
    allowed: Uint16Array.from(allowed),
  };
}
