import type { Modality } from '../../../domain/index.js';
import type { Resources } from '../../../resources/index.js';
import { isRanked } from '../../phrases/tree.js';
import type { TokenRange, View } from '../../view.js';
import { findGovernor } from './find-governor.js';
import { isNegative, type Operators, readOperators, SUBJECTS } from './operators.js';

/** What the words above and around a predicate make of it. */
export interface Scope {
  readonly negated: boolean;
  readonly modality: Modality;
  /** True where nothing but a "would" of its own makes it hypothetical: as reported speech, a "will". */
  readonly isWould: boolean;
  /** The tokens that say so, from the predicate up. */
  readonly because: readonly number[];
  /** The governor of an act that is asked or planned to end: "stop" of "called on them to stop shelling"; −1 where there is none. */
  readonly ending: number;
}

/** Where a scope is read. */
export interface ScopePlace {
  readonly predicate: number;
  /** The tokens of all cues: what stands above one is not in what it says. */
  readonly cues: ReadonlySet<number>;
  /** The content of the innermost quotation that holds the predicate; null where there is none. */
  readonly within: readonly TokenRange[] | null;
  /** True where that quotation is nobody's: "suspected of leaving" is then the text's own doubt. */
  readonly isAnonymous: boolean;
  /** True for a state that a description tells of: "recalled his ambassador" leaves him ambassador. */
  readonly isState: boolean;
}

/** The less real of two readings wins: a planned act under "if" is hypothetical. */
const REALITY: readonly Modality[] = ['ACTUAL', 'PLANNED', 'POSSIBLE', 'REQUESTED', 'HYPOTHETICAL'];
/** Verbs that end what is going on. */
const ENDING = new Set(['stop', 'cease', 'halt', 'end', 'quit', 'discontinue']);
/** Verbs by which an event noun happens: "an attack may take place". */
const HAPPENING = new Set(['take', 'occur', 'happen', 'begin', 'start', 'continue', 'come']);
/** How far up the tree the words over a predicate are looked for. */
const REACH = 12;

interface Climb {
  readonly view: View;
  readonly resources: Resources;
  negated: boolean;
  modality: Modality;
  isWould: boolean;
  ending: number;
  /** True above a noun that names the act: "a plan to attack" that is protested is a plan all the same. */
  isNamed: boolean;
  /** True for "the attack", "his murder": it is spoken of as known. */
  readonly isGiven: boolean;
  readonly because: number[];
}

/**
 * Reads polarity and modality of a predicate, from it up the tree: its negations, modals and conjunctions, then what each
 * word that governs it makes of it ("failed to", "called on … to"), with that word's own. Ends at a cue: whose words they
 * are is the quotation's to say. "He did not manage to stop them" is NEGATED by one of two turns.
 */
export function readScope(
  view: View,
  resources: Resources,
  { predicate, cues, within, isState, isAnonymous }: ScopePlace,
): Scope {
  const climb: Climb = {
    view,
    resources,
    negated: false,
    modality: 'ACTUAL',
    isWould: false,
    ending: -1,
    isNamed: false,
    isGiven: view.tag(predicate) === 'NOUN' && isGiven(view, predicate),
    because: [],
  };
  let at = carrierOf(view, predicate);
  const own = readOperators(view, resources, at);
  add(climb, own, true);
  climb.isWould = own.isWould;
  if (view.tag(at) === 'NOUN') addNounModifiers(climb, at);
  for (let step = 0; step < REACH; step++) {
    const head = view.head(at);
    if (head < 0) break;
    const dependency = view.dependency(at);
    const link = LINKS[dependency];
    if (link === undefined || isState) break;
    if (dependency !== 'conj' && (cues.has(head) || isOutside(within, head))) {
      // "promised to leave" says how real it is; "accused them of leaving" leaves that to whose words they are.
      if (isInfinitive(view, at) || isAnonymous) govern(climb, head, at);
      break;
    }
    at = link(climb, head, at);
    if (at === STOP) break;
  }
  const { negated, modality, isWould, because, ending } = climb;
  return { negated, modality, isWould: isWould && modality === 'HYPOTHETICAL', because, ending };
}

function isOutside(within: readonly TokenRange[] | null, token: number): boolean {
  return within !== null && !within.some(({ first, last }) => token >= first && token < last);
}

/** The token on which the words around a predicate hang: of "is responsible" the adjective. */
function carrierOf(view: View, predicate: number): number {
  const dependency = view.dependency(predicate);
  const isInner = dependency === 'cop' || dependency === 'aux' || dependency === 'aux:pass';
  return isInner && view.head(predicate) >= 0 ? view.head(predicate) : predicate;
}

function add(climb: Climb, { negation, operator, modality }: Operators, withPolarity: boolean): void {
  if (negation !== -1 && withPolarity) {
    climb.negated = !climb.negated;
    climb.because.push(negation);
  }
  lower(climb, modality, operator);
}

function lower(climb: Climb, modality: Modality, token: number): void {
  if (REALITY.indexOf(modality) <= REALITY.indexOf(climb.modality)) return;
  climb.modality = modality;
  if (token !== -1) climb.because.push(token);
}

/** By the arc from a word to its head: takes what the head makes of it, and gives the token to go on from; STOP where nothing higher counts. */
type Link = (climb: Climb, head: number, at: number) => number;

const STOP = -1;

/** "did not kill or wound", "no one was killed or wounded": a coordinated verb shares what it does not have itself. */
const shareWithFirst: Link = (climb, head, at) => {
  const { view, resources } = climb;
  // "refused to shake hands and was led away": a finite verb is not coordinated with an infinitive.
  if (isInfinitive(view, head) && isFiniteVerb(view, at)) return STOP;
  const ownSubject = hasChild(view, at, SUBJECTS);
  const auxiliaries = !ownSubject && !hasChild(view, at, AUXILIARIES) && view.form(at) === view.form(head);
  const operators = readOperators(view, resources, head, { auxiliaries, subjects: !ownSubject });
  add(climb, operators, !isContrast(view, at) && !climb.negated);
  climb.isWould ||= operators.isWould;
  return head;
};

function isFiniteVerb(view: View, verb: number): boolean {
  if (FINITE.has(view.form(verb))) return true;
  const children = view.children(verb);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    if (AUXILIARIES.has(view.dependency(child)) && FINITE.has(view.form(child))) return true;
  }
  return false;
}

const FINITE = new Set<string>(['VBD', 'VBZ', 'VBP', 'MD']);
const AUXILIARIES = new Set<string>(['aux', 'aux:pass', 'cop']);

function hasChild(view: View, token: number, dependencies: ReadonlySet<string>): boolean {
  const children = view.children(token);
  for (let index = 0; index < children.length; index++)
    if (dependencies.has(view.dependency(children[index] as number))) return true;
  return false;
}

function isContrast(view: View, token: number): boolean {
  const children = view.children(token);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    if (view.dependency(child) === 'cc' && view.lower(child) === 'but') return true;
  }
  return false;
}

/** Applies the governor's row, and its own negation as the row says; false where it has none. */
function govern(climb: Climb, head: number, at: number): boolean {
  const { view, resources } = climb;
  const row = findGovernor(view, resources, head, at);
  if (row === null || (climb.isNamed && (row.polarity !== 'NEGATED' || row.modality !== 'ACTUAL'))) return false;
  if (row.polarity === 'NEGATED') {
    climb.negated = !climb.negated;
    climb.because.push(head);
    if (ENDING.has(view.lemma(head))) climb.ending = head;
  }
  lower(climb, row.modality, head);
  const operators = readOperators(view, resources, head);
  const isNegated = operators.negation !== -1 || (view.tag(head) === 'NOUN' && isNegative(view, head));
  // "did not know that they had left": they had.
  if (row.negated === 'KEEPS') return false;
  // "Nobody was convicted of his murder": that he was murdered stands.
  if (isNegated && !climb.isGiven) {
    climb.because.push(operators.negation === -1 ? head : operators.negation);
    // "did not rule out an attack", "was not forced to leave": it may be.
    if (row.negated === 'OPEN') lower(climb, 'POSSIBLE', -1);
    if (row.negated !== 'OPEN' || row.polarity === 'NEGATED') climb.negated = !climb.negated;
  }
  lower(climb, operators.modality, operators.operator);
  return true;
}

/** "the attack", "his murder": a noun that is spoken of as known. */
function isGiven(view: View, noun: number): boolean {
  const children = view.children(noun);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    const dependency = view.dependency(child);
    if (dependency === 'nmod:poss' || (dependency === 'det' && GIVEN.has(view.lower(child)))) return true;
  }
  return false;
}

const GIVEN = new Set(['the', 'this', 'that', 'these', 'those']);

/** "to stop them": what has no governor that says otherwise is a purpose, and need not be reached. */
const governVerb: Link = (climb, head, at) => {
  if (govern(climb, head, at)) return head;
  const { view, resources } = climb;
  if (isInfinitive(view, at)) {
    lower(climb, 'PLANNED', at);
    return head;
  }
  add(climb, readOperators(view, resources, head), true);
  return head;
};

/** "striking on Friday, killing two": what goes along is as real as what it goes along with; a clause with its own conjunction stands for itself. */
const governAdverbial: Link = (climb, head, at) => {
  const { view, resources } = climb;
  if (isMarked(view, at) && govern(climb, head, at)) return head;
  if (isInfinitive(view, at)) {
    if (isRanked(view, head)) return STOP;
    lower(climb, 'PLANNED', at);
    return head;
  }
  if (view.form(at) !== 'VBG' || isFiniteVerb(view, at)) return STOP;
  add(climb, readOperators(view, resources, head), false);
  return head;
};

/** "a plan to attack", "the refusal to leave"; "urged the rebels to leave", "accused the rebels of leaving", where the tree hangs "leave" on the rebels; "the first to leave" did. */
const governContent: Link = (climb, head, at) => {
  if (govern(climb, head, at)) {
    climb.isNamed = true;
    return head;
  }
  const { view } = climb;
  if (isRanked(view, head) || !isMarked(view, at)) return STOP;
  const above = view.head(head);
  if (above >= 0 && OBJECTS.has(view.dependency(head)) && govern(climb, above, at)) return above;
  if (!isInfinitive(view, at)) return STOP;
  lower(climb, 'PLANNED', at);
  return STOP;
};

const OBJECTS = new Set<string>(['obj', 'iobj', 'obl', 'nsubj:pass']);

const governClause: Link = (climb, head, at) => (govern(climb, head, at) ? head : STOP);

/** "prevented an attack", "the attack was called off", "a threat of attack", "the attack may take place". */
const governNoun: Link = (climb, head, at) => {
  if (govern(climb, head, at)) return head;
  const { view, resources } = climb;
  if (!HAPPENING.has(view.lemma(head)) || !SUBJECTS.has(view.dependency(at))) return STOP;
  add(climb, readOperators(view, resources, head), true);
  return head;
};

const LINKS: Readonly<Record<string, Link>> = {
  conj: shareWithFirst,
  xcomp: governVerb,
  ccomp: governClause,
  csubj: governClause,
  advcl: governAdverbial,
  acl: governContent,
  obj: governNoun,
  obl: governNoun,
  nmod: governNoun,
  compound: governNoun,
  nsubj: governNoun,
  'nsubj:pass': governNoun,
};

function isInfinitive(view: View, verb: number): boolean {
  const children = view.children(verb);
  for (let index = 0; index < children.length; index++)
    if (view.form(children[index] as number) === 'TO' && view.dependency(children[index] as number) === 'mark')
      return true;
  return false;
}

/** "to leave", "of leaving": with a word that opens it. */
function isMarked(view: View, verb: number): boolean {
  return hasChild(view, verb, MARKS);
}

const MARKS = new Set<string>(['mark', 'case']);
/** "the alleged attack", "a planned visit": an adjective or participle before an event noun. */
function addNounModifiers(climb: Climb, noun: number): void {
  const { view, resources } = climb;
  const children = view.children(noun);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    if (child > noun) return;
    if (view.dependency(child) !== 'amod') continue;
    const lemma = view.lemma(child);
    const row = (resources.adjectiveGovernors.get(lemma) ?? resources.verbGovernors.get(lemma))?.[0];
    if (row === undefined) continue;
    if (row.polarity === 'NEGATED') {
      climb.negated = !climb.negated;
      climb.because.push(child);
    }
    lower(climb, row.modality, child);
  }
}
