import type { AttributionCue } from '../../resources/index.js';
import type { TokenRange, View } from '../view.js';
import type { Scene } from './scene.js';

/** A word that signals an attribution, where it stands: its auxiliaries and particle with it ("had not pointed out"). */
export interface Cue extends TokenRange {
  /** The verb, noun or adjective itself. */
  readonly head: number;
  readonly part: 'VERB' | 'NOUN' | 'ADJECTIVE';
  readonly sense: AttributionCue;
  readonly passive: boolean;
  readonly negated: boolean;
  /** "may say", "would say": it is not said that anyone says so. */
  readonly hedged: boolean;
}

const HEDGES = new Set(['may', 'might', 'could', 'would', "'d", '’d', 'should']);
const NEGATIONS = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'nor',
  'neither',
  'hardly',
  'no',
  'nobody',
  'none',
  'without',
]);

/** Finds the cues of a sentence, in order of text. */
export function findCues(scene: Scene, sentence: TokenRange): readonly Cue[] {
  const found: Cue[] = [];
  for (let index = sentence.first; index < sentence.last; index++) {
    const cue = readCue(scene, index);
    if (cue !== null) found.push(cue);
  }
  return found;
}

function readCue(scene: Scene, index: number): Cue | null {
  const { view, resources } = scene;
  switch (view.tag(index)) {
    case 'VERB':
      return readVerb(scene, index);
    case 'NOUN': {
      const sense = resources.cueNouns.get(view.lemma(index));
      if (sense !== undefined) return bare(index, 'NOUN', sense);
      // The tagger takes some verbs of headlines for nouns: "Mayor claims …".
      return view.dependency(index) === 'root' && hasSubject(view, index) ? readVerb(scene, index) : null;
    }
    case 'ADJ': {
      const sense = resources.cueAdjectives.get(view.lower(index));
      if (sense === undefined || view.dependency(index) === 'amod') return null;
      return { ...bare(index, 'ADJECTIVE', sense), first: firstOf(view, index), negated: isNegated(view, index) };
    }
    default:
      return null;
  }
}

function bare(index: number, part: Cue['part'], sense: AttributionCue): Cue {
  return { head: index, first: index, last: index + 1, part, sense, passive: false, negated: false, hedged: false };
}

function readVerb(scene: Scene, index: number): Cue | null {
  const { view, resources } = scene;
  const dependency = view.dependency(index);
  if (dependency === 'case' || dependency === 'fixed' || dependency === 'amod' || dependency === 'compound')
    return null;
  const lemma = view.lemma(index);
  let sense = resources.cues.get(lemma);
  let last = index + 1;
  for (const others of resources.verbPhrases.get(lemma) ?? []) {
    if (!follows(view, index, others)) continue;
    const ofPhrase = resources.cues.get(`${lemma} ${others.join(' ')}`);
    if (ofPhrase === undefined) continue;
    [sense, last] = [ofPhrase, index + 1 + others.length];
    break;
  }
  if (sense === undefined) return null;
  return {
    head: index,
    first: firstOf(view, index),
    last,
    part: 'VERB',
    sense,
    passive: isPassive(scene, index),
    negated: isNegated(view, index),
    hedged: isHedged(view, index),
  };
}

function follows(view: View, index: number, others: readonly string[]): boolean {
  for (let next = 0; next < others.length; next++) if (view.lower(index + 1 + next) !== others[next]) return false;
  return true;
}

/** "has| also not| said": the auxiliaries and adverbs that stand right before it. */
function firstOf(view: View, index: number): number {
  let first = index;
  while (first > 0 && view.head(first - 1) === index && isHelper(view, first - 1)) first--;
  return first;
}

function isHelper(view: View, index: number): boolean {
  switch (view.dependency(index)) {
    case 'aux':
    case 'aux:pass':
    case 'cop':
    case 'advmod':
      return true;
    case 'mark':
      return view.form(index) === 'TO';
    default:
      return false;
  }
}

/** "was told", "the one accused of it": by its auxiliary, or by a participle that describes a noun. */
function isPassive({ view, quoted }: Scene, index: number): boolean {
  let helped = false;
  const children = view.children(index);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    const dependency = view.dependency(child);
    // "“There |are| things to do,” he |said|": an auxiliary within quotation marks is none of a verb beyond them.
    const isOwn = quoted.at(child) === quoted.at(index);
    if (isOwn && (dependency === 'aux:pass' || dependency === 'nsubj:pass' || dependency === 'obl:agent')) return true;
    if (dependency === 'aux' || dependency === 'nsubj') helped = true;
  }
  const dependency = view.dependency(index);
  if (view.form(index) !== 'VBN' || helped) return false;
  // "The firm |disclosed that …", "Police |announced the arrest": where nothing else is said of the noun, or the verb
  // has an object of its own, the participle is none.
  if (dependency === 'acl') return view.dependency(view.head(index)) !== 'root' && !hasComplement(view, index);
  return dependency === 'advcl';
}

/** True where a clause or an object hangs from the verb, and no agent. */
function hasComplement(view: View, index: number): boolean {
  const children = view.children(index);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    const dependency = view.dependency(child);
    if (child > index && (dependency === 'ccomp' || (dependency === 'obj' && view.tag(child) !== 'PROPN'))) return true;
  }
  return false;
}

function isNegated(view: View, index: number): boolean {
  const children = view.children(index);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    if (child > index) return false;
    if (NEGATIONS.has(view.lower(child))) return true;
    // "no one said", "neither side said".
    if (
      view.dependency(child).startsWith('nsubj') &&
      (view.lower(child - 1) === 'no' || view.lower(child - 1) === 'neither')
    )
      return true;
  }
  return false;
}

function isHedged(view: View, index: number): boolean {
  const children = view.children(index);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    if (view.dependency(child) === 'aux' && HEDGES.has(view.lower(child))) return true;
  }
  return false;
}

function hasSubject(view: View, index: number): boolean {
  const children = view.children(index);
  for (let next = 0; next < children.length; next++)
    if (view.dependency(children[next] as number) === 'nsubj') return true;
  return false;
}
