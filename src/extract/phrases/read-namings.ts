import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import type { Apposition, Clause, NounPhrase } from './reading.js';

/** Verbs by which somebody becomes what is said of him: "elected her |president|", "named him |as head| of the bank". */
const NAMING = new Set([
  'elect',
  're-elect',
  'reelect',
  'appoint',
  'reappoint',
  'name',
  'crown',
  'install',
  'swear in',
]);
/** Verbs whose subject is what "as" brings in: "took over |as leader|". */
const SERVING = new Set(['take over', 'serve', 'act', 'remain', 'continue', 'return', 'work', 'step in', 'sit']);

/** What people are named or elected, and what they serve as: a second description of them. */
export function readNamings(view: View, resources: Resources, clauses: readonly Clause[]): readonly Apposition[] {
  const found: Apposition[] = [];
  for (const clause of clauses) {
    const { verb } = clause;
    if (verb.negated || verb.modal !== null || verb.mood === 'INFINITIVE') continue;
    const isNaming = NAMING.has(verb.lemma);
    if (!isNaming && !SERVING.has(verb.lemma)) continue;
    const behind = clause.obliques.find(([first]) => first?.preposition === 'as')?.[0];
    const holder = isNaming && !verb.passive ? (clause.recipients[0] ?? clause.objects[0]) : clause.subjects[0];
    const bare = isNaming ? clause.objects.at(-1) : undefined;
    const description = behind ?? bare;
    if (holder === undefined || description === undefined || description === holder) continue;
    if (isOffice(view, resources, description) && description.first > holder.first)
      found.push({ phrase: holder, description });
  }
  return found;
}

function isOffice(view: View, resources: Resources, { name, head, isPronoun }: NounPhrase): boolean {
  return name === null && !isPronoun && resources.nominals.get(view.lemma(head))?.type === 'PERSON';
}
