import { codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import { type Columns, isFiniteForm, isPassive } from './tree-columns.js';

const [NSUBJ, NSUBJ_PASS, OBJ, OBL, NMOD, CASE, APPOS, AMOD, CC, CONJ, COMPOUND, PUNCT_ARC] = codesIn(
  DEPENDENCIES,
  'nsubj',
  'nsubj:pass',
  'obj',
  'obl',
  'nmod',
  'case',
  'appos',
  'amod',
  'cc',
  'conj',
  'compound',
  'punct',
);
const [NOUN, PROPN, VERB, AUX, ADJ, ADP] = codesIn(TAGS, 'NOUN', 'PROPN', 'VERB', 'AUX', 'ADJ', 'ADP');
const [VBN, VBD] = codesIn(FORMS, 'VBN', 'VBD');

/** Mends which noun is the subject of a verb, where a preposition, a comma or a time tells that another one is. */
export function mendRoles(columns: Columns, resources: Resources, sentence: Sentence): void {
  mendOwnSubjects(columns, sentence);
  mendTellers(columns, resources, sentence);
  mendBoundSubjects(columns, sentence);
  mendTimedSpeakers(columns, resources, sentence);
}

/** "The spokesman, Ivo Maric, |accused| ministers", "that soldiers |had intimidated| voters": what has a subject or an auxiliary before it describes no noun behind it. */
function mendOwnSubjects({ head, dependency, tag, form }: Columns, { first, last }: Sentence): void {
  for (let index = first + 1; index + 1 < last; index++) {
    if (dependency[index] !== AMOD || tag[index] !== VERB || form[index] !== VBN) continue;
    const object = head[index] as number;
    if (object < index || object >= last) continue;
    const isHelped = head[index - 1] === object && tag[index - 1] === AUX;
    let subject = -1;
    for (let token = first; token < index; token++)
      if (dependency[token] === NSUBJ && (head[token] === index || (isHelped && head[token] === object)))
        subject = token;
    if (subject === -1) continue;
    if (!isHelped) form[index] = VBD;
    let joint = -1;
    for (let token = first; token < index; token++) {
      if (head[token] !== object) continue;
      head[token] = index;
      if (dependency[token] === CC) joint = token;
    }
    head[index] = head[object] as number;
    dependency[index] = joint === -1 ? (dependency[object] as number) : CONJ;
    head[object] = index;
    dependency[object] = OBJ;
    for (let token = object + 1; token < last; token++)
      if (head[token] === object && dependency[token] === PUNCT_ARC) head[token] = index;
  }
}

/** "…, the commission |announced| on Tuesday": a verb of saying with a subject and no auxiliary is in the active. */
function mendTellers(
  { head, dependency, tag, form, lemma }: Columns,
  { cues }: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 1; index < last; index++) {
    if (tag[index] !== VERB || form[index] !== VBN || dependency[index] === CONJ) continue;
    if (!cues.has(lemma[index] as string)) continue;
    let [told, helped] = [false, false];
    for (let token = first; token < index; token++) {
      if (head[token] !== index) continue;
      if (dependency[token] === NSUBJ) told = true;
      if (tag[token] === AUX) helped = true;
    }
    if (told && !helped) form[index] = VBD;
  }
}

/** "Soldiers loyal to |the general| fled", "As a result of |the vote|, troops left": what a preposition brings in is no subject. */
function mendBoundSubjects(columns: Columns, { first, last }: Sentence): void {
  const { head, dependency, tag } = columns;
  for (let index = first + 2; index < last; index++) {
    const kind = dependency[index] as number;
    const verb = head[index] as number;
    if ((kind !== NSUBJ && kind !== NSUBJ_PASS) || verb < index) continue;
    const preposition = prepositionBefore(columns, index, first);
    if (preposition <= first) continue;
    const before = preposition - 1;
    let [subject, isApart] = [-1, false];
    for (let token = first; token < verb; token++) {
      if (token < index && head[token] === verb && dependency[token] === kind) subject = token;
      else if (token > index && head[token] === index && dependency[token] === APPOS)
        [subject, isApart] = [token, true];
    }
    if (subject === -1) continue;
    head[subject] = verb;
    dependency[subject] = kind;
    if (head[preposition] === index - 1) {
      // "the League of |former president| Ivo Maric".
      [head[preposition], head[index - 1], dependency[index - 1]] = [index, index, COMPOUND];
    }
    const isHeld = tag[before] === ADJ || tag[before] === NOUN || tag[before] === PROPN;
    head[index] = isHeld ? before : verb;
    dependency[index] = isHeld && tag[before] !== ADJ ? NMOD : OBL;
    if (isApart) continue;
    for (let token = subject + 1; token < preposition; token++)
      if (head[token] === verb && tag[token] === ADJ) [head[token], dependency[token]] = [subject, AMOD];
  }
}

/** The preposition that brings in a noun or the name that it belongs to; −1 for none. */
function prepositionBefore({ head, dependency, tag }: Columns, noun: number, first: number): number {
  for (let token = noun - 1; token >= first && token > noun - 8; token--) {
    if (tag[token] === ADP && dependency[token] === CASE) {
      let above = head[token] as number;
      if (above === noun - 1 && tag[above] === NOUN && tag[noun] === PROPN) return token;
      for (let step = 0; step < 3 && above < noun && above > token; step++) above = head[above] as number;
      return above === noun ? token : -1;
    }
    if (tag[token] === VERB) return -1;
  }
  return -1;
}

/** "was turned back on Saturday, |a spokeswoman|, Ann Lee, said": a person describes no day, and is who the verb without a subject tells of. */
function mendTimedSpeakers(
  columns: Columns,
  { timeWords, nominals, cues }: Resources,
  { first, last }: Sentence,
): void {
  const { head, dependency, tag, form, lower, lemma } = columns;
  for (let index = first + 1; index + 2 < last; index++) {
    if (isNextTo(columns, cues, index) && !hasSubject(columns, index + 1, { first, last })) {
      // "was flown to Orlo, Minister |Ivo Maric| told reporters": no second place.
      head[index] = index + 1;
      dependency[index] = NSUBJ;
      continue;
    }
    if (dependency[index] !== APPOS || !timeWords.has(lower[head[index] as number] as string)) continue;
    const isPerson = tag[index] === PROPN || nominals.get(lemma[index] as string)?.type === 'PERSON';
    if (!isPerson || (head[index] as number) > index) continue;
    for (let verb = index + 1; verb < last && verb < index + LONGEST_DESCRIPTION; verb++) {
      if (tag[verb] !== VERB) continue;
      const isTold = cues.has(lemma[verb] as string) && isFiniteForm(form[verb]);
      if (!isTold || hasSubject(columns, verb, { first, last })) break;
      head[index] = verb;
      dependency[index] = isPassive(columns, verb) ? NSUBJ_PASS : NSUBJ;
      break;
    }
  }
}

/** True of a name behind a comma that the tree joins to a noun before it, and that stands right before a verb of saying. */
function isNextTo(
  { head, dependency, tag, form, lower, lemma }: Columns,
  cues: Resources['cues'],
  index: number,
): boolean {
  const verb = index + 1;
  if (tag[index] !== PROPN || (dependency[index] !== CONJ && dependency[index] !== APPOS)) return false;
  if (tag[verb] !== VERB || form[verb] !== VBD || !cues.has(lemma[verb] as string) || head[verb] === index)
    return false;
  let [comma, joint] = [false, false];
  for (let token = index - 1; token > (head[index] as number) && token > index - LONGEST_DESCRIPTION; token--) {
    if (lower[token] === ',') comma = true;
    if (dependency[token] === CC) joint = true;
  }
  return comma && !joint && (head[index] as number) < index;
}

/** Tokens from a person to what they say. */
const LONGEST_DESCRIPTION = 16;

function hasSubject(
  { head, dependency }: Columns,
  verb: number,
  { first, last }: Pick<Sentence, 'first' | 'last'>,
): boolean {
  for (let token = first; token < last; token++)
    if (head[token] === verb && (dependency[token] === NSUBJ || dependency[token] === NSUBJ_PASS)) return true;
  return false;
}
