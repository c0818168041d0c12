/**
 * The feature that a template makes of two codes, in their order. As `mixFeature` of linear/, but a signed number: the
 * parser makes some three hundred of them a token, and a whole number that fits 32 signed bits is never put on the heap.
 */
export function mixCodes(template: number, first: number, second: number): number {
  let hash = Math.imul(first ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ (hash >>> 15), 0xcc9e2d51);
  hash = Math.imul(hash ^ second ^ (hash >>> 14), 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}
