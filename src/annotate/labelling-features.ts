import type { ParserState } from './arc-hybrid.js';
import { distanceClass } from './attachment-features.js';
import { mixCodes } from './mix-codes.js';

/** Templates of labellingFeatures: so many features describe an arc. */
export const LABELLING_FEATURE_COUNT = 44;

/** The first number of the templates; those of attachments lie below. */
const FIRST = 2000;

/**
 * Writes the features of an arc that is about to be drawn, from which its label is chosen: head and dependent, whose own
 * children are all known, the tokens beside both, their children so far, direction and distance. Gives how many were
 * written, always LABELLING_FEATURE_COUNT.
 */
export function labellingFeatures(
  state: ParserState,
  { head, token }: { readonly head: number; readonly token: number },
  features: Int32Array,
): number {
  const { length, word, tag, both, label, left, left2, right } = state;
  const none = length + 1;
  const side = token < head ? 1 : 2;
  const hw = word[head] as number;
  const ht = tag[head] as number;
  const hx = both[head] as number;
  const dw = word[token] as number;
  const dt = tag[token] as number;
  const dx = both[token] as number;
  const before = token > 0 ? token - 1 : none;
  const after = token + 1;
  const headBefore = head > 0 ? head - 1 : none;
  const headAfter = head < length ? head + 1 : none;
  const l = left[token] as number;
  const l2 = left2[token] as number;
  const r = right[token] as number;
  // The sibling attached last on the same side, between head and token.
  const sibling = (side === 1 ? left[head] : right[head]) as number;
  const other = (side === 1 ? right[head] : left[head]) as number;
  const gap = distanceClass(Math.abs(head - token));
  const dl = state.leftLabels[token] as number;
  const dr = state.rightLabels[token] as number;
  const hl = state.leftLabels[head] as number;
  const hr = state.rightLabels[head] as number;
  const tags = mixCodes(51, ht, dt);
  const sided = mixCodes(52, tags, side);

  let count = 0;

  features[count] = mixCodes(FIRST + count++, dw, side);
  features[count] = mixCodes(FIRST + count++, dt, side);
  features[count] = mixCodes(FIRST + count++, dx, side);
  features[count] = mixCodes(FIRST + count++, hw, side);
  features[count] = mixCodes(FIRST + count++, ht, side);
  features[count] = mixCodes(FIRST + count++, hx, side);
  features[count] = mixCodes(FIRST + count++, hx, mixCodes(53, dx, side));
  features[count] = mixCodes(FIRST + count++, hw, mixCodes(54, dw, side));
  features[count] = mixCodes(FIRST + count++, hw, mixCodes(55, dt, side));
  features[count] = mixCodes(FIRST + count++, ht, mixCodes(56, dw, side));
  features[count] = mixCodes(FIRST + count++, hx, mixCodes(57, dt, side));
  features[count] = mixCodes(FIRST + count++, ht, mixCodes(58, dx, side));
  features[count] = mixCodes(FIRST + count++, sided, 0);
  features[count] = mixCodes(FIRST + count++, sided, gap);
  features[count] = mixCodes(FIRST + count++, dw, mixCodes(59, gap, side));

  features[count] = mixCodes(FIRST + count++, sided, tag[before] as number);
  features[count] = mixCodes(FIRST + count++, sided, tag[after] as number);
  features[count] = mixCodes(FIRST + count++, sided, tag[headBefore] as number);
  features[count] = mixCodes(FIRST + count++, sided, tag[headAfter] as number);
  features[count] = mixCodes(FIRST + count++, sided, mixCodes(60, tag[before] as number, tag[after] as number));
  features[count] = mixCodes(FIRST + count++, dw, word[before] as number);
  features[count] = mixCodes(FIRST + count++, dw, word[after] as number);
  features[count] = mixCodes(FIRST + count++, dt, word[before] as number);
  features[count] = mixCodes(FIRST + count++, dt, word[after] as number);
  features[count] = mixCodes(FIRST + count++, ht, mixCodes(61, word[headBefore] as number, side));

  features[count] = mixCodes(FIRST + count++, sided, word[l] as number);
  features[count] = mixCodes(FIRST + count++, mixCodes(62, hw, dt), word[l] as number);
  features[count] = mixCodes(FIRST + count++, sided, mixCodes(63, label[l] as number, tag[l] as number));
  features[count] = mixCodes(FIRST + count++, sided, mixCodes(64, word[l2] as number, tag[l] as number));
  features[count] = mixCodes(FIRST + count++, sided, mixCodes(65, label[r] as number, tag[r] as number));
  features[count] = mixCodes(FIRST + count++, sided, word[r] as number);
  features[count] = mixCodes(FIRST + count++, dw, mixCodes(66, dl, side));
  features[count] = mixCodes(FIRST + count++, sided, mixCodes(67, dl, dr));
  features[count] = mixCodes(FIRST + count++, dt, mixCodes(68, dl, dr));
  features[count] = mixCodes(FIRST + count++, hw, mixCodes(69, dl, dt));

  features[count] = mixCodes(FIRST + count++, sided, mixCodes(70, label[sibling] as number, tag[sibling] as number));
  features[count] = mixCodes(FIRST + count++, sided, mixCodes(71, word[sibling] as number, side));
  features[count] = mixCodes(FIRST + count++, mixCodes(72, hw, side), mixCodes(73, label[sibling] as number, dt));
  features[count] = mixCodes(FIRST + count++, sided, hl);
  features[count] = mixCodes(FIRST + count++, sided, hr);
  features[count] = mixCodes(FIRST + count++, sided, mixCodes(74, hl, hr));
  features[count] = mixCodes(FIRST + count++, hw, mixCodes(75, hl, dt));
  features[count] = mixCodes(FIRST + count++, hw, mixCodes(76, hr, dt));
  features[count] = mixCodes(FIRST + count++, sided, mixCodes(77, label[other] as number, tag[other] as number));
  return count;
}
