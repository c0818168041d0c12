import type { NoClaimantReason } from '../../domain/index.js';
import type { View } from '../view.js';
import { type BoundCue, isAddition } from './bound-cues.js';
import type { Claimant } from './claimant.js';
import type { Cue } from './find-cues.js';
import type { Region, Scene } from './scene.js';
import { behindLeadIn, fromMark, nounHead, withoutTime } from './settle-claimant.js';

/** Who stands behind a cue. */
export interface Speaker {
  /** Null where the text names none. */
  readonly claimant: Claimant | null;
  /** Null exactly where there is a claimant. */
  readonly reason: NoClaimantReason | null;
  /** True for "said Ann Lee": the claimant stands behind its verb. */
  readonly inverted: boolean;
}

/** Verbs on the way from a cue to its subject: "he |wanted |to try |to accuse", "X |left and |sat and |said". */
const LONGEST_WAY = 6;
const NEVER_BEFORE: ReadonlySet<string> = new Set(['ADP', 'SCONJ', 'CCONJ', 'PUNCT', 'AUX']);
const TIMES: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year', 'morning', 'evening', 'night', 'weekend']);
/** Tokens on each side of the noun. */
const LONGEST_PHRASE = 40;

/** Finds the claimant of a verb or adjective by the tree, or the noun that follows it where the tree shows none. */
export function findSpeaker(scene: Scene, region: Region, { cue, speaker: shared }: BoundCue): Speaker {
  const { view } = scene;
  if (cue.part === 'NOUN') return speaker(nounSource(scene, region, cue), 'UNKNOWN');
  if (cue.passive) return speaker(agentOf(scene, region, cue.head), 'PASSIVE');
  const subject = subjectOf(scene, shared === -1 ? cue.head : shared, isAddition(view, cue));
  // Who speaks stands on the same side of the quotation marks as the cue.
  if (subject === null || (shared === -1 && !isBeside(scene, region, subject, cue))) {
    const before =
      phraseBehindQuote(scene, region, cue) ?? phraseBefore(scene, region, cue) ?? firstSubject(scene, region, cue);
    if (before !== null) return speaker(before, 'UNKNOWN');
    const claimant = phraseBehind(scene, region, cue);
    if (claimant !== null || subject === null || scene.quoted.at(subject.token) !== scene.quoted.at(cue.head))
      return { ...speaker(claimant, 'UNKNOWN'), inverted: claimant !== null };
  }
  const { token, antecedent } = subject;
  if (view.dependency(token) === 'expl' || isExpletive(view, token, cue.head)) return speaker(null, 'PASSIVE');
  if (antecedent !== -1) return speaker({ first: token, last: token + 1, head: antecedent }, null);
  const inverted = token > cue.head && view.head(token) === cue.head;
  const bounds = inverted
    ? { first: cue.last, last: region.last }
    : { first: region.first, last: token < cue.head ? cue.first : region.last };
  const phrase = phraseOf(scene, bounds, beforeTime(scene, region, token));
  const settled = phrase === null || inverted ? phrase : behindLeadIn(view, phrase, cue.first);
  const whole = settled === null || inverted ? settled : withoutTime(view, fromMark(scene, region, settled));
  return { ...speaker(whole, 'UNKNOWN'), inverted };
}

/** "The court |this month| rejected": a time is no speaker; the noun before it is. */
function beforeTime({ view, edges }: Scene, region: Region, token: number): number {
  if (view.hint(token) !== 'DATE' && !TIMES.has(view.lemma(token))) return token;
  // "a day after |prosecutors| said".
  const behind = childOf(view, token, 'nmod');
  if (behind > token) return behind;
  let before = edges.first(token) - 1;
  if (view.tag(before) === 'ADP') before--;
  const tag = view.tag(before);
  if (before < region.first || (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'PRON')) return token;
  return nounHead(view, before, { first: region.first, last: before + 1 });
}

function speaker(claimant: Claimant | null, reason: NoClaimantReason | null): Speaker {
  return { claimant, reason: claimant === null ? reason : null, inverted: false };
}

/** The subtree of a noun within bounds, up to a participle behind a comma ("Ann Lee|, speaking in Orlo, said"). */
export function phraseOf({ view, edges, quoted }: Scene, bounds: Region, token: number): Claimant | null {
  if (token < bounds.first || token >= bounds.last) return null;
  let first = token;
  let last = Math.min(edges.last(token), bounds.last, token + LONGEST_PHRASE);
  const children = view.children(token);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    const dependency = view.dependency(child);
    const edge = edges.first(child);
    if (
      child > token &&
      (dependency === 'acl' || (dependency === 'parataxis' && view.tag(child) === 'VERB')) &&
      (view.lower(edge - 1) === ',' || view.lower(edge) === ',')
    )
      last = Math.min(last, view.lower(edge) === ',' ? edge : edge - 1);
  }
  // "|the former mayor| Ann Lee": what stands right before the noun belongs to it, but not "in Orlo, |residents".
  for (let next = children.length - 1; next >= 0; next--) {
    const child = children[next] as number;
    if (child > token) continue;
    if (
      edges.last(child) !== first ||
      NEVER_BEFORE.has(view.tag(child)) ||
      NEVER_BEFORE.has(view.tag(edges.first(child)))
    )
      break;
    first = edges.first(child);
  }
  first = Math.max(first, bounds.first, token - LONGEST_PHRASE);
  // Who speaks does not stand half within a quotation.
  const around = quoted.at(token);
  for (let index = first; index < token; index++) if (quoted.at(index) !== around) first = index + 1;
  for (let index = last - 1; index > token; index--) if (quoted.at(index) !== around) last = index;
  while (first < token && view.tag(first) === 'PUNCT') first++;
  while (last > token + 1 && view.tag(last - 1) === 'PUNCT' && view.lower(last - 1) !== ')') last--;
  return { first, last, head: token };
}

/** True where the subject is the cue's own, or stands beside it and not within other quotation marks. */
function isBeside(scene: Scene, region: Region, { token }: Subject, cue: Cue): boolean {
  const { view, quoted } = scene;
  if (quoted.at(token) !== quoted.at(cue.head) || token < region.first || token >= region.last) return false;
  if (cue.part !== 'VERB') return true;
  // "They had left, |said one resident": a finite verb behind a mark, with a noun right behind it.
  const form = view.form(cue.head);
  const finite = form === 'VBD' || form === 'VBZ' || form === 'VBP';
  if (!finite || token > cue.head || view.tag(cue.first - 1) !== 'PUNCT' || !cue.sense.frames.has('THAT')) return true;
  if (view.head(token) !== cue.head) return false;
  return hasInsertion(scene, token, cue) || !isTurned(scene, region, cue);
}

/** "A spokesman|, reached by telephone,| denied it": what stands between commas before the verb belongs to its subject. */
function hasInsertion({ view, edges }: Scene, subject: number, cue: Cue): boolean {
  if (view.lower(cue.first - 1) !== ',') return false;
  const behind = edges.last(subject);
  // "The mayor|, speaking in Orlo,| repeated it": the insertion may hang on the verb.
  if (behind < cue.first - 1) return view.lower(behind) === ',' && behind < cue.first - 2;
  for (let index = subject + 1; index < cue.first - 2; index++) if (view.lower(index) === ',') return true;
  return false;
}

/** ", |said Ann Lee|, …": the noun phrase behind the verb ends in a mark too. */
function isTurned(scene: Scene, region: Region, cue: Cue): boolean {
  const { view } = scene;
  const behind = phraseBehind(scene, region, cue);
  if (behind === null || view.tag(behind.last) !== 'PUNCT' || view.hint(behind.head) === 'DATE') return false;
  // Not "said |the captain had left|.", but "said |a neighbor who had left|.".
  for (let index = behind.first; index < behind.last; index++) {
    if ((view.form(index) === 'WP' || view.form(index) === 'WDT') && view.lower(index) !== 'that') return true;
    if (view.tag(index) === 'VERB' || view.tag(index) === 'AUX') return false;
  }
  return true;
}

function mainVerb({ view, resources }: Scene, verb: number): number {
  let at = verb;
  for (let step = 0; step < LONGEST_WAY; step++) {
    const head = view.head(at);
    // "They left, the army |said|, accusing …": who goes on is who speaks right before.
    const isParenthetical = at > head && view.lower(at + 1) === ',' && resources.cues.has(view.lemma(at));
    const hasOwn = step > 0 && ownSubject(view, at) !== -1;
    if (head === -1 || (hasOwn && (isParenthetical || ownSubject(view, head) === -1))) break;
    at = head;
    if (view.dependency(at) === 'conj' && ownSubject(view, at) !== -1) break;
  }
  return at;
}

interface Subject {
  readonly token: number;
  /** The noun that a relative pronoun stands for; −1 where the subject is none. */
  readonly antecedent: number;
}

/** The subject of a verb, or of the verb that it follows on: "said … and |warned", "went on |to say", "left, |saying". */
function subjectOf(scene: Scene, verb: number, isAddition: boolean): Subject | null {
  const { view, resources } = scene;
  // "He said they had left, |adding …": behind a comma the speaker of the sentence goes on.
  let at = isAddition ? mainVerb(scene, verb) : verb;
  for (let step = 0; step < LONGEST_WAY; step++) {
    const own = ownSubject(view, at);
    if (own !== -1) {
      const relative = view.dependency(at) === 'acl:relcl' && isRelative(view, own);
      return { token: own, antecedent: relative ? view.head(at) : -1 };
    }
    const head = view.head(at);
    if (head === -1) return null;
    switch (view.dependency(at)) {
      case 'xcomp': {
        const object = childOf(view, head, 'obj');
        const governor = resources.verbGovernors.get(view.lemma(head))?.[0];
        if (object !== -1 && object < at && governor?.subject === 'OBJECT') return { token: object, antecedent: -1 };
        break;
      }
      case 'conj':
      case 'advcl':
      case 'ccomp':
      case 'parataxis':
        if (view.tag(head) === 'NOUN' && ownSubject(view, head) === -1) return null;
        break;
      case 'acl':
        // "a letter |saying …", "a decision |to accuse …"; but "criticism of him for |saying …".
        if (view.tag(verb - 1) !== 'ADP' && view.tag(verb - 1) !== 'SCONJ') return { token: head, antecedent: -1 };
        break;
      default:
        return null;
    }
    at = head;
  }
  return null;
}

/** The subject nearest before the verb, else the first behind it. */
function ownSubject(view: View, verb: number): number {
  const children = view.children(verb);
  let found = -1;
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    const dependency = view.dependency(child);
    if (dependency !== 'nsubj' && dependency !== 'nsubj:pass' && dependency !== 'nsubj:outer') continue;
    if (child > verb) return found === -1 ? child : found;
    found = child;
  }
  return found;
}

function isRelative(view: View, index: number): boolean {
  const form = view.form(index);
  return form === 'WP' || form === 'WDT' || view.lower(index) === 'that';
}

/** "It seems that", "it is clear that", "there are fears that". */
function isExpletive(view: View, token: number, head: number): boolean {
  return view.lower(token) === 'it' && view.head(token) === head && view.tag(head) === 'ADJ';
}

function childOf(view: View, index: number, dependency: string): number {
  const children = view.children(index);
  for (let next = 0; next < children.length; next++)
    if (view.dependency(children[next] as number) === dependency) return children[next] as number;
  return -1;
}

/** "was told by residents": the agent. */
function agentOf(scene: Scene, region: Region, verb: number): Claimant | null {
  const { view } = scene;
  const children = scene.view.children(verb);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    const dependency = view.dependency(child);
    if (dependency !== 'obl:agent' && dependency !== 'obl') continue;
    const by = childOf(view, child, 'case');
    if (by === -1 || view.lower(by) !== 'by') continue;
    return phraseOf(scene, { first: by + 1, last: region.last }, child);
  }
  return null;
}

/** "Nearly eight of ten voters say": what ends right before a finite cue and holds no verb, whatever the tree took it for. */
function phraseBefore(scene: Scene, region: Region, cue: Cue): Claimant | null {
  const { view, edges, quoted } = scene;
  const form = view.form(cue.head);
  if (form !== 'VBD' && form !== 'VBZ' && form !== 'VBP') return null;
  // "The plan, |said Ann Lee|, is a gift".
  if (isTurned(scene, region, cue)) return null;
  const children = view.children(cue.head);
  for (let next = children.length - 1; next >= 0; next--) {
    const child = children[next] as number;
    const last = edges.last(child);
    if (last > cue.first) continue;
    if (last < cue.first) return null;
    const first = Math.max(edges.first(child), region.first, last - LONGEST_PHRASE);
    let head = -1;
    for (let index = first; index < last; index++) {
      const tag = view.tag(index);
      if (tag === 'VERB' || tag === 'AUX' || (tag === 'PUNCT' && index === first)) return null;
      if (head === -1 && (tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON')) head = index;
    }
    if (head === -1 || view.tag(first) === 'ADP' || quoted.at(head) !== quoted.at(cue.head)) return null;
    return { first, last, head };
  }
  return null;
}

/** "|Vietnam| expelled them, accusing …": the sentence's first subject, where the tree joins the addition to none. */
function firstSubject(scene: Scene, region: Region, cue: Cue): Claimant | null {
  const { view } = scene;
  if (!isAddition(view, cue)) return null;
  const last = Math.min(cue.first, region.first + LONGEST_PHRASE);
  for (let index = region.first; index < last; index++)
    if (view.dependency(index) === 'nsubj') return phraseOf(scene, { first: region.first, last }, index);
  return null;
}

/** "“…,” Ann Lee, the mayor, |told reporters": all between the closing mark and the cue, where no verb stands there. */
function phraseBehindQuote(scene: Scene, region: Region, cue: Cue): Claimant | null {
  const { view, quoted } = scene;
  if (quoted.at(cue.head) !== null) return null;
  const quote = quoted.before(cue.first);
  if (quote === null || quote.last < region.first - 1 || cue.first - quote.last > LONGEST_PHRASE) return null;
  let head = -1;
  let first = quote.last;
  while (first < cue.first && view.tag(first) === 'PUNCT') first++;
  for (let index = first; index < cue.first; index++) {
    const tag = view.tag(index);
    if (
      tag === 'VERB' ||
      tag === 'AUX' ||
      tag === 'SCONJ' ||
      (tag === 'ADP' && index === first) ||
      (tag === 'CCONJ' && index === first)
    )
      return null;
    if (head === -1 && (tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON')) head = index;
  }
  if (head === -1) return null;
  let last = cue.first;
  while (view.tag(last - 1) === 'PUNCT') last--;
  return { first, last, head: nounHead(view, head, { first, last }) };
}

/** "…,” |said Ann Lee": the noun phrase right behind a finite verb that follows a mark. */
function phraseBehind(scene: Scene, region: Region, cue: Cue): Claimant | null {
  const { view } = scene;
  if (view.tag(cue.first - 1) !== 'PUNCT' || view.form(cue.head) === 'VBG') return null;
  const tag = view.tag(cue.last);
  // "said |Under| Secretary Ann Lee": a preposition in capitals is a word of a title.
  const isPreposition = tag === 'ADP' && !/^\p{Lu}/u.test(view.word(cue.last));
  if (cue.last >= region.last || isPreposition || tag === 'PUNCT' || tag === 'VERB' || tag === 'AUX' || tag === 'SCONJ')
    return null;
  const noun = nounHead(view, cue.last, { first: cue.last, last: region.last });
  const ofNoun = view.tag(noun);
  if (ofNoun !== 'NOUN' && ofNoun !== 'PROPN' && ofNoun !== 'PRON' && ofNoun !== 'NUM') return null;
  return phraseOf(scene, { first: cue.last, last: region.last }, noun);
}

/** "the army's claim", "a claim by the army", "the army claim"; else the subject of the verb that the noun is object of. */
function nounSource(scene: Scene, region: Region, cue: Cue): Claimant | null {
  const { view } = scene;
  const children = view.children(cue.head);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    const dependency = view.dependency(child);
    if (dependency === 'nmod:poss') return possessor(scene, region, child);
    if (dependency === 'nmod') {
      const preposition = view.lower(childOf(view, child, 'case'));
      if (preposition === 'by' || preposition === 'from')
        return phraseOf(scene, { first: childOf(view, child, 'case') + 1, last: region.last }, child);
    }
  }
  const verb = view.head(cue.head);
  const role = view.dependency(cue.head);
  if (verb === -1 || (role !== 'obj' && role !== 'obl')) return null;
  // "is held on charges that": whom something is done to makes no charge.
  if (childOf(view, verb, 'aux:pass') !== -1 || childOf(view, verb, 'nsubj:pass') !== -1) return null;
  const subject = subjectOf(scene, verb, false);
  if (subject === null) return null;
  const { token, antecedent } = subject;
  if (antecedent !== -1) return { first: token, last: token + 1, head: antecedent };
  return phraseOf(scene, { first: region.first, last: token < verb ? Math.min(verb, cue.head) : region.last }, token);
}

/** "the army's": without the mark of possession. */
function possessor(scene: Scene, region: Region, token: number): Claimant | null {
  const phrase = phraseOf(scene, region, token);
  if (phrase === null) return null;
  const { view } = scene;
  const last = view.form(phrase.last - 1) === 'POS' && phrase.last - 1 > phrase.head ? phrase.last - 1 : phrase.last;
  return { ...phrase, last };
}
