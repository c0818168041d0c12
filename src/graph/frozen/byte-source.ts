import { crc32 } from 'node:zlib';

/** Bytes that come in chunks, taken in pieces of any length. */
export interface ByteSource {
  /** Copies the next bytes until the piece is full; false where they end before. */
  fill(piece: Uint8Array): Promise<boolean>;
  /** CRC-32 of the last piece. */
  checksum(): number;
  isAtEnd(): Promise<boolean>;
}

/** Begins with the first chunk. Chunks of no bytes say nothing. */
export function openByteSource(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ByteSource {
  const iterator = iteratorOf(chunks);
  let chunk: Uint8Array = new Uint8Array(0);
  let taken = 0;
  let checksum = 0;

  /** False at the end. */
  const haveBytes = async (): Promise<boolean> => {
    while (taken === chunk.length) {
      const next = await iterator.next();
      if (next.done === true) return false;
      [chunk, taken] = [next.value, 0];
    }
    return true;
  };
  return {
    fill: async (piece) => {
      checksum = 0;
      let filled = 0;
      while (filled < piece.length) {
        if (!(await haveBytes())) return false;
        const part = chunk.subarray(taken, taken + piece.length - filled);
        piece.set(part, filled);
        checksum = crc32(part, checksum);
        filled += part.length;
        taken += part.length;
      }
      return true;
    },
    checksum: () => checksum,
    isAtEnd: async () => !(await haveBytes()),
  };
}

function iteratorOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncIterator<Uint8Array> | Iterator<Uint8Array> {
  return Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
}
