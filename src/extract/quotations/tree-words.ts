import type { View } from '../view.js';

/** The first child with a label; −1 where none has it. */
export function firstChild(view: View, index: number, dependency: string): number {
  const children = view.children(index);
  for (let next = 0; next < children.length; next++)
    if (view.dependency(children[next] as number) === dependency) return children[next] as number;
  return -1;
}

/** True where a verb or auxiliary stands among the tokens. */
export function hasVerb(view: View, first: number, last: number): boolean {
  for (let index = first; index < last; index++)
    if (view.tag(index) === 'VERB' || view.tag(index) === 'AUX') return true;
  return false;
}

/** "left", "leaves", "may": a form that makes a sentence. */
export function isFiniteForm(view: View, index: number): boolean {
  const form = view.form(index);
  return form === 'VBD' || form === 'VBZ' || form === 'VBP' || form === 'MD';
}
