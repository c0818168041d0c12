import { NAME_CLASSES, type RecognizedName } from '../../annotate/index.js';
import { overlaps, type Span } from '../../base/index.js';
import type { EntityType } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { TokenRange, View } from '../view.js';
import { joinNames } from './join-names.js';
import { isKnownBody, knownBodyAt } from './known-bodies.js';
import { type OpenName, settleNames } from './settle-names.js';
import { splitNames } from './split-names.js';
import { spreadNames } from './spread-names.js';
import { addWeight, type TypeWeights } from './weigh-types.js';

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
export function findNames(
  view: View,
  resources: Resources,
  { recognized: cut, dateline }: NameSources,
): readonly Name[] {
  const recognized = joinNames(view, resources, splitNames(view, resources, cut));
  const names: OpenName[] = [];
  let next = 0;
  for (const sentence of view.sentences) {
    while (next < recognized.length && (recognized[next] as RecognizedName).first < sentence.first) next++;
    for (let index = sentence.first; index < sentence.last; ) {
      const one = recognized[next];
      const isName = one !== undefined && one.first === index;
      if (isName) next++;
      const found = sentence.furniture
        ? NONE
        : isName
          ? readName(view, resources, { recognized: one, from: Math.max(sentence.first, names.at(-1)?.last ?? 0) })
          : readUnrecognized(view, resources, { first: index, last: recognized[next]?.first ?? sentence.last });
      for (const name of found) names.push(placeInDateline(view, name, dateline));
      index = isName ? one.last : Math.max(index + 1, found.at(-1)?.last ?? 0);
    }
  }
  return settleNames(view, resources, addDateline(view, spreadNames(view, names), dateline));
}

const NONE: readonly OpenName[] = [];

function placeInDateline(view: View, name: OpenName, dateline: Span | null): OpenName {
  if (dateline === null || !overlaps(dateline, view.span(name))) return name;
  const { first, last, title, titleFirst, probability } = name;
  return { first, last, type: 'PLACE', confidence: 0.9, title, titleFirst, weights: null, probability };
}

/** The dateline's place, where the recogniser did not see a name in it. */
function addDateline(view: View, names: readonly OpenName[], dateline: Span | null): readonly OpenName[] {
  if (dateline === null || names.some((name) => overlaps(dateline, view.span(name)))) return names;
  const sentence = view.sentences.find((one) => overlaps(one, dateline));
  if (sentence === undefined || sentence.furniture) return names;
  let { first, last } = sentence;
  while (first < last && view.span({ first, last: first + 1 }).start < dateline.start) first++;
  while (last > first && view.span({ first: last - 1, last }).end > dateline.end) last--;
  if (first === last) return names;
  return [...names, settled({ first, last }, 'PLACE')].sort((a, b) => a.first - b.first);
}

/**
 * What is known for a name where the recogniser saw none, before `last`: "Islamic State", as the gazetteer has it; "Syrian",
 * "Alawites": an adjective or noun of origin is a name wherever it stands alone.
 */
function readUnrecognized(view: View, resources: Resources, { first, last }: TokenRange): readonly OpenName[] {
  const body = knownBodyAt(view, resources, first, Math.min(last, view.sentenceOf(first).last));
  if (body !== null) return [settled(body, 'ORGANIZATION')];
  return resources.peoples.has(view.word(first)) ? [people({ first, last: first + 1 })] : NONE;
}

function people(range: TokenRange): OpenName {
  return settled(range, 'NATIONALITY');
}

/** A name whose type does not depend on its other places. */
function settled({ first, last }: TokenRange, type: EntityType): OpenName {
  return { first, last, type, confidence: 0.9, title: '', titleFirst: first, weights: null, probability: 0.9 };
}

interface Found {
  readonly recognized: RecognizedName;
  /** Titles are not looked for before this token. */
  readonly from: number;
}

/** One recognised name: an adjective of origin that opens it apart, its title told, its type; none where it names nothing that is kept. */
function readName(view: View, resources: Resources, { recognized, from }: Found): readonly OpenName[] {
  const based = baseEnd(view, recognized);
  if (based !== -1) {
    const place = settled({ first: recognized.first, last: based - 2 }, 'PLACE');
    return [place, ...readName(view, resources, { recognized: { ...recognized, first: based }, from: based })];
  }
  const [adjective, rest] = splitPeople(view, resources, recognized);
  const names = adjective === null ? NONE : [people(adjective)];
  if (rest.first >= rest.last) return names;
  const inside = titleEnd(view, resources, rest);
  const first = inside < rest.last ? inside : rest.first;
  const titleFirst = titleStart(view, resources, { first: rest.first, from: Math.max(from, adjective?.last ?? 0) });
  const title = first === titleFirst ? '' : titleWords(view, { first: titleFirst, last: first });
  const body = trim(view, recognized.nameClass, { first, last: rest.last });
  if (recognized.nameClass === 'PER' && view.lower(body.first) === 'of')
    return [...names, ...placeOfOffice(view, resources, body)];
  const opened = openedName(view, resources, { body, from });
  if (opened !== null) return [...names, opened];
  const typed = typeOf(view, resources, { body, title, recognized });
  if (typed === null) return names;
  const { type, confidence, weights } = typed;
  const isPerson = type === 'PERSON';
  const name = {
    first: body.first,
    last: body.last,
    type,
    confidence,
    title: isPerson ? title : '',
    titleFirst: isPerson ? titleFirst : first,
    weights,
    probability: spanProbability(recognized),
  };
  return [...names, name];
}

/** "Governor |of Orlo|", "Representative |of the Secretary-General|": what an office is of is a place, where it is no other office. */
function placeOfOffice(view: View, resources: Resources, { first, last }: TokenRange): readonly OpenName[] {
  let start = first + 1;
  while (start < last && view.tag(start) === 'DET') start++;
  const isName = start < last && /^\p{Lu}/u.test(view.word(start));
  if (!isName || titleEnd(view, resources, { first: start, last }) > start || resources.titles.has(view.lower(start)))
    return NONE;
  return [settled({ first: start, last }, 'PLACE')];
}

/** "Orlo-based |Tarsin Foods|": behind the word that tells where it sits; −1 where none does. */
function baseEnd(view: View, { first, last }: TokenRange): number {
  for (let index = first + 2; index + 1 < last && index < first + 5; index++)
    if (view.lower(index) === 'based' && view.lower(index - 1) === '-') return index + 1;
  return -1;
}

/** "Hurricane Ivan", "USS Orlo": a name whose first word, in it or right before it, tells what it names; null elsewhere. */
function openedName(
  view: View,
  resources: Resources,
  { body, from }: { body: TokenRange; from: number },
): OpenName | null {
  for (const first of [body.first, body.first - 1]) {
    const type = resources.nameContexts.OPENS.get(view.lower(first));
    const isInside = first >= from && first < body.last - 1 && first >= view.sentenceOf(body.first).first;
    if (type !== undefined && isInside && /^\p{Lu}/u.test(view.word(first)))
      return settled({ first, last: body.last }, type);
  }
  return null;
}

/** Words that say where in a place something is: "southwestern Shanxi". */
const PARTS = /^(?:(?:north|south|east|west)\w*|central|upper|lower|downtown|mainland|nearby|rural)$/;

/** A name without what is none of its own: "Ilm| river", "southern |Ostra", "Lena Osso|,[1]". */
function trim(view: View, nameClass: RecognizedName['nameClass'], { first, last }: TokenRange): TokenRange {
  let [start, end] = [first, last];
  for (let index = start + 1; index < end; index++) {
    if (/[[(]/.test(view.word(index))) end = index;
    // "Tarsin| on Monday"
    else if (view.lower(index) === 'on' && view.hint(index + 1) === 'DATE') end = index;
  }
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
  readonly weights: TypeWeights | null;
}

const TYPES = { PER: 'PERSON', ORG: 'ORGANIZATION', LOC: 'PLACE' } as const;
/** So sure of a person or body must the recogniser be that a country's name is not the country. */
const SURE = 0.9;
/** What a title, a country's name or an acronym that anyone knows says for a type. */
const KNOWN = 5;
/** What the last word says for a type: "Ostra Bank". */
const TAIL = 2;

/** The type of a name: what is known of its words, then what the recogniser says; null where it names nothing that is kept. */
function typeOf(
  view: View,
  resources: Resources,
  { body, title, recognized }: { body: TokenRange; title: string; recognized: RecognizedName },
): Typed | null {
  const { nameClass, probability } = recognized;
  const written = view.quote(body).quote;
  const tail = tailOf(view, resources, body);
  const confidence = Math.min(0.99, Math.max(0.05, probability));
  const weights = learnedWeights(recognized);
  if (body.last - body.first > 1 && isKnownBody(view, resources, body)) addWeight(weights, 'ORGANIZATION', TAIL);
  const open = (type: EntityType, weight: number): Typed => {
    addWeight(weights, type, weight);
    return { type, confidence, weights };
  };
  const unsure = nameClass === 'LOC' || nameClass === 'MISC' || probability < SURE;
  if (resources.countryNames.has(written) && unsure) return { type: 'PLACE', confidence: 0.95, weights: null };
  if (title !== '' && nameClass !== 'MISC' && (nameClass === 'PER' || tail === undefined)) return open('PERSON', KNOWN);
  if (resources.wellKnownAcronyms.has(written.replaceAll('.', ''))) return open('ORGANIZATION', KNOWN);
  const long = body.last - body.first > 1;
  // "Marelli Dragaggi S.p.A.": the form of a company, whatever it looks like otherwise.
  if (long && isCompanyForm(view.lower(body.last - 1))) return open('ORGANIZATION', KNOWN);
  // "Camp Velm", "Fort Anselm": what is built may have its word before its name.
  const built = resources.nameWords.get(view.lower(body.first)) === 'FACILITY' && nameClass !== 'PER';
  if (built && long && tail === undefined) return { type: 'FACILITY', confidence, weights: null };
  // "Orlo Beverages": a company, though it looks like somebody's first and last name.
  if (tail === 'ORGANIZATION' && long && nameClass === 'PER' && resources.companyWords.has(view.lower(body.last - 1)))
    return open('ORGANIZATION', KNOWN);
  if (tail !== undefined && long && nameClass !== 'PER') {
    if (tail === 'FACILITY' || tail === 'EVENT' || tail === 'WORK') return { type: tail, confidence, weights: null };
    if (nameClass === 'MISC') return { type: tail, confidence: confidence * 0.8, weights: null };
    return open(tail, TAIL);
  }
  return { type: nameClass === 'MISC' ? 'WORK' : TYPES[nameClass], confidence, weights };
}

/** What the word that a name turns on says of its type: its last, or the last before "of": "|Friends| of Orlo Library". */
function tailOf(view: View, resources: Resources, { first, last }: TokenRange): EntityType | undefined {
  for (let index = first + 1; index < last - 1; index++) {
    if (view.lower(index) !== 'of' && view.lower(index) !== 'for') continue;
    const head = resources.nameWords.get(view.lower(index - 1));
    if (head !== undefined) return head;
    break;
  }
  return resources.nameWords.get(view.lower(last - 1).replace(/\.$/, ''));
}

const COMPANY_FORMS = new Set('inc corp co ltd llc plc spa sa ag gmbh nv bv oy ab asa srl kk'.split(' '));

/** "Inc.", "S.p.A.": a word that ends the names of companies only. */
function isCompanyForm(lower: string): boolean {
  return COMPANY_FORMS.has(lower.replaceAll('.', ''));
}

/** How much of what the recogniser says counts beside what is known otherwise: it has seen some of that itself. */
const LEARNED = 0.8;
/** So much less counts what it calls another kind of name: that is what it calls what it knows least. */
const OTHER_BIAS = 0.4;
/** However sure it is, it may be wrong so often. */
const DOUBT = 0.02;

function learnedWeights({ classes }: RecognizedName): TypeWeights {
  const weights: TypeWeights = new Map();
  NAME_CLASSES.forEach((nameClass, index) => {
    const type = nameClass === 'MISC' ? 'OTHER' : TYPES[nameClass];
    weights.set(type, LEARNED * Math.log((classes[index] as number) + DOUBT) - (nameClass === 'MISC' ? OTHER_BIAS : 0));
  });
  return weights;
}

function spanProbability({ classes }: RecognizedName): number {
  return classes.reduce((sum, share) => sum + share, 0);
}
