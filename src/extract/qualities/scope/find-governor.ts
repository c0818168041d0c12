import type { Governor, Resources } from '../../../resources/index.js';
import type { View } from '../../view.js';
import { caseOf } from '../setting-sources.js';

/**
 * The row of a word for what it governs: "failed" for "to reach", "called on rebels" for "to stop", "plan" for "to
 * attack", "prevented" for "an attack". Null where it makes nothing of it.
 */
export function findGovernor(view: View, resources: Resources, head: number, governed: number): Governor | null {
  const complement = complementOf(view, governed);
  const lemma = view.lemma(head);
  switch (view.tag(head)) {
    case 'NOUN':
    case 'PROPN':
      return choose(resources.nounGovernors.get(lemma), complement);
    case 'ADJ':
    case 'ADV':
      return choose(resources.adjectiveGovernors.get(lemma), complement);
    default:
      return (
        phraseGovernor(view, resources, { head, lemma, complement }) ??
        choose(resources.verbGovernors.get(lemma), complement)
      );
  }
}

/** "call on", "call for", "rule out": the verb with a preposition or particle that hangs on it. */
function phraseGovernor(
  view: View,
  resources: Resources,
  { head, lemma, complement }: { readonly head: number; readonly lemma: string; readonly complement: string },
): Governor | null {
  if (!resources.verbPhrases.has(lemma)) return null;
  const children = view.children(head);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    const dependency = view.dependency(child);
    const word = dependency === 'compound:prt' ? view.lower(child) : dependency === 'obl' ? caseOf(view, child) : '';
    if (word === '') continue;
    const rows = resources.verbGovernors.get(`${lemma} ${word}`);
    // "called for an attack": the preposition is the phrase's own, so what stands behind it is bare.
    const row =
      choose(rows, complement) ?? (word === complement ? (choose(rows, 'NOUN') ?? choose(rows, 'ING')) : null);
    if (row !== null) return row;
  }
  return null;
}

function choose(rows: readonly Governor[] | undefined, complement: string): Governor | null {
  if (rows === undefined) return null;
  for (const row of rows) if (row.complements.has(complement)) return row;
  // "accused them of shelling": a preposition that the verb asks for stands before what the row takes bare.
  if (BOUND.has(complement)) for (const row of rows) if (row.complements.has('ING')) return row;
  return null;
}

const BOUND = new Set(['of', 'from', 'against', 'into', 'about']);

/** What the governed word is to its governor, in the words of `governing-verbs.tsv`: TO, ING, NOUN, "from" … */
export function complementOf(view: View, governed: number): string {
  const tag = view.tag(governed);
  if (tag !== 'VERB' && tag !== 'AUX' && tag !== 'ADJ') return nounComplement(view, governed);
  const children = view.children(governed);
  let hasAuxiliary = false;
  let opener = 'THAT';
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    const dependency = view.dependency(child);
    const lower = view.lower(child);
    if (dependency === 'mark' || dependency === 'case') {
      if (view.form(child) === 'TO') return view.form(governed) === 'VBG' ? 'to' : 'TO';
      if (lower === 'whether' || lower === 'if') return 'WH';
      if (view.form(governed) === 'VBG') return lower;
      // "under pressure since they left": a clause with a conjunction of its own is no content.
      if (lower !== 'that') opener = lower;
    } else if (view.form(child) === 'WRB' || view.form(child) === 'WP') return 'WH';
    else if (dependency === 'aux' || dependency === 'cop') hasAuxiliary = true;
  }
  if (view.dependency(governed) === 'ccomp' && hasAuxiliary) return 'THAT';
  return FORM_COMPLEMENTS[view.form(governed)] ?? opener;
}

const FORM_COMPLEMENTS: Readonly<Record<string, string>> = { VBG: 'ING', VB: 'BARE', VBN: 'PARTICIPLE' };

function nounComplement(view: View, noun: number): string {
  return caseOf(view, noun) || 'NOUN';
}
