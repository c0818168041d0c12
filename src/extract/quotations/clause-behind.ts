import type { TokenRange, View } from '../view.js';
import { isSubjectOf } from './clause-before.js';
import { QUESTION_WORDS, type SpokenCue } from './content.js';
import type { Cue } from './find-cues.js';
import { lastOfQuote } from './quote-ends.js';
import type { Region, Scene } from './scene.js';
import { trimmed } from './subtree-edges.js';
import { firstChild, hasVerb, isFiniteForm } from './tree-words.js';

/** Tokens between a cue and a clause that the tree does not give it. */
const CONDITIONS = new Set(['if', 'when', 'where', 'who', 'which']);
const MISTAKEN: ReadonlySet<string> = new Set(['acl:relcl', 'parataxis', 'acl', 'obl']);
const FARTHEST_CLAUSE = 24;

/** What a cue says behind it. */
export interface ClauseBehind {
  readonly range: TokenRange;
  /** True where "that", a colon or a question word opens it: nothing before the cue is content then. */
  readonly marked: boolean;
}

/** "said (that) soldiers had left", "said: “…”", "asked whether …", "told reporters that …". */
export function clauseBehind(scene: Scene, region: Region, { cue }: SpokenCue, end: number): ClauseBehind | null {
  const { view, edges } = scene;
  const quote = quoteBehind(scene, region, cue, end);
  if (quote !== null) return { range: quote, marked: true };
  const children = view.children(cue.head);
  let start = -1;
  let clause = -1;
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    if (child < end || child >= region.last) continue;
    const dependency = view.dependency(child);
    const first = Math.max(edges.first(child), cue.last);
    const opener = view.lower(first);
    const opens = opener === 'that' || QUESTION_WORDS.has(opener);
    // The tree takes some clauses for other things; their first word still shows them.
    const taken =
      (dependency === 'advcl' && opens && !CONDITIONS.has(opener)) || (opener === 'that' && MISTAKEN.has(dependency));
    if (dependency === 'ccomp' || taken) {
      [start, clause] = [first, child];
      break;
    }
    if (dependency === 'parataxis' && view.tag(first - 1) !== 'PUNCT') {
      [start, clause] = [first, child];
      break;
    }
  }
  if (start === -1) start = hiddenClause(view, region, cue, end);
  if (start === -1) return null;
  while (start < region.last && view.tag(start) === 'PUNCT') start++;
  const opener = view.lower(start);
  const range = untilQuoteEnd(scene, region, trimmed(view, start, clauseEnd(scene, region, cue, { start, clause })));
  if (range === null) return null;
  return { range, marked: opener === 'that' || QUESTION_WORDS.has(opener) };
}

/**
 * Where the tree hides a clause, the words still show it: "told the judges |that Marelli had paid", "said on Friday |the
 * captain had let". Gives its first token; −1 where none shows.
 */
function hiddenClause(view: View, region: Region, cue: Cue, end: number): number {
  if (!cue.sense.frames.has('THAT') || cue.passive) return -1;
  const limit = Math.min(region.last, end + FARTHEST_CLAUSE);
  let noun = -1;
  // "shows |what the car would cost|".
  if (cue.sense.frames.has('WH') && QUESTION_FORMS.has(view.form(end)) && hasFiniteBehind(view, end, limit)) return end;
  for (let index = end; index < limit; index++) {
    const lower = view.lower(index);
    switch (view.tag(index)) {
      case 'SCONJ':
        return lower === 'that' ? index : -1;
      case 'VERB':
      case 'AUX':
        // "said soldiers looted shops": what takes no object is followed by a clause.
        return noun !== -1 &&
          (isFiniteForm(view, index) || (view.form(index) === 'VBN' && !cue.sense.frames.has('OBJECT')))
          ? noun
          : -1;
      case 'CCONJ':
        if (noun === -1) return -1;
        break;
      case 'PUNCT':
        // "said at a stop in Orlo, Ostland, |that it was over": the word after the comma shows it.
        if (lower !== ',' || noun !== -1) return -1;
        return thatBehind(view, index + 1, limit);
      case 'ADP':
        // "said in February", but "said soldiers in Homs had left".
        // "said between 30 and 35 passengers drowned".
        if (noun === -1 && view.tag(index + 1) === 'NUM' && view.hint(index + 1) !== 'DATE') noun = index;
        else if (noun === -1) index = phraseEnd(view, index, limit) - 1;
        break;
      case 'PRON':
        if (lower === 'that' && view.form(index) !== 'DT' && index > end && opensClause(view, index, limit))
          return index;
        if (view.form(index) === 'WP' || view.form(index) === 'WDT') return -1;
        if (noun === -1) noun = index;
        break;
      case 'ADV':
        break;
      default:
        if (noun === -1 && view.hint(index) !== 'DATE') noun = index;
    }
  }
  return -1;
}

const QUESTION_FORMS: ReadonlySet<string> = new Set(['WP', 'WRB']);

/** True where a finite verb stands behind before a mark. */
function hasFiniteBehind(view: View, first: number, limit: number): boolean {
  for (let index = first + 1; index < limit && view.tag(index) !== 'PUNCT'; index++)
    if (isFiniteForm(view, index) || view.form(index) === 'MD') return true;
  return false;
}

/** "…, Ostland, |that it was over": the first "that" behind a comma before anything but a name; −1 where there is none. */
function thatBehind(view: View, first: number, limit: number): number {
  for (let index = first; index < limit; index++) {
    if (view.lower(index) === 'that' && view.tag(index) !== 'DET' && opensClause(view, index, limit)) return index;
    const tag = view.tag(index);
    if (tag !== 'PROPN' && tag !== 'PUNCT' && view.hint(index) !== 'DATE') return -1;
  }
  return -1;
}

/** "that |Marelli had paid": a subject of its own stands before the next verb. */
function opensClause(view: View, index: number, limit: number): boolean {
  for (let next = index + 1; next < limit; next++) {
    const tag = view.tag(next);
    if (tag === 'VERB' || tag === 'AUX') return next > index + 1 && isFiniteForm(view, next);
    if (tag === 'PUNCT' || tag === 'SCONJ') return false;
  }
  return false;
}

/** "in| February 2012|": where the noun phrase behind a preposition ends. */
function phraseEnd(view: View, index: number, limit: number): number {
  let end = index + 1;
  while (end < limit) {
    const tag = view.tag(end);
    if (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'NUM' && tag !== 'DET' && tag !== 'ADJ') break;
    // "said on Friday |the captain …", "said in Orlo |residents …".
    if (end > index + 1 && (tag === 'DET' || (view.tag(end - 1) === 'PROPN' && tag !== 'PROPN' && tag !== 'NUM')))
      break;
    end++;
  }
  return end;
}

/** "said: “…”", "said, “…”", "wrote “…”": the quoted text that the cue leads to, with the paragraphs in which it goes on. */
export function quoteBehind(scene: Scene, region: Region, cue: Cue, end: number): TokenRange | null {
  const { view, quoted } = scene;
  if (quoted.at(cue.head) !== null) return null;
  const quote = quoted.from(end);
  if (quote === null || quote.first - 1 >= region.last + 1) return null;
  const mark = quote.first - 1;
  const lead = view.lower(mark - 1);
  const direct = mark === end || ((lead === ',' || lead === ':') && mark - end < 16 && !hasVerb(view, end, mark));
  if (!direct || (mark === end && quote.last - quote.first < 4)) return null;
  // "said “armed gangs” had attacked": a part of a clause that goes on.
  if (lead !== ',' && lead !== ':' && quote.last + 1 < region.last && view.tag(quote.last - 1) !== 'PUNCT') return null;
  // "said that, “of course,” …".
  if (view.lower(mark - 2) === 'that') return null;
  // "The plan, said Ann Lee, “is a gift”": the speaker stands in the middle.
  if (isSubjectOf(view, region, cue.first, end)) return null;
  return trimmed(view, quote.first, lastOfQuote(scene, quote));
}

/** Where what the cue says ends: with its sentence, or before what the same speaker does next ("said … and |warned …", "…, |adding …"). */
function clauseEnd(
  { view, edges, resources }: Scene,
  region: Region,
  cue: Cue,
  { start, clause }: { readonly start: number; readonly clause: number },
): number {
  const head = view.head(cue.head);
  const isMain = clause === -1 || head === -1 || head < region.first || head >= region.last;
  let end = isMain ? region.last : Math.min(region.last, Math.max(edges.last(cue.head), edges.last(clause)));
  const children = view.children(cue.head);
  for (let next = 0; next < children.length; next++) {
    const child = children[next] as number;
    if (child <= Math.max(start, clause)) continue;
    const dependency = view.dependency(child);
    const isCue = resources.cues.has(view.lemma(child));
    const first = edges.first(child);
    const behindComma = view.lower(first - 1) === ',' || view.lower(first) === ',';
    // "fear that he lies |and that he leaves", "says she hopes |but she knows".
    const opener = view.lower(view.tag(first) === 'PUNCT' ? first + 1 : first);
    if (dependency === 'conj' && (opener === 'that' || (!isCue && hasPronoun(view, child)))) continue;
    if (dependency === 'conj' || (isCue && dependency === 'advcl' && view.form(child) === 'VBG' && behindComma)) {
      end = Math.min(end, first);
      break;
    }
  }
  while (end > start && (view.tag(end - 1) === 'CCONJ' || view.tag(end - 1) === 'PUNCT')) end--;
  return end;
}

function hasPronoun(view: View, verb: number): boolean {
  const subject = firstChild(view, verb, 'nsubj');
  return subject !== -1 && view.tag(subject) === 'PRON';
}

/** A part that ends within a quoted text goes on to its end. */
function untilQuoteEnd(scene: Scene, region: Region, range: TokenRange | null): TokenRange | null {
  if (range === null) return null;
  const { view, quoted } = scene;
  const quote = quoted.at(range.last - 1) ?? (range.last < region.last ? null : quoted.at(range.last));
  if (quote === null || quote.first <= range.first || quote.first >= region.last) return range;
  return quote.last > range.last ? trimmed(view, range.first, lastOfQuote(scene, quote)) : range;
}
