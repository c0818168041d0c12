import { z } from 'zod';
import { ClaimgraphError, hashText } from '../base/index.js';
import type { Document } from '../domain/index.js';
import { hashMetadata } from '../store/index.js';

/** The version of what is written here. */
const FORMAT = 1;

/** What tells two documents that are put from each other, and a repeat from both: 32 hexadecimal digits. */
export function identityOf(document: Document): string {
  return hashText(JSON.stringify([document.id, document.textHash, hashMetadata(document)])).slice(0, 32);
}

/** The document as bytes: JSON in UTF-8. */
export function writeQueued(document: Document): Uint8Array {
  return Buffer.from(JSON.stringify({ format: FORMAT, document }), 'utf8');
}

/** @throws ClaimgraphError INPUT_MALFORMED where the bytes are no document that `writeQueued` has written. */
export function readQueued(bytes: Uint8Array): Document {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return refuse('it is not JSON');
  }
  const { success, data, error } = QUEUED.safeParse(value);
  if (!success) return refuse(error.issues[0]?.message ?? 'a field is wrong');
  const { document } = data;
  if (hashText(document.text) !== document.textHash) return refuse('its text has another hash');
  const { dateline, furniture, text } = document;
  const spans = [...furniture, dateline?.span, dateline?.place, dateline?.date].filter((span) => span != null);
  if (spans.some(({ start, end }) => start > end || end > text.length)) return refuse('a span is outside of its text');
  return document;
}

const OFFSET = z.int().min(0);
const SPAN = z.object({ start: OFFSET, end: OFFSET });
const WORDS = z.string().nullable();
const QUEUED = z.object({
  format: z.literal(FORMAT),
  document: z.object({
    id: z.string().min(1).max(512),
    title: WORDS,
    source: WORDS,
    url: WORDS,
    publishedAt: WORDS,
    text: z.string().min(1),
    textHash: z.string(),
    furniture: z.array(SPAN),
    dateline: z.object({ span: SPAN, place: SPAN.nullable(), date: SPAN.nullable() }).nullable(),
    timeAnchor: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable(),
  }),
});

function refuse(what: string): never {
  const message = `Expected a document that claimgraph enqueue has written, but ${what}; enqueue it anew, and drop this one.`;
  throw new ClaimgraphError('INPUT_MALFORMED', message);
}
