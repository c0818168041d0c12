import type { View } from '../view.js';
import type { Cue } from './find-cues.js';

/** A cue, and what other cues of its sentence make of it. */
export interface BoundCue {
  readonly cue: Cue;
  /** The first token behind it that is no longer its content: the same speaker goes on there. */
  readonly limit: number;
  /** The verb whose subject speaks here too; −1 where the cue's own tree tells. */
  readonly speaker: number;
}

/**
 * Binds the cues of a sentence: "Ann Lee said they had left, |adding| that …" and "Ann Lee said they leave |and urged|
 * …" end what was said before, and Ann Lee goes on. Given and returned in order of text.
 */
export function boundCues(view: View, cues: readonly Cue[]): readonly BoundCue[] {
  const bound: BoundCue[] = [];
  let limit = Number.MAX_SAFE_INTEGER;
  for (let index = cues.length - 1; index >= 0; index--) {
    const cue = cues[index] as Cue;
    const before = goesOnFrom(view, cues, index);
    bound.push({ cue, limit, speaker: before === null ? -1 : before.head });
    if (before !== null || isAddition(view, cue)) {
      const mark = cue.first - 1;
      limit = view.lower(mark - 1) === ',' ? mark - 1 : mark;
    }
  }
  return bound.reverse();
}

/** ", adding", ", saying": a verb in -ing right behind a comma. */
export function isAddition(view: View, { head, first }: Cue): boolean {
  return view.form(head) === 'VBG' && view.lower(first - 1) === ',' && view.head(head) !== -1;
}

/** Cues before it that a cue may go on from. */
const FARTHEST = 3;

/** "said they leave |and urged|": the tree joins "urged" to "leave", their forms join it to "said". */
function goesOnFrom(view: View, cues: readonly Cue[], index: number): Cue | null {
  const { head, first, part } = cues[index] as Cue;
  if (part !== 'VERB' || view.dependency(head) !== 'conj' || view.tag(first - 1) !== 'CCONJ') return null;
  const form = view.form(head);
  const joined = view.head(head);
  if ((form !== 'VBD' && form !== 'VBZ') || view.form(joined) === form) return null;
  for (let before = index - 1; before >= 0 && before >= index - FARTHEST; before--) {
    const cue = cues[before] as Cue;
    if (cue.part === 'VERB' && view.form(cue.head) === form && cue.head < joined) return cue;
  }
  return null;
}
