/**
 * A phrase as gazetteers keep it: lower case, letters without their marks ("São Tomé" is "sao tome"), straight
 * apostrophes, one blank between words and around hyphens between letters.
 */
export function plainPhrase(written: string): string {
  const plain = plainWord(written);
  return plain.includes('-') ? plain.replace(/(?<=\p{L})-(?=\p{L})/gu, ' - ') : plain;
}

/** A single word in that form. */
export function plainWord(written: string): string {
  const lower = written.toLowerCase();
  if (!/[^\0-\x7f]/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\0-\x7f]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** Letters that no mark makes of another. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'a',
  '’': "'",
  ʻ: "'",
  ʼ: "'",
};
