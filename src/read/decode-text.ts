import { isAscii, isUtf8 } from 'node:buffer';
import { ClaimgraphError } from '../base/index.js';

/**
 * The text that bytes encode: by byte order mark, else UTF-8 where the bytes are that (a character cut off at the end is
 * left out), else UTF-16 told by its zeros, else the encoding that the format declares, else Windows-1252. UTF-8 with a
 * few broken characters stays UTF-8: they become U+FFFD. The byte order mark is left out; empty bytes give an empty text.
 * @throws ClaimgraphError INPUT_BINARY where the bytes are no text, or in an encoding that is not read.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const wide = detectUtf16(bytes);
  if (wide !== null) return decodeWith(wide, bytes);
  if (startsWith(bytes, UTF8_MARK)) return new TextDecoder('utf-8').decode(bytes);
  checkControls(bytes);
  const whole = bytes.subarray(0, bytes.length - brokenTailLength(bytes));
  // After nothing but ASCII, a last odd byte is a letter of another encoding: "café" ends in one.
  if (isUtf8(whole) && (whole.length === bytes.length || !isAscii(whole))) return asBuffer(whole).toString('utf8');
  const named = declared === null ? null : decoderOf(declared);
  if (named !== null && named !== 'utf-8') return decodeWith(named, bytes);
  const { valid, broken } = countUtf8(bytes);
  if (valid > broken) return new TextDecoder('utf-8').decode(bytes);
  return decodeWindows1252(bytes);
}

/** UTF-16 by its byte order mark, or by zeros at every other place, as English has them; null for anything else. */
export function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 2) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  let low = 0;
  let high = 0;
  const length = Math.min(bytes.length & ~1, 8192);
  for (let index = 0; index < length; index += 2) {
    const [first, second] = [bytes[index] as number, bytes[index + 1] as number];
    // Zeros on both sides, as in numbers and pictures, are no text.
    if (first === 0 && second === 0) return null;
    if (second === 0 && isPrintable(first)) low++;
    if (first === 0 && isPrintable(second)) high++;
  }
  if (low * 4 > length && high === 0) return 'utf-16le';
  if (high * 4 > length && low === 0) return 'utf-16be';
  return null;
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);
}

export const UTF8_MARK: readonly number[] = [0xef, 0xbb, 0xbf];

/** True where the bytes begin with those, at an offset of them. */
export function startsWith(bytes: Uint8Array, magic: readonly number[], offset = 0): boolean {
  return magic.every((byte, index) => bytes[offset + index] === byte);
}

/** What files that are no text begin with. */
const MAGIC_NUMBERS: readonly { readonly magic: readonly number[]; readonly offset?: number; readonly name: string }[] =
  [
    { magic: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'a PDF file' },
    { magic: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive' },
    { magic: [0x50, 0x4b, 0x05, 0x06], name: 'an empty zip archive' },
    { magic: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old or encrypted Office file' },
    { magic: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image' },
    { magic: [0xff, 0xd8, 0xff], name: 'a JPEG image' },
    { magic: [0x47, 0x49, 0x46, 0x38], name: 'a GIF image' },
    { magic: [0x49, 0x49, 0x2a, 0x00], name: 'a TIFF image' },
    { magic: [0x4d, 0x4d, 0x00, 0x2a], name: 'a TIFF image' },
    { magic: [0x42, 0x4d], name: 'a BMP image' },
    { magic: [0x57, 0x45, 0x42, 0x50], offset: 8, name: 'a WebP image' },
    { magic: [0x52, 0x49, 0x46, 0x46], name: 'a sound or video file' },
    { magic: [0x66, 0x74, 0x79, 0x70], offset: 4, name: 'a sound or video file' },
    { magic: [0x49, 0x44, 0x33], name: 'a sound file' },
    { magic: [0x4f, 0x67, 0x67, 0x53], name: 'a sound or video file' },
    { magic: [0x1a, 0x45, 0xdf, 0xa3], name: 'a video file' },
    { magic: [0x1f, 0x8b], name: 'a gzip file; unpack it first' },
    { magic: [0x42, 0x5a, 0x68], name: 'a bzip2 file; unpack it first' },
    { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'an xz file; unpack it first' },
    { magic: [0x28, 0xb5, 0x2f, 0xfd], name: 'a Zstandard file; unpack it first' },
    { magic: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7z archive' },
    { magic: [0x52, 0x61, 0x72, 0x21], name: 'a RAR archive' },
    { magic: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
    { magic: [0x4d, 0x5a], name: 'a program' },
    { magic: [0xca, 0xfe, 0xba, 0xbe], name: 'a program' },
    { magic: [0x00, 0x61, 0x73, 0x6d], name: 'a program' },
    { magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], name: 'a SQLite database' },
  ];

/** Characters that Windows-1252 has at 0x80 to 0x9F; the decoder of Node 20 gives control characters there. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const LATIN_NAMES = /^(?:windows-1252|cp1252|x-cp1252|iso-?8859-1|iso_8859-1|latin-?1|us-ascii|ascii)$/i;

function decodeWith(encoding: string, bytes: Uint8Array): string {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw binary(bytes);
  return text;
}

/** Null for a name that is no encoding, and for UTF-16: bytes that were that would have been seen as that. */
function decoderOf(declared: string): string | null {
  if (LATIN_NAMES.test(declared)) return 'windows-1252';
  try {
    const { encoding } = new TextDecoder(declared);
    return encoding.startsWith('utf-16') ? null : encoding;
  } catch {
    return null;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high++;
  // English has hardly any character beyond ASCII: so many are another encoding, or no text at all.
  if (high > 16 && high * 10 > bytes.length * 3) {
    throw new ClaimgraphError(
      'INPUT_BINARY',
      'Expected text in UTF-8, UTF-16 or Windows-1252, but it is in none of them.',
    );
  }
  return asBuffer(bytes)
    .toString('latin1')
    .replaceAll(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] as string);
}

function checkControls(bytes: Uint8Array): void {
  // No text begins with such bytes; where they are all letters ("RIFF", "BM"), one may.
  const isNoText = (magic: readonly number[]) => magic.some((byte) => byte < 0x20 || byte > 0x7e);
  if (MAGIC_NUMBERS.some(({ magic, offset }) => isNoText(magic) && startsWith(bytes, magic, offset)))
    throw binary(bytes);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) throw binary(bytes);
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) throw binary(bytes);
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) controls++;
  }
  if (controls > 2 && controls * 100 > bytes.length) throw binary(bytes);
}

function binary(bytes: Uint8Array): ClaimgraphError {
  const known = MAGIC_NUMBERS.find(({ magic, offset }) => startsWith(bytes, magic, offset));
  const kind = known === undefined ? 'it holds bytes that no text has' : `this is ${known.name}`;
  return new ClaimgraphError('INPUT_BINARY', `Expected text, but ${kind}.`);
}

/** Bytes of a UTF-8 character that the end of the bytes cuts off: 0 to 3. */
function brokenTailLength(bytes: Uint8Array): number {
  for (let length = 1; length <= 3 && length <= bytes.length; length++) {
    const byte = bytes[bytes.length - length] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > length && bytes.length > length ? length : 0;
    }
  }
  return 0;
}

/** Characters of more than one byte that are UTF-8, and bytes beyond ASCII that are not. */
function countUtf8(bytes: Uint8Array): { readonly valid: number; readonly broken: number } {
  let valid = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] as number;
    if (byte < 0x80) {
      index++;
      continue;
    }
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (
      byte >= 0xc2 &&
      byte < 0xf5 &&
      isUtf8(bytes.subarray(index, index + needed)) &&
      index + needed <= bytes.length
    ) {
      valid++;
      index += needed;
    } else {
      broken++;
      index++;
    }
  }
  return { valid, broken };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
