import { codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import { type Columns, isFiniteForm } from './tree-columns.js';

const [NSUBJ, NSUBJ_PASS, CASE, MARK, CC, CONJ] = codesIn(
  DEPENDENCIES,
  'nsubj',
  'nsubj:pass',
  'case',
  'mark',
  'cc',
  'conj',
);
const [AMOD, OBJ, APPOS, COMPOUND, NMOD, ADVCL, ACL, RELCL, ROOT] = codesIn(
  DEPENDENCIES,
  'amod',
  'obj',
  'appos',
  'compound',
  'nmod',
  'advcl',
  'acl',
  'acl:relcl',
  'root',
);
const [NOUN, PROPN, VERB, AUX, ADV, PART, CCONJ, PUNCT] = codesIn(
  TAGS,
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'ADV',
  'PART',
  'CCONJ',
  'PUNCT',
);
const [VBG, VBD, NN] = codesIn(FORMS, 'VBG', 'VBD', 'NN');
/** Tokens from one side of "between" to the word that joins the other. */
const LONGEST_SIDE = 12;
/** Nouns on the way from a verb up to the one that it goes on from. */
const LONGEST_WAY = 4;

/** Mends what a word like "and" joins, where the parser takes it to begin something new. */
export function mendJoins(columns: Columns, resources: Resources, sentence: Sentence): void {
  const { lower, tag, dependency } = columns;
  for (let index = sentence.first + 1; index + 1 < sentence.last; index++) {
    if (lower[index] === 'between') mendBetween(columns, sentence, index);
    else if (tag[index] === NOUN) mendTitle(columns, index);
    else if (tag[index] === PROPN && dependency[index] === CONJ) mendHolder(columns, resources, { index, sentence });
    else if (tag[index] === CCONJ) {
      mendJoinedGerund(columns, sentence, index);
      mendJoinedVerb(columns, sentence, index);
      mendJoinedPast(columns, sentence, index);
      mendJoinedNoun(columns, sentence, index);
    }
  }
}

/** "after fighting between |soldiers and rebels| killed nine": both sides are what it is between, and it is what killed. */
function mendBetween(columns: Columns, { first, last }: Sentence, index: number): void {
  const { head, dependency, tag, form, lower } = columns;
  const side = head[index] as number;
  if (dependency[index] !== CASE || side <= index) return;
  let joint = side + 1;
  while (joint < last && joint < side + LONGEST_SIDE && lower[joint] !== 'and') {
    if (tag[joint] === VERB || tag[joint] === PUNCT) return;
    joint++;
  }
  const struggle = head[side] as number;
  if (lower[joint] !== 'and' || struggle < first || struggle >= index) return;
  if (tag[struggle] !== NOUN && form[struggle] !== VBG) return;
  const joined = head[joint] as number;
  if (joined <= joint) return;
  if (tag[joined] !== VERB) {
    // The sides are joined as they should be; the verb behind them has no subject yet.
    const verb = joined + 1;
    if (form[struggle] !== VBG || verb >= last || head[verb] !== struggle) return;
    if (tag[verb] !== VERB || !isFiniteForm(form[verb])) return;
    raise(columns, { verb, struggle, first, kind: NSUBJ });
    dependency[side] = NMOD;
    return;
  }
  const isSubject = head[struggle] === joined && dependency[struggle] === NSUBJ;
  if (dependency[joined] !== CONJ && head[joined] !== struggle && !isSubject) return;
  let other = -1;
  for (let token = joint + 1; token < joined; token++)
    if (head[token] === joined && (dependency[token] === NSUBJ || dependency[token] === NSUBJ_PASS)) other = token;
  if (other === -1) return;
  for (let token = joint + 1; token < other; token++) if (head[token] === joined) head[token] = other;
  // "Talks between |the rebels and the army| failed": only the second side hung on the verb.
  if (!isSubject) raise(columns, { verb: joined, struggle, first, kind: dependency[other] as number });
  dependency[side] = NMOD;
  head[other] = side;
  dependency[other] = CONJ;
  head[joint] = other;
  dependency[joint] = CC;
}

interface Raised {
  readonly verb: number;
  readonly struggle: number;
  readonly first: number;
  /** What the struggle is to the verb. */
  readonly kind: number;
}

/** Puts a verb in the place of the noun that it hung on, and that noun before it as its subject. */
function raise({ head, dependency, tag, form }: Columns, { verb, struggle, first, kind }: Raised): void {
  const place = dependency[struggle] as number;
  head[verb] = head[struggle] as number;
  dependency[verb] = place === ROOT || tag[struggle] === VERB ? place : ADVCL;
  for (let token = first; token < struggle; token++) {
    if (head[token] !== struggle || (dependency[token] !== CASE && dependency[token] !== MARK)) continue;
    head[token] = verb;
    dependency[token] = MARK;
  }
  if (tag[struggle] !== NOUN) [tag[struggle], form[struggle]] = [NOUN, NN];
  head[struggle] = verb;
  dependency[struggle] = kind;
}

/** "her husband, |lawyer Tom Hale|, left": a noun right before a name, both hung on what they describe, is a word of the name's phrase. */
function mendTitle({ head, dependency, tag, lower }: Columns, index: number): void {
  const name = index + 1;
  const described = head[index] as number;
  if (tag[name] !== PROPN || dependency[name] !== APPOS || head[name] !== described || described >= index) return;
  if (dependency[index] === NMOD) {
    // "the release of |former president| Ivo Maric".
    for (let token = described + 1; token < index; token++)
      if (head[token] === index && dependency[token] === CASE) head[token] = name;
    dependency[name] = NMOD;
  } else if (lower[index - 1] !== ',' || (dependency[index] !== CONJ && dependency[index] !== APPOS)) return;
  head[index] = name;
  dependency[index] = COMPOUND;
  if (head[index - 1] === index) head[index - 1] = name;
}

/** "the chairman of the League, |Ivo Maric|, left": a lone name between commas behind an office tells who holds it, and joins no other name. */
function mendHolder(
  { head, dependency, tag, lower, lemma }: Columns,
  { nominals }: Resources,
  { index, sentence }: { readonly index: number; readonly sentence: Sentence },
): void {
  const body = head[index] as number;
  const office = head[body] as number;
  if (lower[index - 1] !== ',' || body > index || office < sentence.first || office > body) return;
  if (dependency[body] !== NMOD || tag[office] !== NOUN || nominals.get(lemma[office] as string)?.type !== 'PERSON')
    return;
  let end = index + 1;
  while (end < sentence.last && head[end] === index && tag[end] === PROPN) end++;
  if (lower[end] !== ',' || lower[end + 1] === 'and') return;
  for (let token = body + 1; token < end; token++)
    if (token !== index && dependency[token] === CONJ && (head[token] === body || head[token] === index)) return;
  head[index] = office;
  dependency[index] = APPOS;
}

/** "accused them of robbing banks |and of hiding| the money": the second goes on from the first. */
function mendJoinedGerund({ head, dependency, form, lower }: Columns, { first, last }: Sentence, joint: number): void {
  const gerund = joint + 2;
  if (gerund >= last || form[gerund] !== VBG) return;
  for (let preposition = joint - 1; preposition > first; preposition--) {
    const before = head[preposition] as number;
    if (lower[preposition] !== lower[joint + 1] || dependency[preposition] !== MARK || form[before] !== VBG) continue;
    if (before > joint || before <= preposition) return;
    head[gerund] = before;
    dependency[gerund] = CONJ;
    head[joint] = gerund;
    dependency[joint] = CC;
    head[joint + 1] = gerund;
    dependency[joint + 1] = MARK;
    return;
  }
}

/** "killed six people |and left hundreds| stranded": a past form behind "and" is no adjective of the noun behind it. */
function mendJoinedPast({ head, dependency, tag, form }: Columns, { first, last }: Sentence, joint: number): void {
  const verb = joint + 1;
  if (tag[verb] !== VERB || (form[verb] !== VBD && form[verb] !== VBG) || dependency[verb] !== AMOD) return;
  const object = head[verb] as number;
  const before = head[object] as number;
  if (object <= verb || object >= last || dependency[object] !== CONJ || before < first || before > joint) return;
  const above = head[before] as number;
  if (above < first || above > before || tag[above] !== VERB) return;
  // "killing two |and abducting dozens|": what is going on goes on from what is going on.
  if (form[verb] === VBG && form[above] !== VBG) return;
  head[verb] = above;
  dependency[verb] = CONJ;
  head[joint] = verb;
  head[object] = verb;
  dependency[object] = OBJ;
}

/** "Western powers |and the League| have left": a noun that "and" joins, without a preposition, is a fellow of the one before. */
function mendJoinedNoun({ head, dependency, tag }: Columns, { first, last }: Sentence, joint: number): void {
  const noun = head[joint] as number;
  const before = head[noun] as number;
  if (noun <= joint || before < first || before > joint || dependency[noun] !== NMOD) return;
  if (tag[noun] !== NOUN && tag[noun] !== PROPN) return;
  for (let token = joint; token < last && token < noun; token++)
    if (head[token] === noun && dependency[token] === CASE) return;
  dependency[noun] = CONJ;
}

/** "had done nothing |but did not want to stay|": a verb that "but" or "and" opens, without a subject, goes on from a verb and tells of no noun. */
function mendJoinedVerb({ head, dependency, tag }: Columns, { first }: Sentence, joint: number): void {
  const verb = head[joint] as number;
  if (verb <= joint || tag[verb] !== VERB || (dependency[verb] !== RELCL && dependency[verb] !== ACL)) return;
  for (let token = joint + 1; token < verb; token++) {
    if (head[token] !== verb) return;
    if (tag[token] !== AUX && tag[token] !== ADV && tag[token] !== PART) return;
  }
  let above = head[verb] as number;
  for (let step = 0; step < LONGEST_WAY && above >= first && tag[above] !== VERB; step++) {
    if (tag[above] !== NOUN && tag[above] !== PROPN && dependency[above] === ROOT) return;
    above = head[above] as number;
  }
  if (above < first || above > joint || tag[above] !== VERB) return;
  head[verb] = above;
  dependency[verb] = CONJ;
}
