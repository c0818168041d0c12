import type { Resources } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { TokenRange, View } from '../view.js';
import type { Chunk, Mark, NounPhrase } from './chunks.js';
import { readNounPhrase } from './read-noun-phrase.js';
import { readVerbPhrase } from './read-verb-phrase.js';

/** Nouns that count what follows "of". */
const COUNTERS = new Set([
  'dozen',
  'score',
  'hundred',
  'thousand',
  'million',
  'number',
  'some',
  'most',
  'many',
  'all',
  'several',
  'group',
  'pair',
  'handful',
  'member',
  'one',
  'both',
  'majority',
]);
const QUOTES = new Set(['"', '“', '”', '„', '«', '»', '``', "''", '’’', '‘‘', '‘']);

/** Cuts a sentence into phrases and marks, in order. Names are whole; nothing overlaps; some words are left out. */
export function chunkSentence(
  view: View,
  resources: Resources,
  names: ReadonlyMap<number, Name>,
  range: TokenRange,
): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let preposition: string | null = null;
  let possessor: NounPhrase | null = null;
  for (let index = range.first; index < range.last; ) {
    const verb = readVerbPhrase(view, resources, { index, last: range.last, preposition });
    if (verb !== null) {
      chunks.push(verb);
      [preposition, possessor, index] = [null, null, verb.last];
      continue;
    }
    const noun = readNounPhrase(view, names, { index, last: range.last, preposition, possessor });
    if (noun !== null) {
      index = noun.last;
      if (view.form(index) === 'POS' && index < range.last) {
        possessor = noun;
        index++;
        continue;
      }
      chunks.push(noun);
      [preposition, possessor] = [null, null];
      continue;
    }
    const mark = readMark(view, index);
    if (mark !== null) {
      chunks.push(mark);
      if (mark.role !== 'QUOTE') preposition = null;
    } else if (view.tag(index) === 'ADP' || view.form(index) === 'TO') {
      preposition = preposition === 'according' ? 'according to' : view.lower(index);
    } else if (view.lower(index) === 'according') {
      preposition = 'according';
    }
    index++;
  }
  return settleParticiples(mergeCounters(view, chunks));
}

function readMark(view: View, index: number): Mark | null {
  const word = view.lower(index);
  const base = { kind: 'MARK', first: index, last: index + 1, word } as const;
  if (word === ',') return { ...base, role: 'COMMA' };
  if (QUOTES.has(word) || word === '’' || word === "'") return { ...base, role: 'QUOTE' };
  if (/^(?:[;:.!?()[\]–—]|-{2,}|\.{3,}|…)$/.test(word) || (word === '-' && !view.glued(index)))
    return { ...base, role: 'STOP' };
  if (view.form(index) === 'WP' || view.form(index) === 'WDT') return { ...base, role: 'RELATIVE' };
  if (view.tag(index) === 'SCONJ') return { ...base, role: 'SUBORDINATOR' };
  if (view.tag(index) === 'CCONJ') return { ...base, role: 'COORDINATOR' };
  return null;
}

/**
 * "The army killed two men", "he denied killing them": what a bare past form does to an object makes it finite; what is
 * done to a noun ("men killed in the war") has none. The tagger cannot tell the two forms of most verbs apart.
 */
function settleParticiples(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, index) => {
    if (chunk.kind !== 'VERB' || chunk.mood !== 'PARTICIPLE') return chunk;
    const before = chunks[index - 1];
    const next = chunks[index + 1];
    // "rounded up civilians, then killed dozens of them": the verb before shares its subject.
    const follows = before?.kind === 'MARK' && /^(?:RELATIVE|COORDINATOR|COMMA)$/.test(before.role);
    const hasSubject = before?.kind === 'NOUN' || follows;
    const hasObject =
      (next?.kind === 'NOUN' && next.preposition === null && !next.isTime) ||
      (next?.kind === 'VERB' && next.mood === 'GERUND' && next.preposition === null) ||
      (next?.kind === 'MARK' && next.word === 'that');
    return hasSubject && hasObject ? { ...chunk, mood: 'FINITE', passive: false } : chunk;
  });
}

/** "dozens of them", "members of nine families": a noun that counts, and what it counts, are one participant. */
function mergeCounters(view: View, chunks: readonly Chunk[]): readonly Chunk[] {
  const merged: Chunk[] = [];
  for (const chunk of chunks) {
    const before = merged.at(-1);
    const counts =
      before?.kind === 'NOUN' &&
      chunk.kind === 'NOUN' &&
      chunk.preposition === 'of' &&
      (COUNTERS.has(view.lemma(before.head)) || view.tag(before.head) === 'NUM') &&
      before.name === null;
    if (!counts) {
      merged.push(chunk);
      continue;
    }
    const count =
      chunk.count ??
      before.count ??
      (view.tag(before.head) === 'NOUN' ? { first: before.first, last: before.head + 1 } : null);
    merged[merged.length - 1] = {
      ...chunk,
      first: before.first,
      preposition: before.preposition,
      possessor: before.possessor,
      count,
    };
  }
  return merged;
}
