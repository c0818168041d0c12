import { ClaimgraphError, hashText } from '../base/index.js';
import type { Document } from '../domain/index.js';
import { findDateline } from './find-dateline.js';
import { markFurniture } from './mark-furniture.js';
import { normalizeDate } from './normalize-date.js';
import { isBlank, isWellFormed, normalizeLine, normalizeText } from './normalize-text.js';

/** What is known of a document before it is read. Absent, null and blank mean the same. */
export interface DocumentFields {
  readonly text: string;
  readonly id?: string | null;
  readonly title?: string | null;
  readonly source?: string | null;
  readonly url?: string | null;
  /** In any common form; one that cannot be read counts as unknown. */
  readonly publishedAt?: string | null;
}

/** What a document is made with, beyond its fields. */
export interface CreateDocumentOptions {
  /** The day, `YYYY-MM-DD`, that times are counted from where there is neither dateline nor publication date. */
  readonly timeAnchor?: string | null;
}

/** Code units of the longest id that a document may have. */
export const LONGEST_ID = 512;

/**
 * Makes a document of a text: well-formed, line ends as `\n`, without byte order mark, otherwise as it came, for every
 * offset counts from it. Marks furniture and dateline, and sets the time anchor. Pure.
 * @throws ClaimgraphError INPUT_EMPTY for a blank text, INPUT_MALFORMED for an id that is over 512 code units or not
 *   well-formed.
 */
export function createDocument(fields: DocumentFields, options: CreateDocumentOptions = {}): Document {
  const text = normalizeText(fields.text);
  if (isBlank(text)) throw new ClaimgraphError('INPUT_EMPTY', 'Expected a text, but it is empty or blank.');
  const textHash = hashText(text);
  const publishedAt = normalizeDate(fields.publishedAt ?? null);
  const known = publishedAt ?? normalizeDate(options.timeAnchor ?? null);
  const { dateline, day } = findDateline(text, known);
  return {
    id: checkId(fields.id ?? null) ?? textHash.slice(0, 32),
    title: normalizeLine(fields.title),
    source: normalizeLine(fields.source),
    url: normalizeLine(fields.url),
    publishedAt,
    text,
    textHash,
    furniture: markFurniture(text),
    dateline,
    timeAnchor: day ?? known?.slice(0, 10) ?? null,
  };
}

function checkId(id: string | null): string | null {
  if (id === null || id.trim() === '') return null;
  if (id.length <= LONGEST_ID && isWellFormed(id)) return id;
  const got = id.length > LONGEST_ID ? `one of ${id.length}` : 'one with half a surrogate pair';
  throw new ClaimgraphError('INPUT_MALFORMED', `Expected an id of at most ${LONGEST_ID} characters, but got ${got}.`);
}
