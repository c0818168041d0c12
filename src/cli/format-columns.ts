import { columnsOf, printable } from './printable.js';

/** Narrower columns are hard to read: what does not fit beside the others follows below them. */
const NARROWEST = 34;
const GAP = '  ';

/** A column of running text. */
export interface TextColumn {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/**
 * Lays texts out side by side under underlined headings, as many as `width` has room for, the others below them; words
 * are wrapped, none is cut, and all are made printable. Empty for no columns.
 */
export function formatColumns(columns: readonly TextColumn[], width: number): string {
  const abreast = Math.max(1, Math.min(columns.length, Math.floor((width + GAP.length) / (NARROWEST + GAP.length))));
  const room = Math.floor((width - GAP.length * (abreast - 1)) / abreast);
  const bands: string[] = [];
  for (let start = 0; start < columns.length; start += abreast) {
    bands.push(formatBand(columns.slice(start, start + abreast), room));
  }
  return bands.join('\n');
}

function formatBand(columns: readonly TextColumn[], room: number): string {
  const texts = columns.map(({ heading, paragraphs }) => [
    ...wrap(heading, room),
    '-'.repeat(Math.min(room, Math.max(4, columnsOf(printable(heading))))),
    ...paragraphs.flatMap((paragraph) => [...wrap(paragraph, room), '']),
  ]);
  const height = Math.max(...texts.map((lines) => lines.length));
  const lines: string[] = [];
  for (let line = 0; line < height; line++) {
    const cells = texts.map((text) => text[line] ?? '');
    lines.push(
      cells
        .map((cell) => cell + ' '.repeat(Math.max(0, room - columnsOf(cell))))
        .join(GAP)
        .trimEnd(),
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Breaks text at blanks; a word that is wider than the room stands on a line of its own. */
function wrap(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
