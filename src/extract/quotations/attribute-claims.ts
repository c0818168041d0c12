import type { FoundClaim } from '../claims/found-claim.js';
import { contentStart, type FoundQuotation } from './found-quotation.js';

/** A claim stands in no more quotations than so many; of more, the innermost count. */
const DEEPEST_CHAIN = 6;

/**
 * Gives for each claim the indexes of the quotations whose content holds its trigger, outermost first.
 * A claim whose trigger is the cue itself stands outside ("Syria denied responsibility": the denial is not in what is denied).
 */
export function attributeClaims(
  claims: readonly FoundClaim[],
  quotations: readonly FoundQuotation[],
): readonly (readonly number[])[] {
  const parts = partsOf(quotations);
  const order = claims.map((_, index) => index).sort((a, b) => triggerOf(claims, a) - triggerOf(claims, b));
  const chains: (readonly number[])[] = new Array(claims.length).fill(NONE);
  let open: Part[] = [];
  let next = 0;
  for (const claim of order) {
    const trigger = triggerOf(claims, claim);
    for (let part = parts[next]; part !== undefined && part.first <= trigger; part = parts[++next]) {
      const { first } = part;
      open = open.filter((one) => one.last > first);
      open.push(part);
    }
    if (open.length === 0) continue;
    const chain = open
      .filter(({ last }) => trigger < last)
      .sort((a, b) => b.size - a.size || a.start - b.start)
      .map(({ quotation }) => quotation);
    chains[claim] = chain.slice(-DEEPEST_CHAIN);
  }
  return chains;
}

const NONE: readonly number[] = [];

/** A run of content, and the quotation that it is of. */
interface Part {
  readonly first: number;
  readonly last: number;
  readonly quotation: number;
  /** Tokens of all the quotation's content: what holds more stands outside. */
  readonly size: number;
  readonly start: number;
}

/** All runs of content that hold claims, by their first token. */
function partsOf(quotations: readonly FoundQuotation[]): readonly Part[] {
  const parts: Part[] = [];
  quotations.forEach((quotation, index) => {
    if (!quotation.holdsClaims) return;
    const size = quotation.content.reduce((sum, part) => sum + part.last - part.first, 0);
    const start = contentStart(quotation);
    for (const { first, last } of quotation.content) parts.push({ first, last, quotation: index, size, start });
  });
  return parts.sort((a, b) => a.first - b.first || b.last - a.last);
}

function triggerOf(claims: readonly FoundClaim[], index: number): number {
  return (claims[index] as FoundClaim).trigger.first;
}
