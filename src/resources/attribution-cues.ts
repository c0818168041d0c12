import { STANCES, type Stance } from '../domain/index.js';
import { oneOf, oneOfOr } from './lexicon-cells.js';
import { cell, type LexiconRow, readWords } from './read-lexicon.js';

/** What kind of act a cue names; of SHOWING the source may be a paper or a picture ("the report shows"). */
export const CUE_KINDS = ['SAYING', 'THINKING', 'FEELING', 'SHOWING'] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** A word or phrase that signals an attribution. */
export interface AttributionCue {
  readonly stance: Stance;
  /** How its content stands beside it; `data/lexicons/attribution-cues.tsv` says each with an example. */
  readonly frames: ReadonlySet<string>;
  readonly kind: CueKind;
  /** What introduces the one who is spoken to: a preposition, or OBJECT for a bare object ("told reporters"); null where none does. */
  readonly addressee: string | null;
}

/** Cues by dictionary form. */
export interface AttributionCues {
  /** Verbs, with the particle that belongs to them. */
  readonly cues: ReadonlyMap<string, AttributionCue>;
  /** "the claim that", "in a statement". */
  readonly cueNouns: ReadonlyMap<string, AttributionCue>;
  /** "adamant that", "sure that". */
  readonly cueAdjectives: ReadonlyMap<string, AttributionCue>;
  /** "reportedly". */
  readonly cueAdverbs: ReadonlyMap<string, AttributionCue>;
  /** "according to": the source follows. */
  readonly cuePhrases: ReadonlyMap<string, AttributionCue>;
}

const PARTS = ['VERB', 'NOUN', 'ADJECTIVE', 'ADVERB', 'PHRASE'] as const;

/** Reads the rows of `attribution-cues.tsv`; of two lines for one word the first holds. @throws ClaimgraphError RESOURCE_INVALID for an unknown value. */
export function readCues(rows: readonly LexiconRow[]): AttributionCues {
  const found = new Map(PARTS.map((part) => [part, new Map<string, AttributionCue>()]));
  for (const [word, { part, cue }] of readWords(rows, readCue)) {
    const ofPart = found.get(part) as Map<string, AttributionCue>;
    if (!ofPart.has(word)) ofPart.set(word, cue);
  }
  const of = (part: (typeof PARTS)[number]) => found.get(part) as ReadonlyMap<string, AttributionCue>;
  return {
    cues: of('VERB'),
    cueNouns: of('NOUN'),
    cueAdjectives: of('ADJECTIVE'),
    cueAdverbs: of('ADVERB'),
    cuePhrases: of('PHRASE'),
  };
}

function readCue(row: LexiconRow): { readonly part: (typeof PARTS)[number]; readonly cue: AttributionCue } {
  return {
    part: oneOfOr(PARTS, cell(row, 'part'), 'VERB'),
    cue: {
      stance: oneOf(STANCES, cell(row, 'stance')),
      frames: new Set(cell(row, 'frames').split(' ')),
      kind: oneOfOr(CUE_KINDS, cell(row, 'kind'), 'SAYING'),
      addressee: cell(row, 'addressee') || null,
    },
  };
}
