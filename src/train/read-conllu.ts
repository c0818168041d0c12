import { ClaimgraphError } from '../base/index.js';

/** A sentence of a treebank, a column a property; all columns are as long as `words`. */
export interface TreebankSentence {
  /** The comment `sent_id`; '' where there is none. */
  readonly id: string;
  /** The comment `newdoc id` that stands before it or before a sentence ahead of it; '' where there is none. */
  readonly document: string;
  /** The comment `text`; '' where there is none. */
  readonly text: string;
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Index of the head in this sentence; -1 for the root. */
  readonly heads: readonly number[];
  readonly dependencies: readonly string[];
}

/**
 * Reads CoNLL-U. Words count: multi-word tokens ("1-2") and empty nodes ("8.1") are left out. A blank text gives none.
 * @throws INPUT_MALFORMED with the line where a word does not have ten columns, its number is not the next one, or its
 * head is no word of its sentence.
 */
export function readConllu(source: string, path: string): readonly TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let rows: (readonly string[])[] = [];
  let comments = new Map<string, string>();
  let document = '';
  const lines = source.split('\n');
  for (let index = 0; index <= lines.length; index++) {
    const line = (lines[index] ?? '').replace(/\r$/, '');
    if (line.startsWith('#')) {
      const [, name, value = ''] = /^#\s*(\S+(?: id)?)\s*=\s*(.*)$/.exec(line) ?? [];
      if (name !== undefined) comments.set(name, value);
      continue;
    }
    if (line.trim() !== '') {
      const cells = line.split('\t');
      if (cells.length !== 10) throw malformed(path, index, `10 columns, got ${cells.length}`);
      if (/[.-]/.test(cells[0] as string)) continue;
      if (Number(cells[0]) !== rows.length + 1)
        throw malformed(path, index, `word ${rows.length + 1}, got ${cells[0]}`);
      rows.push(cells);
      continue;
    }
    if (rows.length === 0) continue;
    document = comments.get('newdoc id') ?? document;
    const heads = rows.map((cells) => Number(cells[6] === '_' ? 0 : cells[6]) - 1);
    const wrong = heads.find((head) => !(Number.isInteger(head) && head >= -1 && head < rows.length));
    if (wrong !== undefined) throw malformed(path, index, `heads from 0 to ${rows.length}, got ${wrong + 1}`);
    const column = (number: number) => rows.map((cells) => cells[number] as string);
    sentences.push({
      id: comments.get('sent_id') ?? '',
      document,
      text: comments.get('text') ?? '',
      words: column(1),
      lemmas: column(2),
      upos: column(3),
      xpos: column(4),
      heads,
      dependencies: column(7),
    });
    rows = [];
    comments = new Map();
  }
  return sentences;
}

function malformed(path: string, index: number, expected: string): ClaimgraphError {
  return new ClaimgraphError('INPUT_MALFORMED', `${path}, line ${index + 1}: expected ${expected}.`, { path });
}
