import type { Resources } from '../../../resources/index.js';
import type { View } from '../../view.js';

const AHEAD = new Set(['will', "'ll", 'wo', 'shall', 'would', "'d", 'may', 'might', 'could', 'can', 'should', 'must']);
/** How far up the tree the verb of a time is looked for. */
const REACH = 12;

/** True where the verb over a token tells of what is to come: "will meet on Monday", "plans to meet on Monday", "meets on Monday". */
export function looksAhead(view: View, resources: Resources, token: number): boolean {
  let at = token;
  for (let step = 0; step < REACH && at >= 0; step++) {
    if (isPredicate(view, at)) {
      const ahead = tenseOf(view, at);
      if (ahead !== null) return ahead;
      // "planned to meet on Monday": an infinitive is as far ahead as its governor makes it.
      const governor = view.head(at);
      const rows =
        resources.verbGovernors.get(view.lemma(governor)) ?? resources.nounGovernors.get(view.lemma(governor));
      const modality = rows?.[0]?.modality;
      if (modality !== undefined && modality !== 'ACTUAL') return true;
    }
    at = view.head(at);
  }
  return false;
}

function isPredicate(view: View, token: number): boolean {
  const tag = view.tag(token);
  if (tag === 'VERB' || tag === 'AUX') return true;
  const children = view.children(token);
  for (let index = 0; index < children.length; index++)
    if (view.dependency(children[index] as number) === 'cop') return true;
  return false;
}

/** True ahead, false past, null where the form does not tell. */
function tenseOf(view: View, verb: number): boolean | null {
  const children = view.children(verb);
  let isPast = false;
  let isPresent = false;
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    const dependency = view.dependency(child);
    if (dependency !== 'aux' && dependency !== 'aux:pass' && dependency !== 'cop') continue;
    if (AHEAD.has(view.lower(child))) return true;
    const form = view.form(child);
    if (form === 'VBD' || view.lemma(child) === 'have') isPast = true;
    else if (form === 'VBZ' || form === 'VBP') isPresent = true;
  }
  if (isPast) return false;
  const form = view.form(verb);
  if (form === 'VBD') return false;
  if (isPresent || form === 'VBZ' || form === 'VBP') return view.tag(view.sentenceOf(verb).last - 1) === 'PUNCT';
  return null;
}
