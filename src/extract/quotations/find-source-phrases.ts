import type { AttributionCue } from '../../resources/index.js';
import type { TokenRange } from '../view.js';
import { phraseOf } from './find-claimant.js';
import type { FoundQuotation } from './found-quotation.js';
import type { Scene } from './scene.js';
import { nounHead } from './settle-claimant.js';
import { trimmed } from './subtree-edges.js';

/** Phrases before their source, by their first word: "according to Ann Lee", "in the words of Ann Lee". */
export type SourcePhrases = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly sense: AttributionCue }[]
>;

/** Sorts the phrases of the lexicon by their first word. */
export function sourcePhrases(phrases: ReadonlyMap<string, AttributionCue>): SourcePhrases {
  const found = new Map<string, { words: readonly string[]; sense: AttributionCue }[]>();
  for (const [phrase, sense] of phrases) {
    if (!sense.frames.has('SOURCE')) continue;
    const words = phrase.split(' ');
    const list = found.get(words[0] as string);
    if (list === undefined) found.set(words[0] as string, [{ words, sense }]);
    else list.push({ words, sense });
  }
  return found;
}

/** "Two died, according to Ann Lee, in Orlo": all of the sentence around the phrase and its source is the content. */
export function findSourcePhrases(
  scene: Scene,
  sentence: TokenRange,
  phrases: SourcePhrases,
): readonly FoundQuotation[] {
  const { view } = scene;
  const found: FoundQuotation[] = [];
  for (let index = sentence.first; index < sentence.last; index++) {
    const phrase = phrases
      .get(view.lower(index))
      ?.find(({ words }) => words.every((word, offset) => view.lower(index + offset) === word));
    if (phrase === undefined) continue;
    const cue = { first: index, last: index + phrase.words.length };
    const noun = nounHead(view, cue.last, { first: cue.last, last: sentence.last });
    const quote = scene.quoted.at(index);
    const region =
      quote === null
        ? sentence
        : { first: Math.max(sentence.first, quote.first), last: Math.min(sentence.last, quote.last) };
    const claimant = phraseOf(scene, { first: cue.last, last: region.last }, noun);
    if (claimant === null) continue;
    const before = trimmed(view, region.first, cue.first);
    const after = trimmed(view, claimant.last, region.last);
    const content = [before, after].filter((one) => one !== null);
    if (content.length === 0) continue;
    found.push({
      kind: 'ACCORDING_TO',
      stance: phrase.sense.stance,
      claimant,
      reason: null,
      cue,
      content,
      holdsClaims: true,
    });
    index = claimant.last - 1;
  }
  return found;
}
