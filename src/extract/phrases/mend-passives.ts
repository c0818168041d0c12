import { codesIn, DEPENDENCIES, FORMS, type Sentence, TAGS } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import { type Columns, isFiniteForm, isPassive } from './tree-columns.js';

const [NSUBJ, NSUBJ_PASS, OBJ, ACL, RELCL, ROOT, CONJ, CCOMP, PARATAXIS, ADVCL, CC, MARK] = codesIn(
  DEPENDENCIES,
  'nsubj',
  'nsubj:pass',
  'obj',
  'acl',
  'acl:relcl',
  'root',
  'conj',
  'ccomp',
  'parataxis',
  'advcl',
  'cc',
  'mark',
);
const [VERB, AUX, ADP, SCONJ, NOUN, PROPN] = codesIn(TAGS, 'VERB', 'AUX', 'ADP', 'SCONJ', 'NOUN', 'PROPN');
const [VBD, VBN] = codesIn(FORMS, 'VBD', 'VBN');
const JOINED: ReadonlySet<number> = new Set([CONJ, CCOMP, PARATAXIS, ADVCL]);
const ENDS: ReadonlySet<string> = new Set(['.', '!', '?', '"', '”', "''", '’', ':']);
/** Words of a headline. */
const LONGEST_HEADLINE = 22;

/** "Soldiers |sent| from the capital failed to help": a participle right behind a noun tells of it where another verb follows that has no subject. */
export function mendReducedPassives(columns: Columns, { first, last }: Sentence): void {
  const { head, dependency, tag, form } = columns;
  for (let verb = first + 1; verb + 2 < last; verb++) {
    if ((form[verb] !== VBN && form[verb] !== VBD) || tag[verb] !== VERB || tag[verb + 1] !== ADP) continue;
    const noun = verb - 1;
    if (head[noun] !== verb || (dependency[noun] !== NSUBJ && dependency[noun] !== NSUBJ_PASS)) continue;
    const main = mainVerbBehind(columns, verb, last);
    if (main === -1) continue;
    head[main] = head[verb] as number;
    dependency[main] = dependency[verb] as number;
    for (let token = first; token < last; token++)
      if (head[token] === verb && (token < noun || token > main)) head[token] = main;
    head[verb] = noun;
    dependency[verb] = ACL;
    form[verb] = VBN;
    head[noun] = main;
    dependency[noun] = isPassive(columns, main) ? NSUBJ_PASS : NSUBJ;
  }
}

/** The finite verb that the parser joins to a participle, though nothing joins the two; −1 where there is none. */
function mainVerbBehind({ head, dependency, tag, form, lower }: Columns, verb: number, last: number): number {
  for (let token = verb + 1; token < last; token++) {
    if (lower[token] === ',' || lower[token] === ';') return -1;
    if (head[token] !== verb || !JOINED.has(dependency[token] as number) || tag[token] !== VERB) continue;
    let helped = false;
    for (let child = verb + 1; child < last; child++) {
      if (head[child] !== token) continue;
      const kind = dependency[child] as number;
      if (kind === CC || kind === MARK || kind === NSUBJ || kind === NSUBJ_PASS) return -1;
      if (tag[child] === AUX && child < token) helped = true;
    }
    return helped || isFiniteForm(form[token]) ? token : -1;
  }
  return -1;
}

/** "Minister |arrested| in raid", "Aide who leaked report |expelled| from party": a past form of a headline that acts on nothing is a passive. */
export function mendHeadlines(columns: Columns, { verbSenses, cues }: Resources, { first, last }: Sentence): void {
  const { head, dependency, tag, form, lower, lemma } = columns;
  if (last - first > LONGEST_HEADLINE || ENDS.has(lower[last - 1] as string)) return;
  for (let verb = first + 1; verb < last; verb++) {
    if (tag[verb] !== VERB || (form[verb] !== VBN && form[verb] !== VBD)) continue;
    if (verb + 1 < last && tag[verb + 1] !== ADP && tag[verb + 1] !== SCONJ) continue;
    if (dependency[verb] === ACL) raiseParticiple(columns, verb, first);
    if (dependency[verb] !== ROOT) continue;
    const word = lemma[verb] as string;
    const isActedOn = verbSenses.get(word)?.some(({ frame }) => frame === 'TRANSITIVE') === true;
    if (!isActedOn || cues.get(word)?.addressee === 'NONE') continue;
    let [subject, free] = [-1, true];
    for (let token = first; token < last; token++) {
      if (head[token] !== verb) continue;
      if (dependency[token] === NSUBJ && token < verb) subject = token;
      if (dependency[token] === OBJ || tag[token] === AUX) free = false;
    }
    if (subject === -1 || !free) continue;
    dependency[subject] = NSUBJ_PASS;
    form[verb] = VBN;
  }
}

/** What tells of a noun within a relative clause of a headline's noun tells of that noun. */
function raiseParticiple({ head, dependency, tag }: Columns, verb: number, first: number): void {
  for (let node = head[verb] as number, step = 0; node >= first && step < 4; node = head[node] as number, step++) {
    if (dependency[node] !== RELCL) continue;
    const noun = head[node] as number;
    if (noun >= first && dependency[noun] === ROOT && (tag[noun] === NOUN || tag[noun] === PROPN)) head[verb] = noun;
    return;
  }
}
