import { overlaps, type Span } from '../base/index.js';
import type { EntityType } from '../ontology/index.js';
import type { Resources } from '../resources/index.js';
import type { TokenRange, View } from './view.js';

/** A run of tokens that names something. */
export interface Name extends TokenRange {
  readonly type: EntityType;
  readonly confidence: number;
  /** The title before it, in lower case without full stops ("foreign minister"); '' where none. */
  readonly title: string;
  /** First token of the title; `first` where there is none. */
  readonly titleFirst: number;
}

/** Lower-case words inside names of persons: "Kel ag Alhabib", "Ursula von der Leyen". */
const PARTICLES = new Set(
  'al el bin ibn ben bint de da do dos das del della di du van der den von zu la le ag abu bou y e'.split(' '),
);
/** Words that join parts of a name: "Bank of England", "Médecins & Co". */
const LINKS = new Set(['of', '&', 'for']);

/** Finds the names of all sentences that are not furniture, in order; then settles types by the whole document. The dateline's name is a place. */
export function findNames(view: View, resources: Resources, dateline: Span | null): readonly Name[] {
  const names: Name[] = [];
  for (const sentence of view.sentences) {
    if (sentence.furniture) continue;
    const headline = isHeadline(view, sentence);
    for (let index = sentence.first; index < sentence.last; ) {
      const run = nameRun(view, resources, { index, last: sentence.last, headline });
      if (run === null) {
        index++;
        continue;
      }
      names.push(...readRun(view, resources, run).map((name) => placeInDateline(view, name, dateline)));
      index = run.last;
    }
  }
  return settleTypes(view, placeListed(view, names));
}

function placeInDateline(view: View, name: Name, dateline: Span | null): Name {
  return dateline !== null && overlaps(dateline, view.span(name)) ? { ...name, type: 'PLACE', confidence: 0.9 } : name;
}

/** "in Hama, Homs, and Rastan": a name of unsure type in a list with a place is a place. */
function placeListed(view: View, names: readonly Name[]): readonly Name[] {
  let before: Name | null = null;
  return names.map((name) => {
    const between = before === null ? '' : view.text.slice(view.span(before).end, view.span(name).start);
    const listed =
      before?.type === 'PLACE' &&
      before.confidence >= 0.6 &&
      name.confidence < 0.6 &&
      /^(?:,|,? and)\s+$/.test(between);
    before = listed ? { ...name, type: 'PLACE', confidence: 0.6 } : name;
    return before;
  });
}

/** True for a line of capitals or of capitalised words without a final stop: its capitals tell little. */
function isHeadline(view: View, sentence: TokenRange): boolean {
  if (/[.!?”"’]/.test(view.word(sentence.last - 1))) return false;
  let words = 0;
  let capitalised = 0;
  for (let index = sentence.first; index < sentence.last; index++) {
    const word = view.word(index);
    if (!/^\p{L}{4,}/u.test(word)) continue;
    words++;
    if (/^\p{Lu}/u.test(word)) capitalised++;
  }
  return words >= 4 && capitalised / words >= 0.8;
}

interface Start {
  readonly index: number;
  readonly last: number;
  readonly headline: boolean;
}

/** The longest run of name tokens at an index; null where none begins there. */
function nameRun(view: View, resources: Resources, { index, last, headline }: Start): TokenRange | null {
  if (!isNameToken(view, resources, { index, headline })) return null;
  let end = index + 1;
  while (end < last) {
    const word = view.lower(end);
    if (isNameToken(view, resources, { index: end, headline })) {
      end++;
    } else if (
      word === '.' &&
      view.glued(end) &&
      (isInitial(view, end - 1) || isShortTitle(view, resources, end - 1))
    ) {
      end++;
    } else if (
      (word === '-' || word === '–') &&
      view.glued(end) &&
      view.glued(end + 1) &&
      /^\p{Lu}/u.test(view.word(end + 1))
    ) {
      end += 2;
    } else if (
      PARTICLES.has(word) &&
      end + 1 < last &&
      continuesAfterParticle(view, resources, { index: end + 1, last, headline })
    ) {
      end++;
    } else if (LINKS.has(word) && isLinkable(view, resources, { end, headline })) {
      end++;
    } else break;
  }
  return { first: index, last: end };
}

function isNameToken(
  view: View,
  resources: Resources,
  { index, headline }: { index: number; headline: boolean },
): boolean {
  const word = view.word(index);
  if (!/^\p{Lu}/u.test(word) || view.hint(index) === 'DATE') return false;
  if (resources.peoples.has(word)) return true;
  if (resources.functionWords.has(word.toLowerCase()) && word.length > 1 && word !== word.toUpperCase()) return false;
  const tag = view.tag(index);
  if (headline) return view.hint(index) !== '' && view.hint(index) !== 'NUMBER';
  if (tag === 'PROPN') return true;
  const opens = view.sentenceOf(index).first === index || /^["“‘]/.test(view.word(index - 1));
  if (tag === 'NOUN' && !opens) return true;
  if (
    LINKS.has(view.lower(index + 1)) &&
    (resources.titles.has(word.toLowerCase()) || resources.nameWords.has(word.toLowerCase())) &&
    /^\p{Lu}/u.test(view.word(index + 2))
  )
    return true;
  if (resources.titles.has(`${word} ${view.word(index + 1)}`.toLowerCase()) && /^\p{Lu}/u.test(view.word(index + 1)))
    return true;
  if (isInitial(view, index)) return view.word(index + 1) === '.';
  return resources.titles.has(word.toLowerCase()) && /^\p{Lu}/u.test(view.word(index + 1));
}

function isInitial(view: View, index: number): boolean {
  return /^\p{Lu}$/u.test(view.word(index)) && view.word(index) !== 'I';
}

function isShortTitle(view: View, resources: Resources, index: number): boolean {
  return (
    resources.abbreviations.get(view.lower(index)) === 'TITLE' ||
    resources.abbreviations.get(view.lower(index)) === 'COMPANY'
  );
}

function continuesAfterParticle(view: View, resources: Resources, start: Start): boolean {
  const word = view.lower(start.index);
  if (word === '-' && view.glued(start.index)) return /^\p{Lu}/u.test(view.word(start.index + 1));
  return (
    isNameToken(view, resources, start) ||
    (PARTICLES.has(word) && isNameToken(view, resources, { ...start, index: start.index + 1 }))
  );
}

/** "Ministry of Defense", "Secretary of State": an "of" belongs to a name after a word of office or body, before a capital. */
function isLinkable(view: View, resources: Resources, { end, headline }: { end: number; headline: boolean }): boolean {
  const before = view.lower(end - 1);
  const links =
    view.lower(end) === '&' ||
    resources.titles.has(before) ||
    (resources.nameWords.get(before) ?? 'PLACE') !== 'PLACE' ||
    before === 'republic';
  return links && isNameToken(view, resources, { index: end + 1, headline });
}

/** Splits titles off a run, cuts it where two names stand side by side, and gives each a type. */
function readRun(view: View, resources: Resources, run: TokenRange): readonly Name[] {
  const [adjective, rest] = splitPeople(view, resources, run);
  const names: Name[] =
    adjective === null
      ? []
      : [{ ...adjective, type: 'NATIONALITY', confidence: 0.9, title: '', titleFirst: adjective.first }];
  if (rest.first >= rest.last) return names;
  const first = titleEnd(view, resources, rest);
  const title = first === rest.first ? '' : titleWords(view, { first: rest.first, last: first });
  if (first >= rest.last) return names;
  const body = trim(view, { first, last: rest.last });
  if (body.first >= body.last) return names;
  names.push({ ...body, ...typeOf(view, resources, { range: body, title }), title, titleFirst: rest.first });
  return names;
}

/** "Syrian President Assad": an adjective of origin before a title is a name of its own; before a body ("Syrian Arab Army") it is part of it. */
function splitPeople(view: View, resources: Resources, run: TokenRange): readonly [TokenRange | null, TokenRange] {
  if (!resources.peoples.has(view.word(run.first))) return [null, run];
  const rest = { first: run.first + 1, last: run.last };
  const body = resources.nameWords.get(view.lower(run.last - 1));
  const beforeTitle = titleEnd(view, resources, rest) > rest.first;
  if (rest.first < rest.last && body === 'ORGANIZATION' && !beforeTitle) return [null, run];
  return [{ first: run.first, last: run.first + 1 }, rest];
}

/** Index behind the title words that open a range: "Foreign Minister| Sergey Lavrov", "Lt. Col.| Ann Lee". */
function titleEnd(view: View, resources: Resources, { first, last }: TokenRange): number {
  let end = first;
  for (let length = Math.min(4, last - first); length >= 1; length--) {
    if (!resources.titles.has(titleWords(view, { first, last: first + length }))) continue;
    end = first + length;
    if (view.lower(end) === '.' && view.glued(end)) end++;
    return titleEnd(view, resources, { first: end, last });
  }
  return end;
}

function titleWords(view: View, { first, last }: TokenRange): string {
  const words: string[] = [];
  for (let index = first; index < last; index++) if (view.word(index) !== '.') words.push(view.lower(index));
  return words.join(' ').replaceAll(' - ', '-');
}

function trim(view: View, { first, last }: TokenRange): TokenRange {
  let end = last;
  while (
    end > first &&
    (LINKS.has(view.lower(end - 1)) ||
      (view.word(end - 1) === '.' && !isInitial(view, end - 2)) ||
      PARTICLES.has(view.word(end - 1)))
  )
    end--;
  return { first, last: end };
}

/** The type of a name by itself and its nearest words; the first line that holds decides. */
function typeOf(
  view: View,
  resources: Resources,
  { range, title }: { range: TokenRange; title: string },
): { type: EntityType; confidence: number } {
  const { first, last } = range;
  const written = view.quote(range).quote;
  const words = last - first;
  const tail = resources.nameWords.get(view.lower(last - 1));
  const head = resources.nameWords.get(view.lower(first));
  const hints = new Set<string>();
  for (let index = first; index < last; index++) hints.add(view.hint(index));
  const before = view.lower(first - 1);
  if (resources.countryNames.has(written)) return { type: 'PLACE', confidence: 0.95 };
  if (title !== '') return { type: 'PERSON', confidence: 0.95 };
  if (resources.capitals.has(written)) return { type: 'PLACE', confidence: 0.9 };
  if (words > 1 && tail !== undefined) return { type: tail, confidence: 0.85 };
  if (words > 1 && head !== undefined) return { type: head, confidence: 0.75 };
  if (resources.wellKnownAcronyms.has(written.replaceAll('.', ''))) return { type: 'ORGANIZATION', confidence: 0.9 };
  if (words > 1 && resources.firstNames.has(view.word(first))) return { type: 'PERSON', confidence: 0.9 };
  if (hints.has('PERSON') && words > 1) return { type: 'PERSON', confidence: 0.85 };
  if (hints.has('PLACE') && !hints.has('PERSON')) return { type: 'PLACE', confidence: 0.8 };
  if (hints.has('ORGANIZATION')) return { type: 'ORGANIZATION', confidence: 0.7 };
  if (resources.nominals.get(view.lower(last))?.type === 'PLACE') return { type: 'PLACE', confidence: 0.75 };
  // "in Bel Hanoun" is a place; "from Issa Kourougan" may well be a person, "from Orlo" seldom is.
  const stands = ['in', 'near', 'at', 'outside', 'across'].includes(before);
  if (stands || (words === 1 && ['from', 'to', 'toward'].includes(before))) return { type: 'PLACE', confidence: 0.6 };
  if (/^\p{Lu}{2,6}$/u.test(written)) return { type: 'ORGANIZATION', confidence: 0.7 };
  if (hints.has('PERSON')) return { type: 'PERSON', confidence: 0.6 };
  if (words > 1 && words < 5) return { type: 'PERSON', confidence: 0.5 };
  const speaks = view.tag(last) === 'VERB' && resources.cues.has(view.lemma(last));
  return speaks ? { type: 'PERSON', confidence: 0.6 } : { type: 'PLACE', confidence: 0.35 };
}

/**
 * A name keeps one type throughout a document: single words that end the name of a person are that person's surname,
 * and equal names take the type that is surest over all their places.
 */
function settleTypes(view: View, names: readonly Name[]): readonly Name[] {
  const surnames = new Map<string, number>();
  const weights = new Map<string, Map<EntityType, number>>();
  for (const name of names) {
    const written = view.quote(name).quote;
    const byType = weights.get(written) ?? new Map<EntityType, number>();
    // A guess that nothing near the name supports counts for little beside one "in Dravina" or "President Okonjola".
    byType.set(name.type, (byType.get(name.type) ?? 0) + (name.confidence > 0.5 ? name.confidence : 0.02));
    weights.set(written, byType);
    if (name.type === 'PERSON' && (name.last - name.first > 1 || name.title !== ''))
      surnames.set(view.word(name.last - 1), name.confidence);
  }
  return names.map((name) => {
    const written = view.quote(name).quote;
    const surname = name.last - name.first === 1 ? surnames.get(written) : undefined;
    if (surname !== undefined && name.confidence < 0.9) return { ...name, type: 'PERSON', confidence: surname };
    const byType = [...(weights.get(written) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const [type] = byType[0] ?? [name.type];
    return type === name.type ? name : { ...name, type };
  });
}
