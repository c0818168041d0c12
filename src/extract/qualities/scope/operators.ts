import type { Modality } from '../../../domain/index.js';
import type { Resources } from '../../../resources/index.js';
import type { View } from '../../view.js';

/** What a modal makes of its verb: "may strike" POSSIBLE, "will strike" PLANNED; negated, "could not strike" did not. */
const MODALS: ReadonlyMap<string, { readonly modality: Modality; readonly negated?: Modality }> = new Map([
  ['may', { modality: 'POSSIBLE' }],
  ['might', { modality: 'POSSIBLE' }],
  ['could', { modality: 'POSSIBLE', negated: 'ACTUAL' }],
  ['can', { modality: 'POSSIBLE', negated: 'ACTUAL' }],
  ['ca', { modality: 'POSSIBLE', negated: 'ACTUAL' }],
  ['will', { modality: 'PLANNED' }],
  ["'ll", { modality: 'PLANNED' }],
  ['wo', { modality: 'PLANNED' }],
  ['shall', { modality: 'PLANNED' }],
  ['would', { modality: 'HYPOTHETICAL' }],
  ["'d", { modality: 'HYPOTHETICAL' }],
  ['must', { modality: 'REQUESTED' }],
  ['should', { modality: 'REQUESTED' }],
  ['ought', { modality: 'REQUESTED' }],
] as const);
const NEGATIONS = new Set(['not', "n't", 'never', 'hardly', 'scarcely', 'barely', 'nowhere', 'nor', 'neither']);
/** "not only": adds, and denies nothing. */
const ADDING = new Set(['only', 'just', 'merely', 'simply']);
const NEGATIVE_WORDS = new Set(['no', 'neither', 'nobody', 'none', 'nothing', 'nor']);
const ARGUMENTS = new Set<string>(['nsubj', 'nsubj:pass', 'nsubj:outer', 'obj', 'iobj', 'expl']);
export const SUBJECTS = new Set<string>(['nsubj', 'nsubj:pass', 'nsubj:outer']);
const CONDITIONS = new Set(['if', 'unless', 'whether', 'lest', 'provided', 'assuming']);
/** "without reaching a deal", "instead of leaving": what is left out did not happen. */
const PRIVATIONS = new Set(['without', 'instead', 'rather']);
/** "until the council votes": with a present tense, what is still to come. */
const AWAITING = new Set(['until', 'till', 'once', 'before', 'after', 'when']);

/** What the words around one predicate make of it; −1 for the token of what is not there. */
export interface Operators {
  readonly negation: number;
  /** The modal, doubting adverb or conjunction that takes it out of what is. */
  readonly operator: number;
  readonly modality: Modality;
  /** True for "would" without "have": in reported speech a "will". */
  readonly isWould: boolean;
  /** True where it depends on a condition: "if attacked, they will strike". */
  readonly isConditional: boolean;
}

/** Which of the words around a predicate count: all; or only those that it shares with a verb coordinated with it. */
export interface Sharing {
  readonly auxiliaries: boolean;
  readonly subjects: boolean;
}

/** Reads the negations, modals, conjunctions and adverbs that hang on a predicate; all of them where nothing is said of sharing. */
export function readOperators(
  view: View,
  resources: Resources,
  predicate: number,
  sharing: Sharing | null = null,
): Operators {
  let [negation, operator, modal, isPerfect, isConditional, isHelped] = [-1, -1, -1, false, false, false];
  let modality: Modality = 'ACTUAL';
  const children = view.children(predicate);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    const dependency = view.dependency(child);
    const lower = view.lower(child);
    if (dependency === 'mark' || dependency === 'case' || dependency === 'cc:preconj') {
      if (CONDITIONS.has(lower)) [operator, modality] = [child, 'HYPOTHETICAL'];
      else if (PRIVATIONS.has(lower) || lower === 'neither') negation = child;
      // "she is |to| brief them": what is to be.
      else if (isHelped && view.form(child) === 'TO') [operator, modality] = [child, 'PLANNED'];
      else if (AWAITING.has(lower) && isPresent(view, predicate)) [operator, modality] = [child, 'PLANNED'];
    } else if (dependency === 'advcl') {
      if (sharing === null && isConditionalClause(view, child)) isConditional = true;
    } else if (ARGUMENTS.has(dependency)) {
      const counts = sharing === null || (SUBJECTS.has(dependency) && sharing.subjects);
      if (counts && isNegative(view, child)) negation = child;
    } else if (sharing !== null && !sharing.auxiliaries) {
      // Only conditions and subjects are shared.
    } else if (dependency === 'aux' || dependency === 'cop' || dependency === 'aux:pass') {
      if (MODALS.has(lower)) modal = child;
      else if (dependency === 'aux' && view.lemma(child) === 'be') isHelped = true;
      else if (view.lemma(child) === 'have' || lower === "'ve") isPerfect = true;
    } else if (dependency === 'advmod' || dependency === 'det' || dependency === 'cc') {
      if (negates(view, child)) negation = child;
      else {
        const row = resources.adverbGovernors.get(lower)?.[0];
        if (row?.polarity === 'NEGATED') negation = child;
        if (row !== undefined && row.modality !== 'ACTUAL') [operator, modality] = [child, row.modality];
        else if (resources.cueAdverbs.has(lower)) [operator, modality] = [child, 'POSSIBLE'];
      }
    }
  }
  const row = modal === -1 ? undefined : MODALS.get(view.lower(modal));
  if (row !== undefined && modality !== 'HYPOTHETICAL') {
    operator = modal;
    modality = negation !== -1 && row.negated !== undefined && !isPerfect ? row.negated : row.modality;
    // "must have fled": the speaker concludes it.
    if (isPerfect && modality === 'REQUESTED') modality = 'POSSIBLE';
  }
  if (isConditional && (modal !== -1 || isPresent(view, predicate))) modality = 'HYPOTHETICAL';
  const isWould = row?.modality === 'HYPOTHETICAL' && operator === modal && !isPerfect && !isConditional;
  return { negation, operator, modality, isWould, isConditional };
}

/** "not", "never"; "no longer"; not "not only". */
function negates(view: View, token: number): boolean {
  const lower = view.lower(token);
  if (lower === 'no') return view.dependency(token) === 'det';
  if (lower === 'longer') return view.lower(token - 1) === 'no';
  return NEGATIONS.has(lower) && !ADDING.has(view.lower(token + 1));
}

/** "no one", "nothing", "none of the men", "no group", "neither side". */
export function isNegative(view: View, noun: number): boolean {
  if (NEGATIVE_WORDS.has(view.lower(noun))) return true;
  const children = view.children(noun);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    if (child > noun) return false;
    const dependency = view.dependency(child);
    const lower = view.lower(child);
    if ((dependency === 'det' || dependency === 'cc:preconj') && (lower === 'no' || lower === 'neither')) return true;
    if (dependency === 'advmod' && (lower === 'not' || lower === 'hardly') && !ADDING.has(view.lower(child + 1)))
      return true;
  }
  return false;
}

function isConditionalClause(view: View, clause: number): boolean {
  const children = view.children(clause);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    if (view.dependency(child) === 'mark' && (view.lower(child) === 'if' || view.lower(child) === 'unless'))
      return true;
  }
  return false;
}

/** True where the predicate is in the present tense, by its own form or its auxiliary's. */
function isPresent(view: View, predicate: number): boolean {
  const form = view.form(predicate);
  if (form === 'VBZ' || form === 'VBP') return true;
  const children = view.children(predicate);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    const dependency = view.dependency(child);
    if (dependency !== 'aux' && dependency !== 'aux:pass' && dependency !== 'cop') continue;
    if (view.form(child) === 'VBZ' || view.form(child) === 'VBP') return true;
  }
  return false;
}
