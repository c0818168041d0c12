import type { TokenRange, View } from '../view.js';

/** How far up the tree a claim looks for its time and place. */
const REACH = 6;
/** Prepositions by which a clause happens in what its noun names: "died in clashes on Monday". */
const WITHIN = new Set(['in', 'during', 'by', 'with', 'amid', 'under']);

/**
 * The tokens whose time and place are those of a claim, the nearest first: its trigger's own; a verb coordinated with it
 * ("raided a clinic on Sunday and abducted two nurses"); the verb that governs it or that it goes along with ("struck on
 * Friday, killing two"); for an event noun, the verb that happens in it.
 */
export function settingSources(view: View, trigger: TokenRange): readonly number[] {
  const sources: number[] = [];
  let at = topOf(view, trigger);
  for (let index = trigger.first; index < trigger.last; index++) sources.push(index);
  for (let step = 0; step < REACH; step++) {
    addCoordinated(view, at, sources);
    const above = hasOwnSetting(view, at) ? -1 : view.head(at);
    if (above < 0) return sources;
    sources.push(above);
    at = above;
  }
  return sources;
}

/** The token of a range at which the tree enters it. */
export function topOf(view: View, { first, last }: TokenRange): number {
  for (let index = first; index < last; index++) {
    const head = view.head(index);
    if (head < first || head >= last) return index;
  }
  return first;
}

/** Later verbs that share its subject: "raided a clinic and abducted two nurses| on Sunday". */
function addCoordinated(view: View, token: number, sources: number[]): void {
  const children = view.children(token);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    if (view.dependency(child) === 'conj' && view.tag(child) === 'VERB' && !hasSubject(view, child))
      sources.push(child);
  }
}

/** True where what happens there need not happen where and when what stands above it does. */
function hasOwnSetting(view: View, token: number): boolean {
  switch (view.dependency(token)) {
    case 'conj':
    case 'xcomp':
      return hasSubject(view, token);
    case 'advcl':
      return view.form(token) !== 'VBG' || hasChild(view, token, 'mark');
    case 'obl':
      return !WITHIN.has(caseOf(view, token));
    default:
      return true;
  }
}

function hasSubject(view: View, token: number): boolean {
  return hasChild(view, token, 'nsubj') || hasChild(view, token, 'nsubj:pass');
}

function hasChild(view: View, token: number, dependency: string): boolean {
  const children = view.children(token);
  for (let index = 0; index < children.length; index++)
    if (view.dependency(children[index] as number) === dependency) return true;
  return false;
}

/** The preposition of a noun in lower case; '' where it has none. */
export function caseOf(view: View, token: number): string {
  const children = view.children(token);
  for (let index = 0; index < children.length; index++)
    if (view.dependency(children[index] as number) === 'case') return view.lower(children[index] as number);
  return '';
}
