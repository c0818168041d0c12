/** The text that a document has: well-formed, line ends as `\n`, without byte order marks before it, otherwise as it came. */
export function normalizeText(text: string): string {
  const wellFormed = toWellFormed(text);
  // All of them: files that were put together carry several, and a text that is normalised twice must stay the same.
  const bare = wellFormed.replace(/^\uFEFF+/, '');
  return bare.includes('\r') ? bare.replaceAll(/\r\n?/g, '\n') : bare;
}

/** A name, title or address: one line of well-formed text without white space around it; null where nothing is left. */
export function normalizeLine(value: string | null | undefined): string | null {
  const text = toWellFormed(value ?? '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text === '' ? null : text;
}

/** True where nothing would be seen: white space, control and format characters alone are no text. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}]/u.test(text);
}

/** Halves of surrogate pairs become U+FFFD, as they would in UTF-8. */
export function toWellFormed(text: string): string {
  return isWellFormed(text) ? text : text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** False where half of a surrogate pair stands alone. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
