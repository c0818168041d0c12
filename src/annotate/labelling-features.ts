import { mixFeature } from '../linear/index.js';
import type { ParserState } from './arc-hybrid.js';
import { distanceClass } from './attachment-features.js';

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
  features: Uint32Array,
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
  const tags = mixFeature(51, ht, dt);
  const sided = mixFeature(52, tags, side);

  let at = 0;
  let template = FIRST;
  const put = (first: number, second: number): void => {
    features[at++] = mixFeature(template++, first, second);
  };

  put(dw, side);
  put(dt, side);
  put(dx, side);
  put(hw, side);
  put(ht, side);
  put(hx, side);
  put(hx, mixFeature(53, dx, side));
  put(hw, mixFeature(54, dw, side));
  put(hw, mixFeature(55, dt, side));
  put(ht, mixFeature(56, dw, side));
  put(hx, mixFeature(57, dt, side));
  put(ht, mixFeature(58, dx, side));
  put(sided, 0);
  put(sided, gap);
  put(dw, mixFeature(59, gap, side));

  put(sided, tag[before] as number);
  put(sided, tag[after] as number);
  put(sided, tag[headBefore] as number);
  put(sided, tag[headAfter] as number);
  put(sided, mixFeature(60, tag[before] as number, tag[after]));
  put(dw, word[before] as number);
  put(dw, word[after] as number);
  put(dt, word[before] as number);
  put(dt, word[after] as number);
  put(ht, mixFeature(61, word[headBefore] as number, side));

  put(sided, word[l] as number);
  put(mixFeature(62, hw, dt), word[l] as number);
  put(sided, mixFeature(63, label[l] as number, tag[l]));
  put(sided, mixFeature(64, word[l2] as number, tag[l]));
  put(sided, mixFeature(65, label[r] as number, tag[r]));
  put(sided, word[r] as number);
  put(dw, mixFeature(66, dl, side));
  put(sided, mixFeature(67, dl, dr));
  put(dt, mixFeature(68, dl, dr));
  put(hw, mixFeature(69, dl, dt));

  put(sided, mixFeature(70, label[sibling] as number, tag[sibling]));
  put(sided, mixFeature(71, word[sibling] as number, side));
  put(mixFeature(72, hw, side), mixFeature(73, label[sibling] as number, dt));
  put(sided, hl);
  put(sided, hr);
  put(sided, mixFeature(74, hl, hr));
  put(hw, mixFeature(75, hl, dt));
  put(hw, mixFeature(76, hr, dt));
  put(sided, mixFeature(77, label[other] as number, tag[other]));
  return at;
}
