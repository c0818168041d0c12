import { hashString } from '../../linear/index.js';
import { ENTITY_TYPES } from '../../ontology/index.js';
import type { View } from '../view.js';
import { type FoundMention, FUNCTIONS, GENDERS, NUMBERS, WORDINGS } from './mention.js';

/** The mentions of a document as numbers, a column a property: what features are made of. */
export interface MentionColumns {
  readonly count: number;
  /** Indexes into WORDINGS, FUNCTIONS, GENDERS, NUMBERS. */
  readonly wording: Uint8Array;
  readonly role: Uint8Array;
  readonly gender: Uint8Array;
  readonly number: Uint8Array;
  /** One more than the index into ENTITY_TYPES; 0 where it is no entity. */
  readonly type: Uint8Array;
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly governor: Int32Array;
  /** 1 where it is a part of a main clause. */
  readonly main: Uint8Array;
  /** Hash of the governor's lemma; 0 where there is none. */
  readonly governorWord: Int32Array;
  /** Hash of the head's lemma. */
  readonly word: Int32Array;
  /** Hash of all its words without what determines it. */
  readonly phrase: Int32Array;
  /** Hashes of the words that qualify its head, ascending by place. */
  readonly qualifiers: readonly (readonly number[])[];
  /** Hashes of the nouns that it goes by, as a description might take them up; none of a pronoun. */
  readonly labels: readonly (readonly number[])[];
  /** Bit 0: first of its sentence; bit 1: something stands behind its head and tells of it. */
  readonly placing: Uint8Array;
  /** Hashes of the words before and behind it. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

const TYPE_IDS: readonly string[] = ENTITY_TYPES.map(({ id }) => id);
const NONE: readonly number[] = [];

/** Makes the columns of the mentions of a document. */
export function createMentionColumns(view: View, mentions: readonly FoundMention[]): MentionColumns {
  const hashes = new Map<string, number>();
  const hash = (word: string): number => {
    const known = hashes.get(word);
    if (known !== undefined) return known;
    const made = hashString(word) | 0;
    hashes.set(word, made);
    return made;
  };
  const bytes = (of: (mention: FoundMention) => number) => Uint8Array.from(mentions, of);
  const words = (of: (mention: FoundMention) => number) => Int32Array.from(mentions, of);
  let sentence = -1;
  return {
    count: mentions.length,
    wording: bytes(({ wording }) => WORDINGS.indexOf(wording)),
    role: bytes(({ role }) => FUNCTIONS.indexOf(role)),
    gender: bytes(({ gender }) => GENDERS.indexOf(gender)),
    number: bytes(({ number }) => NUMBERS.indexOf(number)),
    type: bytes(({ type }) => (type === null ? 0 : TYPE_IDS.indexOf(type) + 1)),
    sentence: words((mention) => mention.sentence),
    paragraph: words((mention) => view.sentences[mention.sentence]?.paragraph ?? 0),
    first: words(({ first }) => first),
    last: words(({ last }) => last),
    governor: words(({ governor }) => governor),
    main: bytes(({ governor }) => (governor >= 0 && view.dependency(governor) === 'root' ? 1 : 0)),
    governorWord: words(({ governor }) => (governor < 0 ? 0 : hash(view.lemma(governor)))),
    word: words(({ head }) => hash(singular(view.lemma(head)))),
    phrase: words((mention) => phraseOf(view, mention, hash)),
    qualifiers: mentions.map((mention) => (mention.kind === 'NOMINAL' ? qualifiersOf(view, mention, hash) : NONE)),
    labels: mentions.map((mention) => labelsOf(view, mention, hash)),
    placing: bytes((mention) => {
      const opens = mention.sentence !== sentence;
      sentence = mention.sentence;
      return (opens ? 1 : 0) | (isModifiedBehind(view, mention) ? 2 : 0);
    }),
    before: words(({ first }) => hash(view.lower(first - 1))),
    after: words(({ last }) => hash(view.lower(last))),
  };
}

/** "gunmen" is the plural of "gunman", whatever the tagger takes it for. */
function singular(lemma: string): string {
  return lemma.length > 4 && lemma.endsWith('men') ? `${lemma.slice(0, -2)}an` : lemma;
}

function phraseOf(view: View, { first, last }: FoundMention, hash: (word: string) => number): number {
  let key = 0;
  for (let index = first; index < last; index++) {
    const tag = view.tag(index);
    if (tag === 'DET' || tag === 'PUNCT' || view.form(index) === 'PRP$') continue;
    key = (Math.imul(key, 31) + hash(view.lower(index))) | 0;
  }
  return key;
}

function qualifiersOf(view: View, { first, head }: FoundMention, hash: (word: string) => number): readonly number[] {
  const found: number[] = [];
  for (let index = first; index < head && found.length < 6; index++) {
    const tag = view.tag(index);
    if (tag === 'ADJ' || tag === 'NOUN' || tag === 'PROPN' || tag === 'NUM') found.push(hash(view.lower(index)));
  }
  return found;
}

/** "the president" may be "President Osso" and "the lawyer" "lawyer Ann Lee", "the bank" the "Bank of Orlo". */
function labelsOf(view: View, mention: FoundMention, hash: (word: string) => number): readonly number[] {
  const { kind, type, name, first, head, last } = mention;
  if (kind === 'PRONOUN') return NONE;
  if (kind === 'NOMINAL') return [hash(singular(view.lemma(head)))];
  const found: number[] = [];
  const [from, to] = type === 'PERSON' ? [name?.titleFirst ?? first, first] : [first, last];
  for (let index = from; index < to && found.length < MOST_LABELS; index++)
    if (view.word(index).length > 2) found.push(hash(view.lower(index)));
  if (type === 'PERSON' && from === first && view.tag(first - 1) === 'NOUN')
    found.push(hash(singular(view.lemma(first - 1))));
  return found;
}

/** Of one name. */
const MOST_LABELS = 6;

function isModifiedBehind(view: View, { last, top }: FoundMention): boolean {
  const children = view.children(top);
  const child = children[children.length - 1] ?? -1;
  if (child < last) return false;
  const dependency = view.dependency(child);
  return dependency === 'nmod' || dependency === 'acl:relcl' || dependency === 'acl';
}
