import { crc32 } from 'node:zlib';

/**
 * The packed form of a linear model, `weights.bin`. Whole numbers are little-endian; a varint has seven bits a byte, the
 * low ones first, and the high bit set in all bytes but its last.
 *
 * | offset | type | what |
 * | --- | --- | --- |
 * | 0 | 4 bytes | the letters CGLM |
 * | 4 | u16 | version of this format, 2 |
 * | 6 | u16 | number of labels, 1 to 256 |
 * | 8 | u32 | number of features |
 * | 12 | u32 | number of weights, all features together |
 * | 16 | f32 | the largest weight's size; 0 where there is none |
 * | 20 | u32 | length of the whole file in bytes |
 * | 24 | u32 | CRC-32 of all bytes but these four |
 * | 28 | u32 | length of the contents in bytes, at most 2^28 |
 * | 32 | | the contents, deflated (RFC 1951) |
 *
 * The contents, one behind the other:
 *
 * | type | what |
 * | --- | --- |
 * | | the labels: for each a varint of its length in bytes, and its UTF-8 |
 * | | the features in ascending order: for each a varint of its distance from the one before, or from 0 |
 * | u8 each | for each feature the number of its weights less one |
 * | u8 each | for each weight, by feature, its label's index; within a feature ascending |
 * | i8 each | for each weight, in the same order, q, which is not 0 |
 *
 * A weight w is kept as q, the sign of w times round(127·√(|w| / largest)), and used as q·|q|: small weights keep
 * more of their precision than they would on an even scale. Deflating halves a file, at some ten milliseconds to read it.
 */
export const MAGIC = 0x4d4c4743;
export const VERSION = 2;
export const HEADER_LENGTH = 32;
export const CHECKSUM_OFFSET = 24;
export const CONTENTS_LENGTH_OFFSET = 28;
export const MOST_CONTENTS = 2 ** 28;
export const LARGEST_QUANTUM = 127;
/** What the largest weight of a model is used as. */
export const LARGEST_WEIGHT = LARGEST_QUANTUM ** 2;

/** CRC-32, the one of zip files, of all bytes of a packed model but the four that hold it. */
export function checksum(bytes: Uint8Array): number {
  return crc32(bytes.subarray(CHECKSUM_OFFSET + 4), crc32(bytes.subarray(0, CHECKSUM_OFFSET)));
}
