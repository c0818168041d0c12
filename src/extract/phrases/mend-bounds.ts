import { codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { Columns } from './tree-columns.js';

const [ADVMOD, OBJ, NSUBJ, ROOT, NUMMOD] = codesIn(DEPENDENCIES, 'advmod', 'obj', 'nsubj', 'root', 'nummod');
const [ACL, OBL, NMOD, UNMARKED, PUNCT] = codesIn(DEPENDENCIES, 'acl', 'obl', 'nmod', 'obl:unmarked', 'punct');
const [NUM, VERB, NOUN, ADP] = codesIn(TAGS, 'NUM', 'VERB', 'NOUN', 'ADP');
const [VBN, VBD] = codesIn(FORMS, 'VBN', 'VBD');
const LONGEST_BOUND = 3;
/** How far up the tree a climb goes. */
const REACH = 60;

/** "killed at least 38 civilians", "arrested up to 20": words that bound a number are no prepositions, and what is counted is an object. */
export function mendBounds(columns: Columns, resources: Resources, { first, last }: Sentence): void {
  const { head, dependency, tag } = columns;
  for (let number = first + 2; number < last; number++) {
    if (tag[number] !== NUM || tag[number - 1] === NUM) continue;
    const bound = boundBefore(columns, resources, number, first);
    if (bound === -1) continue;
    const noun = countedBy(columns, number, last);
    if (!isFree(columns, { noun, bound, number })) continue;
    for (let token = bound; token < number; token++) {
      head[token] = number;
      dependency[token] = ADVMOD;
    }
    const verb = bound - 1;
    if (verb < first || tag[verb] !== VERB) continue;
    const label = dependency[noun];
    const isLoose = label === OBL || label === NMOD || label === UNMARKED;
    if (!isLoose || hasObject(columns, verb, last) || isAbove(columns, noun, verb)) continue;
    head[noun] = verb;
    dependency[noun] = OBJ;
    mendSubject(columns, verb, last);
  }
}

/** The first of the words that bound the number at a token, two or three of them; −1 where none do. */
function boundBefore({ lower }: Columns, { numberWords }: Resources, number: number, first: number): number {
  for (let length = LONGEST_BOUND; length >= 2; length--) {
    const start = number - length;
    if (start < first) continue;
    let words = lower[start] as string;
    for (let token = start + 1; token < number; token++) words += ` ${lower[token]}`;
    const kind = numberWords.get(words)?.kind;
    if (kind === 'LEAST' || kind === 'MOST') return start;
  }
  return -1;
}

/** Takes what is counted off the words that bound it ("no fewer than 12 people"); false where the number would then hang on itself. */
function isFree(
  { head, dependency }: Columns,
  { noun, bound, number }: { readonly noun: number; readonly bound: number; readonly number: number },
): boolean {
  let above = head[noun] as number;
  let label = dependency[noun] as number;
  for (let steps = 0; steps < REACH && above >= bound && above < number; steps++)
    [above, label] = [head[above] as number, dependency[above] as number];
  for (let token = bound; token < number; token++) if (isAbove({ head }, token, above)) return false;
  if (above >= bound && above < number) return false;
  if (above !== head[noun]) [head[noun], dependency[noun]] = [above, label];
  return true;
}

/** True where the climb from a token meets the other, or does not end. */
function isAbove({ head }: Pick<Columns, 'head'>, other: number, token: number): boolean {
  let at = token;
  for (let steps = 0; steps < REACH && at >= 0; steps++) {
    if (at === other) return true;
    at = head[at] as number;
  }
  return at >= 0;
}

/** The noun that a number counts; the number itself where it stands alone. Makes the number hang on it. */
function countedBy({ head, dependency, tag }: Columns, number: number, last: number): number {
  const noun = head[number] as number;
  if (noun > number && dependency[number] === NUMMOD) return noun;
  const next = number + 1;
  if (next < last && tag[next] === NOUN && head[number] === next) return next;
  return number;
}

function hasObject({ head, dependency }: Columns, verb: number, last: number): boolean {
  for (let token = verb + 1; token < last && token < verb + 12; token++)
    if (head[token] === verb && dependency[token] === OBJ) return true;
  return false;
}

/** "Soldiers killed at least 38 civilians": with an object, the form is past, and the noun before it does it. */
function mendSubject({ head, dependency, form, tag }: Columns, verb: number, last: number): void {
  const subject = verb - 1;
  if (form[verb] !== VBN || dependency[verb] !== ACL || head[verb] !== subject || tag[subject] === ADP) return;
  form[verb] = VBD;
  if (dependency[subject] !== ROOT) return;
  head[verb] = -1;
  dependency[verb] = ROOT;
  head[subject] = verb;
  dependency[subject] = NSUBJ;
  for (let token = verb + 1; token < last; token++)
    if (head[token] === subject && dependency[token] === PUNCT) head[token] = verb;
}
