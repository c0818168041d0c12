import { codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { Columns } from './tree-columns.js';

const [ROOT, OBJ, IOBJ, POSSESSOR] = codesIn(DEPENDENCIES, 'root', 'obj', 'iobj', 'nmod:poss');
const [NSUBJ, OBL, NMOD, CASE, MARK, ADVCL, CONJ, AUXILIARY] = codesIn(
  DEPENDENCIES,
  'nsubj',
  'obl',
  'nmod',
  'case',
  'mark',
  'advcl',
  'conj',
  'aux',
);
const [PUNCT, NUM, NOUN, VERB, AUX, DET, ADJ] = codesIn(TAGS, 'PUNCT', 'NUM', 'NOUN', 'VERB', 'AUX', 'DET', 'ADJ');
/** What a past form behind those who are counted is taken for. */
const COUNTED = new Set([NMOD, ...codesIn(DEPENDENCIES, 'acl:relcl', 'acl')]);
const [PRP, VBD, VBN] = codesIn(FORMS, 'PRP', 'VBD', 'VBN');

/** "as the number of dead |climbed| to 43": behind those who are counted a past form is the verb, no noun that they qualify. */
export function mendCounts(
  { head, dependency, tag, form, lower, lemma }: Columns,
  resources: Resources,
  { first, last }: Sentence,
): void {
  for (let verb = first + 3; verb < last; verb++) {
    const people = verb - 1;
    const count = head[verb] as number;
    if (!COUNTED.has(dependency[verb] as number) || head[people] !== verb || count < first || count > people) continue;
    const lemmaOfVerb = pastOf(lower[verb] as string, resources);
    if (lemmaOfVerb === null || !arePeople(lower[people] as string, resources) || tag[count] !== NOUN) continue;
    const opener = openerOf({ lower, tag }, count);
    let above = head[count] === opener ? (head[opener] as number) : (head[count] as number);
    if (above >= first && tag[above] === PUNCT) above = head[above] as number;
    if (dependency[count] !== ROOT && (opener < first || above < first || above > opener)) continue;
    for (let token = count + 1; token < people; token++)
      if (head[token] === verb) [head[token], dependency[token]] = [people, CASE];
    head[verb] = above;
    dependency[verb] = above === -1 ? ROOT : ADVCL;
    if (opener >= first && above !== -1) [head[opener], dependency[opener]] = [verb, MARK];
    [head[count], dependency[count]] = [verb, NSUBJ];
    [head[people], dependency[people], tag[people]] = [count, NMOD, NOUN];
    [tag[verb], form[verb], lemma[verb]] = [VERB, VBD, lemmaOfVerb];
    for (let token = verb + 1; token < last; token++)
      if (head[token] === count || (head[token] === above && dependency[token] === OBL))
        [head[token], dependency[token]] = [verb, OBL];
  }
}

/** The word that opens a clause before a noun and what determines it: "|as| the number"; −1 for none. */
function openerOf({ lower, tag }: Pick<Columns, 'lower' | 'tag'>, noun: number): number {
  let index = noun - 1;
  while (index >= 0 && (tag[index] === DET || tag[index] === ADJ)) index--;
  return OPENERS.has(lower[index] as string) ? index : -1;
}

const OPENERS = new Set(['as', 'after', 'before', 'while', 'since', 'when', 'until', 'once']);

/** "The number of |dead|", of the injured, of the missing. */
function arePeople(word: string, { incidentWords }: Resources): boolean {
  return incidentWords.has(word, 'THE_DEAD') || incidentWords.has(word, 'THE_INJURED') || word === 'missing';
}

/** The verb that a word is a past form of; null where it is none. */
function pastOf(word: string, { verbSenses, irregularForms }: Resources): string | null {
  const irregular = irregularForms.get(word);
  if (irregular?.form === 'VBD') return irregular.lemma;
  if (!word.endsWith('ed')) return null;
  const stems = [word.slice(0, -1), word.slice(0, -2), word.slice(0, -3)];
  return stems.find((stem) => verbSenses.has(stem)) ?? null;
}

/** "handed |her| six letters": behind a verb of giving, who stands before a number receives what is counted. */
export function mendRecipients(
  { head, dependency, tag, form, lower, lemma }: Columns,
  { verbSenses, incidentWords }: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 1; index + 2 < last; index++) {
    const verb = index - 1;
    if (lower[index] !== 'her' || dependency[index] !== POSSESSOR || tag[verb] !== VERB || tag[index + 1] !== NUM)
      continue;
    const noun = head[index] as number;
    if (noun < index || head[noun] !== verb || dependency[noun] !== OBJ) continue;
    const word = lemma[verb] as string;
    const gives = incidentWords.has(word, 'GIVE') || verbSenses.get(word)?.some(({ frame }) => frame === 'GIVING');
    if (gives !== true) continue;
    head[index] = verb;
    dependency[index] = IOBJ;
    form[index] = PRP;
  }
}

/** "had sold more than it could hold and |had ordered|": a conjunct goes on from the clause with its own auxiliary. */
export function mendConjuncts({ head, dependency, tag, form, lower }: Columns, { first, last }: Sentence): void {
  for (let verb = first + 3; verb < last; verb++) {
    if (dependency[verb] !== CONJ || tag[verb] !== VERB || form[verb] !== VBN) continue;
    const own = auxiliaryOf({ head, dependency, tag }, verb, first);
    if (own === -1) continue;
    const nearest = head[verb] as number;
    const opensAlike = (other: number): boolean => {
      const auxiliary = auxiliaryOf({ head, dependency, tag }, other, first);
      return form[other] === VBN && auxiliary !== -1 && lower[auxiliary] === lower[own];
    };
    if (nearest < first || nearest > verb || tag[nearest] !== VERB || opensAlike(nearest)) continue;
    for (let other = nearest - 1; other >= first && other > nearest - FARTHEST; other--) {
      if (!opensAlike(other) || (head[other] !== head[nearest] && !isWithin(head, nearest, other))) continue;
      head[verb] = other;
      break;
    }
  }
}

/** Tokens between two clauses that are joined. */
const FARTHEST = 24;
/** Clauses within clauses. */
const DEEPEST = 6;

function isWithin(head: Int32Array, token: number, other: number): boolean {
  let above = head[token] as number;
  for (let step = 0; step < DEEPEST && above > other; step++) above = head[above] as number;
  return above === other;
}

/** The auxiliary of a verb; −1 for none. */
function auxiliaryOf(
  { head, dependency, tag }: Pick<Columns, 'head' | 'dependency' | 'tag'>,
  verb: number,
  first: number,
): number {
  for (let index = verb - 1; index >= first && index > verb - 5; index--)
    if (head[index] === verb && tag[index] === AUX && dependency[index] === AUXILIARY) return index;
  return -1;
}
