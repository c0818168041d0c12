import type { ParserState } from './arc-hybrid.js';
import { mixCodes } from './mix-codes.js';

/** Templates of attachmentFeatures: so many features describe a state. */
export const ATTACHMENT_FEATURE_COUNT = 118;

/** The first number of the templates; labels' templates lie above. */
const FIRST = 1000;

/**
 * Writes the features of a state from which the next action is chosen, after Zhang and Nivre 2011: the three topmost
 * tokens of the stack (a, b, c), the next three to push (n, o, p), their outermost children, labels, valencies and
 * distances. Gives how many were written, always ATTACHMENT_FEATURE_COUNT.
 */
export function attachmentFeatures(state: ParserState, features: Int32Array): number {
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

  const verb = state.verb[n] as number;
  const vt = tag[verb] as number;
  const ahead = verb === none ? 0 : distanceClass(verb - n);
  const ending = length > 0 ? (tag[length - 1] as number) : 0;

  // Pairs of tags that several templates begin with.
  const an = mixCodes(1, at, nt);
  const ba = mixCodes(2, bt, at);
  const no = mixCodes(3, nt, ot);
  const ban = mixCodes(4, ba, nt);

  let count = 0;

  features[count] = mixCodes(FIRST + count++, aw, 0);
  features[count] = mixCodes(FIRST + count++, at, 0);
  features[count] = mixCodes(FIRST + count++, ax, 0);
  features[count] = mixCodes(FIRST + count++, bw, 0);
  features[count] = mixCodes(FIRST + count++, bt, 0);
  features[count] = mixCodes(FIRST + count++, bx, 0);
  features[count] = mixCodes(FIRST + count++, nw, 0);
  features[count] = mixCodes(FIRST + count++, nt, 0);
  features[count] = mixCodes(FIRST + count++, nx, 0);
  features[count] = mixCodes(FIRST + count++, ow, 0);
  features[count] = mixCodes(FIRST + count++, ot, 0);
  features[count] = mixCodes(FIRST + count++, ox, 0);
  features[count] = mixCodes(FIRST + count++, pw, 0);
  features[count] = mixCodes(FIRST + count++, pt, 0);
  features[count] = mixCodes(FIRST + count++, cw, 0);
  features[count] = mixCodes(FIRST + count++, ct, 0);

  features[count] = mixCodes(FIRST + count++, ax, nx);
  features[count] = mixCodes(FIRST + count++, ax, nw);
  features[count] = mixCodes(FIRST + count++, aw, nx);
  features[count] = mixCodes(FIRST + count++, ax, nt);
  features[count] = mixCodes(FIRST + count++, at, nx);
  features[count] = mixCodes(FIRST + count++, aw, nw);
  features[count] = mixCodes(FIRST + count++, at, nt);
  features[count] = mixCodes(FIRST + count++, nt, ot);
  features[count] = mixCodes(FIRST + count++, bx, ax);
  features[count] = mixCodes(FIRST + count++, bx, aw);
  features[count] = mixCodes(FIRST + count++, bw, ax);
  features[count] = mixCodes(FIRST + count++, bx, at);
  features[count] = mixCodes(FIRST + count++, bt, ax);
  features[count] = mixCodes(FIRST + count++, bw, aw);
  features[count] = mixCodes(FIRST + count++, bt, at);
  features[count] = mixCodes(FIRST + count++, bt, nt);
  features[count] = mixCodes(FIRST + count++, bw, nw);
  features[count] = mixCodes(FIRST + count++, bw, nt);
  features[count] = mixCodes(FIRST + count++, bt, nw);
  features[count] = mixCodes(FIRST + count++, at, ow);
  features[count] = mixCodes(FIRST + count++, aw, ow);
  features[count] = mixCodes(FIRST + count++, nw, ow);

  features[count] = mixCodes(FIRST + count++, no, pt);
  features[count] = mixCodes(FIRST + count++, an, ot);
  features[count] = mixCodes(FIRST + count++, ba, nt);
  features[count] = mixCodes(FIRST + count++, ban, ot);
  features[count] = mixCodes(FIRST + count++, mixCodes(5, ct, bt), at);
  features[count] = mixCodes(FIRST + count++, mixCodes(6, ct, ba), nt);
  features[count] = mixCodes(FIRST + count++, mixCodes(7, aw, nt), ot);
  features[count] = mixCodes(FIRST + count++, mixCodes(8, at, nw), ot);
  features[count] = mixCodes(FIRST + count++, mixCodes(9, at, nt), ow);
  features[count] = mixCodes(FIRST + count++, mixCodes(10, bw, at), nt);
  features[count] = mixCodes(FIRST + count++, mixCodes(11, bt, aw), nt);
  features[count] = mixCodes(FIRST + count++, mixCodes(12, bt, at), nw);
  features[count] = mixCodes(FIRST + count++, mixCodes(13, an, ot), pt);
  features[count] = mixCodes(FIRST + count++, ba, ot);

  features[count] = mixCodes(FIRST + count++, an, mixCodes(14, alt, label[al] as number));
  features[count] = mixCodes(FIRST + count++, an, mixCodes(15, art, label[ar] as number));
  features[count] = mixCodes(FIRST + count++, an, mixCodes(16, nlt, label[nl] as number));
  features[count] = mixCodes(FIRST + count++, ba, mixCodes(17, blt, label[bl] as number));
  features[count] = mixCodes(FIRST + count++, ba, mixCodes(18, brt, label[br] as number));
  features[count] = mixCodes(FIRST + count++, ba, mixCodes(19, alt, label[al] as number));
  features[count] = mixCodes(FIRST + count++, ba, mixCodes(20, art, label[ar] as number));
  features[count] = mixCodes(FIRST + count++, ban, art);
  features[count] = mixCodes(FIRST + count++, ban, brt);
  features[count] = mixCodes(FIRST + count++, ban, nlt);

  features[count] = mixCodes(FIRST + count++, alt, label[al] as number);
  features[count] = mixCodes(FIRST + count++, word[al] as number, at);
  features[count] = mixCodes(FIRST + count++, art, label[ar] as number);
  features[count] = mixCodes(FIRST + count++, word[ar] as number, at);
  features[count] = mixCodes(FIRST + count++, nlt, label[nl] as number);
  features[count] = mixCodes(FIRST + count++, word[nl] as number, nt);
  features[count] = mixCodes(FIRST + count++, word[br] as number, bt);
  features[count] = mixCodes(FIRST + count++, word[bl] as number, bt);
  features[count] = mixCodes(
    FIRST + count++,
    mixCodes(21, tag[al2] as number, label[al2] as number),
    mixCodes(22, at, alt),
  );
  features[count] = mixCodes(
    FIRST + count++,
    mixCodes(23, tag[ar2] as number, label[ar2] as number),
    mixCodes(24, at, art),
  );
  features[count] = mixCodes(
    FIRST + count++,
    mixCodes(25, tag[nl2] as number, label[nl2] as number),
    mixCodes(26, nt, nlt),
  );
  features[count] = mixCodes(
    FIRST + count++,
    mixCodes(27, tag[br2] as number, label[br2] as number),
    mixCodes(28, bt, brt),
  );

  features[count] = mixCodes(FIRST + count++, aw, near);
  features[count] = mixCodes(FIRST + count++, at, near);
  features[count] = mixCodes(FIRST + count++, nw, near);
  features[count] = mixCodes(FIRST + count++, an, near);
  features[count] = mixCodes(FIRST + count++, mixCodes(29, aw, nw), near);
  features[count] = mixCodes(FIRST + count++, bw, wide);
  features[count] = mixCodes(FIRST + count++, aw, wide);
  features[count] = mixCodes(FIRST + count++, ba, wide);
  features[count] = mixCodes(FIRST + count++, mixCodes(30, ba, nt), mixCodes(31, near, wide));

  features[count] = mixCodes(FIRST + count++, aw, avr);
  features[count] = mixCodes(FIRST + count++, at, avr);
  features[count] = mixCodes(FIRST + count++, aw, avl);
  features[count] = mixCodes(FIRST + count++, at, mixCodes(32, avl, avr));
  features[count] = mixCodes(FIRST + count++, bw, bvr);
  features[count] = mixCodes(FIRST + count++, bt, mixCodes(33, bvl, bvr));
  features[count] = mixCodes(FIRST + count++, nw, nvl);
  features[count] = mixCodes(FIRST + count++, nt, nvl);

  features[count] = mixCodes(FIRST + count++, aw, asl);
  features[count] = mixCodes(FIRST + count++, an, mixCodes(34, asl, asr));
  features[count] = mixCodes(FIRST + count++, aw, asr);
  features[count] = mixCodes(FIRST + count++, at, asr);
  features[count] = mixCodes(FIRST + count++, bw, bsr);
  features[count] = mixCodes(FIRST + count++, ba, mixCodes(35, bsl, bsr));
  features[count] = mixCodes(FIRST + count++, ban, mixCodes(36, bsr, asr));
  features[count] = mixCodes(FIRST + count++, nw, nsl);
  features[count] = mixCodes(FIRST + count++, an, nsl);

  // Prepositions and other words on the left tell what a noun belongs to: "fired [at them]", "the fire [in town]".
  features[count] = mixCodes(FIRST + count++, aw, word[nl] as number);
  features[count] = mixCodes(FIRST + count++, bw, word[nl] as number);
  features[count] = mixCodes(FIRST + count++, an, word[nl] as number);
  features[count] = mixCodes(FIRST + count++, ban, word[nl] as number);
  features[count] = mixCodes(FIRST + count++, mixCodes(37, aw, nw), word[nl] as number);
  features[count] = mixCodes(FIRST + count++, mixCodes(38, bw, word[al] as number), at);
  features[count] = mixCodes(FIRST + count++, ba, word[al] as number);
  features[count] = mixCodes(FIRST + count++, mixCodes(39, bw, aw), nt);
  features[count] = mixCodes(FIRST + count++, mixCodes(40, aw, ot), pt);
  features[count] = mixCodes(FIRST + count++, mixCodes(41, bw, bvr), nt);

  // The verb to come tells whether a clause goes on: "the men [who fled] were …", "he said [the men had …]".
  features[count] = mixCodes(FIRST + count++, an, vt);
  features[count] = mixCodes(FIRST + count++, ban, vt);
  features[count] = mixCodes(FIRST + count++, ba, vt);
  features[count] = mixCodes(FIRST + count++, mixCodes(42, at, vt), ahead);
  features[count] = mixCodes(FIRST + count++, mixCodes(43, an, vt), ahead);
  features[count] = mixCodes(FIRST + count++, aw, vt);
  features[count] = mixCodes(FIRST + count++, mixCodes(44, bw, at), vt);
  features[count] = mixCodes(FIRST + count++, mixCodes(45, an, ending), vt);
  return count;
}

/** 1 to 4 as they are, then 5 for up to 6, 6 for up to 10, and 7. */
export function distanceClass(distance: number): number {
  if (distance < 5) return distance;
  if (distance < 7) return 5;
  return distance < 11 ? 6 : 7;
}
