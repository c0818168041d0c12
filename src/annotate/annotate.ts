import { overlaps } from '../base/index.js';
import type { Diagnostic, Document } from '../domain/index.js';
import type { Resources } from '../resources/index.js';
import type { Annotated, Sentence, TokenTable } from './annotated.js';
import { readersOf } from './keep-readers.js';
import type { KnownWord } from './known-words.js';
import { mendTags } from './mend-tags.js';
import { parseSentences } from './parse-sentences.js';
import { readTokens } from './read-tokens.js';
import { splitParagraphs, type TextPart } from './split-paragraphs.js';
import { type RawTokens, splitSentences } from './split-sentences.js';

/**
 * Reads a document into tokens, sentences, tags, names and trees. Pure; never throws. A text without a word gives no sentence
 * and the diagnostic NO_SENTENCE. Cost and memory grow linearly: the text is read paragraph by paragraph.
 */
export function annotate(document: Document, resources: Resources): Annotated {
  const { text, furniture } = document;
  const { book, splitter, tagSentence, parser, recognizeNames } = readersOf(resources);
  const diagnostics: Diagnostic[] = [];
  const raw: RawTokens = { start: [], end: [], word: [] };
  const sentences: Sentence[] = [];
  // Furniture stands in order, as sentences do.
  let passed = 0;
  for (const part of splitParagraphs(text)) {
    const begin = raw.word.length;
    if (part.unreadable) {
      diagnostics.push(longToken(part));
      pushToken(raw, part, book(text.slice(part.start, part.end)));
    } else readTokens(text, part, { splitter, tokens: raw });
    const addSentence = (first: number, last: number) => {
      const span = { start: raw.start[first] as number, end: raw.end[last - 1] as number };
      while (passed < furniture.length && (furniture[passed]?.end ?? 0) <= span.start) passed++;
      const beside = furniture[passed];
      const isFurniture = beside !== undefined && overlaps(beside, span);
      sentences.push({ first, last, ...span, paragraph: part.paragraph, furniture: isFurniture });
    };
    splitSentences(raw, begin, (first, last) => {
      const body = behindDateline(document, raw, { first, last });
      if (body > first) addSentence(first, body);
      if (body < last) addSentence(body, last);
    });
  }
  if (sentences.length === 0) diagnostics.push(noSentence());
  if (document.timeAnchor === null) diagnostics.push(noTimeAnchor());
  const table = createTable(raw, sentences);
  for (const sentence of sentences) {
    tagSentence(raw.word, sentence.first, sentence.last, table);
    mendTags(table, resources, sentence);
  }
  const { word: words, tag, form } = table;
  const tokens = { ...table, ...parseSentences({ words, tag, form, sentences }, parser) };
  const names = recognizeNames({ words, tags: tag, pennTags: form, sentences });
  return { document, tokens, sentences, names, diagnostics };
}

/**
 * The token at which a sentence begins once its dateline is passed; its first where it has none. "ORLO, May 3 — Guards
 * fired": the dateline is no part of what the sentence says, and its tree would hang on the place.
 */
function behindDateline(
  { dateline }: Document,
  { start, word }: RawTokens,
  { first, last }: { readonly first: number; readonly last: number },
): number {
  const begin = start[first] as number;
  if (dateline === null || begin < dateline.span.start || begin >= dateline.span.end) return first;
  let body = first;
  while (body < last && (start[body] as number) < dateline.span.end) body++;
  while (body < last && DASHES.has(word[body]?.text ?? '')) body++;
  return body;
}

const DASHES: ReadonlySet<string> = new Set(['-', '–', '—', '--', '―']);

function pushToken(tokens: RawTokens, { start, end }: TextPart, word: KnownWord): void {
  tokens.start.push(start);
  tokens.end.push(end);
  tokens.word.push(word);
}

/** The table without trees; tags and lemmas are still to be written. */
function createTable({ start, end, word }: RawTokens, sentences: readonly Sentence[]) {
  const count = word.length;
  const sentence = new Uint32Array(count);
  for (let index = 0; index < sentences.length; index++)
    sentence.fill(index, sentences[index]?.first, sentences[index]?.last);
  // Pushed, not mapped: V8 gives the results of `map` now one kind of elements, now another, and whatever code it made for
  // the first it makes again for the second.
  const columns = { word: [] as string[], lower: [] as string[], lemma: [] as string[] };
  for (const { text, lower } of word) {
    columns.word.push(text);
    columns.lower.push(lower);
  }
  return {
    count,
    start: new Uint32Array(start),
    end: new Uint32Array(end),
    sentence,
    tag: new Uint8Array(count),
    form: new Uint8Array(count),
    hint: new Uint8Array(count),
    ...columns,
  } satisfies Omit<TokenTable, 'head' | 'dependency'>;
}

function noSentence(): Diagnostic {
  return {
    code: 'NO_SENTENCE',
    severity: 'WARNING',
    message: 'The text has no word that could be read.',
    span: null,
  };
}

function noTimeAnchor(): Diagnostic {
  const message = 'The document has no dateline and no publication date: its times stay words.';
  return { code: 'NO_TIME_ANCHOR', severity: 'INFO', message, span: null };
}

function longToken(part: TextPart): Diagnostic {
  const message = `A run of ${part.end - part.start} characters is too long to be a word; it is kept as one token and not read.`;
  return { code: 'LONG_TOKEN', severity: 'WARNING', message, span: { start: part.start, end: part.end } };
}
