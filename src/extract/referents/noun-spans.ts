import type { Dependency } from '../../annotate/index.js';
import type { View } from '../view.js';

/** What may stand before a noun and belong to it. */
const BEFORE_NOUN: ReadonlySet<Dependency | ''> = new Set<Dependency>([
  'det',
  'det:predet',
  'amod',
  'nummod',
  'compound',
  'nmod:poss',
  'nmod',
  'nmod:desc',
  'nmod:unmarked',
  'flat',
  'advmod',
  'acl',
]);

/** First token of the phrase that a noun heads: "the devastated central |city". At most forty tokens back. */
export function firstOfPhrase(view: View, head: number): number {
  let first = head;
  const children = view.children(head);
  for (let at = children.length - 1; at >= 0; at--) {
    const child = children[at] as number;
    if (child >= head) continue;
    const isMark = view.dependency(child) === 'punct' && view.lower(child) === '-';
    if (!isMark && !BEFORE_NOUN.has(view.dependency(child))) break;
    first = leftmost(view, child);
    // "shot dead |a woman|": an article opens the phrase.
    if (view.tag(child) === 'DET' && ARTICLES.has(view.lower(child))) break;
  }
  return Math.max(first, head - 40);
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an']);

/** Behind the last token of the phrase that a noun heads: the next token belongs to it in "secretary |general|". */
export function lastOfPhrase(view: View, head: number): number {
  // "fighters |loyal to the general|": what goes on tells of them.
  const goesOn = view.lower(head + 2) === 'to' || view.lower(head + 2) === 'with';
  return !goesOn && view.tag(head + 1) === 'ADJ' && view.head(head + 1) === head && view.dependency(head + 1) === 'amod'
    ? head + 2
    : head + 1;
}

/** The first token below a token, itself where nothing stands before it. */
function leftmost(view: View, token: number): number {
  let first = token;
  for (let next = view.children(first)[0]; next !== undefined && next < first; next = view.children(first)[0])
    first = next;
  return first;
}

/** The first token of a range that hangs on none of its others. */
export function topOf(view: View, first: number, last: number): number {
  for (let index = first; index < last - 1; index++) {
    const head = view.head(index);
    if (head < first || head >= last) return index;
  }
  return last - 1;
}
