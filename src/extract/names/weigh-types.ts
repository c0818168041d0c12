import type { EntityType } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { TokenRange, View } from '../view.js';

/** How much speaks for each type of a name, in natural logarithms of odds; OTHER is any type that is not told apart. */
export type TypeWeights = Map<EntityType | 'OTHER', number>;

/** Adds to the weight of a type. */
export function addWeight(weights: TypeWeights, type: EntityType | 'OTHER', weight: number): void {
  weights.set(type, (weights.get(type) ?? 0) + weight);
}

/** A noun that says outright what the name beside it is: "the insurer Orlo", "Orlo, a charity". */
const TOLD = 3.5;
/** A noun that goes with one type of name rather than another: "shares in Orlo", "Orlo fighters", "Orlo's wife". */
const BESIDE = 2;
/** A verb that one type of subject takes rather than another: "Orlo resigned". */
const DONE = 1.2;
/** A preposition that places follow: "in Orlo". */
const LOCATED = 1.2;

/** What the words around a name say of its type. */
export function weighContext(view: View, resources: Resources, name: TokenRange): TypeWeights {
  const weights: TypeWeights = new Map();
  const { nameContexts } = resources;
  weighBefore(view, nameContexts, name, weights);
  weighBehind(view, nameContexts, name, weights);
  const verb = nameContexts.VERB.get(view.lemma(verbOf(view, name)));
  if (verb !== undefined) addWeight(weights, verb, DONE);
  return weights;
}

type Contexts = Resources['nameContexts'];

const PLACE_PREPOSITIONS = new Set(['in', 'near', 'outside', 'across', 'inside', 'throughout', 'around']);
const LINKS = new Set(['in', 'of', 'at', 'for', 'from']);

function weighBefore(view: View, contexts: Contexts, { first }: TokenRange, weights: TypeWeights): void {
  if (first === view.sentenceOf(first).first) return;
  const article = view.lower(first - 1) === 'the';
  const before = article ? first - 2 : first - 1;
  // "the insurer Orlo", but not "the insurer. Orlo": the noun stands in the same sentence, right before.
  const told = article ? undefined : contexts.BEFORE.get(view.lemma(before));
  if (told !== undefined && view.tag(before) !== 'PROPN') addWeight(weights, told, TOLD);
  // "its lending arm, Orlo": the name is an apposition of the noun.
  const apposed = view.lower(before) === ',' ? contexts.APPOSED.get(view.lemma(before - 1)) : undefined;
  if (apposed !== undefined && isDefinite(view, before - 1)) addWeight(weights, apposed, DONE);
  // "the Halven Courier", "the Severna": people have no article.
  if (article) addWeight(weights, 'PERSON', -BESIDE);
  const link = view.lower(before);
  const noun = LINKS.has(link) ? contexts.WITHIN.get(view.lemma(before - 1)) : undefined;
  if (noun !== undefined) {
    addWeight(weights, noun, BESIDE);
    return;
  }
  if (!PLACE_PREPOSITIONS.has(link)) return;
  addWeight(weights, 'PLACE', LOCATED);
  addWeight(weights, 'PERSON', -LOCATED);
}

/** True where an article or a possessive stands shortly before a noun: "|its| lending arm". */
function isDefinite(view: View, noun: number): boolean {
  for (let index = noun - 1; index >= noun - 3; index--) if (DEFINITE.has(view.lower(index))) return true;
  return false;
}

const DEFINITE = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their', "'s"]);

const AGE = /^[1-9]\d$/;

function weighBehind(view: View, contexts: Contexts, { last }: TokenRange, weights: TypeWeights): void {
  const end = view.sentenceOf(last - 1).last;
  if (last >= end) return;
  const next = view.lower(last);
  if (next === "'s" || next === "'") {
    const owned = contexts.OWNED.get(view.lemma(nounFrom(view, last + 1, end)));
    if (owned !== undefined) addWeight(weights, owned, BESIDE);
    return;
  }
  const beside = contexts.BEHIND.get(view.lemma(last));
  if (beside !== undefined) addWeight(weights, beside, BESIDE);
  const from = next === ',' ? last + 1 : last;
  const relative = view.lower(from);
  if (relative === 'who' || relative === 'whose') addWeight(weights, 'PERSON', relative === 'who' ? TOLD : DONE);
  if (relative === 'which') addWeight(weights, 'PERSON', -TOLD);
  if (relative === 'where') addWeight(weights, 'PLACE', TOLD);
  if (next !== ',') return;
  // "Lena Osso, 34, said": an age.
  if (AGE.test(relative) && /^[,.]$/.test(view.lower(from + 1))) addWeight(weights, 'PERSON', TOLD);
  if (view.tag(from) !== 'DET' && !/^(?:its|his|her|their|one)$/.test(relative)) return;
  const told = contexts.APPOSED.get(view.lemma(nounFrom(view, from + 1, end)));
  if (told !== undefined) addWeight(weights, told, TOLD);
}

/** The last noun of the noun phrase that goes on here: "the app |maker|, was hacked"; the place itself where there is none. */
function nounFrom(view: View, start: number, end: number): number {
  let found = start;
  for (let index = start; index < Math.min(end, start + 6); index++) {
    const tag = view.tag(index);
    if (tag === 'NOUN') found = index;
    else if (tag !== 'ADJ' && tag !== 'PROPN' && tag !== 'NUM' && tag !== 'ADV' && view.lower(index) !== '-') break;
  }
  return found;
}

/** The verb whose subject a name is, active or passive; −1 where it is none. */
function verbOf(view: View, { first, last }: TokenRange): number {
  for (let index = last - 1; index >= first; index--) {
    const label = view.dependency(index);
    if (label === 'nsubj' || label === 'nsubj:pass') return view.head(index);
  }
  return -1;
}
