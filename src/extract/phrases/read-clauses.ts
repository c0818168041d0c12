import type { Resources } from '../../resources/index.js';
import type { TokenRange, View } from '../view.js';
import type { NounPhrases } from './read-noun-phrases.js';
import { isClause, readVerbPhrase } from './read-verb-phrase.js';
import type { Clause, ClauseKind, NounGroup, NounPhrase, VerbPhrase } from './reading.js';
import { edgeOf, isRanked } from './tree.js';

/** A clause while it is read. */
export type OpenClause = { -readonly [Key in keyof Clause]: Clause[Key] } & {
  obliques: NounGroup[];
  complements: OpenClause[];
  governor: OpenClause | null;
  parent: OpenClause | null;
  first: OpenClause | null;
  /** The clause that this one is coordinated with, which need not be the first of all. */
  before: OpenClause | null;
};

/** The clauses of a sentence, in order of their verbs, and by token from the first of the sentence. */
export interface Clauses {
  readonly list: readonly OpenClause[];
  readonly at: readonly (OpenClause | undefined)[];
}

const CONDITIONS = new Set(['if', 'unless', 'lest', 'whether']);

/** Reads the frame of every clause: its verb, kind and place among the others. Arguments come later. */
export function readClauses(view: View, resources: Resources, input: ClauseInput): Clauses {
  const { range, phrases } = input;
  const at: (OpenClause | undefined)[] = new Array(range.last - range.first);
  const list: OpenClause[] = [];
  for (let index = range.first; index < range.last; index++)
    if (at[index - range.first] === undefined && isClause(view, index) && !isNamed(index)) open(index, 0);
  list.sort((a, b) => a.verb.head - b.verb.head);
  for (const clause of list) at[clause.verb.head - range.first] ??= clause;
  for (const clause of list) if (clause.kind === 'COMPLEMENT') clause.parent?.complements.push(clause);
  return { list, at };

  /** "the |Integrated| Office": a word of a name says nothing. */
  function isNamed(index: number): boolean {
    const name = phrases.at[index - range.first]?.name;
    if (name === undefined || name === null || view.tag(index) !== 'VERB') return false;
    return index >= name.first && index < name.last - 1;
  }

  /** Reads a clause after the one above it, so that it may share what that one has. */
  function open(node: number, depth: number): OpenClause {
    const known = at[node - range.first];
    if (known !== undefined) return known;
    const above = depth > DEEPEST ? -1 : nextClause(node);
    const parent = above === -1 ? null : open(above, depth + 1);
    const isConjunct = view.dependency(node) === 'conj' && parent !== null && view.head(node) === parent.node;
    const first = isConjunct ? ((parent as OpenClause).first ?? parent) : null;
    const verb = readVerbPhrase(view, resources, {
      node,
      first: range.first,
      last: range.last,
      shared: first?.verb ?? null,
    });
    const subordinator = subordinatorOf(view, node) ?? (verb.mood === 'FINITE' ? (first?.subordinator ?? null) : null);
    const who = relativeSubject(view, node);
    const strayed = who === -1 || view.dependency(node) === 'acl:relcl' ? null : nounBefore(who);
    const kind = strayed === null ? kindOf(view, { node, verb, subordinator, first }) : 'RELATIVE';
    const adnominal = kind === 'RELATIVE' || kind === 'REDUCED' || kind === 'CONTENT';
    const clause: OpenClause = {
      verb,
      node,
      kind,
      subjects: [],
      objects: [],
      recipients: [],
      obliques: [],
      adjective: verb.copula && phrases.at[node - range.first] === undefined && verb.head !== node ? node : -1,
      governor: null,
      parent: first === null ? parent : first.parent,
      first,
      before: isConjunct ? parent : null,
      noun:
        strayed !== null
          ? strayed
          : !adnominal
            ? null
            : first === null
              ? (phrases.at[view.head(node) - range.first] ?? null)
              : first.noun,
      complements: [],
      subordinator,
      relative: kind === 'RELATIVE' || kind === 'REDUCED',
      expletive: false,
    };
    at[node - range.first] = clause;
    list.push(clause);
    return clause;
  }

  /** "replacing Tyler Boone, who led it": the noun before a pronoun, wherever the parser hangs the clause. */
  function nounBefore(who: number): NounPhrase | null {
    let token = who - 1;
    while (token > who - 3 && view.tag(token) === 'PUNCT') token--;
    return phrases.at[token - range.first] ?? null;
  }

  function nextClause(node: number): number {
    for (let above = view.head(node); above >= range.first; above = view.head(above))
      if (isClause(view, above)) return above;
    return -1;
  }
}

/** The "who" or "which" that is the subject of a clause; −1 where none is. */
function relativeSubject(view: View, node: number): number {
  const children = view.children(node);
  for (let child = 0; child < children.length; child++) {
    const index = children[child] as number;
    const form = view.form(index);
    if ((form === 'WP' || form === 'WDT') && view.dependency(index).startsWith('nsubj')) return index;
  }
  return -1;
}

/** Trees deeper than this are no English. */
const DEEPEST = 200;

export interface ClauseInput {
  readonly range: TokenRange;
  readonly phrases: NounPhrases;
}

/** The word that opens a clause: "that", "because", "when"; null where none does. */
function subordinatorOf(view: View, node: number): string | null {
  const children = view.children(node);
  for (let child = 0; child < children.length; child++) {
    const index = children[child] as number;
    const dependency = view.dependency(index);
    if (dependency === 'mark' && view.form(index) !== 'TO') return view.lower(index);
    if (dependency === 'advmod' && view.form(index) === 'WRB') return view.lower(index);
  }
  return null;
}

interface KindPlace {
  readonly node: number;
  readonly verb: VerbPhrase;
  readonly subordinator: string | null;
  readonly first: OpenClause | null;
}

function kindOf(view: View, { node, verb, subordinator, first }: KindPlace): ClauseKind {
  if (first !== null) return first.kind;
  switch (view.dependency(node)) {
    case 'ccomp':
    case 'xcomp':
    case 'csubj':
    case 'csubj:pass':
      return 'COMPLEMENT';
    case 'acl:relcl':
      return 'RELATIVE';
    case 'acl':
      // "the first to leave" left.
      if (verb.mood === 'INFINITIVE' && isRanked(view, view.head(node))) return 'RELATIVE';
      return verb.mood === 'INFINITIVE' || subordinator === 'that' || verb.preposition !== null
        ? 'CONTENT'
        : verb.mood === 'FINITE'
          ? 'RELATIVE'
          : 'REDUCED';
    case 'advcl':
    case 'advcl:relcl':
      if (subordinator !== null && CONDITIONS.has(subordinator)) return 'CONDITION';
      return verb.mood === 'INFINITIVE' ? 'PURPOSE' : 'ADVERBIAL';
    case 'parataxis':
      return 'PARENTHESIS';
    case 'nmod':
    case 'appos':
      // "reports of looting": what is reported, not what the reports do.
      return verb.preposition === null ? 'REDUCED' : 'CONTENT';
    case 'obl':
      return 'ADVERBIAL';
    default:
      return 'MAIN';
  }
}

/** The phrase of a token and those coordinated with it: "Russia and China". */
export function groupAt(view: View, { range, phrases }: ClauseInput, node: number): NounPhrase[] {
  const phrase = phrases.at[node - range.first];
  if (phrase === undefined || phrase.node !== node) return phrase === undefined ? [] : [phrase];
  const group = [phrase];
  for (let member = 0; member < group.length && group.length < LARGEST_GROUP; member++) {
    const children = view.children((group[member] as NounPhrase).node);
    for (let child = 0; child < children.length; child++) {
      const index = children[child] as number;
      if (view.dependency(index) !== 'conj') continue;
      const other = phrases.at[index - range.first];
      if (other === undefined || group.includes(other) || other.first < phrase.first) continue;
      // "19 people, including a doctor", "in Homs and from Hama": what has a preposition of its own is no fellow.
      if (other.preposition === phrase.preposition || other.preposition === null) group.push(other);
    }
  }
  return group;
}

const LARGEST_GROUP = 40;

/** The first token of all that hangs on a clause. */
export function startOf(view: View, clause: Clause): number {
  return edgeOf(view, clause.node, 'FIRST');
}
