import { inflateRawSync } from 'node:zlib';
import { ClaimgraphError } from '../base/index.js';

/** One file of a zip archive, as the archive's directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0: stored; 8: deflated. */
  readonly method: number;
  readonly compressedSize: number;
  /** Of its local header. */
  readonly offset: number;
}

/**
 * Lists the files of a zip archive (APPNOTE.TXT 4.3), without opening them.
 * @throws ClaimgraphError INPUT_MALFORMED where its directory is missing or broken, as of an archive that breaks off.
 */
export function listZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const end = findDirectoryEnd(view);
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let offset = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (offset + 46 > bytes.length || view.getUint32(offset, true) !== DIRECTORY_ENTRY) throw broken();
    const nameLength = view.getUint16(offset + 28, true);
    entries.push({
      name: Buffer.from(bytes.subarray(offset + 46, offset + 46 + nameLength)).toString('utf8'),
      encrypted: (view.getUint16(offset + 8, true) & 1) === 1,
      method: view.getUint16(offset + 10, true),
      compressedSize: view.getUint32(offset + 20, true),
      offset: view.getUint32(offset + 42, true),
    });
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return entries;
}

/**
 * The bytes of one file of an archive, whatever size the archive claims for it.
 * @throws ClaimgraphError INPUT_MALFORMED where they are broken, INPUT_TOO_LARGE where they are more than `maximum`.
 */
export function openZipEntry(bytes: Uint8Array, entry: ZipEntry, maximum: number): Uint8Array {
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER) throw broken();
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (packed.length < entry.compressedSize || (entry.method !== 0 && entry.method !== 8)) throw broken();
  if (entry.method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: maximum });
  } catch (error) {
    const tooMuch = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (!tooMuch) throw broken();
    throw new ClaimgraphError(
      'INPUT_TOO_LARGE',
      `Unpacked, it has more than ${maximum} bytes; raise --max-document to read it.`,
    );
  }
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** The record that ends an archive has 22 bytes, and a comment of at most 65,535. */
const END_LENGTH = 22;

function findDirectoryEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let offset = view.byteLength - END_LENGTH; offset >= first; offset--) {
    if (view.getUint32(offset, true) === DIRECTORY_END) return offset;
  }
  throw broken();
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function broken(): ClaimgraphError {
  return new ClaimgraphError('INPUT_MALFORMED', 'The archive is damaged or breaks off before its end.');
}
