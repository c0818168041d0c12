import { FORMS, type Sentence, TAGS, type TokenTable } from './annotated.js';
import { codesIn } from './codes-in.js';

/** The columns that tell what opens a clause. */
type TagColumns = Pick<TokenTable, 'tag' | 'form' | 'lower'>;

const [VERB, AUX, NOUN, PROPN, PRON, DET, NUM, ADJ, ADV, ADP, PART, SCONJ, CCONJ, PUNCT] = codesIn(
  TAGS,
  'VERB',
  'AUX',
  'NOUN',
  'PROPN',
  'PRON',
  'DET',
  'NUM',
  'ADJ',
  'ADV',
  'ADP',
  'PART',
  'SCONJ',
  'CCONJ',
  'PUNCT',
);
const [VBD, VBN, VBZ, VBP, VBG, VB, MD, PRP, PRP$, DT, IN] = codesIn(
  FORMS,
  'VBD',
  'VBN',
  'VBZ',
  'VBP',
  'VBG',
  'VB',
  'MD',
  'PRP',
  'PRP$',
  'DT',
  'IN',
);

/** Words before a noun that may as well open a clause. */
export const OPENERS: ReadonlySet<string> = new Set(['after', 'before', 'since', 'until', 'till', 'once', 'as']);
/** Tokens from such a word to the verb of its clause. */
const LONGEST_SUBJECT = 14;
const OF_NOUNS: ReadonlySet<number> = new Set([NOUN, PROPN, PRON, DET, NUM, ADJ, ADV, ADP, PART, CCONJ]);

/** "fled |after| soldiers of the junta shelled them": before a noun with a finite verb of its own, the word opens a clause, and is no preposition. */
export function mendOpener(
  columns: TagColumns,
  { index, sentence }: { readonly index: number; readonly sentence: Pick<Sentence, 'first' | 'last'> },
): void {
  const { tag, form } = columns;
  if (tag[index] !== ADP) return;
  const verb = verbBehind(columns, index, sentence);
  if (verb === -1) return;
  tag[index] = SCONJ;
  form[index] = IN;
  if (form[verb] === VBN) form[verb] = VBD;
}

/** The finite verb of the clause that a word may open; −1 where a noun alone follows. */
function verbBehind(columns: TagColumns, index: number, { first, last }: Pick<Sentence, 'first' | 'last'>): number {
  const { tag, form, lower } = columns;
  const opens = index === first || tag[index - 1] === PUNCT || tag[index - 1] === CCONJ;
  if (!opens && !hasVerbBefore(columns, index, first)) return -1;
  let nouns = 0;
  let apposed = opens;
  for (let token = index + 1; token < last && token < index + LONGEST_SUBJECT; token++) {
    const kind = tag[token] as number;
    // "After the talks |the minister| left": a second noun without a preposition is the subject of the main clause.
    const begins = kind === DET || form[token] === PRP$ || form[token] === PRP;
    if (opens && begins && (tag[token - 1] === NOUN || tag[token - 1] === PROPN)) return -1;
    if (kind === NOUN || kind === PROPN || form[token] === PRP) nouns++;
    if (kind === VERB || kind === AUX) {
      if (nouns === 0) return -1;
      const shape = form[token] as number;
      if (shape === VBD || shape === VBZ || shape === VBP || shape === MD) return token;
      if (shape === VBN && isActive(columns, token, last)) return token;
      // "after a bomb hidden in a car exploded": a participle tells of the noun.
      if (shape === VBN) continue;
      return -1;
    }
    if (lower[token] === ',') {
      // "after the founder, Ann Lee, fell ill": one insertion, right before the verb.
      const close = insertionEnd(columns, token, last);
      if (apposed || close === -1) return -1;
      apposed = true;
      token = close;
      continue;
    }
    if (!OF_NOUNS.has(kind) || (kind === PRON && form[token] !== PRP && form[token] !== PRP$ && form[token] !== DT))
      return -1;
  }
  return -1;
}

/** The comma that closes an insertion of nouns before a verb; −1 where none does. */
function insertionEnd({ tag, form, lower }: TagColumns, comma: number, last: number): number {
  for (let token = comma + 1; token + 1 < last && token < comma + 9; token++) {
    if (lower[token] === ',')
      return tag[token + 1] === AUX || (tag[token + 1] === VERB && form[token + 1] !== VBG) ? token : -1;
    if (!OF_NOUNS.has(tag[token] as number)) return -1;
  }
  return -1;
}

/** True where the clause before the word has its verb: "He on Monday after a meeting said" has not. */
function hasVerbBefore({ tag, form }: TagColumns, index: number, first: number): boolean {
  for (let token = index - 1; token >= first; token--) {
    if (tag[token] === AUX) return true;
    if (tag[token] === VERB && form[token] !== VBG && form[token] !== VB) return true;
  }
  return false;
}

/** True of a past form whose object follows: "raided |the| homes". */
export function isActive({ tag, form, lower }: TagColumns, verb: number, last: number): boolean {
  const next = verb + 1;
  if (next >= last) return false;
  if (tag[next] === DET || form[next] === PRP$ || form[next] === PRP) return true;
  return lower[next] === 'that' || lower[next] === 'not' || lower[next] === 'to';
}
