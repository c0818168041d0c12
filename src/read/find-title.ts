import { findDateline } from './find-dateline.js';
import { markFurniture } from './mark-furniture.js';

/**
 * The headline of a plain text: its first line, where that is short, ends without a full stop, is neither dateline nor
 * furniture, and a blank line stands below it; else null. The line stays in the text.
 */
export function findTitle(text: string): string | null {
  const start = text.search(/\S/);
  if (start === -1) return null;
  const newline = text.indexOf('\n', start);
  if (newline === -1 || newline - start > LONGEST_TITLE + 50) return null;
  const title = text.slice(start, newline).trim();
  if (title.length > LONGEST_TITLE || !/\p{L}/u.test(title) || /[.:;,]["”’)]*$/.test(title)) return null;
  const below = /^[^\S\n]*\n\s*\S/.test(text.slice(newline + 1, newline + 2000));
  if (!below || findDateline(title, null).dateline !== null || markFurniture(title).length > 0) return null;
  return title;
}

const LONGEST_TITLE = 150;
