import type { Resources } from '../resources/index.js';
import { createWordBook, type WordBook } from './known-words.js';
import { createLemmatizer } from './lemmatize.js';
import { createParser, type DependencyParser } from './parse-dependencies.js';
import { createNameRecognizer, type NameRecognizer } from './recognize-names.js';
import { createSplitter, type Splitter } from './split-tokens.js';
import { createSentenceTagger, type SentenceTagger } from './tag-tokens.js';
import { createTagger } from './tag-words.js';

/** What reads documents by some resources, with what was worked out of words so far. */
export interface Readers {
  readonly book: WordBook;
  readonly splitter: Splitter;
  readonly tagSentence: SentenceTagger;
  readonly parser: DependencyParser;
  readonly recognizeNames: NameRecognizer;
}

/**
 * The readers of some resources, made for the first document that is read with them: most words of a document stood in
 * earlier ones. They live as long as the resources, keep a bounded number of words, and answer the same whatever they
 * have read before.
 */
export function readersOf(resources: Resources): Readers {
  const held = READERS.get(resources);
  if (held !== undefined) return held;
  const tagger = createTagger(resources.tagger);
  const book = createWordBook(resources, tagger);
  const readers = {
    book,
    splitter: createSplitter(resources, book),
    tagSentence: createSentenceTagger(tagger, createLemmatizer(resources)),
    parser: createParser(resources.parser),
    recognizeNames: createNameRecognizer(resources.nameModel, resources.gazetteer),
  };
  READERS.set(resources, readers);
  return readers;
}

const READERS = new WeakMap<Resources, Readers>();
