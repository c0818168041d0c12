import { type Annotated, codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import { mendBounds } from './mend-bounds.js';
import {
  mendAdditions,
  mendObjectRelatives,
  mendOpeners,
  mendRequests,
  mendSums,
  mendToldInsertions,
  mendToldSubjects,
} from './mend-clauses.js';
import { mendConjuncts, mendCounts, mendRecipients } from './mend-counts.js';
import { mendInsertions } from './mend-insertions.js';
import { mendJoins } from './mend-joins.js';
import { mendHeadlines, mendReducedPassives } from './mend-passives.js';
import { mendPredicates, mendThose, mendTurnedPredicates } from './mend-predicates.js';
import { mendReports, mendSequels, mendSpans, mendTimes, mendToldNouns } from './mend-relatives.js';
import { mendRoles } from './mend-roles.js';
import { mendSpeakers } from './mend-speakers.js';
import { type Columns, isPassive } from './tree-columns.js';

const [NSUBJ, NSUBJ_PASS, ROOT, CONJ, APPOS] = codesIn(DEPENDENCIES, 'nsubj', 'nsubj:pass', 'root', 'conj', 'appos');
const [AMOD, NMOD, FLAT, OBL] = codesIn(DEPENDENCIES, 'amod', 'nmod', 'flat', 'obl');
const [ADVCL, ACL, RELCL, PARATAXIS, CCOMP, XCOMP, COMPOUND] = codesIn(
  DEPENDENCIES,
  'advcl',
  'acl',
  'acl:relcl',
  'parataxis',
  'ccomp',
  'xcomp',
  'compound',
);
const [COP, AUX_PASS, OBJ, PUNCT, MARK] = codesIn(DEPENDENCIES, 'cop', 'aux:pass', 'obj', 'punct', 'mark');
const [NOUN, PROPN, PRON, VERB, AUX, NUM] = codesIn(TAGS, 'NOUN', 'PROPN', 'PRON', 'VERB', 'AUX', 'NUM');
const [VBG, VBD, VBN, VBZ, VBP, NNS] = codesIn(FORMS, 'VBG', 'VBD', 'VBN', 'VBZ', 'VBP', 'NNS');

/**
 * Mends what a greedy parser gets wrong most often, where words and commas tell. Each rule is one pass over a sentence;
 * no token gets more than one head, and no arc crosses another that did not before.
 */
export function mendTrees(annotated: Annotated, resources: Resources): Annotated {
  const { tokens } = annotated;
  const columns: Columns = {
    head: tokens.head.slice(),
    dependency: tokens.dependency.slice(),
    tag: tokens.tag.slice(),
    form: tokens.form.slice(),
    lower: tokens.lower,
    lemma: tokens.lemma.slice(),
  };
  for (const sentence of annotated.sentences) {
    if (sentence.furniture) continue;
    mendBounds(columns, resources, sentence);
    mendTurnedPredicates(columns, sentence);
    mendThose(columns, sentence);
    mendCounts(columns, resources, sentence);
    mendConjuncts(columns, sentence);
    mendRecipients(columns, resources, sentence);
    mendRoles(columns, resources, sentence);
    mendGerunds(columns, resources, sentence);
    raiseGerunds(columns, resources, sentence);
    mendParticiples(columns, resources, sentence);
    mendJoins(columns, resources, sentence);
    mendReducedPassives(columns, sentence);
    mendHeadlines(columns, resources, sentence);
    mendPredicates(columns, resources, sentence);
    mendTimes(columns, resources, sentence);
    mendSpans(columns, sentence);
    mendReports(columns, resources, sentence);
    mendToldNouns(columns, sentence);
    mendObjectRelatives(columns, sentence);
    mendInsertions(columns, resources, sentence);
    mendToldSubjects(columns, resources, sentence);
    mendToldInsertions(columns, resources, sentence);
    mendOpeners(columns, sentence);
    mendRequests(columns, resources, sentence);
    mendAdditions(columns, sentence);
    mendSums(columns, sentence);
    mendSequels(columns, sentence);
    mendRoot(columns, sentence);
    mendSubjects(columns, sentence);
    mendSplitSubjects(columns, resources, sentence);
    mendSpeakers(columns, resources, sentence);
    if (!isTree(columns, sentence)) restore(columns, tokens, sentence);
  }
  return { ...annotated, tokens: { ...tokens, ...columns } };
}

/** Whether every token leads up to a root: rules that each mend one thing may together close a circle. */
function isTree({ head }: Columns, { first, last }: Sentence): boolean {
  // Each token is left with the last walk that came by: a walk that meets itself goes in a circle.
  const walks = new Int32Array(last - first);
  for (let start = first; start < last; start++) {
    for (let at = start; at >= first && at < last; at = head[at] as number) {
      const walk = walks[at - first] as number;
      if (walk === start - first + 1) return false;
      if (walk !== 0) break;
      walks[at - first] = start - first + 1;
    }
  }
  return true;
}

/** Gives a sentence back the tree that the parser read. */
function restore({ head, dependency }: Columns, tokens: Annotated['tokens'], { first, last }: Sentence): void {
  head.set(tokens.head.subarray(first, last), first);
  dependency.set(tokens.dependency.subarray(first, last), first);
}

/** "blamed the governor for jailing reporters": the verb takes the gerund that the parser hangs on its object. */
function raiseGerunds(
  { head, dependency, form, lower, lemma }: Columns,
  resources: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 3; index < last; index++) {
    if (dependency[index] !== ACL || form[index] !== VBG || dependency[index - 1] !== MARK) continue;
    const noun = head[index] as number;
    if (noun < first || noun > index || dependency[noun] !== OBJ) continue;
    const verb = head[noun] as number;
    if (verb >= first && takes(resources, lemma[verb] as string, lower[index - 1] as string)) {
      head[index] = verb;
      dependency[index] = ADVCL;
    }
  }
}

/** True where a verb takes a gerund behind a preposition. */
function takes(resources: Resources, verb: string, preposition: string): boolean {
  const governors = resources.verbGovernors.get(verb);
  if (governors?.some(({ complements }) => complements.has(preposition))) return true;
  return resources.cues.get(verb)?.frames.has(preposition.toUpperCase()) ?? false;
}

/** "accused the army of hiding bodies": a word in -ing between a preposition and its object is a verb. */
function mendGerunds(
  { head, dependency, tag, form, lower, lemma }: Columns,
  resources: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 1; index + 1 < last; index++) {
    const modifies =
      (tag[index] === NOUN && dependency[index] === COMPOUND) || (form[index] === VBG && dependency[index] === AMOD);
    if (!modifies || !(lower[index] as string).endsWith('ing')) continue;
    const noun = head[index] as number;
    if (noun !== index + 1 && !(noun === index + 2 && tag[index + 1] !== NOUN)) continue;
    const preposition = index - 1;
    if (head[preposition] !== noun && head[preposition] !== index) continue;
    const above = head[noun] as number;
    const verb = above < first ? -1 : tag[above] === VERB ? above : (head[above] as number);
    if (verb < first || tag[verb] !== VERB || verb > index) continue;
    if (!takes(resources, lemma[verb] as string, lower[preposition] as string)) continue;
    // "accused Brunia of arming separatists": the one accused hung on what is armed.
    for (let token = verb + 1; token < preposition; token++) {
      if (head[token] !== noun && head[token] !== index) continue;
      head[token] = verb;
      if (dependency[token] !== PUNCT) dependency[token] = OBJ;
    }
    tag[index] = VERB;
    form[index] = VBG;
    lemma[index] = verbOf(resources, lower[index] as string);
    head[index] = verb;
    dependency[index] = ADVCL;
    head[preposition] = index;
    dependency[preposition] = MARK;
    head[noun] = index;
    dependency[noun] = OBJ;
    // "arming separatists in the valley": what follows without a comma tells of the nearer verb.
    for (let token = noun + 1; token < last && dependency[token] !== PUNCT; token++)
      if (head[token] === verb && dependency[token] === OBL) head[token] = index;
  }
}

/** "said soldiers looted shops": a past form between two nouns is no adjective; the first noun does it. */
function mendParticiples(
  { head, dependency, tag, form, lower, lemma }: Columns,
  resources: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 1; index + 1 < last; index++) {
    if (dependency[index] !== AMOD) continue;
    const before = tag[index - 1];
    // "The attackers set fire to a car": a past form that looks like the dictionary form is taken for an adjective.
    const isUnmarked = form[index - 1] === NNS && resources.irregularForms.get(lower[index] as string)?.form === 'VBD';
    if (!isUnmarked && (form[index] !== VBN || tag[index] !== VERB)) continue;
    const object = head[index] as number;
    if (object < index || (before !== NOUN && before !== PROPN && before !== PRON)) continue;
    // Climbs from the noun before it to the noun that all between hangs on.
    let subject = index - 1;
    for (let steps = 0; steps < 20; steps++) {
      const above = head[subject] as number;
      const kind = dependency[subject] as number;
      if (
        above < first ||
        above > index ||
        (kind !== NMOD && kind !== FLAT && kind !== CONJ && kind !== APPOS && kind !== COMPOUND)
      )
        break;
      subject = above;
    }
    const above = head[subject] as number;
    const kind = dependency[subject] as number;
    if (subject > index || above >= index) continue;
    const reported = kind === OBJ && above >= first && resources.cues.has(lemma[above] as string);
    if (kind !== ROOT && !reported) continue;
    // What follows hung on a noun before the verb, through any of its parts.
    for (let token = object; token < last; token++)
      if (token !== object && (head[token] as number) < index && (head[token] as number) >= subject)
        head[token] = index;
    tag[index] = VERB;
    form[index] = VBD;
    if (isUnmarked)
      lemma[index] = resources.irregularForms.get(lower[index] as string)?.lemma ?? (lower[index] as string);
    head[index] = above;
    dependency[index] = kind === ROOT ? ROOT : CCOMP;
    head[subject] = index;
    dependency[subject] = NSUBJ;
    head[object] = index;
    dependency[object] = OBJ;
  }
}

/** "hiding" is of "hide", "beating" of "beat", "planning" of "plan". */
function verbOf({ verbSenses }: Resources, word: string): string {
  const stem = word.slice(0, -3);
  if (verbSenses.has(`${stem}e`)) return `${stem}e`;
  if (!verbSenses.has(stem) && stem.at(-1) === stem.at(-2)) return stem.slice(0, -1);
  return stem;
}

/** "Lena Osso, a lawyer who is seeking office, named a deputy": a noun is no root where a finite verb behind a comma has no subject. */
function mendRoot({ head, dependency, tag, form, lower }: Columns, { first, last }: Sentence): void {
  let root = -1;
  for (let index = first; index < last && root === -1; index++) if (dependency[index] === ROOT) root = index;
  if (root === -1 || (tag[root] !== NOUN && tag[root] !== PROPN && tag[root] !== PRON && tag[root] !== NUM)) return;
  for (let index = first; index < last; index++)
    if (head[index] === root && (dependency[index] === COP || (dependency[index] === NSUBJ && index < root))) return;
  const verb = mainVerb({ head, dependency, tag, form, lower, root, last });
  if (verb === -1) return;
  head[verb] = -1;
  dependency[verb] = ROOT;
  const passive = isPassive({ head, dependency }, verb);
  if (form[verb] === VBN && !passive && !hasAuxiliary({ head, tag }, verb)) form[verb] = VBD;
  head[root] = verb;
  dependency[root] = passive ? NSUBJ_PASS : NSUBJ;
  for (let index = verb + 1; index < last; index++) {
    if (head[index] === root) head[index] = verb;
    // What hung on a clause before the verb, behind it, would cross.
    else if ((head[index] as number) < verb && (head[index] as number) >= first && index > verb) head[index] = verb;
  }
}

/** True where an auxiliary of the verb stands before it: "had called". */
function hasAuxiliary({ head, tag }: Pick<Columns, 'head' | 'tag'>, verb: number): boolean {
  for (let index = verb - 1; index >= 0 && index > verb - 5; index--)
    if (head[index] === verb && tag[index] === AUX) return true;
  return false;
}

/** The first finite verb behind a comma that hangs on the root or on a clause of it and has no subject; −1 where none. */
function mainVerb({
  head,
  dependency,
  tag,
  form,
  lower,
  root,
  last,
}: Omit<Columns, 'lemma'> & { readonly root: number; readonly last: number }): number {
  for (let index = root + 1; index < last; index++) {
    if (tag[index] !== VERB && tag[index] !== AUX) continue;
    const kind = dependency[index] as number;
    if (kind !== ACL && kind !== ADVCL && kind !== PARATAXIS && kind !== CONJ && kind !== RELCL && kind !== CCOMP)
      continue;
    const shape = form[index] as number;
    if (shape !== VBD && shape !== VBN && shape !== VBZ && shape !== VBP) continue;
    let start = index;
    let free = true;
    let passive = false;
    for (let child = index - 1; child > root; child--) {
      if (head[child] !== index) break;
      if (dependency[child] === NSUBJ || dependency[child] === NSUBJ_PASS || dependency[child] === MARK) free = false;
      if (dependency[child] === AUX_PASS) passive = true;
      if (dependency[child] === PUNCT) break;
      start = child;
    }
    for (let child = root + 1; child < start; child++)
      if (head[child] === index && dependency[child] !== PUNCT) free = false;
    const active = takesObject({ head, dependency, index, last });
    // "up to 20 guards protected the bank": what takes an object tells what its noun does.
    const apart = lower[start - 1] === ',' || (kind === ACL && start === index && shape !== VBN) || active;
    if (!free || !apart) continue;
    // "the army, backed by tanks": a participle with an agent or a preposition may well stand apart, but for the one
    // that closes a relative clause: "Ann Lee, who left, called for calm".
    const closes = dependency[head[index] as number] === RELCL && lower[start - 1] === ',';
    if (shape === VBN && !passive && start === index && !active && !closes) continue;
    return index;
  }
  return -1;
}

function takesObject({
  head,
  dependency,
  index,
  last,
}: {
  readonly head: Int32Array;
  readonly dependency: Uint8Array;
  readonly index: number;
  readonly last: number;
}): boolean {
  for (let child = index + 1; child < last && child < index + 8; child++)
    if (
      head[child] === index &&
      (dependency[child] === OBJ || dependency[child] === CCOMP || dependency[child] === XCOMP)
    )
      return true;
  return false;
}

/** "The owner, Do Minh Tam, denied it": of two subjects the second, between commas, describes the first. */
function mendSubjects({ head, dependency, lower, tag, form }: Columns, { first, last }: Sentence): void {
  let before = -1;
  for (let index = first; index < last; index++) {
    if (dependency[index] !== NSUBJ && dependency[index] !== NSUBJ_PASS) continue;
    if (before !== -1 && head[before] === head[index] && (head[index] as number) > index) {
      let [comma, dash, denied, apart, inner] = [false, false, false, false, -1];
      for (let between = before + 1; between < index; between++) {
        if (tag[between] !== NOUN && tag[between] !== PROPN) apart = true;
        if (lower[between] === ',') comma = true;
        else if (tag[between] === VERB && form[between] !== VBG) inner = between;
        // "The army, |not the rebels|, fired": the second is none of them.
        else if (lower[between] === 'not') denied = true;
        else if (lower[between] === '—' || lower[between] === '–' || lower[between] === '-') dash = true;
      }
      if (!comma && inner !== -1) {
        // "The master of a boat that sank off |the coast| was found": what stands behind the inner verb is its own.
        head[index] = inner;
        dependency[index] = OBJ;
        continue;
      }
      if (comma && !dash) {
        head[index] = before;
        dependency[index] = denied ? CONJ : APPOS;
        continue;
      }
      // "|lawyer| Marc Kasowitz said": of two with nothing between, the first is a title of the second.
      if (!apart && tag[index] === PROPN && (tag[before] === NOUN || tag[before] === PROPN)) {
        head[before] = index;
        dependency[before] = COMPOUND;
      }
    }
    before = index;
  }
}

/** "could sue the mine, and Brunia might close the strait": what stands right behind a verb without an object is its object, and no subject of the next. */
function mendSplitSubjects(
  { head, dependency, tag, lower, lemma }: Columns,
  resources: Resources,
  { first, last }: Sentence,
): void {
  for (let index = first + 1; index < last; index++) {
    if (dependency[index] !== NSUBJ) continue;
    const verb = head[index] as number;
    if (verb < index || dependency[verb] !== CCOMP) continue;
    const before = head[verb] as number;
    if (before < first || before >= index || tag[before] !== VERB || resources.cues.has(lemma[before] as string))
      continue;
    let subject = -1;
    let comma = false;
    for (let token = index + 1; token < verb; token++) {
      if (lower[token] === ',') comma = true;
      if (head[token] === index && dependency[token] === CONJ) subject = token;
    }
    if (subject === -1 || !comma) continue;
    head[index] = before;
    dependency[index] = OBJ;
    head[subject] = verb;
    dependency[subject] = NSUBJ;
    dependency[verb] = CONJ;
  }
}
