import { boundPhrase } from '../phrases/make-phrase.js';
import type { NounPhrase } from '../phrases/reading.js';
import { edgeOf } from '../phrases/tree.js';
import type { View } from '../view.js';
import type { OtherPhrase } from './found-claim.js';

/** A participant with the prepositional phrases that tell which one it is, and without clauses: "leaders of the union". */
export function widen(view: View, phrase: NounPhrase, apart: readonly OtherPhrase[]): NounPhrase {
  if (phrase.isPronoun) return phrase;
  const own = endOf(view, phrase.node, { last: phrase.last, depth: 0, inside: false, apart });
  const last =
    phrase.head === phrase.node || phrase.name !== null
      ? own
      : endOf(view, phrase.head, { last: own, depth: 0, inside: false, apart });
  return last === phrase.last ? phrase : boundPhrase(phrase, { first: phrase.first, last });
}

interface End {
  readonly last: number;
  readonly depth: number;
  /** True within a prepositional phrase, where coordinated nouns belong to it. */
  readonly inside: boolean;
  /** The phrases that are participants of their own. */
  readonly apart: readonly OtherPhrase[];
}

/** The token behind all that hangs on a noun without a gap from `last` on. */
function endOf(view: View, node: number, { last, depth, inside, apart }: End): number {
  if (depth > 8) return last;
  let end = last;
  const children = view.children(node);
  for (let child = 0; child < children.length; child++) {
    const index = children[child] as number;
    if (index < end) {
      if (index > node && inside)
        end = Math.max(end, endOf(view, index, { last: end, depth: depth + 1, inside, apart }));
      continue;
    }
    const dependency = view.dependency(index);
    const belongs =
      (dependency === 'nmod' && !apart.some(({ phrase }) => phrase.node === index)) ||
      (inside &&
        (dependency === 'flat' || dependency === 'compound' || dependency === 'conj' || dependency === 'nummod'));
    // "the ministry, according to an official": what a comma sets apart tells of more than the noun.
    if (!belongs || view.tag(end) === 'PUNCT' || view.hint(index) === 'DATE' || edgeOf(view, index, 'FIRST') !== end)
      return end;
    end = endOf(view, index, { last: index + 1, depth: depth + 1, inside: true, apart });
  }
  return end;
}
