import { hashUnits } from '../base/index.js';

/**
 * Hash of a string: FNV-1a over its UTF-16 code units, then the finaliser of MurmurHash3, so that strings that differ
 * in their last unit differ in all bits. Unsigned 32 bits; the empty string has one too.
 */
export function hashString(text: string): number {
  let hash = hashUnits(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The feature that a template makes of one value or of two, in their order: unsigned 32 bits. A value is any number of
 * 32 bits, such as a hash or a small count; `mixFeature(t, a)` is `mixFeature(t, a, 0)`.
 */
export function mixFeature(template: number, a: number, b = 0): number {
  let hash = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ (hash >>> 15), 0xcc9e2d51);
  hash = Math.imul(hash ^ b ^ (hash >>> 14), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}
