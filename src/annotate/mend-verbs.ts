import type { Resources } from '../resources/index.js';
import { FORMS, type Sentence, TAGS, type TokenTable } from './annotated.js';
import { codesIn } from './codes-in.js';

/** The columns that verbs are mended in. */
type VerbColumns = Pick<TokenTable, 'tag' | 'form' | 'lower'> & { readonly lemma: string[] };

const [NOUN, PROPN, VERB, AUX, ADJ, ADV, ADP, DET, NUM, PART, CCONJ, SCONJ, PUNCT] = codesIn(
  TAGS,
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'ADJ',
  'ADV',
  'ADP',
  'DET',
  'NUM',
  'PART',
  'CCONJ',
  'SCONJ',
  'PUNCT',
);
const [VB, VBD, VBN, VBP, VBZ, MD, NN, NNS, NNPS, JJ, RB, TO, PRP, PRP$] = codesIn(
  FORMS,
  'VB',
  'VBD',
  'VBN',
  'VBP',
  'VBZ',
  'MD',
  'NN',
  'NNS',
  'NNPS',
  'JJ',
  'RB',
  'TO',
  'PRP',
  'PRP$',
);
const FINITE: ReadonlySet<number> = new Set([VBD, VBP, VBZ, MD]);
const NOUNS: ReadonlySet<number> = new Set([NOUN, PROPN, ADJ, NUM]);
/** Days that stand between a subject and its verb as they are. */
const DAYS: ReadonlySet<string> = new Set(['yesterday', 'today', 'tonight', 'tomorrow']);
const ENDS: ReadonlySet<string> = new Set(['.', '!', '?', '"', '”', "''", '’']);
/** Tokens of a headline, and of an insertion between two commas. */
const LONGEST_HEADLINE = 22;
const LONGEST_INSERTION = 12;

/** Mends the tags of one sentence's verbs where the tagger takes them for participles, nouns or parts of names. */
export function mendVerbs(
  columns: VerbColumns,
  resources: Resources,
  sentence: Pick<Sentence, 'first' | 'last'>,
): void {
  const { tag, form, lower } = columns;
  const { first, last } = sentence;
  let finite = -1;
  if (opensWithDoers(columns, resources, sentence)) {
    [tag[first], form[first]] = [ADJ, JJ];
    [tag[first + 1], form[first + 1]] = [NOUN, NNS];
    columns.lemma[first + 1] = (lower[first + 1] as string).slice(0, -1);
    const past = resources.irregularForms.get(lower[first + 2] as string);
    if (past?.form === 'VBD' && form[first + 2] === NN) {
      [tag[first + 2], form[first + 2]] = [VERB, VBD];
      columns.lemma[first + 2] = past.lemma;
    }
  }
  for (let index = first; index < last; index++) {
    if (tag[index] === VERB && form[index] === VBN && index > first) {
      if (
        tellsOf(columns, resources, { index, first, last, finite }) ||
        closesInsertion(columns, { index, first, last, finite })
      )
        form[index] = VBD;
    } else if (tag[index] === NOUN && form[index] === NN) {
      if (lower[index - 1] === 'to' && isInfinitive(columns, resources, index, last)) {
        [tag[index - 1], form[index - 1]] = [PART, TO];
        [tag[index], form[index]] = [VERB, VB];
        columns.lemma[index] = lower[index] as string;
      } else if (DAYS.has(lower[index] as string) && stoodBetween(columns, index, first, last)) {
        [tag[index], form[index]] = [ADV, RB];
        if (form[index + 1] === VBN) form[index + 1] = VBD;
        if (tag[index - 1] === ADJ) [tag[index - 1], form[index - 1]] = [NOUN, NN];
      }
    }
    if (FINITE.has(form[index] as number)) finite = index;
  }
  if (finite === -1 || last - first < LONGEST_HEADLINE) mendHeadline(columns, resources, sentence);
}

/** "Masked robbers shot …": a participle and a plural of people, and no two verbs. */
function opensWithDoers(
  { tag, form, lower }: VerbColumns,
  { nominals, verbSenses }: Resources,
  { first, last }: Pick<Sentence, 'first' | 'last'>,
): boolean {
  if (first + 2 >= last || tag[first] !== VERB || form[first + 1] !== VBZ) return false;
  const stem = (lower[first + 1] as string).slice(0, -1);
  return nominals.get(stem)?.type === 'PERSON' && !verbSenses.has(stem);
}

interface Place {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  /** The last finite verb before; −1 where there is none. */
  readonly finite: number;
}

/** "Minister Ann Lee |blamed| rebels", "denied it and |accused| soldiers of theft": what a verb of saying is behind a name, or behind "and" and a finite verb. */
function tellsOf(
  { tag, lower, lemma }: VerbColumns,
  { cues, verbSenses }: Resources,
  { index, first, last, finite }: Place,
): boolean {
  const word = lemma[index] as string;
  const next = tag[index + 1];
  if (index + 1 >= last || (next !== NOUN && next !== PROPN && next !== ADJ)) return false;
  if (!cues.has(word) || !verbSenses.has(word)) return false;
  if (tag[index - 1] === CCONJ) return finite !== -1 && lower[index - 1] !== 'or';
  if (tag[index - 1] !== PROPN || finite !== -1) return false;
  // "In Orlo accused officers were tried": a name behind a preposition does nothing.
  return tag[first] !== ADP;
}

/** "The mayor, Ann Lee, |called| on them to leave.": what goes on behind an insertion of nouns, where no other verb does. */
function closesInsertion({ tag, form, lower }: VerbColumns, { index, first, last, finite }: Place): boolean {
  if (finite !== -1 || lower[index - 1] !== ',' || index + 1 >= last || lower[index + 1] === 'by') return false;
  if (!ENDS.has(lower[last - 1] as string)) return false;
  let comma = index - 2;
  while (comma > first && comma > index - LONGEST_INSERTION && lower[comma] !== ',') {
    const kind = tag[comma] as number;
    if (!NOUNS.has(kind) && kind !== ADP && kind !== DET) return false;
    comma--;
  }
  if (lower[comma] !== ',' || (tag[comma - 1] !== NOUN && tag[comma - 1] !== PROPN)) return false;
  // "The mayor, Ann Lee, called by friends, |left|": there another one does.
  for (let token = index + 1; token < last; token++)
    if (FINITE.has(form[token] as number) && (lower[token - 1] === ',' || tag[token - 1] === PUNCT)) return false;
  return true;
}

/** "ordered them to |fire| on the crowd", "asked her to |hand| over the keys": no noun, where it has a particle or an object of its own. */
function isInfinitive(
  { tag, form, lower }: VerbColumns,
  { verbPhrases, verbSenses }: Resources,
  index: number,
  last: number,
): boolean {
  const word = lower[index] as string;
  if (index + 1 >= last || !verbSenses.has(word)) return false;
  if (tag[index + 1] === DET || form[index + 1] === PRP$ || form[index + 1] === PRP) return true;
  const follows = (words: readonly string[]) =>
    index + words.length < last && words.every((one, offset) => lower[index + 1 + offset] === one);
  return verbPhrases.get(word)?.some(follows) === true;
}

/** "The jury |yesterday| convicted him": between a noun and its verb. */
function stoodBetween({ tag, form }: VerbColumns, index: number, first: number, last: number): boolean {
  const before = index === first ? -1 : tag[index - 1];
  if (index + 1 >= last || (before !== NOUN && before !== PROPN && before !== ADJ)) return false;
  const next = form[index + 1] as number;
  return tag[index + 1] === AUX || (tag[index + 1] === VERB && (FINITE.has(next) || next === VBN));
}

/** "Gunmen |kill| mayor in Orlo", "Brunia |sanctions| two banks": the verb of a headline that has no other. */
function mendHeadline(
  columns: VerbColumns,
  { nominals, verbSenses }: Resources,
  { first, last }: Pick<Sentence, 'first' | 'last'>,
): void {
  const { tag, form, lower, lemma } = columns;
  if (ENDS.has(lower[last - 1] as string)) return;
  for (let index = first; index < last; index++) {
    // "… |as| minister quits": what such a word opens has a verb of its own.
    if (tag[index] === SCONJ || lower[index] === 'as' || lower[index] === 'after') break;
    if (tag[index] === AUX || (tag[index] === VERB && form[index] !== VBN)) return;
  }
  for (let index = first + 1; index + 1 < last && NOUNS.has(tag[index - 1] as number); index++) {
    if (tag[index] !== NOUN || !NOUNS.has(tag[index + 1] as number)) continue;
    const word = lower[index] as string;
    const before = form[index - 1];
    const isMany = before === NNS || before === NNPS;
    const noun = lemma[index - 1] as string;
    const doer = (nominals.get(noun) ?? nominals.get(noun.replace(/s$/, '')))?.type ?? null;
    if (form[index] === NN && isMany && doer !== null && verbSenses.has(word)) {
      [tag[index], form[index], lemma[index]] = [VERB, VBP, word];
      return;
    }
    const stem = word.slice(0, -1);
    const opens = tag[index + 1] === NUM || tag[index + 1] === PROPN;
    if (
      form[index] === NNS &&
      !isMany &&
      opens &&
      tag[index - 1] === PROPN &&
      word.endsWith('s') &&
      verbSenses.has(stem)
    ) {
      [tag[index], form[index], lemma[index]] = [VERB, VBZ, stem];
      return;
    }
  }
}
