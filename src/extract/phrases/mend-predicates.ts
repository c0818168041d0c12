import { codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { Columns } from './tree-columns.js';

const [COP, AUXILIARY, ADVCL, XCOMP, NSUBJ, OBJ, MARK, OUTER, NMOD, ACL, ROOT, AUX_PASS, NSUBJ_PASS, OBL] = codesIn(
  DEPENDENCIES,
  'cop',
  'aux',
  'advcl',
  'xcomp',
  'nsubj',
  'obj',
  'mark',
  'nsubj:outer',
  'nmod',
  'acl',
  'root',
  'aux:pass',
  'nsubj:pass',
  'obl',
);
const [NOUN, PROPN, NUM, VERB, ADJ] = codesIn(TAGS, 'NOUN', 'PROPN', 'NUM', 'VERB', 'ADJ');
const [VB, VBN] = codesIn(FORMS, 'VB', 'VBN');
/** Forms of pronouns that are no subject. */
const OBJECTS = new Set(['him', 'her', 'me', 'us', 'them']);

/** "is |to| brief her", "is due |to arrive|", "told |her| she had left": what "to" opens behind a copula, and whom a verb tells. */
export function mendPredicates(
  { head, dependency, tag, form, lower, lemma }: Columns,
  { adjectiveGovernors }: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 1; index + 1 < last; index++) {
    const word = lower[index] as string;
    if (word === 'to' && dependency[index] === MARK) {
      const verb = head[index] as number;
      if (verb !== index + 1 || form[verb] !== VB) continue;
      const before = index - 1;
      if (dependency[before] === COP && head[before] === verb && lemma[verb] !== 'blame') {
        // "she is to brief her": the copula helps the verb.
        dependency[before] = AUXILIARY;
        for (let token = before - 1; token >= first; token--)
          if (head[token] === verb && dependency[token] === OUTER) dependency[token] = NSUBJ;
      } else if (dependency[verb] === ADVCL && head[verb] === before && tag[before] === ADJ) {
        if (adjectiveGovernors.has(lemma[before] as string)) dependency[verb] = XCOMP;
      }
    } else if (tag[index] === ADJ && (dependency[index] === OBJ || dependency[index] === XCOMP)) {
      // "left |20 people| dead": what the adjective is said of is the object.
      const verb = head[index] as number;
      const noun = nounOf({ head, tag }, verb, index);
      if (noun === -1) continue;
      head[noun] = verb;
      dependency[noun] = OBJ;
      dependency[index] = XCOMP;
    } else if (dependency[index] === NSUBJ && OBJECTS.has(word) && tag[index - 1] === VERB) {
      const verb = head[index] as number;
      if (verb <= index) continue;
      head[index] = index - 1;
      dependency[index] = OBJ;
    }
  }
}

/** The last noun between a verb and an adjective that hangs on the adjective; −1 for none. */
function nounOf({ head, tag }: Pick<Columns, 'head' | 'tag'>, verb: number, adjective: number): number {
  if (verb > adjective || tag[verb] !== VERB) return -1;
  for (let token = adjective - 1; token > verb; token--)
    if (head[token] === adjective && (tag[token] === NOUN || tag[token] === PROPN || tag[token] === NUM)) return token;
  return -1;
}

/** "Among the dead were |six children|": what stands behind "be" is the subject, and what stands before it is said of them. */
export function mendTurnedPredicates(
  { head, dependency, tag, lower, lemma }: Columns,
  { first, last }: Sentence,
): void {
  if (lower[first] !== 'among') return;
  let copula = first + 1;
  while (copula < last && copula < first + LONGEST_PREDICATE && lemma[copula] !== 'be') copula++;
  const predicate = head[first] as number;
  const subject = copula < last ? (head[copula] as number) : -1;
  if (dependency[copula] !== COP || subject <= copula || predicate <= first || predicate >= copula) return;
  head[predicate] = head[subject] as number;
  dependency[predicate] = dependency[subject] as number;
  if (dependency[predicate] === NMOD) [head[predicate], dependency[predicate]] = [-1, ROOT];
  for (let token = first; token <= copula; token++) {
    if (token === predicate) continue;
    head[token] = predicate;
    if (tag[token] === VERB) dependency[token] = ACL;
  }
  for (let token = copula + 1; token < last; token++) if (head[token] === predicate) head[token] = subject;
  head[subject] = predicate;
  dependency[subject] = NSUBJ;
}

/** "The mayor was |among those detained|": what was done to those was done to the mayor. */
export function mendThose({ head, dependency, lower, form }: Columns, { first, last }: Sentence): void {
  for (let index = first; index + 2 < last; index++) {
    const those = index + 1;
    const verb = index + 2;
    if (lower[index] !== 'among' || lower[those] !== 'those' || form[verb] !== VBN || head[verb] !== those) continue;
    let copula = -1;
    for (let token = index - 1; token >= first && copula === -1; token--) if (dependency[token] === COP) copula = token;
    // "Among those detained |was| the mayor".
    if (copula === -1 && dependency[verb + 1] === COP) copula = verb + 1;
    // The parser takes now those for what is said, now the mayor.
    const node = copula === -1 ? -1 : (head[copula] as number);
    const subject = node === those ? childOf({ head, dependency }, those, { first, last }) : node < copula ? node : -1;
    if (subject < first) continue;
    head[verb] = head[node] as number;
    dependency[verb] = dependency[node] as number;
    for (let token = first; token < last; token++)
      if (token !== index && token !== verb && (head[token] === those || (head[token] === node && token > subject)))
        head[token] = verb;
    head[subject] = verb;
    dependency[copula] = AUX_PASS;
    dependency[subject] = NSUBJ_PASS;
    head[those] = verb;
    dependency[those] = OBL;
  }
}

/** The subject of a node; −1 where it has none. */
function childOf(
  { head, dependency }: Pick<Columns, 'head' | 'dependency'>,
  node: number,
  { first, last }: Pick<Sentence, 'first' | 'last'>,
): number {
  for (let token = first; token < last; token++) if (head[token] === node && dependency[token] === NSUBJ) return token;
  return -1;
}

/** Tokens from "among" to "were". */
const LONGEST_PREDICATE = 6;
