import type { Resources } from '../resources/index.js';
import { dateMarksOf } from './date-words.js';
import type { ScoredWord } from './score-tags.js';
import { boundaryMarksOf } from './sentence-marks.js';
import type { Tagger } from './tag-words.js';

/** What is known of a word by its writing alone, worked out once for all its tokens. */
export interface KnownWord {
  /** As written. */
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  /** Bits that tell where sentences end, see sentence-marks.ts. */
  readonly boundaries: number;
  /** Bits that tell dates and numbers, see date-words.ts. */
  readonly dates: number;
  /** The Penn Treebank tag of an irregular form: NNS of "gunmen", VBD of "shot"; '' of others. */
  readonly irregular: string;
  readonly scored: ScoredWord;
  /** Its lemmas so far, by the index of the tagger's label. */
  readonly lemmas: (string | undefined)[];
}

/** Gives what is known of a word. */
export type WordBook = (text: string) => KnownWord;

/** Words that are kept at a time; about a thousand bytes each. */
const MOST_WORDS = 15_000;

/** A book that keeps the words it was asked for, up to a bound; what it answers does not depend on them. */
export function createWordBook(
  resources: Pick<Resources, 'abbreviations' | 'irregularForms'>,
  tagger: Tagger,
): WordBook {
  const words = new Map<string, KnownWord>();
  return (text) => {
    const held = words.get(text);
    if (held !== undefined) return held;
    if (words.size >= MOST_WORDS) words.clear();
    const lower = text.toLowerCase().replaceAll('’', "'");
    const word = {
      text,
      lower,
      boundaries: boundaryMarksOf(text, resources),
      dates: dateMarksOf(lower),
      irregular: resources.irregularForms.get(lower)?.form ?? '',
      scored: tagger.look(text),
      lemmas: [],
    };
    words.set(text, word);
    return word;
  };
}
