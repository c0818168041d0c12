import type { RecognizedName } from '../../annotate/index.js';
import { overlaps, type Span } from '../../base/index.js';
import type { EntityType } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { TokenRange, View } from '../view.js';
import { settleNames } from './settle-names.js';
import { spreadNames } from './spread-names.js';

/** What the names of a document are made from. */
export interface NameSources {
  readonly recognized: readonly RecognizedName[];
  /** The words of the dateline that name a place; null where there are none. */
  readonly dateline: Span | null;
}

/**
 * Turns what the recogniser found into names, in order: titles off, peoples beside, types by their last words, nothing from
 * furniture. Then types are settled by the whole document. The dateline's name is a place.
 */
export function findNames(view: View, resources: Resources, { recognized, dateline }: NameSources): readonly Name[] {
  const names: Name[] = [];
  let next = 0;
  for (const sentence of view.sentences) {
    while (next < recognized.length && (recognized[next] as RecognizedName).first < sentence.first) next++;
    for (let index = sentence.first; index < sentence.last; ) {
      const one = recognized[next];
      const isName = one !== undefined && one.first === index;
      if (isName) next++;
      const found = sentence.furniture
        ? []
        : isName
          ? readName(view, resources, { recognized: one, from: Math.max(sentence.first, names.at(-1)?.last ?? 0) })
          : readPeople(view, resources, index);
      names.push(...found.map((name) => placeInDateline(view, name, dateline)));
      index = isName ? one.last : index + 1;
    }
  }
  return settleNames(view, resources, addDateline(view, spreadNames(view, names), dateline));
}

function placeInDateline(view: View, name: Name, dateline: Span | null): Name {
  return dateline !== null && overlaps(dateline, view.span(name)) ? { ...name, type: 'PLACE', confidence: 0.9 } : name;
}

/** The dateline's place, where the recogniser did not see a name in it. */
function addDateline(view: View, names: readonly Name[], dateline: Span | null): readonly Name[] {
  if (dateline === null || names.some((name) => overlaps(dateline, view.span(name)))) return names;
  const sentence = view.sentences.find((one) => overlaps(one, dateline));
  if (sentence === undefined || sentence.furniture) return names;
  let { first, last } = sentence;
  while (first < last && view.span({ first, last: first + 1 }).start < dateline.start) first++;
  while (last > first && view.span({ first: last - 1, last }).end > dateline.end) last--;
  if (first === last) return names;
  const place = { first, last, type: 'PLACE', confidence: 0.9, title: '', titleFirst: first } as const;
  return [...names, place].sort((a, b) => a.first - b.first);
}

/** "Syrian", "Alawites": an adjective or noun of origin is a name wherever it stands alone. */
function readPeople(view: View, resources: Resources, index: number): readonly Name[] {
  if (!resources.peoples.has(view.word(index))) return [];
  return [people({ first: index, last: index + 1 })];
}

function people(range: TokenRange): Name {
  return { ...range, type: 'NATIONALITY', confidence: 0.9, title: '', titleFirst: range.first };
}

interface Found {
  readonly recognized: RecognizedName;
  /** Titles are not looked for before this token. */
  readonly from: number;
}

/** One recognised name: an adjective of origin that opens it apart, its title told, its type; none where it names nothing that is kept. */
function readName(view: View, resources: Resources, { recognized, from }: Found): readonly Name[] {
  const [adjective, rest] = splitPeople(view, resources, recognized);
  const names = adjective === null ? [] : [people(adjective)];
  if (rest.first >= rest.last) return names;
  const inside = titleEnd(view, resources, rest);
  const first = inside < rest.last ? inside : rest.first;
  const titleFirst = titleStart(view, resources, { first: rest.first, from: Math.max(from, adjective?.last ?? 0) });
  const title = first === titleFirst ? '' : titleWords(view, { first: titleFirst, last: first });
  const body = trim(view, recognized.nameClass, { first, last: rest.last });
  const type = typeOf(view, resources, { body, title, recognized });
  if (type === null) return names;
  const titled = type.type === 'PERSON' ? { title, titleFirst } : { title: '', titleFirst: first };
  return [...names, { ...body, ...type, ...titled }];
}

/** Words that say where in a place something is: "southwestern Shanxi". */
const PARTS = /^(?:(?:north|south|east|west)\w*|central|upper|lower|downtown|mainland|nearby|rural)$/;

/** A name without what is none of its own: "Ilm| river", "southern |Ostra", "Lena Osso|,[1]". */
function trim(view: View, nameClass: RecognizedName['nameClass'], { first, last }: TokenRange): TokenRange {
  let [start, end] = [first, last];
  for (let index = start + 1; index < end; index++) if (/^[[(]$/.test(view.word(index))) end = index;
  while (end - start > 1 && /^[,;:'’"“”–-]$/.test(view.word(end - 1))) end--;
  if (nameClass !== 'LOC' || !/\p{Lu}/u.test(view.quote({ first, last }).quote)) return { first: start, last: end };
  while (end - start > 1 && PARTS.test(view.word(start))) start++;
  while (end - start > 1 && /^\p{Ll}+$/u.test(view.word(end - 1))) end--;
  return { first: start, last: end };
}

/** "Syrian President Assad": an adjective of origin before a person is a name of its own; elsewhere ("Saudi Arabia", "Syrian Arab Army") it is part of the name. */
function splitPeople(view: View, resources: Resources, name: RecognizedName): readonly [TokenRange | null, TokenRange] {
  const alone = name.last - name.first === 1;
  if (!resources.peoples.has(view.word(name.first)) || !(alone || name.nameClass === 'PER')) return [null, name];
  return [
    { first: name.first, last: name.first + 1 },
    { first: name.first + 1, last: name.last },
  ];
}

/** Where the title words begin that stand right before a name: "|Foreign Minister Sergey Lavrov", "|Lt. Col. Ann Lee". */
function titleStart(view: View, resources: Resources, { first, from }: { first: number; from: number }): number {
  for (let start = Math.max(from, first - 8); start < first; start++) {
    if (!/^\p{Lu}/u.test(view.word(start))) continue;
    if (titleEnd(view, resources, { first: start, last: first }) === first) return start;
  }
  return first;
}

/** Index behind the title words that open a range: "Foreign Minister| Sergey Lavrov", "Lt. Col.| Ann Lee". */
function titleEnd(view: View, resources: Resources, { first, last }: TokenRange): number {
  let end = first;
  for (let length = Math.min(4, last - first); length >= 1; length--) {
    if (!resources.titles.has(titleWords(view, { first, last: first + length }))) continue;
    end = first + length;
    if (end < last && view.lower(end) === '.' && view.glued(end)) end++;
    return titleEnd(view, resources, { first: end, last });
  }
  return end;
}

function titleWords(view: View, { first, last }: TokenRange): string {
  const words: string[] = [];
  for (let index = first; index < last; index++)
    if (view.word(index) !== '.') words.push(view.lower(index).replace(/\.$/, ''));
  return words.join(' ').replaceAll(' - ', '-');
}

interface Typed {
  readonly type: EntityType;
  readonly confidence: number;
}

const TYPES = { PER: 'PERSON', ORG: 'ORGANIZATION', LOC: 'PLACE' } as const;
/** Prepositions that a place follows: "in Orlo". */
const PLACE_PREPOSITIONS = new Set(['in', 'near', 'outside', 'across', 'inside']);
/** So sure of a person or body must the recogniser be that a country's name is not the country. */
const SURE = 0.9;

/** The type of a name: what is known of its words, then what the recogniser says; null where it names nothing that is kept. */
function typeOf(
  view: View,
  resources: Resources,
  { body, title, recognized }: { body: TokenRange; title: string; recognized: RecognizedName },
): Typed | null {
  const { nameClass, probability } = recognized;
  const written = view.quote(body).quote;
  const tail = resources.nameWords.get(view.lower(body.last - 1).replace(/\.$/, ''));
  const confidence = Math.min(0.99, Math.max(0.05, probability));
  const unsure = nameClass === 'LOC' || nameClass === 'MISC' || probability < SURE;
  if (resources.countryNames.has(written) && unsure) return { type: 'PLACE', confidence: 0.95 };
  if (title !== '' && nameClass !== 'MISC' && (nameClass === 'PER' || tail === undefined))
    return { type: 'PERSON', confidence: Math.max(confidence, 0.9) };
  if (resources.wellKnownAcronyms.has(written.replaceAll('.', '')))
    return { type: 'ORGANIZATION', confidence: Math.max(confidence, 0.9) };
  // "Camp Velm", "Fort Anselm": what is built may have its word before its name.
  const built = resources.nameWords.get(view.lower(body.first)) === 'FACILITY' && nameClass !== 'PER';
  if (built && body.last - body.first > 1 && tail === undefined) return { type: 'FACILITY', confidence };
  if (tail !== undefined && body.last - body.first > 1 && nameClass !== 'PER') {
    if (tail === 'FACILITY' || tail === 'EVENT' || tail === 'WORK') return { type: tail, confidence };
    if (nameClass === 'MISC') return { type: tail, confidence: confidence * 0.8 };
    // "Ostra Bank": a body's word at the end outweighs a recogniser that is not sure of a place.
    if (tail === 'ORGANIZATION' && probability < SURE) return { type: tail, confidence };
  }
  // "in Bel Sado": nobody is in a person; a recogniser that is not sure gives way.
  if (nameClass === 'PER' && probability < SURE && PLACE_PREPOSITIONS.has(view.lower(body.first - 1)))
    return { type: 'PLACE', confidence: 0.6 };
  if (nameClass !== 'MISC') return { type: TYPES[nameClass], confidence };
  const short = body.last - body.first <= 2 && probability < 0.7;
  return short && PLACE_PREPOSITIONS.has(view.lower(body.first - 1)) ? { type: 'PLACE', confidence: 0.5 } : null;
}
