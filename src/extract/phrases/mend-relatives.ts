import { codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { Columns } from './tree-columns.js';

const [NSUBJ, RELCL, OBJ, UNMARKED] = codesIn(DEPENDENCIES, 'nsubj', 'acl:relcl', 'obj', 'obl:unmarked');
const [CONJ, CCOMP, MARK, COP, ADVCL] = codesIn(DEPENDENCIES, 'conj', 'ccomp', 'mark', 'cop', 'advcl');
const [NOUN, PROPN, VERB, AUX, SCONJ] = codesIn(TAGS, 'NOUN', 'PROPN', 'VERB', 'AUX', 'SCONJ');
const [IN, VBD, VBZ, VBN, VBG] = codesIn(FORMS, 'IN', 'VBD', 'VBZ', 'VBN', 'VBG');

/** "said Monday |that troops had left|": after a time behind a verb of saying, "that" opens what is said. */
export function mendReports(
  { head, dependency, tag, form, lower, lemma }: Columns,
  { timeWords, cues }: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 2; index < last; index++) {
    if (lower[index] !== 'that' || !timeWords.has(lower[index - 1] as string)) continue;
    const verb = head[index] as number;
    const time = index - 1;
    if (verb < index || dependency[verb] !== RELCL || head[verb] !== time) continue;
    const cue = head[time] as number;
    if (cue < first || cue > time || !cues.has(lemma[cue] as string)) continue;
    head[verb] = cue;
    dependency[verb] = CCOMP;
    dependency[index] = MARK;
    tag[index] = SCONJ;
    form[index] = IN;
    dependency[time] = UNMARKED;
  }
}

/** "about 300 men, in uniforms, |had killed| them": a noun in place of a clause is the subject of the verb that follows. */
export function mendToldNouns({ head, dependency, tag, form }: Columns, { first, last }: Sentence): void {
  for (let noun = first + 1; noun < last; noun++) {
    if (dependency[noun] !== CCOMP || (tag[noun] !== NOUN && tag[noun] !== PROPN)) continue;
    let verb = -1;
    for (let index = first; index < last; index++) {
      if (head[index] !== noun) continue;
      if (dependency[index] === COP || (dependency[index] === NSUBJ && index < noun)) break;
      const joined = index > noun && tag[index] === VERB && (dependency[index] === CONJ || dependency[index] === RELCL);
      if (!joined || !isFiniteVerb({ head, tag, form }, noun, index)) continue;
      verb = index;
      break;
    }
    if (verb === -1) continue;
    head[verb] = head[noun] as number;
    dependency[verb] = CCOMP;
    for (let index = first; index < last; index++)
      if (head[index] === noun && (dependency[index] === MARK || index > verb)) head[index] = verb;
    head[noun] = verb;
    dependency[noun] = NSUBJ;
  }
}

/** True of "left", "had left", "leaves": a past form, or one with an auxiliary between the noun and it. */
function isFiniteVerb(
  { head, tag, form }: Pick<Columns, 'head' | 'tag' | 'form'>,
  noun: number,
  verb: number,
): boolean {
  if (form[verb] === VBD || form[verb] === VBZ) return true;
  for (let index = verb - 1; index > noun && index > verb - 5; index--)
    if (head[index] === verb && tag[index] === AUX) return true;
  return false;
}

/** "drove them out, beating men, |then shot| villagers": what "then" opens goes on from the main verb, not from its addition. */
export function mendSequels({ head, dependency, tag, form, lower }: Columns, { first, last }: Sentence): void {
  for (let index = first + 3; index < last; index++) {
    if (lower[index - 1] !== 'then' || lower[index - 2] !== ',' || tag[index] !== VERB) continue;
    if (form[index] !== VBN && form[index] !== VBD) continue;
    let verb = head[index] as number;
    if (dependency[index] !== ADVCL && dependency[index] !== CONJ) continue;
    if (verb >= first && verb < index && form[verb] === VBG && dependency[verb] === ADVCL) verb = head[verb] as number;
    if (verb < first || verb > index || tag[verb] !== VERB) continue;
    head[index] = verb;
    dependency[index] = CONJ;
    form[index] = VBD;
  }
}

/** "died |23 minutes| after the crash", "fired his aide |hours| before the vote": how long before or after is no object. */
export function mendSpans({ head, dependency, tag, lower }: Columns, { first, last }: Sentence): void {
  for (let index = first + 1; index + 1 < last; index++) {
    if (dependency[index] !== OBJ || !UNITS.has(lower[index] as string) || !TURNS.has(lower[index + 1] as string))
      continue;
    dependency[index] = UNMARKED;
    const noun = index - 1;
    const verb = head[index] as number;
    if (head[noun] !== index || (tag[noun] !== NOUN && tag[noun] !== PROPN) || verb > noun) continue;
    head[noun] = verb;
    dependency[noun] = OBJ;
    for (let token = verb + 1; token < noun; token++) if (head[token] === index) head[token] = noun;
  }
}

const UNITS = new Set('seconds minutes hours days weeks months years decades'.split(' '));
const TURNS = new Set(['after', 'before', 'later', 'earlier', 'ago', 'since']);

/** "raise the ferry| next week": a time behind an object is no part of it. */
export function mendTimes(
  { head, dependency, tag, lower }: Columns,
  { timeWords }: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 2; index + 1 < last; index++) {
    if (timeWords.get(lower[index] as string)?.kind !== 'STEP') continue;
    const time = index + 1;
    const noun = index - 1;
    if (head[index] !== time || head[noun] !== time || tag[noun] !== NOUN) continue;
    if (dependency[time] !== OBJ && dependency[time] !== UNMARKED) continue;
    const verb = head[time] as number;
    head[noun] = verb;
    dependency[noun] = OBJ;
    head[time] = verb;
    dependency[time] = UNMARKED;
    for (let token = first; token < noun; token++) if (head[token] === time) head[token] = noun;
  }
}
