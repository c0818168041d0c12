import { codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import { type Columns, isFiniteForm, isPassive } from './tree-columns.js';

const [NSUBJ, OBJ, IOBJ, OBL, NMOD, CASE, MARK] = codesIn(
  DEPENDENCIES,
  'nsubj',
  'obj',
  'iobj',
  'obl',
  'nmod',
  'case',
  'mark',
);
const [ADVCL, CCOMP, ACL, RELCL, XCOMP, UNMARKED, CONJ] = codesIn(
  DEPENDENCIES,
  'advcl',
  'ccomp',
  'acl',
  'acl:relcl',
  'xcomp',
  'obl:unmarked',
  'conj',
);
const [NOUN, PROPN, PRON, VERB, AUX, ADV, SYM, PUNCT, PART] = codesIn(
  TAGS,
  'NOUN',
  'PROPN',
  'PRON',
  'VERB',
  'AUX',
  'ADV',
  'SYM',
  'PUNCT',
  'PART',
);
const [WP, WDT, VBG, VBD, VBN] = codesIn(FORMS, 'WP', 'WDT', 'VBG', 'VBD', 'VBN');
/** Words before a noun that may as well open a clause: "after the army shelled them". */
const OPENERS = new Set(['after', 'before', 'since', 'until', 'as', 'than', 'once']);

/** "fled after |the army| shelled them": a noun between such a word and a verb without a subject is the verb's subject. */
export function mendOpeners({ head, dependency, tag, form, lower }: Columns, { first, last }: Sentence): void {
  for (let index = first; index < last; index++) {
    if (dependency[index] !== CASE || !OPENERS.has(lower[index] as string)) continue;
    const noun = head[index] as number;
    if (noun < index || dependency[noun] !== OBL || !isNominal(tag[noun])) continue;
    const verb = head[noun] as number;
    if (verb <= noun || tag[verb] !== VERB || (dependency[verb] !== ADVCL && dependency[verb] !== CCOMP)) continue;
    if (
      !isFiniteForm(form[verb]) ||
      !isBeside({ tag, head }, noun, verb) ||
      hasSubject({ head, dependency }, verb, first)
    )
      continue;
    dependency[noun] = NSUBJ;
    head[index] = verb;
    dependency[index] = MARK;
  }
}

/** "said |the army| was a threat": what a verb of saying seems to act on is the subject of what is said. */
export function mendToldSubjects(
  { head, dependency, tag, lower, lemma }: Columns,
  { cues }: Resources,
  { first, last }: Sentence,
): void {
  for (let told = first + 2; told < last; told++) {
    if (dependency[told] !== CCOMP) continue;
    const cue = head[told] as number;
    if (cue < first || cue > told || cues.get(lemma[cue] as string)?.frames.has('THAT') !== true) continue;
    if (cues.get(lemma[cue] as string)?.addressee === 'OBJECT') continue;
    let [object, starts, free] = [-1, -1, true];
    for (let token = cue + 1; token <= told; token++) {
      if (head[token] === cue && dependency[token] === OBJ && isNominal(tag[token])) object = token;
      if (head[token] !== told && token !== told) continue;
      if (starts === -1 && dependency[token] !== PUNCTUATION) starts = token;
      if (dependency[token] === NSUBJ || dependency[token] === NSUBJ_PASS || dependency[token] === MARK) free = false;
    }
    const isVerbal = starts !== -1 && (tag[starts] === AUX || (starts === told && tag[told] === VERB));
    if (object === -1 || !free || object > starts || !isVerbal) continue;
    // "The judge, who wrote the ruling that freed them, |said| …": behind the comma the insertion is over.
    if (dependency[cue] === RELCL && lower[starts - 1] === ',') continue;
    head[object] = told;
    dependency[object] = isPassive({ head, dependency }, told) ? NSUBJ_PASS : NSUBJ;
  }
}

/** "said |the rebels, who are armed,| entered the town": whom a verb of saying seems to act on does what the verb behind the insertion says. */
export function mendToldInsertions(
  { head, dependency, tag, form, lower, lemma }: Columns,
  { cues }: Resources,
  { first, last }: Sentence,
): void {
  for (let told = first + 4; told < last; told++) {
    if (tag[told] !== VERB || dependency[told] !== CONJ || !isFiniteForm(form[told]) || lower[told - 1] !== ',')
      continue;
    const cue = head[told] as number;
    if (cue < first || cue > told || cues.get(lemma[cue] as string)?.frames.has('THAT') !== true) continue;
    if (cues.get(lemma[cue] as string)?.addressee === 'OBJECT') continue;
    // "The judge, who wrote the ruling that freed them, |said| …": whoever says something does not do it in a letter.
    if (dependency[cue] === RELCL || cues.has(lemma[told] as string)) continue;
    let [object, inserted] = [-1, false];
    for (let token = cue + 1; token < told; token++) {
      if (head[token] === cue && dependency[token] === OBJ && isNominal(tag[token])) object = token;
      if (object !== -1 && head[token] === object && dependency[token] === RELCL) inserted = true;
    }
    if (!inserted || hasSubject({ head, dependency }, told, first)) continue;
    head[object] = told;
    dependency[object] = isPassive({ head, dependency }, told) ? NSUBJ_PASS : NSUBJ;
    dependency[told] = CCOMP;
  }
}

/** "the mayor, whom |the board| appointed, left": what stands between "whom" and a verb is the subject of that verb. */
export function mendObjectRelatives({ head, dependency, tag, form, lower }: Columns, { first, last }: Sentence): void {
  for (let index = first + 2; index + 2 < last; index++) {
    if (form[index] !== WP && form[index] !== WDT) continue;
    let noun = index + 1;
    while (noun < index + LONGEST_SUBJECT && noun + 1 < last && !isNominal(tag[noun])) noun++;
    while (noun + 1 < last && isNominal(tag[noun + 1])) noun++;
    let node = noun;
    for (let step = 0; step < LONGEST_WAY && isPartOfName(dependency[node]) && (head[node] as number) > index; step++)
      node = head[node] as number;
    const isNear = (head[index] === node && dependency[index] === NSUBJ) || lower[index] === 'whom';
    if (!isNear || !isNominal(tag[node]) || node > noun) continue;
    let verb = noun + 1;
    while (verb < last && (tag[verb] === AUX || tag[verb] === ADV || tag[verb] === PART)) verb++;
    if (verb >= last || head[verb] !== node || tag[verb] !== VERB) continue;
    if (dependency[verb] !== ACL && dependency[verb] !== RELCL) continue;
    let antecedent = index - 1;
    if (lower[antecedent] === ',') antecedent--;
    for (let step = 0; step < LONGEST_WAY && isPartOfName(dependency[antecedent]); step++)
      antecedent = Math.max(first, head[antecedent] as number);
    if (!isNominal(tag[antecedent]) || antecedent > index) continue;
    head[verb] = antecedent;
    dependency[verb] = RELCL;
    if (form[verb] === VBN) form[verb] = VBD;
    for (let token = noun + 1; token < last; token++) if (head[token] === node && token !== verb) head[token] = verb;
    head[node] = verb;
    dependency[node] = NSUBJ;
    head[index] = verb;
    dependency[index] = OBJ;
  }
}

/** "called on the king, who had fled, |to return|": the verb before the insertion takes the infinitive behind it. */
export function mendRequests(
  { head, dependency, tag, lower, lemma }: Columns,
  { verbGovernors }: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 3; index < last; index++) {
    if (tag[index] !== VERB || (dependency[index] !== ADVCL && dependency[index] !== XCOMP)) continue;
    if (lower[index - 1] !== 'to' || lower[index - 2] !== ',') continue;
    const inserted = head[index] as number;
    if (inserted < first || inserted > index || dependency[inserted] !== RELCL) continue;
    let verb = head[inserted] as number;
    for (let step = 0; step < LONGEST_WAY && verb >= first && tag[verb] !== VERB; step++) verb = head[verb] as number;
    if (verb < first || verb > inserted) continue;
    const takes = (one: string) => verbGovernors.get(one)?.some(({ complements }) => complements.has('TO')) === true;
    const particle = lower[verb + 1] as string;
    if (!takes(lemma[verb] as string) && !takes(`${lemma[verb]} ${particle}`)) continue;
    head[index] = verb;
    dependency[index] = ADVCL;
  }
}

/** "Rebels struck the town, |killing ten|, the army said": an addition between what is said and who says it is of the former. */
export function mendAdditions({ head, dependency, form, lower, tag }: Columns, { first, last }: Sentence): void {
  for (let index = first + 2; index < last; index++) {
    if (form[index] !== VBG || dependency[index] !== ADVCL || lower[index - 1] !== ',') continue;
    const above = head[index] as number;
    if (above < index) continue;
    const cue = tag[above] === VERB ? above : (head[above] as number);
    if (cue < index || tag[cue] !== VERB) continue;
    let told = -1;
    for (let token = first; token < index; token++)
      if (head[token] === cue && dependency[token] === CCOMP) told = token;
    if (told !== -1) head[index] = told;
  }
}

/** "paid |the mayor| $40,000": who stands between a verb and a sum receives it; "fined the bank |$300|": a sum is no part of a noun. */
export function mendSums({ head, dependency, tag }: Columns, { first, last }: Sentence): void {
  for (let index = first + 2; index < last; index++) {
    if (tag[index] !== SYM) continue;
    const noun = index - 1;
    if (!isNominal(tag[noun]) && tag[noun] !== PRON) continue;
    const above = head[index] as number;
    if (dependency[index] === OBJ && above < noun) {
      let node = noun;
      for (let step = 0; step < LONGEST_WAY && isPartOfName(dependency[node]); step++)
        node = Math.max(first, head[node] as number);
      const isLoose = (head[node] as number) > noun || head[node] === above;
      if (node > above && isLoose && dependency[node] !== CONJ) {
        head[node] = above;
        dependency[node] = IOBJ;
      }
    } else if (dependency[index] === NMOD && above === noun && dependency[above] === OBJ) {
      head[index] = head[above] as number;
      dependency[index] = UNMARKED;
    }
  }
}

/** Steps from a noun's last token to the one that it hangs on. */
const LONGEST_WAY = 12;
/** Tokens from "whom" to the noun behind it. */
const LONGEST_SUBJECT = 5;
const [NSUBJ_PASS, PUNCTUATION] = codesIn(DEPENDENCIES, 'nsubj:pass', 'punct');
const FLAT = DEPENDENCIES.indexOf('flat');
const COMPOUND = DEPENDENCIES.indexOf('compound');

function isPartOfName(dependency: number | undefined): boolean {
  return dependency === FLAT || dependency === COMPOUND || dependency === NMOD;
}

function isNominal(tag: number | undefined): boolean {
  return tag === NOUN || tag === PROPN;
}

/** True where only auxiliaries and adverbs of the verb stand between. */
function isBeside({ tag, head }: Pick<Columns, 'tag' | 'head'>, noun: number, verb: number): boolean {
  for (let index = noun + 1; index < verb; index++)
    if (head[index] !== verb || tag[index] === PUNCT || (tag[index] !== AUX && tag[index] !== ADV)) return false;
  return true;
}

function hasSubject({ head, dependency }: Pick<Columns, 'head' | 'dependency'>, verb: number, first: number): boolean {
  for (let index = verb - 1; index >= first; index--)
    if (head[index] === verb && dependency[index] === NSUBJ) return true;
  return false;
}
