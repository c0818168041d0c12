import type { Span } from '../base/index.js';

/** The place and date that open a newswire text: "BEIRUT, March 12 —". */
export interface Dateline {
  readonly span: Span;
  readonly place: Span | null;
  readonly date: Span | null;
}

/** One immutable text. Every offset of the product refers to its `text`, in UTF-16 code units. */
export interface Document {
  /** The id given with it, else the first 32 hexadecimal digits of `textHash`. Well-formed, not empty, at most 512 code units. */
  readonly id: string;
  readonly title: string | null;
  /** The publisher, site, feed or file collection. */
  readonly source: string | null;
  readonly url: string | null;
  /** ISO 8601 date (`2012-03-12`) or date-time in UTC (`2012-03-12T08:00:00Z`). */
  readonly publishedAt: string | null;
  /** Well-formed UTF-16; line ends are `\n`; not blank. */
  readonly text: string;
  /** SHA-256 of `text`, hexadecimal. */
  readonly textHash: string;
  /** Parts that are not the writer's: sign-ups, captions, credits. Ascending, disjoint; no mention or claim comes from them. */
  readonly furniture: readonly Span[];
  readonly dateline: Dateline | null;
  /** The day that "Monday" is counted from, `YYYY-MM-DD`: of the dateline, else of `publishedAt`, else given; null where none is known. */
  readonly timeAnchor: string | null;
}
