import type { Resources } from '../resources/index.js';
import { FORMS, type Sentence, TAGS, type TokenTable } from './annotated.js';
import { codesIn } from './codes-in.js';
import { isActive, mendOpener, OPENERS } from './mend-openers.js';
import { mendVerbs } from './mend-verbs.js';

/** The columns of the tokens that the tags of some words are mended in. */
export type TagColumns = Pick<TokenTable, 'tag' | 'form' | 'lower'> & { readonly lemma: string[] };

const [PRON, NOUN, PROPN, VERB, AUX, SCONJ, ADJ, DET, NUM, ADP, PUNCT, CCONJ] = codesIn(
  TAGS,
  'PRON',
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'SCONJ',
  'ADJ',
  'DET',
  'NUM',
  'ADP',
  'PUNCT',
  'CCONJ',
);
const [IN, PRP, PRPS, POS, VBD, VBN, NN, NNS, VBZ, NNP, JJ] = codesIn(
  FORMS,
  'IN',
  'PRP',
  'PRP$',
  'POS',
  'VBD',
  'VBN',
  'NN',
  'NNS',
  'VBZ',
  'NNP',
  'JJ',
);

/** Mends tags that the word list, or the words beside, tell better than the tagger: the tree of the sentence hangs on them. */
export function mendTags(columns: TagColumns, resources: Resources, { first, last }: Sentence): void {
  const { tag, form, lower } = columns;
  for (let index = first; index < last; index++) {
    const word = lower[index] as string;
    if (OPENERS.has(word)) mendOpener(columns, { index, sentence: { first, last } });
    else if (word === 'that') {
      if (index > first + 1 && index + 1 < last && opensWhatIsTold(columns, resources, index)) {
        tag[index] = SCONJ;
        form[index] = IN;
      }
    } else if (word === 'said' && tag[index - 1] === CCONJ && index > first) {
      // "thanked them but |said| results were poor": it describes nothing.
      [tag[index], form[index]] = [VERB, VBD];
      columns.lemma[index] = 'say';
    } else if (word === 'told' && form[index] === VBN && index > first && isTelling(columns, index)) {
      form[index] = VBD;
    } else if (word === 'following' && tag[index] === VERB && bringsInEvent(columns, resources, { index, last })) {
      [tag[index], form[index]] = [ADP, IN];
    } else if (
      tag[index] === VERB &&
      tag[index + 1] === NOUN &&
      lower[index - 1] === 'to' &&
      lower[index - 2] === 'according'
    ) {
      // "according to |credible| sources".
      [tag[index], form[index]] = [ADJ, JJ];
    } else if (tag[index] === VERB && NEIGHBOURING.has(word)) {
      // "|Neighbouring| Brunia sent help".
      [tag[index], form[index]] = [ADJ, JJ];
      columns.lemma[index] = word;
    } else if (tag[index] === VERB) {
      // "Fishermen rescued them": no form of a verb ends so.
      if (word.endsWith('men') && word.length > 4) {
        tag[index] = NOUN;
        form[index] = NNS;
      } else if (form[index] === VBN && index > first && isActive(columns, index, last)) {
        // "a paper printed the pictures": what a past form behind a noun acts on stands behind it.
        const before = tag[index - 1];
        if ((before === NOUN || before === PROPN) && lower[index + 1] !== 'to' && !givesTwo(columns, resources, index))
          form[index] = VBD;
      }
    } else if (tag[index] === ADJ || tag[index] === NOUN) {
      const told = tag[index] === NOUN && index > first ? toldBy(columns, resources, { index, last }) : null;
      if (told !== null) {
        tag[index] = VERB;
        form[index] = VBZ;
        columns.lemma[index] = told;
        // "|Orlo| denies": who denies is no adjective.
        if (tag[index - 1] === ADJ && index - 1 === first) [tag[index - 1], form[index - 1]] = [PROPN, NNP];
        continue;
      }
      if (tag[index] === ADJ && isOffice(columns, resources, { index, first, last })) {
        [tag[index], form[index]] = [NOUN, NN];
        continue;
      }
      if (word === 'guilty') [tag[index], form[index]] = [ADJ, JJ];
      const lemma =
        index > first && tag[index - 1] !== DET
          ? (pastOf(columns, resources, { index, last }) ?? leftOf(columns, resources, { index, last }))
          : null;
      if (lemma === null) continue;
      tag[index] = VERB;
      form[index] = VBD;
      columns.lemma[index] = lemma;
    }
  }
  mendVerbs(columns, resources, { first, last });
}

/** Tokens of whom a verb of telling addresses. */
const LONGEST_ADDRESSEE = 5;
const OF_ADDRESSEES: ReadonlySet<number> = new Set([NOUN, PROPN, ADJ, DET, NUM]);

/**
 * "told him |that| 300 men had left", "told reporters |that| water came in": behind whom a verb of telling addresses, it
 * opens what is told, and is neither a relative pronoun nor a word of the noun behind it.
 */
function opensWhatIsTold({ tag, form, lemma }: TagColumns, { cues }: Resources, index: number): boolean {
  const addressee = index - 1;
  const isPronoun = form[addressee] === PRP && tag[addressee] === PRON;
  if (!isPronoun && tag[addressee] !== NOUN && tag[addressee] !== PROPN) return false;
  // "told |the five aid workers| that".
  let verb = addressee - 1;
  while (!isPronoun && verb > addressee - LONGEST_ADDRESSEE && OF_ADDRESSEES.has(tag[verb] as number)) verb--;
  // "warned them that would not work": there it is the subject.
  if (tag[verb] !== VERB || tag[index + 1] === AUX || tag[index + 1] === VERB) return false;
  const cue = cues.get(lemma[verb] as string);
  return cue?.addressee === 'OBJECT' && cue.frames.has('THAT');
}

/** Past forms that are nouns, or forms of other words, as well. */
const ALIKE: ReadonlySet<string> = new Set(
  'shot thought saw felt ground found bore fell wound left lay dove rose spoke bound drunk split spread cost cut hit set bid bet burst cast hurt quit thrust upset read beat bit rent lent won fit knit spit spun bent bust'.split(
    ' ',
  ),
);

/** "gunmen |shot| dead a guard", "the toll |climbed| to 43": the verb whose past form a word is, though it looks like another; null where it is none. */
function pastOf(
  { tag, lower }: TagColumns,
  { irregularForms, nominals, nounSenses, verbPhrases, verbSenses }: Resources,
  { index, last }: { readonly index: number; readonly last: number },
): string | null {
  const word = lower[index] as string;
  const irregular = irregularForms.get(word);
  if (irregular?.form === 'VBD') {
    const follows = (words: readonly string[]) =>
      index + words.length < last && words.every((one, offset) => lower[index + 1 + offset] === one);
    if (verbPhrases.get(irregular.lemma)?.some(follows) === true) return irregular.lemma;
    // "The mother |wept| and left": no noun is written so.
    return tag[index] === NOUN &&
      !nominals.has(word) &&
      !nounSenses.has(word) &&
      word !== irregular.lemma &&
      !ALIKE.has(word)
      ? irregular.lemma
      : null;
  }
  if (tag[index] !== NOUN || !word.endsWith('ed') || word.length < 6) return null;
  return [word.slice(0, -2), word.slice(0, -1)].find((stem) => verbSenses.has(stem)) ?? null;
}

/** "killed two |and left dozens| homeless": a past form behind "and" and before a number, which looks like an adjective; null where it is none. */
function leftOf(
  { tag, lower }: TagColumns,
  { irregularForms, numberWords }: Resources,
  { index, last }: { readonly index: number; readonly last: number },
): string | null {
  if (tag[index] !== ADJ || tag[index - 1] !== CCONJ || index + 2 >= last) return null;
  const next = lower[index + 1] as string;
  if (tag[index + 1] !== NUM && !numberWords.has(next) && !numberWords.has(next.replace(/s$/, ''))) return null;
  const irregular = irregularForms.get(lower[index] as string);
  return irregular?.form === 'VBD' ? irregular.lemma : null;
}

/** "its chief |executive|, Ann Lee,": what ends its phrase and names an office is a noun. */
function isOffice(
  { tag, form, lower, lemma }: TagColumns,
  { nominals }: Resources,
  { index, first, last }: { readonly index: number; readonly first: number; readonly last: number },
): boolean {
  if (index === first || (nominals.get(lower[index] as string)?.relation ?? null) === null) return false;
  const before = tag[index - 1];
  const opens = before === DET || form[index - 1] === PRPS || form[index - 1] === POS;
  if (!opens && !nominals.has(`${lower[index - 1]} ${lemma[index]}`)) return false;
  const next = index + 1 < last ? tag[index + 1] : PUNCT;
  return next === PUNCT || next === ADP || next === VERB || next === AUX;
}

/** "was sacked |following| a defeat": before an event that no verb "to be" carries, it says when. */
function bringsInEvent(
  { tag, lemma }: TagColumns,
  { nounSenses, matters }: Resources,
  { index, last }: { readonly index: number; readonly last: number },
): boolean {
  if (tag[index - 1] === AUX) return false;
  for (let token = index + 1; token < last && token < index + LONGEST_NOUN; token++) {
    if (tag[token] !== NOUN) {
      if (tag[token] === VERB || tag[token] === PUNCT || tag[token] === ADP) return false;
      continue;
    }
    const word = lemma[token] as string;
    if (nounSenses.has(word) || matters.has(word)) return true;
    if (tag[token + 1] !== NOUN) return false;
  }
  return false;
}

/** Tokens from a preposition to its noun. */
const LONGEST_NOUN = 7;

/** "the minister |told| reporters": behind a noun and before whom it is told. */
function isTelling({ tag }: TagColumns, index: number): boolean {
  const [before, behind] = [tag[index - 1], tag[index + 1]];
  return (before === NOUN || before === PROPN) && (behind === NOUN || behind === PROPN || behind === PRON);
}

const NEIGHBOURING = new Set(['neighbouring', 'neighboring']);

/** "the pupils |taught| the song": a participle that may keep an object of its own. */
function givesTwo({ lemma }: TagColumns, { verbSenses }: Resources, index: number): boolean {
  return verbSenses.get(lemma[index] as string)?.some(({ frame }) => frame === 'GIVING') === true;
}

/** "the city |accuses| them", "Orlo |denies| that": the verb of saying that a word is a form of, which is no noun; null where it is none. */
function toldBy(
  { tag, lower }: TagColumns,
  { cues, nounSenses, nominals, verbSenses }: Resources,
  { index, last }: { readonly index: number; readonly last: number },
): string | null {
  const word = lower[index] as string;
  if (!word.endsWith('s') || index + 1 >= last) return null;
  const stems = word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : [word.slice(0, -1), word.slice(0, -2)];
  const stem = stems.find((one) => cues.has(one) && verbSenses.has(one));
  if (stem === undefined || nounSenses.has(stem) || nominals.has(stem)) return null;
  const next = tag[index + 1];
  return lower[index + 1] === 'that' || next === PROPN || next === DET || next === PRON || next === SCONJ ? stem : null;
}
