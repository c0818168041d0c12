import { hashWord, joinHashes, LONGER, PHRASE_KINDS, plainWord, type Resources } from '../../resources/index.js';
import type { TokenRange, View } from '../view.js';

const ORGANIZATION = 1 << PHRASE_KINDS.indexOf('ORGANIZATION');

/** True where the gazetteer has these words as the name of an organization. */
export function isKnownBody(view: View, { gazetteer }: Resources, { first, last }: TokenRange): boolean {
  let hash = wordHash(view, first);
  for (let index = first + 1; index < last; index++) hash = joinHashes(hash, wordHash(view, index));
  return (gazetteer.phrases.find(hash) & ORGANIZATION) !== 0;
}

/**
 * The longest name of an organization of several words that begins here and that the gazetteer has: "Islamic State"; null
 * where there is none, or a word of it has no capital and is no "of". Looks no further than `end`.
 */
export function knownBodyAt(view: View, { gazetteer }: Resources, first: number, end: number): TokenRange | null {
  if (!isCapital(view, first) || first + 1 >= end || !/^(?:\p{Lu}|of$|-$|for$)/u.test(view.word(first + 1)))
    return null;
  let hash = wordHash(view, first);
  let found: TokenRange | null = null;
  let known = gazetteer.phrases.find(hash);
  for (let last = first + 2; last <= end && (known & LONGER) !== 0; last++) {
    hash = joinHashes(hash, wordHash(view, last - 1));
    known = gazetteer.phrases.find(hash);
    if ((known & ORGANIZATION) !== 0 && isCapital(view, last - 1)) found = { first, last };
  }
  // "Islamic State Bank": a longer run of capitals is another name.
  return found !== null && found.last < end && isCapital(view, found.last) ? null : found;
}

function isCapital(view: View, index: number): boolean {
  return /^\p{Lu}/u.test(view.word(index));
}

function wordHash(view: View, index: number): number {
  return hashWord(plainWord(view.lower(index)));
}
