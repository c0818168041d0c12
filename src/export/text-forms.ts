// Most texts have nothing odd in them: one look at each unit tells, and spares the replacements.
const ODD_UNIT = /[^\t\n\r -\ud7ff\ue000-\ufffd]/;
const FORBIDDEN_CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const REPLACEMENT = '\ufffd';

/** The text with each lone surrogate replaced by U+FFFD, so that UTF-8 can carry it. */
export function toWellFormed(text: string): string {
  return text.toWellFormed();
}

/**
 * The text with every character that XML 1.0 forbids replaced by U+FFFD: controls other than tab, line feed and
 * carriage return, lone surrogates, U+FFFE and U+FFFF. CSV and DOT take the same, for NUL ends a string in their readers.
 */
export function replaceControls(text: string): string {
  return ODD_UNIT.test(text) ? toWellFormed(text).replace(FORBIDDEN_CONTROLS, REPLACEMENT) : text;
}

/**
 * JSON on one line, safe inside an HTML script element: `<` and the two line separators that JavaScript once
 * forbade are written as escapes, which JSON readers undo.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Joins texts with `|` for formats that know only scalars. A `|` or backslash within a text gets a backslash before it,
 * so that the list can be taken apart again. Empty for an empty list.
 */
export function joinTexts(texts: readonly string[]): string {
  let joined = '';
  for (const [index, text] of texts.entries()) {
    if (index > 0) joined += '|';
    joined += /[\\|]/.test(text) ? text.replace(/[\\|]/g, '\\$&') : text;
  }
  return joined;
}
