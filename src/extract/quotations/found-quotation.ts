import type { NoClaimantReason, QuotationKind, Stance } from '../../domain/index.js';
import type { TokenRange } from '../view.js';
import type { Claimant } from './claimant.js';

/** An attribution before it has an id. */
export interface FoundQuotation {
  readonly kind: QuotationKind;
  readonly stance: Stance;
  /** Null where the text names none. */
  readonly claimant: Claimant | null;
  readonly reason: NoClaimantReason | null;
  readonly cue: TokenRange | null;
  /** Ascending, disjoint, at least one. */
  readonly content: readonly TokenRange[];
  /** False where the content only names a matter ("criticised the attack"): what it tells of is not the claimant's word. */
  readonly holdsClaims: boolean;
}

/** First token of the content. */
export function contentStart(quotation: FoundQuotation): number {
  return quotation.content[0]?.first ?? 0;
}

/** Behind the last token of the content. */
export function contentEnd(quotation: FoundQuotation): number {
  return quotation.content.at(-1)?.last ?? 0;
}
