/** The first bytes of a stream, and the stream from its beginning all the same. */
export interface Peeked {
  /** As many as were asked for, or all that there are, or some more. */
  readonly head: Uint8Array;
  /** Every byte, `head` included; to be read once. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Looks at the first bytes of a stream. */
export async function peekBytes(chunks: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done === true) break;
    // A copy: whoever gave the chunk may fill it again.
    parts.push(new Uint8Array(next.value));
    length += next.value.length;
  }
  const head = Buffer.concat(parts, length);
  async function* all(): AsyncIterable<Uint8Array> {
    try {
      if (length > 0) yield head;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, chunks: all() };
}
