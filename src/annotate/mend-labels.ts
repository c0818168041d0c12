import { FORMS, TAGS } from './annotated.js';
import { codesIn } from './codes-in.js';
import type { KnownWord } from './known-words.js';
import type { Tagger } from './tag-words.js';

/** Mends the tagger's labels of one sentence, in place, whose words stand from `first` on. */
export type Mender = (labels: Uint8Array, words: readonly KnownWord[], first: number) => void;

/** Makes what mends labels where words and their neighbours tell more than the treebanks' texts do. */
export function createMender(labels: Tagger['labels']): Mender {
  const tagOf = Uint8Array.from(labels, ({ tag }) => TAGS.indexOf(tag));
  const formOf = Uint8Array.from(labels, ({ form }) => FORMS.indexOf(form));
  const labelOf = (tag: string, form: string) => labels.findIndex((one) => one.tag === tag && one.form === form);
  const [adjective, plural, past] = [labelOf('ADJ', 'JJ'), labelOf('NOUN', 'NNS'), labelOf('VERB', 'VBD')];
  if (adjective < 0 || plural < 0 || past < 0) return () => {};

  /** "soldiers and hired gunmen had left": what stands between "and" and the subject of an auxiliary is no finite verb. */
  const isParticiple = (given: Uint8Array, index: number): boolean =>
    given[index] === past &&
    index > 0 &&
    index < given.length - 2 &&
    tagOf[given[index - 1] as number] === CCONJ &&
    tagOf[given[index + 1] as number] === NOUN &&
    tagOf[given[index + 2] as number] === AUX;

  /** "The gunmen shot two men", "Gunmen shot deserters.": no noun, where an object follows or no other verb is there. */
  const isPast = (given: Uint8Array, index: number): boolean => {
    const before = index > 0 ? tagOf[given[index - 1] as number] : -1;
    if (before !== NOUN && before !== PROPN) return false;
    const after = index + 1 < given.length ? (given[index + 1] as number) : -1;
    if (after < 0) return false;
    if (OBJECT_TAGS.has(tagOf[after] as number)) return true;
    // "gunmen shot and killed them", "police beat and briefly held him".
    if (tagOf[after] === CCONJ) {
      const beyond = index + (tagOf[given[index + 2] ?? after] === ADV ? 3 : 2);
      const joined = beyond < given.length ? formOf[given[beyond] as number] : -1;
      if (joined === VBD || joined === VBN) return true;
    }
    return formOf[given[index - 1] as number] === NNS && !given.some((label) => FINITE.has(formOf[label] as number));
  };

  return (given, words, first) => {
    for (let index = 0; index < given.length; index++) {
      const { irregular } = words[first + index] as KnownWord;
      if (isParticiple(given, index)) given[index] = adjective;
      if (irregular === '') continue;
      const form = formOf[given[index] as number];
      // "The gunmen fled.", and "Gunmen", which opens a sentence with a capital.
      if (irregular === 'NNS' && (form === NN || (index === 0 && (form === NNP || form === NNPS))))
        given[index] = plural;
      if (irregular === 'VBD' && form === NN && isPast(given, index)) given[index] = past;
    }
  };
}

const NOUN = TAGS.indexOf('NOUN');
const PROPN = TAGS.indexOf('PROPN');
const CCONJ = TAGS.indexOf('CCONJ');
const AUX = TAGS.indexOf('AUX');
const ADV = TAGS.indexOf('ADV');
const NN = FORMS.indexOf('NN');
const NNS = FORMS.indexOf('NNS');
const NNP = FORMS.indexOf('NNP');
const NNPS = FORMS.indexOf('NNPS');
const VBD = FORMS.indexOf('VBD');
const VBN = FORMS.indexOf('VBN');
/** What an object begins with, and a noun never has behind it. */
const OBJECT_TAGS = new Set<number>(codesIn(TAGS, 'DET', 'NUM'));
const FINITE = new Set<number>(codesIn(FORMS, 'VBD', 'VBP', 'VBZ', 'MD'));
