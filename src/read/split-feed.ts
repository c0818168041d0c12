/** One item of a feed, as it stands in the file. */
export interface FeedPart {
  /** ITEM: a whole one. TOO_LARGE: one over the bound, which was not held. BROKEN: one that the end of the file cuts off. */
  readonly kind: 'ITEM' | 'TOO_LARGE' | 'BROKEN';
  /** A character a byte; empty unless ITEM. */
  readonly markup: string;
  /** What stands before the first item, a character a byte, at most HEADER_LENGTH of it. */
  readonly header: string;
  /** Bytes since the part before. */
  readonly size: number;
}

/** The first characters of a feed, which hold its root and its title. */
export const HEADER_LENGTH = 200_000;

/**
 * Cuts RSS or Atom into its items, in memory for one item of at most `maximum` bytes and one chunk. A feed without items
 * gives none. Characters beyond ASCII are not looked at, so that bytes of any encoding that extends ASCII pass.
 */
export async function* splitFeed(chunks: AsyncIterable<Uint8Array>, maximum: number): AsyncIterable<FeedPart> {
  let header = '';
  let inHeader = true;
  let buffer = '';
  let size = 0;
  let scan: Scan = { from: 0, start: null, oversized: false };

  for await (const chunk of chunks) {
    buffer += Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    size += chunk.length;
    for (;;) {
      const found = findItem(buffer, scan);
      if (inHeader) {
        const seen = found.start ?? found.from;
        header = buffer.slice(0, Math.min(seen, HEADER_LENGTH));
        inHeader = found.start === null && seen < HEADER_LENGTH;
      }
      if (found.end === null) {
        scan = found;
        break;
      }
      const start = found.start ?? 0;
      const tooLarge = found.oversized || found.end - start > maximum;
      const left = buffer.length - found.end;
      const markup = tooLarge ? '' : buffer.slice(start, found.end);
      yield { kind: tooLarge ? 'TOO_LARGE' : 'ITEM', markup, header, size: size - left };
      size = left;
      buffer = buffer.slice(found.end);
      scan = { from: 0, start: null, oversized: false };
    }
    if (inHeader) continue;
    // What is behind us is let go: between items, and within one that is too large anyway.
    const oversized = scan.oversized || (scan.start !== null && scan.from - scan.start > maximum);
    const keepFrom = scan.start === null || oversized ? scan.from : scan.start;
    buffer = buffer.slice(keepFrom);
    scan = { from: scan.from - keepFrom, start: scan.start === null ? null : 0, oversized };
  }
  if (scan.start !== null) yield { kind: scan.oversized ? 'TOO_LARGE' : 'BROKEN', markup: '', header, size };
}

interface Scan {
  /** Offset in the buffer up to which it was looked at. */
  readonly from: number;
  /** Offset at which the item under way begins; null between items. */
  readonly start: number | null;
  readonly oversized: boolean;
}

const MARKS = /<!\[CDATA\[|<!--|<(\/?)(?:[\w-]{1,20}:)?(?:item|entry)(?=[\s/>])/gi;
/** A mark of this length can be cut in two by the end of a chunk. */
const LONGEST_MARK = 32;

/** Goes on to the end of the item under way; `end` is null where the buffer has no end of it yet. */
function findItem(buffer: string, scan: Scan): Scan & { readonly end: number | null } {
  let { from, start } = scan;
  const marks = new RegExp(MARKS);
  marks.lastIndex = from;
  for (let mark = marks.exec(buffer); mark !== null; mark = marks.exec(buffer)) {
    const special = mark[0] === '<!--' ? '-->' : mark[1] === undefined ? ']]>' : null;
    const close = buffer.indexOf(special ?? '>', marks.lastIndex);
    // Looked at again, from this mark on, when there is more of the buffer.
    if (close === -1) return { from: mark.index, start, oversized: scan.oversized, end: null };
    const end = close + (special ?? '>').length;
    marks.lastIndex = end;
    from = end;
    if (special !== null) continue;
    if (mark[1] === '/' && start !== null) return { from, start, oversized: scan.oversized, end };
    if (mark[1] === '' && start === null) start = mark.index;
  }
  return { from: Math.max(from, buffer.length - LONGEST_MARK), start, oversized: scan.oversized, end: null };
}
