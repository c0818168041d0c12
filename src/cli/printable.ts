/**
 * Makes text safe to print on a terminal: control characters, bidirectional controls, line separators, invisible
 * tags and lone surrogates become their escapes (`\u001b`), so that a name cannot move the cursor, hide or reorder
 * what is printed. Tabs and line ends become spaces: what is printed stays on its line.
 */
export function printable(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(UNSAFE, escaped);
}

/** As `printable`, with line ends and tabs kept: for text of many lines that we laid out ourselves. */
export function printableLines(text: string): string {
  return text.replace(UNSAFE, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

/**
 * JSON on one line (or indented) whose strings hold no character that a terminal acts on: they are escaped as JSON
 * allows, so that a reader gets back the same value.
 */
export function printableJson(value: unknown, indent = 0): string {
  // JSON.stringify itself escapes control characters below U+0020 and lone surrogates; others stand in strings only.
  return (JSON.stringify(value, null, indent) ?? 'null').replace(UNSAFE, (character) =>
    character === '\n' ? character : escaped(character),
  );
}

/** How many columns of a terminal the text takes: East Asian wide characters and emoji two, combining marks none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (COMBINING.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

/** Cuts text to that many columns, with an ellipsis where something is left out; never inside a character. */
export function cutToColumns(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let taken = '';
  let used = 0;
  for (const character of text) {
    const width = columnsOf(character);
    if (used + width > columns - 1) break;
    taken += character;
    used += width;
  }
  return `${taken.trimEnd()}…`;
}

// C0, DEL and C1; soft hyphen; Arabic letter mark and bidirectional marks, embeddings, isolates; zero-width characters
// (the joiners, which scripts need, aside); line and paragraph separators; byte order mark; interlinear annotation;
// tags; halves of surrogate pairs.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
const COMBINING = /\p{Mn}|\p{Me}|\u200c|\u200d/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** JSON's own escape, of each UTF-16 code unit. */
function escaped(character: string): string {
  let result = '';
  for (let index = 0; index < character.length; index++) {
    result += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return result;
}
