import { NAME_CLASSES, type RecognizedName } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { TokenRange, View } from '../view.js';
import { isKnownBody } from './known-bodies.js';

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
  for (const found of recognized) {
    const before = joined.at(-1);
    const name = opened(view, resources, found, before?.last ?? 0);
    if (before === undefined) joined.push(name);
    else if (isPrefixed(view, resources, before, name) || isOfPlace(view, resources, before, name))
      joined[joined.length - 1] = join(before, name);
    // "Islamic| State": two that touch make what the gazetteer has.
    else if (before.last === name.first && isKnownBody(view, resources, { first: before.first, last: name.last }))
      joined[joined.length - 1] = asBody(before, name);
    else joined.push(name);
  }
  return joined;
}

/**
 * "|Front for the| Liberation of Tarsin", "|Forum for| Fair Trade": a body's word before "for" begins the name that the
 * recogniser found behind it, whatever it took that for; a place behind it stands for itself.
 */
function opened(view: View, resources: Resources, name: RecognizedName, from: number): RecognizedName {
  if (name.nameClass === 'LOC') return name;
  let link = name.first - 1;
  if (view.lower(link) === 'the') link--;
  let first = link - 1;
  if (view.lower(link) !== 'for' || first < from || first < view.sentenceOf(name.first).first) return name;
  if (!/^\p{Lu}/u.test(view.word(first)) || !isBodyWord(view, resources, first)) return name;
  while (first > from && view.tag(first - 1) === 'PROPN' && /^\p{Lu}/u.test(view.word(first - 1))) first--;
  return name.nameClass === 'ORG' ? { ...name, first } : asBody({ ...name, first }, name);
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

/** A body of the words of both, as sure as a name as they are. */
function asBody(first: RecognizedName, second: RecognizedName): RecognizedName {
  const probability = Math.min(...[first, second].map(({ classes }) => classes.reduce((sum, share) => sum + share, 0)));
  const classes = NAME_CLASSES.map((nameClass) => (nameClass === 'ORG' ? probability : 0));
  return { first: first.first, last: second.last, nameClass: 'ORG', probability, classes };
}

function join(first: RecognizedName, second: RecognizedName): RecognizedName {
  const body = first.nameClass === 'ORG' ? first : second;
  return { ...body, first: first.first, last: second.last };
}
