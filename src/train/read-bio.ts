import { readFileSync } from 'node:fs';

/** A sentence of a file of names: its words, and for each word a class as in the file ('PER'), '' outside names. */
export interface NamedSentence {
  readonly words: readonly string[];
  readonly names: readonly NamedSpan[];
}

/** A name in a sentence, words `[first, last)`. */
export interface NamedSpan {
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

/** The sentences of one document, in order. */
export type NamedDocument = readonly NamedSentence[];

/**
 * Reads a `.bio` file: a word, a tab and a tag (B-, I- or O) a line, a blank line between sentences, `# doc` before a
 * document. Words are split as the stage splits them: at hyphens between letters, and before a last full stop
 * that does not belong to an abbreviation or an initial.
 */
export function readBio(path: string, abbreviations: Abbreviations): readonly NamedDocument[] {
  return parseBio(readFileSync(path, 'utf8'), abbreviations);
}

/** The abbreviations that keep their full stop, in lower case and without it. */
export type Abbreviations = Pick<ReadonlySet<string>, 'has'>;

/** As `readBio`, of a text. Lines without a tab count as blank; an I- without a beginning begins a name. */
export function parseBio(text: string, abbreviations: Abbreviations): readonly NamedDocument[] {
  const documents: NamedSentence[][] = [];
  let words: string[] = [];
  let tags: string[] = [];
  const endSentence = () => {
    if (words.length > 0) {
      if (documents.length === 0) documents.push([]);
      (documents.at(-1) as NamedSentence[]).push({ words, names: spansOf(tags) });
    }
    words = [];
    tags = [];
  };
  for (const line of text.split('\n')) {
    if (line === '# doc') {
      endSentence();
      documents.push([]);
      continue;
    }
    const [word, tag] = line.split('\t');
    if (word === undefined || tag === undefined) {
      endSentence();
      continue;
    }
    const parts = splitWord(word, abbreviations);
    parts.forEach((part, index) => {
      words.push(part);
      tags.push(index > 0 && tag.startsWith('B-') ? `I-${tag.slice(2)}` : tag.trim());
    });
  }
  endSentence();
  return documents.filter((document) => document.length > 0);
}

function splitWord(word: string, abbreviations: Abbreviations): readonly string[] {
  if (/^(?:https?:|www\.|[@#])/.test(word)) return [word];
  const parts = word.split(/(?<=\p{L})([-–])(?=\p{L})/u);
  const keepsStop = (part: string) =>
    /^\p{Lu}\.$/u.test(part) || (/^\p{Lu}/u.test(part) && abbreviations.has(part.slice(0, -1).toLowerCase()));
  return parts.flatMap((part) =>
    /^[^.]*\p{L}\.$/u.test(part) && !keepsStop(part) ? [part.slice(0, -1), '.'] : [part],
  );
}

function spansOf(tags: readonly string[]): readonly NamedSpan[] {
  const spans: { first: number; last: number; type: string }[] = [];
  tags.forEach((tag, index) => {
    if (tag === 'O') return;
    const type = tag.slice(2);
    const open = spans.at(-1);
    if (tag.startsWith('I-') && open?.last === index && open.type === type) open.last = index + 1;
    else spans.push({ first: index, last: index + 1, type });
  });
  return spans;
}
