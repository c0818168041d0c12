/**
 * Text as PostgreSQL can hold it, which takes neither U+0000 nor lone surrogates: those are written `\uXXXX`, and a
 * backslash twice; all else stays as it is. Two texts of which one begins with, or contains, the other stay so.
 */
export function escapeText(text: string): string {
  return text.replace(ODD_UNIT, (unit) =>
    unit === '\\' ? '\\\\' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text that was escaped, to the code unit. */
export function unescapeText(escaped: string): string {
  if (!escaped.includes('\\')) return escaped;
  return escaped.replace(ESCAPE, (_, digits: string | undefined) =>
    digits === undefined ? '\\' : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

// With the flag u, surrogates of a pair are one character, so that only lone ones are of the category Cs.
const ODD_UNIT = /[\0\\\p{Cs}]/gu;
const ESCAPE = /\\(?:\\|u([0-9a-f]{4}))/g;
