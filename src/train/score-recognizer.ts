import {
  beginLabel,
  createNameRecognizer,
  createTagger,
  insideLabel,
  NAME_CLASSES,
  type NameClass,
} from '../annotate/index.js';
import { unpackModel } from '../linear/index.js';
import type { LearningSentence } from './harmonize-names.js';
import { joinSentences, type NameResources } from './join-sentences.js';

/** F1 of names by class, and of all but MISC, in percent: a name counts where its words and its class agree. */
export type RecognizerScores = Readonly<Record<NameClass | 'all', number>>;

/**
 * Scores a packed recogniser on documents that it did not learn from. Where a document leaves open what a word is, a name
 * that is read there counts for nothing.
 */
export function scoreRecognizer(
  model: Uint8Array,
  documents: readonly (readonly LearningSentence[])[],
  resources: Pick<NameResources, 'gazetteer' | 'tagger'>,
): RecognizerScores {
  const recognize = createNameRecognizer(unpackModel(model, 'weights.bin'), resources.gazetteer);
  const tagger = createTagger(resources.tagger);
  const tallies = NAME_CLASSES.map(() => ({ marked: 0, read: 0, right: 0 }));
  for (const document of documents) {
    const joined = joinSentences(document, tagger);
    const marked = new Set(markedNames(joined.labels));
    for (const key of marked) (tallies[Number(key.split(' ')[2])] as Tally).marked++;
    for (const { first, last, nameClass } of recognize(joined)) {
      const number = NAME_CLASSES.indexOf(nameClass);
      const right = marked.has(`${first} ${last} ${number}`);
      const isOpen = joined.labels.slice(first, last).some((labels) => (labels & (labels - 1)) !== 0);
      const tally = tallies[number] as Tally;
      if (!right && isOpen) continue;
      tally.read++;
      if (right) tally.right++;
    }
  }
  const named = tallies.filter((_, index) => NAME_CLASSES[index] !== 'MISC');
  const sum = (part: keyof Tally) => named.reduce((total, tally) => total + tally[part], 0);
  return {
    ...(Object.fromEntries(NAME_CLASSES.map((one, index) => [one, f1(tallies[index] as Tally)])) as Record<
      NameClass,
      number
    >),
    all: f1({ marked: sum('marked'), read: sum('read'), right: sum('right') }),
  };
}

interface Tally {
  marked: number;
  read: number;
  right: number;
}

function f1({ marked, read, right }: Tally): number {
  return marked + read === 0 ? 0 : Math.round((2000 * right) / (marked + read)) / 10;
}

/** Names whose words may have one label only, as "first last class". */
function* markedNames(labels: readonly number[]): Iterable<string> {
  for (let first = 0; first < labels.length; first++) {
    const nameClass = NAME_CLASSES.findIndex((_, index) => labels[first] === 1 << beginLabel(index));
    if (nameClass < 0) continue;
    let last = first + 1;
    while (labels[last] === 1 << insideLabel(nameClass)) last++;
    yield `${first} ${last} ${nameClass}`;
  }
}
