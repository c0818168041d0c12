import type { TokenRange } from '../view.js';
import type { Speaker } from './find-claimant.js';
import type { Cue } from './find-cues.js';

/** What a cue says or thinks, and how it stands there. */
export interface Content {
  /** Ascending, disjoint, at least one. */
  readonly parts: readonly TokenRange[];
  /** CLAUSE is a clause or quotation, ACT an infinitive or verb in -ing, NOUN what names a matter without saying it. */
  readonly form: 'CLAUSE' | 'ACT' | 'NOUN';
}

/** A cue with who speaks. */
export interface SpokenCue extends Speaker {
  readonly cue: Cue;
}

/** Words that open a question: "asked |whether they left". */
export const QUESTION_WORDS = new Set(['if', 'whether', 'how', 'why', 'what', 'who', 'when', 'where', 'which']);
