import { mixFeature } from '../linear/index.js';
import type { ParserState } from './arc-hybrid.js';

/** Templates of attachmentFeatures: so many features describe a state. */
export const ATTACHMENT_FEATURE_COUNT = 100;

/** The first number of the templates; labels' templates lie above. */
const FIRST = 1000;

/**
 * Writes the features of a state from which the next action is chosen, after Zhang and Nivre 2011: the three topmost
 * tokens of the stack (a, b, c), the next three to push (n, o, p), their outermost children, labels, valencies and
 * distances. Gives how many were written, always ATTACHMENT_FEATURE_COUNT.
 */
export function attachmentFeatures(state: ParserState, features: Uint32Array): number {
  const { length, word, tag, both, stack, depth, label, left, left2, right, right2 } = state;
  const none = length + 1;
  const a = depth > 0 ? (stack[depth - 1] as number) : none;
  const b = depth > 1 ? (stack[depth - 2] as number) : none;
  const c = depth > 2 ? (stack[depth - 3] as number) : none;
  const n = state.next;
  const o = n + 1 < length ? n + 1 : n < length ? length : none;
  const p = n + 2 < length ? n + 2 : n + 1 < length ? length : none;

  const aw = word[a] as number;
  const at = tag[a] as number;
  const ax = both[a] as number;
  const bw = word[b] as number;
  const bt = tag[b] as number;
  const bx = both[b] as number;
  const cw = word[c] as number;
  const ct = tag[c] as number;
  const nw = word[n] as number;
  const nt = tag[n] as number;
  const nx = both[n] as number;
  const ow = word[o] as number;
  const ot = tag[o] as number;
  const ox = both[o] as number;
  const pw = word[p] as number;
  const pt = tag[p] as number;

  const al = left[a] as number;
  const ar = right[a] as number;
  const bl = left[b] as number;
  const br = right[b] as number;
  const nl = left[n] as number;
  const al2 = left2[a] as number;
  const ar2 = right2[a] as number;
  const br2 = right2[b] as number;
  const nl2 = left2[n] as number;
  const alt = tag[al] as number;
  const art = tag[ar] as number;
  const blt = tag[bl] as number;
  const brt = tag[br] as number;
  const nlt = tag[nl] as number;

  // Distances fall into classes; valencies stop at 4.
  const near = a === none ? 0 : distanceClass(n - a);
  const wide = b === none ? 0 : distanceClass(a - b);
  const avl = Math.min(4, state.leftCount[a] as number);
  const avr = Math.min(4, state.rightCount[a] as number);
  const bvl = Math.min(4, state.leftCount[b] as number);
  const bvr = Math.min(4, state.rightCount[b] as number);
  const nvl = Math.min(4, state.leftCount[n] as number);
  const asl = state.leftLabels[a] as number;
  const asr = state.rightLabels[a] as number;
  const bsl = state.leftLabels[b] as number;
  const bsr = state.rightLabels[b] as number;
  const nsl = state.leftLabels[n] as number;

  // Pairs of tags that several templates begin with.
  const an = mixFeature(1, at, nt);
  const ba = mixFeature(2, bt, at);
  const no = mixFeature(3, nt, ot);
  const ban = mixFeature(4, ba, nt);

  let at0 = 0;
  let template = FIRST;
  const put = (first: number, second: number): void => {
    features[at0++] = mixFeature(template++, first, second);
  };

  put(aw, 0);
  put(at, 0);
  put(ax, 0);
  put(bw, 0);
  put(bt, 0);
  put(bx, 0);
  put(nw, 0);
  put(nt, 0);
  put(nx, 0);
  put(ow, 0);
  put(ot, 0);
  put(ox, 0);
  put(pw, 0);
  put(pt, 0);
  put(cw, 0);
  put(ct, 0);

  put(ax, nx);
  put(ax, nw);
  put(aw, nx);
  put(ax, nt);
  put(at, nx);
  put(aw, nw);
  put(at, nt);
  put(nt, ot);
  put(bx, ax);
  put(bx, aw);
  put(bw, ax);
  put(bx, at);
  put(bt, ax);
  put(bw, aw);
  put(bt, at);
  put(bt, nt);
  put(bw, nw);
  put(bw, nt);
  put(bt, nw);
  put(at, ow);
  put(aw, ow);
  put(nw, ow);

  put(no, pt);
  put(an, ot);
  put(ba, nt);
  put(ban, ot);
  put(mixFeature(5, ct, bt), at);
  put(mixFeature(6, ct, ba), nt);
  put(mixFeature(7, aw, nt), ot);
  put(mixFeature(8, at, nw), ot);
  put(mixFeature(9, at, nt), ow);
  put(mixFeature(10, bw, at), nt);
  put(mixFeature(11, bt, aw), nt);
  put(mixFeature(12, bt, at), nw);
  put(mixFeature(13, an, ot), pt);
  put(ba, ot);

  put(an, mixFeature(14, alt, label[al]));
  put(an, mixFeature(15, art, label[ar]));
  put(an, mixFeature(16, nlt, label[nl]));
  put(ba, mixFeature(17, blt, label[bl]));
  put(ba, mixFeature(18, brt, label[br]));
  put(ba, mixFeature(19, alt, label[al]));
  put(ba, mixFeature(20, art, label[ar]));
  put(ban, art);
  put(ban, brt);
  put(ban, nlt);

  put(alt, label[al] as number);
  put(word[al] as number, at);
  put(art, label[ar] as number);
  put(word[ar] as number, at);
  put(nlt, label[nl] as number);
  put(word[nl] as number, nt);
  put(word[br] as number, bt);
  put(word[bl] as number, bt);
  put(mixFeature(21, tag[al2] as number, label[al2]), mixFeature(22, at, alt));
  put(mixFeature(23, tag[ar2] as number, label[ar2]), mixFeature(24, at, art));
  put(mixFeature(25, tag[nl2] as number, label[nl2]), mixFeature(26, nt, nlt));
  put(mixFeature(27, tag[br2] as number, label[br2]), mixFeature(28, bt, brt));

  put(aw, near);
  put(at, near);
  put(nw, near);
  put(an, near);
  put(mixFeature(29, aw, nw), near);
  put(bw, wide);
  put(aw, wide);
  put(ba, wide);
  put(mixFeature(30, ba, nt), mixFeature(31, near, wide));

  put(aw, avr);
  put(at, avr);
  put(aw, avl);
  put(at, mixFeature(32, avl, avr));
  put(bw, bvr);
  put(bt, mixFeature(33, bvl, bvr));
  put(nw, nvl);
  put(nt, nvl);

  put(aw, asl);
  put(an, mixFeature(34, asl, asr));
  put(aw, asr);
  put(at, asr);
  put(bw, bsr);
  put(ba, mixFeature(35, bsl, bsr));
  put(ban, mixFeature(36, bsr, asr));
  put(nw, nsl);
  put(an, nsl);
  return at0;
}

/** 1 to 4 as they are, then 5 for up to 6, 6 for up to 10, and 7. */
export function distanceClass(distance: number): number {
  if (distance < 5) return distance;
  if (distance < 7) return 5;
  return distance < 11 ? 6 : 7;
}
