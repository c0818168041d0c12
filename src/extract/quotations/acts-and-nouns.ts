import type { TokenRange, View } from '../view.js';
import { type Content, QUESTION_WORDS, type SpokenCue } from './content.js';
import type { Cue } from './find-cues.js';
import type { Region, Scene } from './scene.js';
import { type SubtreeEdges, trimmed } from './subtree-edges.js';
import { firstChild } from './tree-words.js';

/** Frames of a preposition with what follows it. */
const PREPOSITIONS: ReadonlyMap<string, string> = new Map([
  ['of', 'OF'],
  ['for', 'FOR'],
  ['with', 'WITH'],
  ['in', 'IN'],
  ['on', 'ON'],
  ['against', 'AGAINST'],
  ['about', 'ABOUT'],
]);

/** "attacked him |as a fraud|", but "attacked him |during the debate|". */
const COMPLETING = new Set(['as', 'for', 'of', 'about', 'with', 'to', 'on', 'over', 'against', 'from']);
const COMPLEMENTS = new Set(['obl', 'xcomp', 'ccomp', 'nmod', 'acl', 'iobj', 'obj', 'appos', 'acl:relcl']);

/** "promised to leave", "urged Russia to leave", "denied leaving", "accused them of killing". */
export function actOf(scene: Scene, region: Region, cue: Cue): Content | null {
  const { view, edges } = scene;
  const { frames, addressee } = cue.sense;
  const children = view.children(cue.head);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    if (child < cue.last || child >= region.last) continue;
    const dependency = view.dependency(child);
    const first = edges.first(child);
    const opener = view.lower(first);
    const last = Math.min(edges.last(child), region.last);
    if (
      frames.has('TO') &&
      opener === 'to' &&
      view.tag(first) === 'PART' &&
      (dependency === 'xcomp' || dependency === 'ccomp' || dependency === 'advcl')
    ) {
      const object = addressee === 'OBJECT' ? -1 : firstChild(view, cue.head, 'obj');
      const start = object > cue.head && object < child ? Math.max(edges.first(object), cue.last) : first;
      return act(view, start, last);
    }
    const frame = PREPOSITIONS.get(opener);
    if (
      frame !== undefined &&
      frames.has(frame) &&
      (dependency === 'advcl' || dependency === 'obl' || dependency === 'xcomp')
    )
      return view.tag(child) === 'VERB'
        ? act(view, first + 1, withPlaces(view, edges, child, last))
        : matter(view, first + 1, last);
    if (
      frames.has('ING') &&
      (dependency === 'xcomp' || dependency === 'advcl' || dependency === 'ccomp') &&
      view.form(child) === 'VBG' &&
      first <= cue.last + 1
    )
      return act(view, first, last);
  }
  return prepositionBehindObject(scene, region, cue);
}

/** "denied responsibility", "called the vote a farce", "described it as a coup": the object with all that completes it. */
export function objectOf({ view, edges, quoted }: Scene, region: Region, { cue }: SpokenCue): TokenRange | null {
  const children = view.children(cue.head);
  let start = -1;
  let end = -1;
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    if (child < cue.last || child >= region.last) continue;
    const dependency = view.dependency(child);
    const first = Math.max(edges.first(child), cue.last);
    if (start === -1) {
      // "called for |calm|": a preposition that is a word of the cue brings in its object.
      const isBroughtIn = dependency === 'obl' && edges.first(child) < cue.last && cue.last > cue.head + 1;
      if (dependency !== 'obj' && dependency !== 'ccomp' && dependency !== 'xcomp' && !isBroughtIn) continue;
      start = first;
      end = edges.last(child);
      continue;
    }
    // "called the report |“a pack of lies”|": a quotation mark parts nothing.
    const parted = view.tag(first - 1) === 'PUNCT' && quoted.at(first) === quoted.at(first - 2);
    if (!COMPLEMENTS.has(dependency) || parted) break;
    if (dependency === 'obl' && view.tag(first) !== 'PUNCT' && !COMPLETING.has(view.lower(first))) break;
    end = edges.last(child);
  }
  return start === -1 ? null : trimmed(view, start, Math.min(end, region.last));
}

/** "The army is said |to have fled", "The plan was criticised by her": the subject, with what follows. */
export function ofPassive(scene: Scene, region: Region, { cue }: SpokenCue): Content | null {
  const { view, edges } = scene;
  const act = actOf(scene, region, cue);
  const isModifier = view.dependency(cue.head) === 'acl';
  const subject = isModifier ? view.head(cue.head) : firstOfSubjects(view, cue.head);
  if (subject === -1) return act;
  const bounds = {
    first: Math.max(region.first, edges.first(subject)),
    last: isModifier ? cue.first : Math.min(cue.first, edges.last(subject)),
  };
  const phrase = trimmed(view, bounds.first, bounds.last);
  if (act !== null) {
    // "was asked to leave" is about who was asked; "is said to have left" about who left.
    const raised = cue.sense.addressee !== 'OBJECT' && phrase !== null && phrase.last <= (act.parts[0]?.first ?? 0);
    return raised ? { parts: [phrase, ...act.parts], form: 'CLAUSE' } : act;
  }
  if (!cue.sense.frames.has('OBJECT') || phrase === null) return null;
  return { parts: [phrase], form: 'NOUN' };
}

/** "the claim that …", "his refusal to …", "allegations of torture"; "confident that …", "critical of …". */
export function ofNounOrAdjective({ view, edges }: Scene, region: Region, { cue }: SpokenCue): Content | null {
  const { frames } = cue.sense;
  const children = view.children(cue.head);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    if (child < cue.head || child >= region.last) continue;
    const dependency = view.dependency(child);
    const first = edges.first(child);
    const opener = view.lower(first);
    const last = Math.min(edges.last(child), region.last);
    const clausal =
      dependency.startsWith('acl') || dependency === 'ccomp' || dependency === 'advcl' || dependency === 'xcomp';
    const isThat = opener === 'that' || (cue.part === 'ADJECTIVE' && dependency === 'ccomp');
    if (clausal && isThat && frames.has('THAT') && !isSubject(view, first)) {
      const range = trimmed(view, first, last);
      if (range !== null) return { parts: [range], form: 'CLAUSE' };
    }
    if (clausal && opener === 'to' && frames.has('TO')) return act(view, first, last);
    if (clausal && QUESTION_WORDS.has(opener) && frames.has('WH')) {
      const range = trimmed(view, first, last);
      if (range !== null) return { parts: [range], form: 'CLAUSE' };
    }
    const frame = PREPOSITIONS.get(opener);
    if (frame !== undefined && frames.has(frame))
      return view.tag(child) === 'VERB' ? act(view, first + 1, last) : matter(view, first + 1, last);
  }
  return null;
}

/** "accused them of arming rebels |in the valley|": phrases that the tree hangs from the cue, right behind the act. */
function withPlaces(view: View, edges: SubtreeEdges, act: number, last: number): number {
  const children = view.children(view.head(act));
  let end = last;
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    if (child > act && view.dependency(child) === 'obl' && edges.first(child) === end) end = edges.last(child);
  }
  return end;
}

/** "blamed the army for |the killings": where the tree hangs the phrase from the object. */
function prepositionBehindObject({ view, edges }: Scene, region: Region, cue: Cue): Content | null {
  const object = firstChild(view, cue.head, 'obj');
  if (object === -1 || object < cue.last || object >= region.last) return null;
  const children = view.children(object);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    if (child < object) continue;
    const first = edges.first(child);
    const frame = PREPOSITIONS.get(view.lower(first));
    if (frame === undefined || !cue.sense.frames.has(frame)) continue;
    const last = Math.min(edges.last(child), region.last);
    return view.tag(child) === 'VERB' ? act(view, first + 1, last) : matter(view, first + 1, last);
  }
  return null;
}

function act(view: View, first: number, last: number): Content | null {
  const range = trimmed(view, first, last);
  return range === null ? null : { parts: [range], form: 'ACT' };
}

function matter(view: View, first: number, last: number): Content | null {
  const range = trimmed(view, first, last);
  return range === null ? null : { parts: [range], form: 'NOUN' };
}

function firstOfSubjects(view: View, verb: number): number {
  const passive = firstChild(view, verb, 'nsubj:pass');
  return passive === -1 ? firstChild(view, verb, 'nsubj') : passive;
}

/** "the claim that |killed the plan" has no content: the pronoun is the verb's own subject. */
function isSubject(view: View, index: number): boolean {
  return view.dependency(index) === 'nsubj' && view.head(index) > index && firstOtherSubject(view, index) === -1;
}

function firstOtherSubject(view: View, index: number): number {
  const children = view.children(view.head(index));
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    if (child !== index && view.dependency(child).startsWith('nsubj')) return child;
  }
  return -1;
}
