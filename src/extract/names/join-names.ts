import type { RecognizedName } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { TokenRange, View } from '../view.js';

/**
 * Joins what the recogniser cut: a place right before a body that ends in a body's word ("Orlo| Liberal Party"), and a
 * body with such a word and the place behind it ("Communist Party| of |Orlo"). Order stays.
 */
export function joinNames(
  view: View,
  resources: Resources,
  recognized: readonly RecognizedName[],
): readonly RecognizedName[] {
  const joined: RecognizedName[] = [];
  for (const name of recognized) {
    const before = joined.at(-1);
    if (before !== undefined && (isPrefixed(view, resources, before, name) || isOfPlace(view, resources, before, name)))
      joined[joined.length - 1] = join(before, name);
    else joined.push(name);
  }
  return joined;
}

function isPrefixed(view: View, resources: Resources, place: RecognizedName, body: RecognizedName): boolean {
  if (place.nameClass !== 'LOC' || body.nameClass !== 'ORG' || place.last !== body.first) return false;
  return isBodyWord(view, resources, body.last - 1) && areTogether(view, place, body);
}

function isOfPlace(view: View, resources: Resources, body: RecognizedName, place: RecognizedName): boolean {
  if (place.nameClass !== 'LOC' || body.nameClass !== 'ORG' || view.lower(body.last) !== 'of') return false;
  const article = view.lower(body.last + 1) === 'the' ? 1 : 0;
  if (body.last + 1 + article !== place.first || !areTogether(view, body, place)) return false;
  return isBodyWord(view, resources, body.last - 1) || isBodyWord(view, resources, body.first);
}

function isBodyWord(view: View, resources: Resources, index: number): boolean {
  return resources.nameWords.get(view.lower(index)) === 'ORGANIZATION';
}

function areTogether(view: View, first: TokenRange, second: TokenRange): boolean {
  return view.sentenceIndexOf(first.first) === view.sentenceIndexOf(second.first);
}

function join(first: RecognizedName, second: RecognizedName): RecognizedName {
  const body = first.nameClass === 'ORG' ? first : second;
  return { ...body, first: first.first, last: second.last };
}
