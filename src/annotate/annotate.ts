import { overlaps } from '../base/index.js';
import type { Diagnostic, Document } from '../domain/index.js';
import type { Resources } from '../resources/index.js';
import { type Annotated, FORMS, HINTS, type Sentence, TAGS, type TokenTable } from './annotated.js';
import { nameRecognizerOf } from './keep-readers.js';
import { createLemmatizer, type Lemmatizer } from './lemmatize.js';
import { parseSentences } from './parse-sentences.js';
import { readTerms, type Term } from './read-terms.js';
import { splitParagraphs, type TextPart } from './split-paragraphs.js';
import { findSentenceStarts } from './split-sentences.js';
import { type RawToken, splitTokens } from './split-tokens.js';
import { type TaggedToken, tagTokens } from './tag-tokens.js';
import { createTagger } from './tag-words.js';

/**
 * Reads a document into tokens, sentences, tags, names and trees. Pure; never throws. A text without a word gives no sentence
 * and the diagnostic NO_SENTENCE. Cost and memory grow linearly: the text is read paragraph by paragraph.
 */
export function annotate(document: Document, resources: Resources): Annotated {
  const { text } = document;
  const diagnostics: Diagnostic[] = [];
  const lemmatize = createLemmatizer(resources);
  const tagger = createTagger(resources.tagger);
  const rows: TokenRow[] = [];
  const sentences: Sentence[] = [];
  for (const { part, terms } of readParts(text)) {
    if (part.unreadable) diagnostics.push(longToken(part));
    for (const tokens of sentencesOf(text, { part, terms }, resources)) {
      const first = rows.length;
      const tagged = tagTokens(text, tokens, tagger);
      tokens.forEach((token, index) => {
        rows.push(row(token, tagged[index] as TaggedToken, { sentence: sentences.length, lemmatize }));
      });
      sentences.push(sentence(document, { first, last: rows.length, paragraph: part.paragraph }, rows));
    }
  }
  if (sentences.length === 0) {
    diagnostics.push({
      code: 'NO_SENTENCE',
      severity: 'WARNING',
      message: 'The text has no word that could be read.',
      span: null,
    });
  }
  if (document.timeAnchor === null) {
    const message = 'The document has no dateline and no publication date: its times stay words.';
    diagnostics.push({ code: 'NO_TIME_ANCHOR', severity: 'INFO', message, span: null });
  }
  const words = rows.map((one) => text.slice(one.start, one.end));
  const columns = table(rows);
  const { tag, form } = columns;
  const tokens = { ...columns, ...parseSentences({ words, tag, form, sentences }, resources.parser) };
  const names = nameRecognizerOf(resources)({ words, tags: tag, pennTags: form, sentences });
  return { document, tokens, sentences, names, diagnostics };
}

interface TokenRow extends TaggedToken {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly lemma: string;
}

/** Characters that the base reading is given at once: enough to spread the cost of a call, little enough to bound its memory. */
const WINDOW = 8_000;

interface ReadPart {
  readonly part: TextPart;
  readonly terms: readonly Term[];
}

/** Every part of a text with its terms, in order; neighbouring parts are read together. */
function* readParts(text: string): Iterable<ReadPart> {
  let window: TextPart[] = [];
  for (const part of splitParagraphs(text)) {
    const start = window[0]?.start ?? part.start;
    if (part.unreadable || part.end - start > WINDOW) {
      yield* readWindow(text, window);
      window = [];
    }
    if (part.unreadable) yield { part, terms: [] };
    else window.push(part);
  }
  yield* readWindow(text, window);
}

function* readWindow(text: string, window: readonly TextPart[]): Iterable<ReadPart> {
  const terms = readTerms(text, window);
  let next = 0;
  for (const part of window) {
    const first = next;
    while (next < terms.length && (terms[next] as Term).start < part.end) next++;
    // A term that reaches over its part's end would belong to two paragraphs: its characters become punctuation of each.
    yield { part, terms: terms.slice(first, next).filter((term) => term.start >= part.start && term.end <= part.end) };
  }
}

/**
 * Tokens of the longest sentence: where no end comes for that long, one is made at the next white space. What is found
 * in a sentence may reach to its end, so that without a bound the record would grow with the square of its length.
 */
const LONGEST_SENTENCE = 500;

function* sentencesOf(text: string, { part, terms }: ReadPart, resources: Resources): Iterable<readonly RawToken[]> {
  const tokens = part.unreadable
    ? [{ start: part.start, end: part.end, isWord: false, opensSentence: true }]
    : splitTokens(text, { part, terms }, resources);
  const opens = part.unreadable ? [true] : findSentenceStarts(text, tokens, resources);
  let first = 0;
  for (let index = 1; index <= tokens.length; index++) {
    const isTooLong = index - first >= LONGEST_SENTENCE && /\s/.test(text[(tokens[index]?.start ?? 0) - 1] ?? '');
    if (index < tokens.length && !opens[index] && !isTooLong) continue;
    if (index > first) yield tokens.slice(first, index);
    first = index;
  }
}

function row(
  { start, end }: RawToken,
  tagged: TaggedToken,
  place: { readonly sentence: number; readonly lemmatize: Lemmatizer },
): TokenRow {
  return { ...tagged, start, end, sentence: place.sentence, lemma: place.lemmatize(tagged) };
}

function sentence(
  document: Document,
  { first, last, paragraph }: { first: number; last: number; paragraph: number },
  rows: readonly TokenRow[],
): Sentence {
  const span = { start: (rows[first] as TokenRow).start, end: (rows[last - 1] as TokenRow).end };
  return { first, last, ...span, paragraph, furniture: document.furniture.some((part) => overlaps(part, span)) };
}

function table(rows: readonly TokenRow[]): Omit<TokenTable, 'head' | 'dependency'> {
  return {
    count: rows.length,
    start: Uint32Array.from(rows, (one) => one.start),
    end: Uint32Array.from(rows, (one) => one.end),
    sentence: Uint32Array.from(rows, (one) => one.sentence),
    tag: Uint8Array.from(rows, (one) => TAGS.indexOf(one.tag)),
    form: Uint8Array.from(rows, (one) => FORMS.indexOf(one.form)),
    hint: Uint8Array.from(rows, (one) => HINTS.indexOf(one.hint)),
    lower: rows.map((one) => one.lower),
    lemma: rows.map((one) => one.lemma),
  };
}

function longToken(part: TextPart): Diagnostic {
  const message = `A run of ${part.end - part.start} characters is too long to be a word; it is kept as one token and not read.`;
  return { code: 'LONG_TOKEN', severity: 'WARNING', message, span: { start: part.start, end: part.end } };
}
