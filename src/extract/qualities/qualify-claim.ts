import type { Modality, Polarity } from '../../domain/index.js';
import type { Resources } from '../../resources/index.js';
import type { FoundQuotation } from '../quotations/found-quotation.js';
import type { TokenRange, View } from '../view.js';
import { readScope } from './scope/read-scope.js';
import { topOf } from './setting-sources.js';

/** Whether a claim says that something is so, and how really. */
export interface Qualification {
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** The tokens that say so besides the trigger; empty for what is simply so. */
  readonly because: readonly number[];
  /** True where what is asked for or planned is to end what goes on: that it goes on is presupposed. */
  readonly presupposes: boolean;
}

/** What of a claim its polarity and modality are read from. */
export interface QualifiedParts {
  readonly trigger: TokenRange;
  /** True where a description tells it, and no clause. */
  readonly isState: boolean;
  /** The innermost quotation that it stands in; null where the document's own voice says it. */
  readonly quotation: FoundQuotation | null;
  /** The tokens of all cues. */
  readonly cues: ReadonlySet<number>;
}

/** What the stance of a claimant makes of what is said; the others leave it as it is. */
const STANCE_MODALITIES: Readonly<Record<string, Modality>> = { DOUBTS: 'POSSIBLE', ASKS: 'HYPOTHETICAL' };

/**
 * Reads polarity and modality of a claim: the words around and above its trigger in the tree, questions, headlines, and the
 * stance of the innermost quotation that it stands in. A denial is the quotation's, and leaves the claim affirmed.
 */
export function qualifyClaim(
  view: View,
  resources: Resources,
  { trigger, isState, quotation, cues }: QualifiedParts,
): Qualification {
  const predicate = topOf(view, trigger);
  const scope = readScope(view, resources, {
    predicate,
    cues,
    within: quotation?.content ?? null,
    isState,
    isAnonymous: quotation !== null && quotation.claimant === null,
  });
  const question = questionMark(view, trigger);
  const because = question === -1 ? scope.because : [...scope.because, question];
  // "he said they would strike": a reported "would" is a "will" of its speaker.
  const isReported = scope.isWould && quotation !== null && quotation.kind !== 'DIRECT';
  const stance = STANCE_MODALITIES[quotation?.stance ?? ''];
  const modality =
    question !== -1
      ? 'HYPOTHETICAL'
      : isReported
        ? 'PLANNED'
        : scope.modality === 'ACTUAL' || scope.modality === 'PLANNED'
          ? (stance ?? scope.modality)
          : scope.modality;
  return {
    polarity: scope.negated ? 'NEGATED' : 'AFFIRMED',
    modality,
    because,
    presupposes: scope.ending !== -1 && (modality === 'REQUESTED' || modality === 'PLANNED'),
  };
}

/** The question mark that ends the sentence of a trigger; −1 where none does. */
function questionMark(view: View, trigger: TokenRange): number {
  const sentence = view.sentenceOf(trigger.first);
  for (let index = sentence.last - 1; index > trigger.first && index > sentence.last - 4; index--)
    if (view.word(index) === '?') return index;
  return -1;
}
