import { ClaimgraphError } from '../base/index.js';
import type { Document, Extraction } from '../domain/index.js';
import { createDocument, type InputFailure, type RawInput, readDocuments } from '../read/index.js';
import { extractDocument } from './extract-document.js';
import type { LiveKnowledge } from './live-knowledge.js';

/** A text that is read and not kept. */
export interface TextInput {
  readonly text: string;
  /** As READERS know it; text/plain where it is left out. */
  readonly mediaType?: string | null | undefined;
  /** Where the text does not say itself. */
  readonly title?: string | null | undefined;
  readonly publishedAt?: string | null | undefined;
}

/** The records of a text, and what of it could not be read. */
export interface TextReading {
  readonly extractions: readonly Extraction[];
  readonly failures: readonly InputFailure[];
}

/** Bytes of the largest text. */
export const LARGEST_TEXT = 200_000;

/**
 * Reads a text of any format that is text, and keeps nothing.
 * @throws ClaimgraphError INPUT_TOO_LARGE.
 */
export async function extractInput(
  { text, mediaType, title, publishedAt }: TextInput,
  knowledge: Pick<LiveKnowledge, 'resources' | 'readDocument'>,
  signal?: AbortSignal,
): Promise<TextReading> {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > LARGEST_TEXT) {
    const message = `Expected a text of at most ${LARGEST_TEXT} bytes, but got ${bytes.length}. Read it in parts, or add it as a document.`;
    throw new ClaimgraphError('INPUT_TOO_LARGE', message, { size: bytes.length });
  }
  const input: RawInput = { name: '-', mediaType: mediaType ?? 'text/plain', open: () => chunksOf(bytes) };
  const extractions: Extraction[] = [];
  const failures: InputFailure[] = [];
  for await (const reading of readDocuments(input)) {
    if (signal?.aborted === true) throw new ClaimgraphError('INTERRUPTED', 'The reading was stopped.');
    if (reading.kind === 'FAILURE') failures.push(reading.failure);
    else {
      const document = complete(reading.document, { title, publishedAt });
      extractions.push(
        (await knowledge.readDocument?.(document, signal)) ?? extractDocument(document, knowledge.resources),
      );
    }
  }
  return { extractions, failures };
}

/** What the input says of itself goes before what is told besides. */
function complete(document: Document, told: Pick<TextInput, 'title' | 'publishedAt'>): Document {
  const { text, source, url } = document;
  const title = document.title ?? told.title ?? null;
  const publishedAt = document.publishedAt ?? told.publishedAt ?? null;
  if (title === document.title && publishedAt === document.publishedAt) return document;
  const id = document.id === document.textHash.slice(0, 32) ? null : document.id;
  return createDocument({ id, text, title, source, url, publishedAt });
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
