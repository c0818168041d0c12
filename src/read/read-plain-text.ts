import { decodeText } from './decode-text.js';
import { findTitle } from './find-title.js';
import { normalizeText } from './normalize-text.js';
import { readWhole } from './readings.js';

/** Reads plain text as it is; its title is the first line where that looks like a headline. */
export const readPlainText = readWhole((bytes) => {
  const text = normalizeText(decodeText(bytes));
  return { text, title: findTitle(text) };
});
