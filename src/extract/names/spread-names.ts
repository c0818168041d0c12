import type { EntityType } from '../../ontology/index.js';
import type { TokenRange, View } from '../view.js';
import type { OpenName } from './settle-names.js';

/** So sure must the recogniser be of a name once that the same words elsewhere are taken for it. */
const SURE = 0.8;
/** The same of names of several words, which are seldom common words elsewhere. */
const SURE_OF_MANY = 0.4;
/** How much less sure the other places are. */
const SHARE = 0.8;

/**
 * Adds the places where the words of a sure name stand again, written the same way, outside other names: what names
 * something once in a document seldom is a common word there. In order of text; cost grows linearly.
 */
export function spreadNames(view: View, names: readonly OpenName[]): readonly OpenName[] {
  const known = new Map<string, OpenName[]>();
  const seen = new Set<string>();
  for (const name of names) {
    const written = view.quote(name).quote;
    const least = name.last - name.first > 1 ? SURE_OF_MANY : SURE;
    if (name.probability < least || seen.has(written) || !/^\p{Lu}\S/u.test(written)) continue;
    seen.add(written);
    const first = view.word(name.first);
    known.set(first, [...(known.get(first) ?? []), name]);
  }
  const spread: OpenName[] = [];
  let next = 0;
  for (const sentence of view.sentences) {
    for (let index = sentence.first; index < sentence.last; index++) {
      while (next < names.length && (names[next] as OpenName).last <= index) next++;
      const limit = Math.min(sentence.last, names[next]?.first ?? sentence.last);
      if (limit <= index || sentence.furniture) continue;
      const again = known.get(view.word(index))?.find((name) => standsAt(view, name, { first: index, last: limit }));
      if (again === undefined) continue;
      const last = index + again.last - again.first;
      spread.push({
        first: index,
        last,
        type: again.type,
        confidence: again.confidence * SHARE,
        title: '',
        titleFirst: index,
        weights: again.weights === null ? null : new Map<EntityType, number>(),
        probability: again.probability * SHARE,
      });
      index = last - 1;
    }
  }
  return [...names, ...spread].sort((a, b) => a.first - b.first);
}

/** True where the words of a name stand at the beginning of a range, and no longer run of capitals does. */
function standsAt(view: View, name: OpenName, { first, last }: TokenRange): boolean {
  const length = name.last - name.first;
  if (first + length > last) return false;
  for (let offset = 0; offset < length; offset++)
    if (view.word(first + offset) !== view.word(name.first + offset)) return false;
  const isCapital = (index: number) => /^\p{Lu}/u.test(view.word(index));
  return !isCapital(first - 1) && !isCapital(first + length);
}
