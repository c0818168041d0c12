import type { EntityType } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { TokenRange, View } from '../view.js';
import { findPeoples, type Peoples } from './find-peoples.js';
import { addWeight, type TypeWeights, weighContext } from './weigh-types.js';

/** A name whose type is open as long as the document was not read to its end. */
export interface OpenName extends Name {
  /** What speaks for each type; null where the type is settled. */
  readonly weights: TypeWeights | null;
  /** How probable it is that exactly these words are a name, of whatever type. */
  readonly probability: number;
}

/** Beyond so many places, what more places say counts less: what is mistaken in one is likely mistaken in all. */
const FULL_PLACES = 2;
/** What it tells that a word ends the name of a person elsewhere in the document. */
const SURNAME = 3;

/**
 * A name keeps one type throughout a document: the one that most speaks for over all its places, by the recogniser and by
 * the words around. Single words that end the name of a person are that person's surname. Order and number stay.
 */
export function settleNames(view: View, resources: Resources, found: readonly OpenName[]): readonly Name[] {
  const peoples = findPeoples(view, singleWords(view, found));
  const written = found.map((name) => view.quote(name).quote);
  const sums = new Map<string, TypeWeights>();
  const counts = new Map<string, number>();
  found.forEach((name, index) => {
    if (name.weights === null) return;
    const key = written[index] as string;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const sum = sums.get(key) ?? new Map();
    sums.set(key, sum);
    for (const [type, weight] of name.weights) addWeight(sum, type, weight);
    for (const [type, weight] of weighContext(view, resources, name)) addWeight(sum, type, weight);
    if (isPlaced(view, resources, name)) addWeight(sum, 'PLACE', PLACED);
    if (name.last - name.first === 1 && peoples.places.has(view.lower(name.first))) addWeight(sum, 'PLACE', PEOPLED);
  });
  for (const [key, sum] of sums) {
    const share = FULL_PLACES / Math.max(FULL_PLACES, counts.get(key) as number);
    for (const [type, weight] of sum) sum.set(type, weight * share);
  }
  weighSurnames(view, { found, written, sums });
  weighShortNames(view, resources, { found, written, sums });
  weighLists(view, { found, written, sums });
  const settled: Name[] = [];
  found.forEach((name, index) => {
    const { first, last, title, titleFirst, weights, probability } = name;
    const sum = weights === null ? undefined : sums.get(written[index] as string);
    const best = sum === undefined ? null : bestType(sum);
    const type = best === null ? name.type : best.type;
    if (type === 'OTHER') return;
    const confidence = best === null ? name.confidence : bounded(probability * best.share);
    settled.push({ first, last, type, confidence, title, titleFirst });
  });
  return addPeoples(view, settled, peoples);
}

/** The names of one word that are not settled, in lower case. */
function singleWords(view: View, found: readonly OpenName[]): ReadonlySet<string> {
  return new Set(
    found.flatMap(({ first, last, weights, title }) =>
      weights !== null && title === '' && last - first === 1 ? [view.lower(first)] : [],
    ),
  );
}

/** "Cadrian troops": adjectives of origin are names of peoples where no longer name has them; not where one is a person. */
function addPeoples(view: View, names: readonly Name[], { places, tokens }: Peoples): readonly Name[] {
  if (tokens.length === 0) return names;
  const isPlace = names.some(
    ({ type, first, last }) => type === 'PLACE' && last - first === 1 && places.has(view.lower(first)),
  );
  if (!isPlace) return names;
  const peoples = new Map(tokens.map((token) => [token, people({ first: token, last: token + 1 })]));
  const kept = names.filter(({ first, last, type }) => {
    if (last - first === 1 && type !== 'PERSON') return !peoples.has(first);
    for (let index = first; index < last; index++) peoples.delete(index);
    return true;
  });
  return [...kept, ...peoples.values()].sort((a, b) => a.first - b.first);
}

function people({ first, last }: TokenRange): Name {
  return { first, last, type: 'NATIONALITY', confidence: 0.8, title: '', titleFirst: first };
}

interface Sums {
  readonly found: readonly OpenName[];
  readonly written: readonly string[];
  readonly sums: ReadonlyMap<string, TypeWeights>;
}

/** "Lena Osso" … "Osso": the last word of a person's name is that person. */
function weighSurnames(view: View, { found, written, sums }: Sums): void {
  const surnames = new Map<string, number>();
  found.forEach((name, index) => {
    const sum = sums.get(written[index] as string);
    if (sum === undefined || name.last - name.first < 2) return;
    const { type, share } = bestType(sum);
    const surname = view.word(name.last - 1);
    if (type === 'PERSON') surnames.set(surname, Math.max(surnames.get(surname) ?? 0, share));
  });
  for (const [surname, share] of surnames) {
    const sum = sums.get(surname);
    if (sum !== undefined) addWeight(sum, 'PERSON', SURNAME * share);
  }
}

/** "Meridian Holdings Inc." … "Meridian": the first word of a company's name is the company, where it is no well-known place. */
function weighShortNames(view: View, resources: Resources, { found, written, sums }: Sums): void {
  const companies = new Set<string>();
  found.forEach((name, index) => {
    const { first, last } = name;
    const sum = sums.get(written[index] as string);
    if (last - first < 2 || !resources.companyWords.has(view.lower(last - 1).replace(/\.$/, ''))) return;
    // A form like "Corp" settles the type of the whole name at once.
    if ((sum === undefined ? name.type : bestType(sum).type) === 'ORGANIZATION') companies.add(view.word(first));
  });
  for (const company of companies) {
    const sum = sums.get(company);
    const isPlace = resources.countryNames.has(company) || resources.capitals.has(company);
    if (sum !== undefined && !isPlace) addWeight(sum, 'ORGANIZATION', SHORT_NAME);
  }
}

/** What it tells that a word begins the name of a company elsewhere in the document. */
const SHORT_NAME = 6;

/** How much the type of a sure neighbour in a list tells. */
const LISTED = 2;

/** "Hama, Homs, and Rastan": what stands in a list is likely of one type. */
function weighLists(view: View, { found, written, sums }: Sums): void {
  for (let index = 1; index < found.length; index++) {
    const [first, second] = [found[index - 1] as OpenName, found[index] as OpenName];
    const [before, after] = [sums.get(written[index - 1] as string), sums.get(written[index] as string)];
    if (before === undefined || after === undefined || before === after || second.title !== '') continue;
    if (!/^(?:,|,? and|,? or)\s+$/.test(view.text.slice(view.span(first).end, view.span(second).start))) continue;
    const [one, other] = [bestType(before), bestType(after)];
    if (one.share > other.share) addWeight(after, one.type, LISTED * one.share);
    else addWeight(before, other.type, LISTED * other.share);
  }
}

/** What an adjective of origin that is made of a name tells for a place. */
const PEOPLED = 2.5;
/** How much "the foreign minister of Dravina" tells for a place. */
const PLACED = 2;

/** "the president of Dravina", "the capital of Dravina": one word behind an office or a place's word and "of". */
function isPlaced(view: View, resources: Resources, { first, last, title }: Name): boolean {
  if (last - first !== 1 || title !== '' || view.lower(first - 1) !== 'of') return false;
  const { type: sense, sector } = resources.nominals.get(view.lemma(first - 2)) ?? {};
  return sense === 'PLACE' || sector === 'GOV' || sector === 'MIL';
}

/** The type that most speaks for, and its share among the types by the odds; of equal ones the first by name. */
function bestType(weights: TypeWeights): { readonly type: EntityType | 'OTHER'; readonly share: number } {
  let best: EntityType | 'OTHER' = 'OTHER';
  let most = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const [type, weight] of weights)
    if (weight > most || (weight === most && type < best)) [best, most] = [type, weight];
  for (const weight of weights.values()) sum += Math.exp(weight - most);
  return { type: best, share: 1 / sum };
}

function bounded(confidence: number): number {
  return Math.min(0.99, Math.max(0.05, confidence));
}
