import type { Resources } from '../resources/index.js';
import type { Form, Hint, Tag } from './annotated.js';
import type { RawToken } from './split-tokens.js';

/** What a token is, before it goes into the table. */
export interface TaggedToken {
  readonly lower: string;
  readonly tag: Tag;
  readonly form: Form;
  readonly hint: Hint;
}

/** The base reading's tags, the most telling first, with ours. */
const BASE_TAGS: readonly (readonly [string, Tag, Form])[] = [
  ['Modal', 'AUX', 'MD'],
  ['Auxiliary', 'AUX', ''],
  ['Copula', 'AUX', ''],
  ['Pronoun', 'PRON', ''],
  ['Gerund', 'VERB', 'VBG'],
  ['Participle', 'VERB', 'VBN'],
  ['PastTense', 'VERB', 'VBD'],
  ['Infinitive', 'VERB', 'VB'],
  ['PresentTense', 'VERB', 'VBZ'],
  ['Verb', 'VERB', 'VB'],
  ['Value', 'NUM', ''],
  ['ProperNoun', 'PROPN', 'NN'],
  ['Acronym', 'PROPN', 'NN'],
  ['Plural', 'NOUN', 'NNS'],
  ['Noun', 'NOUN', 'NN'],
  ['Adjective', 'ADJ', ''],
  ['Adverb', 'ADV', ''],
  ['Preposition', 'ADP', ''],
  ['Conjunction', 'CCONJ', ''],
  ['Determiner', 'DET', ''],
  ['Expression', 'INTJ', ''],
];

const BASE_HINTS: readonly (readonly [string, Hint])[] = [
  ['Date', 'DATE'],
  ['Value', 'NUMBER'],
  ['Person', 'PERSON'],
  ['Organization', 'ORGANIZATION'],
  ['Place', 'PLACE'],
];

const PUNCTUATION = /^[\p{P}\p{S}]+$/u;

/** Tags the tokens of one sentence: the closed classes from their list, the rest from the base reading, then mended in context. */
export function tagTokens(text: string, tokens: readonly RawToken[], resources: Resources): readonly TaggedToken[] {
  const tagged = tokens.map((token) => tagToken(text, token, resources));
  return tagged.map((token, index) => mend(tagged, index, { token, resources, raw: tokens[index] as RawToken, text }));
}

function tagToken(text: string, token: RawToken, resources: Resources): TaggedToken {
  const written = text.slice(token.start, token.end);
  const lower = written.toLowerCase().replaceAll('’', "'");
  if (token.clitic) return tagClitic(lower, token);
  const capitalised = /^\p{Lu}/u.test(written);
  const listed = resources.functionWords.get(lower);
  if (
    listed !== undefined &&
    !(capitalised && !token.opensSentence && token.term?.tags.has('ProperNoun') && written.length > 3)
  ) {
    return { lower, tag: listed.tag as Tag, form: listed.form as Form, hint: '' };
  }
  if (token.term === null || PUNCTUATION.test(written)) return { lower, tag: 'PUNCT', form: '', hint: '' };
  const hint = BASE_HINTS.find(([base]) => token.term?.tags.has(base))?.[1] ?? '';
  if (/^[$€£]?\p{N}/u.test(written)) return { lower, tag: 'NUM', form: '', hint };
  const found = BASE_TAGS.find(([base]) => token.term?.tags.has(base));
  const [, tag, form] = found ?? (['', 'X', ''] as const);
  if (capitalised && !token.opensSentence && tag === 'NOUN') return { lower, tag: 'PROPN', form, hint };
  return { lower, tag, form, hint };
}

function tagClitic(lower: string, token: RawToken): TaggedToken {
  if (lower === "n't") return { lower, tag: 'PART', form: '', hint: '' };
  const possessive = token.term?.tags.has('Possessive') || lower === "'";
  const contracts = token.term?.contracted.some((tags) => tags.has('Verb')) ?? false;
  if ((lower === "'s" || lower === "'") && (possessive || !contracts || token.term?.tags.has('Noun'))) {
    const isPronoun = token.term?.tags.has('Pronoun') ?? false;
    if (!isPronoun) return { lower, tag: 'PART', form: 'POS', hint: '' };
  }
  return { lower, tag: 'AUX', form: lower === "'ll" || lower === "'d" ? 'MD' : 'VBP', hint: '' };
}

interface Place {
  readonly token: TaggedToken;
  readonly raw: RawToken;
  readonly resources: Resources;
  readonly text: string;
}

/** Mends what the base reading gets wrong by kind; each line with an example. */
function mend(tagged: readonly TaggedToken[], index: number, place: Place): TaggedToken {
  const { token, resources } = place;
  const before = tagged[index - 1];
  const after = tagged[index + 1];
  const irregular = resources.irregularForms.get(token.lower);
  if (token.tag === 'VERB') {
    const opensNoun =
      before?.tag === 'DET' ||
      before?.form === 'PRP$' ||
      before?.form === 'POS' ||
      before?.tag === 'ADJ' ||
      before?.tag === 'NUM';
    // "the talks", "its advance": no finite verb follows a determiner.
    if (opensNoun && (token.form === 'VB' || token.form === 'VBZ')) return asNoun(token);
    // "soldiers and thugs had": a plural that names people is a noun unless a pronoun or noun governs it.
    if (token.form === 'VBZ' && isPluralNominal(token.lower, resources) && !isSubjectLike(before)) return asNoun(token);
    // "had rounded up", "was killed": after an auxiliary the past form is a participle.
    if (token.form === 'VBD' && isAfterAuxiliary(tagged, index)) return { ...token, form: 'VBN' };
    // "soldiers and hired gunmen had": a participle before the last noun of a list.
    const inList = before?.tag === 'CCONJ' && after?.tag === 'NOUN' && tagged[index + 2]?.tag === 'AUX';
    if (token.form === 'VBD' && inList) return { ...token, tag: 'ADJ', form: '' };
    // "the devastated city", "armed men": a participle between determiner and noun.
    if (
      (token.form === 'VBD' || token.form === 'VBN') &&
      opensNoun &&
      (after?.tag === 'NOUN' || after?.tag === 'ADJ' || after?.tag === 'PROPN')
    )
      return { ...token, tag: 'ADJ', form: '' };
  }
  // "overthrew", "slew": a form that only a verb has.
  if (token.tag === 'X' && irregular !== undefined) return { ...token, tag: 'VERB', form: irregular.form as Form };
  // "The Syrian opposition": capitalised adjectives of origin are names, and judged as mentions.
  if (resources.peoples.has(place.text.slice(place.raw.start, place.raw.end)))
    return {
      ...token,
      tag: after?.tag === 'NOUN' || after?.tag === 'PROPN' || after?.tag === 'ADJ' ? 'ADJ' : 'PROPN',
      form: 'NN',
    };
  // "her counterpart" against "told her": possessive only before a noun.
  if (token.lower === 'her' && !(after !== undefined && /^(?:NOUN|ADJ|PROPN|NUM|ADV|VERB)$/.test(after.tag)))
    return { ...token, form: '' };
  // "rejected that account.": a determiner where no verb follows the noun.
  const beforeNounAlone =
    after?.tag === 'NOUN' && !/^(?:VERB|AUX|ADV|PART|CCONJ|ADP)$/.test(tagged[index + 2]?.tag ?? '');
  if (token.lower === 'that' && token.tag === 'SCONJ' && beforeNounAlone && before?.tag === 'VERB')
    return { ...token, tag: 'DET' };
  // "that soldiers had": a subordinator unless a noun follows at once and no verb could.
  if (
    token.lower === 'that' &&
    before?.hint !== 'DATE' &&
    (before?.tag === 'NOUN' || before?.tag === 'PROPN') &&
    (after?.tag === 'VERB' || after?.tag === 'AUX')
  )
    return { ...token, tag: 'PRON', form: 'WP' };
  return token;
}

function asNoun(token: TaggedToken): TaggedToken {
  return { ...token, tag: 'NOUN', form: token.lower.endsWith('s') ? 'NNS' : 'NN' };
}

function isPluralNominal(lower: string, resources: Resources): boolean {
  return lower.endsWith('s') && resources.nominals.has(lower.slice(0, -1));
}

function isSubjectLike(token: TaggedToken | undefined): boolean {
  return token !== undefined && /^(?:NOUN|PROPN|PRON)$/.test(token.tag);
}

function isAfterAuxiliary(tagged: readonly TaggedToken[], index: number): boolean {
  for (let before = index - 1; before >= 0 && before >= index - 4; before--) {
    const token = tagged[before] as TaggedToken;
    if (token.tag === 'AUX') return true;
    if (token.tag !== 'ADV' && token.tag !== 'PART') return false;
  }
  return false;
}
