import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createNameColumns,
  createTagger,
  MOST_NAME_FEATURES,
  NAME_CLASSES,
  TAGS,
  type Tagger,
  type TaggerModel,
  writeNameFeatures,
} from '../annotate/index.js';
import type { WordLists } from '../resources/index.js';
import { harmonizeDocument, type LearningSentence, type NameCorpus } from './harmonize-names.js';
import { parseBio } from './read-bio.js';
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
  { file: 'ner/few-nerd-subset.bio', unmarked: 'ANY', oneOf: 3, licence: 'CC BY-SA 4.0' },
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
  threshold: 0.16,
} as const;

/** What the features of names are made with besides the words. */
export interface NameResources extends WordLists {
  readonly tagger: TaggerModel;
}

/** Trains the recogniser on the corpora in a folder and gives its packed model. Same corpora, same bytes. */
export function trainNames(corpora: string, resources: NameResources, report: (line: string) => void): Uint8Array {
  const documents: (readonly LearningSentence[])[] = [];
  for (const corpus of NAME_CORPORA) {
    const text = readFileSync(path.join(corpora, corpus.file), 'utf8');
    const taken = parseBio(text, resources.abbreviations).filter((_, index) => index % corpus.oneOf === 0);
    report(`${corpus.file}: ${taken.length} documents`);
    documents.push(...taken.map((document) => harmonizeDocument(document, corpus.unmarked, resources)));
  }
  return trainOnDocuments(documents, resources, { ...NAME_OPTIONS, report });
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

/** One sentence of ten once more: in capitals, in title case, or, of every thirtieth, in lower case. */
function recase(document: readonly LearningSentence[], index: number): readonly (readonly LearningSentence[])[] {
  return document.flatMap(({ words, allowed }, number) => {
    const turn = (index * 7 + number) % 30;
    if (turn === 0 || turn === 10) return [[{ words: words.map((word) => word.toUpperCase()), allowed }]];
    if (turn === 20 || turn === 5)
      return [
        [
          {
            words: words.map((word) => (word.length > 3 ? word.slice(0, 1).toUpperCase() + word.slice(1) : word)),
            allowed,
          },
        ],
      ];
    if (turn === 15) return [[{ words: words.map((word) => word.toLowerCase()), allowed }]];
    return [];
  });
}

function readExamples(
  documents: readonly (readonly LearningSentence[])[],
  resources: Pick<NameResources, 'gazetteer' | 'tagger'>,
): ChainExamples {
  const tagger = createTagger(resources.tagger);
  const sentences: number[] = [0];
  const wordStarts: number[] = [0];
  const allowed: number[] = [];
  let features = new Uint32Array(1 << 20);
  const row = new Uint32Array(MOST_NAME_FEATURES);
  let next = 0;
  for (const document of documents) {
    const ranges: { first: number; last: number }[] = [];
    const words: string[] = [];
    const tags: number[] = [];
    for (const sentence of document) {
      ranges.push({ first: words.length, last: words.length + sentence.words.length });
      words.push(...sentence.words);
      tags.push(...tagsOf(sentence.words, tagger));
      for (const one of sentence.allowed) allowed.push(one);
      sentences.push(allowed.length);
    }
    const columns = createNameColumns({ words, tags: Uint8Array.from(tags), sentences: ranges }, resources.gazetteer);
    for (let index = 0; index < words.length; index++) {
      const count = writeNameFeatures(columns, index, row);
      if (next + count > features.length) {
        const larger = new Uint32Array(features.length * 2);
        larger.set(features);
        features = larger;
      }
      features.set(row.subarray(0, count), next);
      next += count;
      wordStarts.push(next);
    }
  }
  return {
    sentences: Int32Array.from(sentences),
    words: Int32Array.from(wordStarts),
    features: features.subarray(0, next),
    allowed: Uint16Array.from(allowed),
  };
}

function tagsOf(words: readonly string[], tagger: Tagger): readonly number[] {
  return Array.from(tagger.tag(words), (label) => TAGS.indexOf(tagger.labels[label]?.tag ?? 'X'));
}
