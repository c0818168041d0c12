import type { TokenRange, View } from '../view.js';
import type { SpokenCue } from './content.js';
import type { Cue } from './find-cues.js';
import type { QuotedText } from './find-quoted.js';
import { firstOfQuote, lastOfQuote } from './quote-ends.js';
import type { Region, Scene } from './scene.js';
import { trimmed } from './subtree-edges.js';
import { firstChild, hasVerb, isFiniteForm } from './tree-words.js';

/** Words behind "…, he said," that tell of the saying: "…, he said, as the crowd cheered". */
const ENDS_CONTENT = new Set(['as', 'who', 'which', 'when', 'while', 'before', 'after', 'where', 'whose']);

/** "“…,” she said", "Soldiers had left, officials said": all before the comma or closing mark at which the speaker begins. */
export function clauseBefore(
  scene: Scene,
  region: Region,
  { cue, inverted }: SpokenCue,
  { start, end, inserted }: { readonly start: number; readonly end: number; readonly inserted: boolean },
): TokenRange | null {
  const { view, edges } = scene;
  if (!mayFollow(view, cue, start) || start <= region.first || view.lower(start - 1) !== ',') return null;
  if (!inverted && hasObject(view, cue)) return null;
  if (inverted && endsInsertion(view, cue, start)) return null;
  // A clause must stand before: "In Orlo, he said …" has none.
  const head = view.head(cue.head);
  const governed = firstChild(view, cue.head, 'ccomp');
  const stands =
    (governed !== -1 && governed < start) ||
    (head !== -1 && head < start && head >= region.first && view.dependency(cue.head) !== 'conj') ||
    (head > cue.head &&
      head < region.last &&
      ['parataxis', 'advcl', 'ccomp', 'dep'].includes(view.dependency(cue.head)));
  // "Two fled, |said a neighbor", "The storm, which grew, hit Orlo, |officials said|.": whatever the tree made of it.
  const turned =
    (inverted || endsSentence(view, end)) && view.tag(region.first) !== 'SCONJ' && hasVerb(view, region.first, start);
  if (!stands && !turned && !inserted && !isSubjectOf(view, region, start, end)) return null;
  const range = trimmed(view, region.first, start - 1);
  return range === null || edges.first(cue.head) > region.last ? null : range;
}

/** "The mayor, who had threatened to leave, |thanked them|": behind an insertion the verb goes on from its subject, and nobody else speaks. */
function endsInsertion(view: View, { head }: Cue, start: number): boolean {
  const subject = firstChild(view, head, 'nsubj');
  if (subject === -1 || subject >= start) return false;
  for (let index = subject + 1; index < start; index++) {
    const form = view.form(index);
    if ((form === 'WP' || form === 'WDT' || form === 'WP$') && view.lower(index - 1) === ',') return true;
  }
  return false;
}

/** "…, he said, |local officials should …", "“…,” he said, |“…”", "“…,” he said. |“…”". */
export function clauseAfterInsertion(scene: Scene, region: Region, { cue }: SpokenCue, end: number): TokenRange | null {
  const { view, quoted } = scene;
  const quote = quoted.from(end);
  // The rest of a quotation stands behind the comma, or opens the next sentence.
  if (quote !== null && quoted.at(cue.head) === null) {
    const mark = quote.first - 1;
    const sentence = view.sentenceOf(cue.head);
    const next =
      mark >= sentence.last && mark - sentence.last <= 0 && view.sentenceOf(mark).paragraph === sentence.paragraph;
    if (next) return trimmed(view, quote.first, lastOfQuote(scene, quote));
    if (mark < sentence.last && view.lower(mark - 1) === ',' && mark - end < 24)
      return trimmed(view, quote.first, lastOfQuote(scene, quote));
  }
  const comma = insertionEnd(view, region, end);
  if (comma === -1 || ENDS_CONTENT.has(view.lower(comma + 1))) return null;
  // "…, he said, |going on to praise it", but "…, he said, |replacing her would be hard".
  if (view.form(comma + 1) === 'VBG' && !hasFinite(view, comma + 2, region.last)) return null;
  return trimmed(view, comma, region.last);
}

/** "“…,” |she said": the quoted text, and what leads to it in its sentence; null where none touches the speaker. */
export function quotedBefore(
  scene: Scene,
  region: Region,
  { cue }: SpokenCue,
  start: number,
): (TokenRange & { readonly opens: boolean }) | null {
  const { view, quoted } = scene;
  if (start <= 0 || !mayFollow(view, cue, start) || quoted.at(cue.head) !== null) return null;
  const quote = quoted.before(start);
  if (quote === null || !touchesSpeaker(scene, region, { quote, start, cue })) return null;
  const opens = quote.first <= region.first + 1 || opensWithQuote(view, region, quote);
  const range = trimmed(view, Math.min(firstOfQuote(scene, quote), opens ? quote.first : region.first), quote.last);
  return range === null ? null : { ...range, opens };
}

/**
 * "“…,” |she said": only the marks stand between; a sentence that ended within them is over, unless the speaker goes on
 * in lower case, or says no more than that: "“…?” |Ann Lee said|."
 */
function touchesSpeaker(
  { view }: Scene,
  region: Region,
  { quote, start, cue }: { readonly quote: QuotedText; readonly start: number; readonly cue: Cue },
): boolean {
  if (start - quote.last > 2 || view.tag(start - 1) !== 'PUNCT' || quote.last < region.first - 1) return false;
  const end = view.lower(quote.last - 1);
  if (quote.last >= region.first && end !== '.') return true;
  if (end === '.') return false;
  // "“Who did it?” He said: “…”": what opens behind the mark is what he said.
  const isOver = view.tag(cue.last) === 'PUNCT' && view.lower(cue.last) !== ':';
  const asks = (end === '?' || end === '!') && start < cue.first && isOver;
  return asks || view.word(start) === view.lower(start);
}

function opensWithQuote(view: View, region: Region, quote: QuotedText): boolean {
  for (let index = region.first; index < quote.first; index++) if (view.tag(index) !== 'PUNCT') return false;
  return true;
}

/** True where a finite verb comes before a word that opens another clause. */
function hasFinite(view: View, first: number, last: number): boolean {
  for (let index = first; index < last; index++) {
    if (isFiniteForm(view, index)) return true;
    const form = view.form(index);
    if (view.tag(index) === 'SCONJ' || view.tag(index) === 'PUNCT' || form === 'WP' || form === 'WDT' || form === 'WRB')
      return false;
  }
  return false;
}

/** The comma that closes "he told me on Friday,"; −1 where the cue does not end there. */
function insertionEnd(view: View, region: Region, end: number): number {
  for (let index = end; index < region.last && index < end + 8; index++) {
    if (view.lower(index) === ',') return index;
    const tag = view.tag(index);
    if (tag === 'PUNCT' || tag === 'VERB' || tag === 'AUX') return -1;
  }
  return -1;
}

/** "…, officials said|.", "…, officials said| on Friday, as …": only a time, or when it was said, may follow. */
function endsSentence(view: View, end: number): boolean {
  let next = end;
  while (view.hint(next) === 'DATE' || (view.lower(next) === 'on' && view.hint(next + 1) === 'DATE')) next++;
  return view.form(next) === '.' || (view.lower(next) === ',' && ENDS_CONTENT.has(view.lower(next + 1)));
}

/** "|The plan|, said Ann Lee, |is a gift": a noun phrase before the cue, and its verb behind it. */
export function isSubjectOf(view: View, region: Region, start: number, end: number): boolean {
  const first = view.tag(region.first);
  if (first === 'ADP' || first === 'ADV' || first === 'SCONJ' || first === 'VERB' || first === 'PART') return false;
  let next = end;
  while (next < region.last && next < end + 3 && view.tag(next) === 'PUNCT') next++;
  return next > end && isFiniteForm(view, next) && !hasVerb(view, region.first, start);
}

/** A finite verb that tells of no noun; "“… a disgrace,” |he said|" tells of none, whatever the tree made of it. */
function mayFollow(view: View, cue: Cue, start: number): boolean {
  const form = view.form(cue.head);
  if (form === 'VBG' || (form === 'VBN' && cue.first === cue.head && start === cue.first)) return false;
  if (view.dependency(cue.head) !== 'acl:relcl') return true;
  const opener = view.form(start);
  return (
    start < cue.first &&
    view.tag(start - 1) === 'PUNCT' &&
    opener !== 'WP' &&
    opener !== 'WDT' &&
    opener !== 'WP$' &&
    opener !== 'WRB' &&
    view.lower(start) !== 'that'
  );
}

/** An object that is not the one spoken to. */
function hasObject(view: View, cue: Cue): boolean {
  if (cue.sense.addressee === 'OBJECT') return false;
  const object = firstChild(view, cue.head, 'obj');
  return object > cue.head && view.tag(object) !== 'PRON' && view.tag(object) !== 'PROPN';
}
