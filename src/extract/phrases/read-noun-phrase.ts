import type { Name } from '../name.js';
import type { TokenRange, View } from '../view.js';
import type { NounPhrase } from './chunks.js';

const COUNT_WORDS = new Set([
  'about',
  'around',
  'nearly',
  'almost',
  'over',
  'roughly',
  'approximately',
  'some',
  'only',
  'another',
]);
const COUNT_OPENERS: readonly (readonly string[])[] = [
  ['at', 'least'],
  ['at', 'most'],
  ['more', 'than'],
  ['fewer', 'than'],
  ['less', 'than'],
  ['up', 'to'],
  ['as', 'many', 'as'],
];
const TIME_NOUNS = new Set([
  'day',
  'week',
  'month',
  'year',
  'hour',
  'minute',
  'weekend',
  'morning',
  'evening',
  'afternoon',
  'night',
  'overnight',
  'yesterday',
  'today',
  'tomorrow',
  'decade',
  'noon',
  'midnight',
  'dawn',
  'dusk',
  'time',
]);

/** Where a noun phrase may begin, and what stands before it. */
export interface NounStart {
  readonly index: number;
  readonly last: number;
  readonly preposition: string | null;
  readonly possessor: NounPhrase | null;
}

/** Reads the noun phrase that begins at a token; null where none does. */
export function readNounPhrase(view: View, names: ReadonlyMap<number, Name>, start: NounStart): NounPhrase | null {
  const { index, last, preposition, possessor } = start;
  const common = { kind: 'NOUN', preposition, possessor, first: index } as const;
  const opening = names.get(index);
  if (opening !== undefined && opening.type !== 'NATIONALITY' && !continuesNoun(view, opening.last, last)) {
    return {
      ...common,
      last: opening.last,
      head: opening.last - 1,
      name: opening,
      isPronoun: false,
      isTime: false,
      count: null,
    };
  }
  if (view.tag(index) === 'PRON' && view.form(index) !== 'PRP$' && view.form(index) !== 'WP') {
    return { ...common, last: index + 1, head: index, name: null, isPronoun: true, isTime: false, count: null };
  }
  const count = readCount(view, index, last);
  let cursor = count?.last ?? index;
  let head = -1;
  let name: Name | null = null;
  while (cursor < last) {
    const inner = names.get(cursor);
    if (inner !== undefined && inner.type !== 'NATIONALITY') {
      if (
        head !== -1 &&
        view.tag(head) === 'NOUN' &&
        inner.type === 'PERSON' &&
        inner.titleFirst === inner.first &&
        name !== null
      )
        break;
      [name, head, cursor] = [inner, inner.last - 1, inner.last];
      continue;
    }
    const tag = view.tag(cursor);
    const lower = view.lower(cursor);
    if (tag === 'NOUN' || tag === 'PROPN') {
      if (name !== null && cursor === name.last && !view.glued(cursor) && tag === 'PROPN') break;
      [head, name] = [cursor, null];
    } else if (tag === 'NUM') head = head === -1 ? cursor : head;
    else if (tag === 'DET' || view.form(cursor) === 'PRP$') {
      if (head !== -1) break;
    } else if (lower === '-' && view.glued(cursor)) {
      if (cursor + 1 >= last) break;
    } else if (
      tag === 'VERB' &&
      (view.form(cursor) === 'VBN' || view.form(cursor) === 'VBG') &&
      head === -1 &&
      cursor > index &&
      leadsToNoun(view, cursor + 1, last)
    ) {
      // "athletically built armed men", "the escalating war": a participle before its noun.
    } else if (tag === 'ADV' && head === -1 && leadsToNoun(view, cursor + 1, last) && cursor > index) {
      // "the increasingly violent city".
    } else if (tag !== 'ADJ' || (head !== -1 && !leadsToNoun(view, cursor + 1, last))) break;
    cursor++;
  }
  while (cursor > index && view.lower(cursor - 1) === '-') cursor--;
  // "at least 38 of them": a number that stands alone.
  if (head === -1 && count !== null && cursor === count.last) head = cursor - 1;
  if (head === -1 && view.tag(cursor - 1) === 'DET' && cursor === index + 1 && cursor > index) {
    // "some of its members", "those of women": a determiner that stands alone.
    if (view.lower(cursor) !== 'of') return null;
    head = index;
  }
  if (head === -1 || head >= cursor) return null;
  return {
    ...common,
    last: cursor,
    head,
    name: name !== null && name.last === cursor ? name : null,
    isPronoun: false,
    isTime: isTime(view, head),
    count,
  };
}

/** "Damascus suburbs", "the Homs neighborhood": a name before a noun is a modifier of it. */
function continuesNoun(view: View, index: number, last: number): boolean {
  return index < last && (view.tag(index) === 'NOUN' || (view.lower(index) === '-' && view.glued(index)));
}

function leadsToNoun(view: View, index: number, last: number): boolean {
  for (let next = index; next < last && next < index + 5; next++) {
    const tag = view.tag(next);
    if (tag === 'NOUN' || tag === 'PROPN') return true;
    if (tag !== 'ADJ' && tag !== 'NUM' && !(view.lower(next) === '-' && view.glued(next)) && view.form(next) !== 'VBN')
      return false;
  }
  return false;
}

function isTime(view: View, head: number): boolean {
  return view.hint(head) === 'DATE' || TIME_NOUNS.has(view.lemma(head));
}

/** "about 500", "at least 38", "between 47 and 53", "nine"; null where no number opens here. */
function readCount(view: View, index: number, last: number): TokenRange | null {
  let cursor = index;
  if (
    view.lower(cursor) === 'between' &&
    view.tag(cursor + 1) === 'NUM' &&
    view.lower(cursor + 2) === 'and' &&
    view.tag(cursor + 3) === 'NUM'
  ) {
    return { first: index, last: cursor + 4 };
  }
  if (view.tag(cursor) === 'DET' && view.tag(cursor + 1) === 'NUM') cursor++;
  const opener = COUNT_OPENERS.find((words) => words.every((word, offset) => view.lower(cursor + offset) === word));
  if (opener !== undefined) cursor += opener.length;
  else if (COUNT_WORDS.has(view.lower(cursor))) cursor++;
  const first =
    view.tag(index) === 'DET' && cursor === index + 1 && !COUNT_WORDS.has(view.lower(index)) ? cursor : index;
  let end = cursor;
  while (end < last && view.tag(end) === 'NUM' && view.hint(end) !== 'DATE') end++;
  return end > cursor ? { first, last: end } : null;
}
