import type { FoundClaim } from '../claims/find-claims.js';
import type { View } from '../view.js';
import { contentStart, type FoundQuotation } from './find-quotations.js';

/**
 * Gives for each claim the indexes of the quotations whose content holds its trigger, outermost first.
 * A claim whose trigger is the cue itself stands outside ("Syria denied responsibility": the denial is not in what is denied).
 */
export function attributeClaims(
  view: View,
  claims: readonly FoundClaim[],
  quotations: readonly FoundQuotation[],
): readonly (readonly number[])[] {
  const bySentence = new Map<number, number[]>();
  quotations.forEach((quotation, index) => {
    for (const part of quotation.content) {
      const last = view.sentenceIndexOf(part.last - 1);
      for (let sentence = view.sentenceIndexOf(part.first); sentence <= last; sentence++) {
        const list = bySentence.get(sentence) ?? [];
        if (!list.includes(index)) list.push(index);
        bySentence.set(sentence, list);
      }
    }
  });
  return claims.map((claim) => {
    const holding = (bySentence.get(claim.sentence) ?? []).filter((index) =>
      holds(quotations[index] as FoundQuotation, claim),
    );
    return holding.sort(
      (a, b) =>
        size(quotations[b] as FoundQuotation) - size(quotations[a] as FoundQuotation) ||
        contentStart(quotations[a] as FoundQuotation) - contentStart(quotations[b] as FoundQuotation),
    );
  });
}

function holds(quotation: FoundQuotation, claim: FoundClaim): boolean {
  const head = claim.trigger.first;
  return quotation.content.some((part) => part.first <= head && head < part.last);
}

function size(quotation: FoundQuotation): number {
  return quotation.content.reduce((sum, part) => sum + part.last - part.first, 0);
}
