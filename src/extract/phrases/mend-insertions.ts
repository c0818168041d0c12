import { codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import { type Columns, isPassive } from './tree-columns.js';

const [NSUBJ, NSUBJ_PASS, OBJ, RELCL, ROOT, CCOMP] = codesIn(
  DEPENDENCIES,
  'nsubj',
  'nsubj:pass',
  'obj',
  'acl:relcl',
  'root',
  'ccomp',
);
const [COP, CC, FLAT, COMPOUND, NMOD, CONJ, APPOS, POSSESSOR] = codesIn(
  DEPENDENCIES,
  'cop',
  'cc',
  'flat',
  'compound',
  'nmod',
  'conj',
  'appos',
  'nmod:poss',
);
const [NOUN, PROPN, VERB, AUX, PRON, PUNCT, NUM, DET] = codesIn(
  TAGS,
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'PRON',
  'PUNCT',
  'NUM',
  'DET',
);
const [WP, WPS, WDT, VBD, VBN, VBG, VB, NNS] = codesIn(FORMS, 'WP', 'WP$', 'WDT', 'VBD', 'VBN', 'VBG', 'VB', 'NNS');

/** Tokens from a relative pronoun to its verb. */
const LONGEST_SUBJECT = 9;
/** Nouns on the way from the last before a pronoun to the one that it stands for. */
const LONGEST_WAY = 12;

/**
 * "Dale Osso, |who may challenge the governor|, called …", "the guard, |whose crews rescued 23|", "the men, |one of whom
 * lost a leg|, were flown out": a clause that a relative pronoun opens behind a comma tells of the noun before it, and that
 * noun has its place in the clause around it.
 */
export function mendInsertions(columns: Columns, resources: Resources, sentence: Sentence): void {
  const { form, lower } = columns;
  for (let index = sentence.first + 2; index + 1 < sentence.last; index++) {
    const shape = form[index];
    if (shape !== WP && shape !== WDT && shape !== WPS) continue;
    if (lower[index] === 'what' || lower[index] === 'whatever' || lower[index] === 'whoever') continue;
    const comma = commaBefore(columns, index);
    if (comma > sentence.first) mendInsertion(columns, resources, { index, comma, sentence });
  }
}

interface Insertion {
  /** The relative pronoun. */
  readonly index: number;
  /** The comma that opens the insertion. */
  readonly comma: number;
  readonly sentence: Sentence;
}

/** The comma right before a relative pronoun, or before "one of" it; −1 where none stands there. */
function commaBefore({ lower, tag }: Columns, index: number): number {
  if (lower[index - 1] === ',') return index - 1;
  if (lower[index - 1] !== 'of') return -1;
  for (let token = index - 2; token > index - 5; token--) {
    if (lower[token] === ',') return token;
    if (tag[token] !== NUM && tag[token] !== DET && tag[token] !== PRON && tag[token] !== NOUN && token < index - 3)
      return -1;
  }
  return -1;
}

function mendInsertion(columns: Columns, resources: Resources, { index, comma, sentence }: Insertion): void {
  const { head, dependency, form, lower } = columns;
  const own = head[index] as number;
  const isNode = own > index && (dependency[index] === NSUBJ || dependency[index] === NSUBJ_PASS);
  const verb = isNode ? own : verbBehind(columns, index, sentence.last);
  if (verb === -1) return;
  const noun = antecedentOf(columns, resources, { index, comma, sentence });
  if (noun === -1) return;
  const isSubject = isNode || mendSubject(columns, { index, verb });
  if (!isSubject && lower[index] !== 'whose' && lower[index - 1] === ',') {
    head[index] = verb;
    dependency[index] = isPassive(columns, verb) ? NSUBJ_PASS : NSUBJ;
  }
  if (!isNode && form[verb] === VBN && !hasAuxiliary(columns, verb)) form[verb] = VBD;
  mendInnerObject(columns, verb, sentence.last);
  free(columns, { noun, verb, comma, first: sentence.first });
  head[verb] = noun;
  dependency[verb] = RELCL;
}

/** The first verb behind a relative pronoun, past its auxiliaries; −1 where a comma or another clause comes first. */
function verbBehind({ tag, form, lower }: Columns, index: number, last: number): number {
  for (let token = index + 1; token < last && token < index + LONGEST_SUBJECT; token++) {
    if (tag[token] === VERB && form[token] !== VBG) return form[token] === VB && lower[token - 1] === 'to' ? -1 : token;
    if (tag[token] === VERB && tag[token - 1] === AUX) return token;
    if (lower[token] === ',' || lower[token] === ';' || form[token] === WP || form[token] === WDT) return -1;
  }
  return -1;
}

/** The noun that a relative pronoun stands for: the nearest that may be a person for "who", the nearest that is none for "which"; −1 for none. */
function antecedentOf(
  { head, dependency, tag, form, lemma, lower }: Columns,
  { nominals }: Resources,
  { index, comma, sentence }: Insertion,
): number {
  let noun = comma - 1;
  if (lower[noun] === ')' || tag[noun] === PUNCT) return -1;
  const wanted = lower[index] === 'which' ? 'THING' : lower[index] === 'whose' ? 'ANY' : 'PERSON';
  let best = -1;
  let first = -1;
  for (let step = 0; step < LONGEST_WAY && noun >= sentence.first && noun < comma; step++) {
    const kind = dependency[noun];
    // "Maud Tilling, 71, who", "the Act of 1988, which": a number is nobody.
    const isAge = tag[noun] === NUM && (head[noun] as number) < noun;
    if (
      !isAge &&
      kind !== FLAT &&
      kind !== COMPOUND &&
      (tag[noun] === NOUN || tag[noun] === PROPN || tag[noun] === NUM)
    ) {
      if (first === -1) first = noun;
      const type = tag[noun] === NOUN ? nominals.get(lemma[noun] as string)?.type : undefined;
      const isPerson = type === 'PERSON' || type === 'GROUP' || (type === undefined && form[noun] === NNS);
      if (wanted === 'ANY') return noun;
      if (wanted === 'THING' && !isPerson) return noun;
      if (wanted === 'PERSON' && isPerson) return noun;
      if (wanted === 'PERSON' && tag[noun] === PROPN && best === -1) best = noun;
    }
    if (!isAge && kind !== FLAT && kind !== COMPOUND && kind !== NMOD && kind !== CONJ && kind !== APPOS) break;
    // "the leader, Ann Lee, who": a name stands for what it is apposed to.
    if (kind === APPOS && first !== -1) break;
    const above = head[noun] as number;
    if (above > comma) break;
    noun = above;
  }
  return best === -1 ? first : best;
}

/** Makes what stands between the pronoun and the verb its subject; false where nothing does. */
function mendSubject(columns: Columns, { index, verb }: { readonly index: number; readonly verb: number }): boolean {
  const { head, dependency, tag, lower } = columns;
  const isOneOf = lower[index - 1] === 'of';
  const nearest = isOneOf ? index - 2 : subjectBetween(columns, index, verb);
  if (nearest === -1) return false;
  const noun = lower[index] === 'whose' ? joinedBefore(columns, index, nearest) : nearest;
  if (isOneOf && tag[noun] === PUNCT) return false;
  head[noun] = verb;
  dependency[noun] = isPassive(columns, verb) ? NSUBJ_PASS : NSUBJ;
  if (lower[index] === 'whose') {
    head[index] = noun;
    dependency[index] = POSSESSOR;
  } else if (!isOneOf) {
    head[index] = verb;
    dependency[index] = OBJ;
  }
  return true;
}

/** The noun or pronoun between a relative pronoun and its verb; −1 for none. */
function subjectBetween({ head, tag, dependency }: Columns, index: number, verb: number): number {
  let noun = verb - 1;
  while (noun > index && tag[noun] !== NOUN && tag[noun] !== PROPN && tag[noun] !== PRON) noun--;
  if (noun <= index) return -1;
  for (let step = 0; step < LONGEST_WAY; step++) {
    const above = head[noun] as number;
    const kind = dependency[noun];
    if (above <= index || above >= verb || (kind !== FLAT && kind !== COMPOUND && kind !== NMOD && kind !== CONJ))
      break;
    noun = above;
  }
  return noun;
}

/** "whose |father and two brothers| died": the first of two nouns behind a pronoun, with the second joined to it; the noun itself where it stands alone. */
function joinedBefore({ head, dependency, tag, lower }: Columns, index: number, noun: number): number {
  let joint = noun - 1;
  while (joint > index && lower[joint] !== 'and') joint--;
  const before = joint - 1;
  if (before <= index || tag[before] !== NOUN) return noun;
  head[noun] = before;
  dependency[noun] = CONJ;
  head[joint] = noun;
  dependency[joint] = CC;
  return before;
}

interface Place {
  readonly noun: number;
  readonly verb: number;
  readonly comma: number;
  readonly first: number;
}

/** Hangs what stands before the insertion, where it hung on the inserted verb, on what that verb hung on. */
function free(columns: Columns, { noun, verb, comma, first }: Place): void {
  const { head, dependency, tag } = columns;
  let top = noun;
  for (let step = 0; step < 60; step++) {
    const above = head[top] as number;
    if (above === verb || above < first) break;
    top = above;
  }
  if (head[top] !== verb) return;
  const above = head[verb] as number;
  head[top] = above;
  if (above === -1) dependency[top] = ROOT;
  else if (tag[top] === VERB) dependency[top] = dependency[verb] as number;
  else if (isStated(columns, top, verb)) dependency[top] = CCOMP;
  else if (above > verb && tag[above] === VERB) dependency[top] = isPassive(columns, above) ? NSUBJ_PASS : NSUBJ;
  else dependency[top] = dependency[verb] === CCOMP ? NSUBJ : (dependency[verb] as number);
  for (let token = first; token < comma; token++) {
    if (token === top || head[token] !== verb) continue;
    if (dependency[token] !== NSUBJ || token > top || (tag[token] !== NOUN && tag[token] !== PROPN)) head[token] = top;
    else {
      // "Brunia's envoy, |Ann Lee, whose staff wrote it|, left": of two nouns the second describes the first.
      head[token] = head[top] as number;
      dependency[token] = dependency[top] as number;
      head[top] = token;
      dependency[top] = APPOS;
      top = token;
    }
  }
}

/** "the judge, who wrote |the ruling that freed them|, said": what stands behind the inserted verb, up to the comma, is its object. */
function mendInnerObject({ head, dependency, tag, lower }: Columns, verb: number, last: number): void {
  let noun = -1;
  for (let token = verb + 1; token < last && lower[token] !== ','; token++) {
    if (head[token] === verb && dependency[token] === OBJ) return;
    if (dependency[token] === NSUBJ && (tag[token] === NOUN || tag[token] === PROPN) && noun === -1) noun = token;
  }
  const above = noun === -1 ? -1 : (head[noun] as number);
  if (above <= noun || lower[above - 1] !== ',' || tag[above] !== VERB) return;
  head[noun] = verb;
  dependency[noun] = OBJ;
}

/** True of what a copula says of its subject: "among the dead |were| six men". */
function isStated({ head, dependency }: Columns, node: number, last: number): boolean {
  for (let token = node + 1; token < last; token++) if (head[token] === node && dependency[token] === COP) return true;
  return false;
}

function hasAuxiliary({ head, tag }: Columns, verb: number): boolean {
  for (let token = verb - 1; token >= 0 && token > verb - 5; token--)
    if (head[token] === verb && tag[token] === AUX) return true;
  return false;
}
