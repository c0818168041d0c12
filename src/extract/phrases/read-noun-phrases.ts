import type { Dependency } from '../../annotate/index.js';
import type { Name } from '../name.js';
import type { TokenRange, View } from '../view.js';
import { readCount } from './read-count.js';
import type { NounPhrase } from './reading.js';
import { edgeOf } from './tree.js';

/** Nouns that count what follows "of". */
const COUNTERS = new Set(
  'dozen score hundred thousand million number some most many all several group pair handful member one both majority none any each few couple'.split(
    ' ',
  ),
);
const TIME_NOUNS = new Set(
  'day week month year hour minute weekend morning evening afternoon night overnight yesterday today tomorrow decade noon midnight dawn dusk time'.split(
    ' ',
  ),
);
/** Dependents before a noun that belong to its phrase. */
const BEFORE = new Set<string>([
  'det',
  'amod',
  'nummod',
  'compound',
  'nmod:poss',
  'nmod:desc',
  'advmod',
  'det:predet',
  'flat',
  'goeswith',
  'cc:preconj',
  'nmod:unmarked',
] satisfies Dependency[]);
/** Dependents right behind a noun that belong to its phrase. */
const BEHIND = new Set<string>([
  'flat',
  'fixed',
  'goeswith',
  'nummod',
  'compound',
  'nmod:desc',
  'amod',
] satisfies Dependency[]);
/** What a token is that has no phrase of its own, whatever its tag. */
const INNER = new Set<string>([
  'det',
  'amod',
  'nummod',
  'compound',
  'nmod:desc',
  'flat',
  'fixed',
  'goeswith',
  'case',
  'mark',
  'cc',
  'punct',
  'advmod',
  'aux',
  'aux:pass',
  'cop',
  'compound:prt',
  'det:predet',
  'cc:preconj',
  'discourse',
  'expl',
] satisfies Dependency[]);
/** What an adjective, determiner or sign is that stands for a noun: "the wounded fled". */
const NOMINAL = new Set<string>([
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'obl',
  'obl:agent',
  'nmod',
  'nmod:poss',
  'appos',
] satisfies Dependency[]);

/** By token of the document: the name that it belongs to, its title included. */
export type NamesByToken = readonly (Name | undefined)[];

/** The noun phrases of a sentence. */
export interface NounPhrases {
  /** In order of text; without possessive pronouns. */
  readonly list: readonly NounPhrase[];
  /** By token, from the first of the sentence: of a head, of a node, and of all tokens of a name. */
  readonly at: readonly (NounPhrase | undefined)[];
}

/** Lays the names over the tokens. Names of origin ("Syrian") are words among others here. */
export function layNames(names: readonly Name[]): NamesByToken {
  const byToken: (Name | undefined)[] = [];
  for (const name of names) {
    if (name.type === 'NATIONALITY') continue;
    for (let index = name.titleFirst; index < name.last; index++) byToken[index] = name;
  }
  return byToken;
}

/** Reads the noun phrases of a sentence off its tree: names whole, counts with what they count. */
export function readNounPhrases(view: View, names: NamesByToken, range: TokenRange): NounPhrases {
  const list: NounPhrase[] = [];
  const at: (NounPhrase | undefined)[] = new Array(range.last - range.first);
  for (let index = range.first; index < range.last; index++) {
    const name = names[index];
    if (!isNode(view, names, { index, name, range })) continue;
    const phrase = read(index);
    if (phrase.isPronoun && view.form(phrase.head) === 'PRP$') continue;
    list.push(phrase);
  }
  list.sort((a, b) => a.first - b.first || b.last - a.last);
  return { list, at };

  function read(node: number): NounPhrase {
    const known = at[node - range.first];
    if (known !== undefined) return known;
    const phrase = build(node);
    at[node - range.first] = phrase;
    at[phrase.head - range.first] ??= phrase;
    if (phrase.name !== null)
      for (let index = phrase.name.titleFirst; index < phrase.name.last; index++) at[index - range.first] = phrase;
    return phrase;
  }

  function build(node: number): NounPhrase {
    let name = names[node] ?? null;
    let first = name === null ? node : Math.max(name.titleFirst, range.first);
    let last = name === null ? node + 1 : name.last;
    let head = last - 1;
    let possessor: NounPhrase | null = null;
    const children = view.children(node);
    for (let child = children.length - 1; child >= 0; child--) {
      const index = children[child] as number;
      if (index >= first) continue;
      const dependency = view.dependency(index);
      if (dependency === 'punct' && !isWall(view, index)) continue;
      // "shot dead |a guard|": an adjective before the article is no part of the phrase.
      if (!BEFORE.has(dependency) || (dependency === 'amod' && view.tag(first) === 'DET')) break;
      if (dependency === 'nmod:poss' && index >= range.first) possessor = read(nodeOf(view, names, index));
      first = Math.max(range.first, edgeOf(view, index, 'FIRST'));
    }
    for (let child = 0; child < children.length; child++) {
      const index = children[child] as number;
      if (index < last) continue;
      if (edgeOf(view, index, 'FIRST') !== last) continue;
      const dependency = view.dependency(index);
      const inner = names[index];
      if (inner !== undefined && inner.titleFirst === last && name === null && dependency !== 'nmod') {
        // "opposition activist Wael al-Homsi": the name is the head of what describes it.
        name = inner;
        last = inner.last;
        head = last - 1;
      } else if (
        (BEHIND.has(dependency) || (dependency === 'conj' && view.lower(last) === '&')) &&
        inner === undefined
      ) {
        last = edgeOf(view, index, 'LAST') + 1;
        if (dependency !== 'nummod' && dependency !== 'amod') head = last - 1;
      } else if (dependency === 'nmod' && isCounted(node, index)) {
        const counted = read(nodeOf(view, names, index));
        return {
          first,
          last: counted.last,
          head: counted.head,
          node,
          name: counted.name,
          isPronoun: counted.isPronoun,
          isTime: counted.isTime,
          preposition: prepositionOf(view, node),
          possessor,
          count: counted.count ?? countOf(node, { first, last: node + 1 }),
        };
      }
    }
    const count = name === null ? readCount(view, { first, last: Math.max(first, node + 1) }, range.first) : null;
    if (count !== null && count.first < first) first = count.first;
    return {
      first,
      last,
      head,
      node,
      name,
      isPronoun: name === null && view.tag(head) === 'PRON' && head === first,
      isTime: name === null && isTime(view, head),
      preposition: prepositionOf(view, node),
      possessor,
      count,
    };
  }

  /** "dozens of them", "members of nine families": a noun that counts, and what it counts, are one participant. */
  function isCounted(node: number, index: number): boolean {
    if (prepositionOf(view, index) !== 'of' || names[node] !== undefined) return false;
    // "|a member| of the party": one is not what it belongs to.
    if (view.lower(node) === 'member') return false;
    return COUNTERS.has(view.lemma(node)) || view.tag(node) === 'NUM';
  }

  function countOf(node: number, phrase: TokenRange): TokenRange | null {
    const number = readCount(view, phrase, range.first);
    return number ?? (view.tag(node) === 'NOUN' ? phrase : null);
  }
}

function isTime(view: View, head: number): boolean {
  return view.hint(head) === 'DATE' || TIME_NOUNS.has(view.lemma(head));
}

/** A comma, stop or dash; not a hyphen or a quotation mark. */
function isWall(view: View, index: number): boolean {
  const form = view.form(index);
  return form === ',' || form === ':' || form === '.' || form === '-LRB-' || form === '-RRB-';
}

interface Place {
  readonly index: number;
  readonly name: Name | undefined;
  readonly range: TokenRange;
}

function isNode(view: View, names: NamesByToken, { index, name, range }: Place): boolean {
  if (name !== undefined) {
    if (nodeOf(view, names, index) !== index) return false;
    const head = view.head(index);
    const dependency = view.dependency(index);
    // "the Assad government": a name before a noun is a word of its phrase.
    if (head >= name.last) return !INNER.has(dependency) || !isNominal(view, head);
    return !(head === name.titleFirst - 1 && head >= range.first && isDescribed(view, names, { head, index }));
  }
  const tag = view.tag(index);
  const dependency = view.dependency(index);
  if (tag === 'NOUN' || tag === 'PROPN')
    return !INNER.has(dependency) && !isInnerConjunct(view, index) && !isJoined(view, index);
  if (tag === 'PRON') return !INNER.has(dependency) && !isRelative(view, index);
  if (tag === 'NUM') return !INNER.has(dependency) && view.dependency(index) !== 'conj';
  // "paid $300": a sign of money stands for the sum.
  if (tag === 'ADJ' || tag === 'DET' || tag === 'SYM') return NOMINAL.has(dependency);
  return false;
}

/** "activist Wael": a name right behind the noun that it hangs on is a word of that noun's phrase. */
function isDescribed(
  view: View,
  names: NamesByToken,
  { head, index }: { readonly head: number; readonly index: number },
): boolean {
  const dependency = view.dependency(index);
  return names[head] === undefined && isNominal(view, head) && dependency !== 'nmod' && dependency !== 'conj';
}

function isNominal(view: View, index: number): boolean {
  const tag = view.tag(index);
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'NUM';
}

/** "rocket attacks and raids", "the oil and gas ministry": what is coordinated with a modifier is one. */
function isInnerConjunct(view: View, index: number): boolean {
  let top = index;
  for (let steps = 0; view.dependency(top) === 'conj' && steps < 20; steps++) top = view.head(top);
  return top !== index && (view.dependency(top) === 'compound' || view.dependency(top) === 'amod');
}

/** "Quill & Sons": one name, however the tree joins it. */
function isJoined(view: View, index: number): boolean {
  return view.dependency(index) === 'conj' && view.lower(index - 1) === '&';
}

function isRelative(view: View, index: number): boolean {
  const form = view.form(index);
  return form === 'WP' || form === 'WDT' || form === 'WP$' || form === 'EX';
}

/** The token of a name that stands for it in the tree; of no name, the token itself. */
export function nodeOf(view: View, names: NamesByToken, index: number): number {
  const name = names[index];
  if (name === undefined) return index;
  let node = -1;
  for (let token = name.titleFirst; token < name.last; token++) {
    const head = view.head(token);
    if (head >= name.titleFirst && head < name.last) continue;
    if (node === -1 || INNER.has(view.dependency(node))) node = token;
  }
  return node === -1 ? index : node;
}

/** "according to", "in": the preposition of a noun, or of the first that it is coordinated with; null where none. */
export function prepositionOf(view: View, node: number): string | null {
  let token = node;
  for (let steps = 0; steps < 20; steps++) {
    const children = view.children(token);
    for (let child = 0; child < children.length; child++) {
      const index = children[child] as number;
      if (view.dependency(index) !== 'case' || view.form(index) === 'POS') continue;
      const [fixed] = view.children(index);
      return fixed !== undefined && view.dependency(fixed) === 'fixed'
        ? `${view.lower(index)} ${view.lower(fixed)}`
        : view.lower(index);
    }
    if (view.dependency(token) !== 'conj') return null;
    token = view.head(token);
  }
  return null;
}
