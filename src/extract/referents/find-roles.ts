import type { Dependency } from '../../annotate/index.js';
import type { View } from '../view.js';
import type { MentionFunction } from './mention.js';

const ROLES: ReadonlyMap<Dependency | '', MentionFunction> = new Map<Dependency, MentionFunction>([
  ['nsubj', 'SUBJECT'],
  ['nsubj:pass', 'SUBJECT'],
  ['nsubj:outer', 'SUBJECT'],
  ['expl', 'SUBJECT'],
  ['obj', 'OBJECT'],
  ['iobj', 'OBJECT'],
  ['obl', 'OBLIQUE'],
  ['obl:agent', 'OBLIQUE'],
  ['obl:unmarked', 'OBLIQUE'],
  ['nmod:poss', 'POSSESSOR'],
  ['nmod', 'MODIFIER'],
  ['nmod:unmarked', 'MODIFIER'],
  ['appos', 'APPOSITION'],
]);

/** The part that a token plays; a conjunct plays that of the first of its group: "Osso and |Maric| met". */
export function roleOf(view: View, token: number): MentionFunction {
  return ROLES.get(view.dependency(firstConjunct(view, token))) ?? 'OTHER';
}

/** The token that it plays its part to; −1 for a root. */
export function governorOf(view: View, token: number): number {
  return view.head(firstConjunct(view, token));
}

/** True for a noun that tells what its subject is: "Osso is a |lawyer|". */
export function isPredicate(view: View, token: number): boolean {
  const children = view.children(token);
  let [copula, subject] = [false, false];
  for (let at = 0; at < children.length; at++) {
    const dependency = view.dependency(children[at] as number);
    if (dependency === 'cop') copula = true;
    if (dependency === 'nsubj') subject = true;
  }
  return copula && subject;
}

function firstConjunct(view: View, token: number): number {
  let first = token;
  for (let steps = 0; steps < 20 && view.dependency(first) === 'conj'; steps++) first = view.head(first);
  return first;
}
