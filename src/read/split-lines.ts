/** One line of a stream of bytes. */
export interface ByteLine {
  /** Counts from 1. */
  readonly number: number;
  /** Without the line end; null where the line is over the bound, and was not held. */
  readonly bytes: Uint8Array | null;
  /** Bytes that it takes in the stream, its line end included. */
  readonly size: number;
}

/** Cuts bytes into lines at `\n`, in memory for one line of at most `maximum` bytes and one chunk. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maximum: number): AsyncIterable<ByteLine> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let size = 0;

  function add(part: Uint8Array): void {
    size += part.length;
    if (size > maximum) parts = [];
    else if (part.length > 0) parts.push(part);
  }
  function finish(end: number): ByteLine {
    const bytes = size > maximum ? null : Buffer.concat(parts, size);
    const line = { number, bytes, size: size + end };
    number++;
    parts = [];
    size = 0;
    return line;
  }

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      add(chunk.subarray(start, end));
      yield finish(1);
      start = end + 1;
    }
    // A copy: whoever gave the chunk may fill it again.
    add(new Uint8Array(chunk.subarray(start)));
  }
  if (size > 0) yield finish(0);
}

const LINE_END = 0x0a;
