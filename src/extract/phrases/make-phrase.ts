import type { Name } from '../name.js';
import type { TokenRange } from '../view.js';
import type { NounPhrase } from './reading.js';

/** A phrase of words alone, which ends in its head: without a preposition, a possessor and a count. */
export function barePhrase({ first, last }: TokenRange, node: number, name: Name | null = null): NounPhrase {
  return {
    first,
    last,
    head: last - 1,
    node,
    name,
    isPronoun: false,
    isTime: false,
    preposition: null,
    possessor: null,
    count: null,
  };
}

/** A phrase with other bounds. Written out, not spread, so that all phrases have one shape. */
export function boundPhrase(phrase: NounPhrase, { first, last }: TokenRange): NounPhrase {
  const { head, node, name, isPronoun, isTime, preposition, possessor, count } = phrase;
  return { first, last, head, node, name, isPronoun, isTime, preposition, possessor, count };
}
