import mammoth from 'mammoth';
import { ClaimgraphError } from '../base/index.js';
import type { DocumentFields } from './create-document.js';
import { decodeText, startsWith } from './decode-text.js';
import { findTitle } from './find-title.js';
import { decodeEntities } from './html-entities.js';
import { listZip, openZipEntry, type ZipEntry } from './read-zip.js';
import { readWhole } from './readings.js';

/** Reads a Word document (DOCX): its paragraphs and its title. The date there is of the file, and is left out. */
export const readDocx = readWhole((bytes, options) => parseDocx(bytes, options.maxDocument));

/** Packed, markup shrinks to a twentieth; beyond that it is a bomb. */
const MOST_GROWTH = 20;
const OFFICE_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

async function parseDocx(bytes: Uint8Array, maxDocument: number): Promise<DocumentFields> {
  checkContainer(bytes);
  const entries = listZip(bytes);
  if (entries.some((entry) => entry.encrypted)) throw encrypted();
  const body = entries.find((entry) => entry.name === 'word/document.xml');
  if (body === undefined) throw malformed('Expected a Word document (DOCX), but the archive holds none.');
  checkSizes(bytes, entries, maxDocument);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  const text = value
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  return { text, title: readTitle(bytes, entries, maxDocument) ?? findTitle(text) };
}

/** Office wraps an encrypted document into a container of the old kind. */
function checkContainer(bytes: Uint8Array): void {
  if (startsWith(bytes, OFFICE_CONTAINER)) {
    const name = Buffer.from('EncryptedPackage', 'utf16le');
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)) throw encrypted();
    throw malformed('Expected a Word document (DOCX), but this is one of the old kind; save it as DOCX.');
  }
  if (!startsWith(bytes, ZIP)) throw malformed('Expected a Word document (DOCX), but it does not begin as one.');
}

/** Unpacks every part once, so that none can be larger than it says: what unpacks it for good has no bound. */
function checkSizes(bytes: Uint8Array, entries: readonly ZipEntry[], maxDocument: number): void {
  let left = Math.max(1_000_000, Math.min(bytes.length, maxDocument) * MOST_GROWTH);
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    left = Math.max(1, left - openZipEntry(bytes, entry, left).length);
  }
}

function readTitle(bytes: Uint8Array, entries: readonly ZipEntry[], maxDocument: number): string | null {
  const core = entries.find((entry) => entry.name === 'docProps/core.xml');
  if (core === undefined) return null;
  const xml = decodeText(openZipEntry(bytes, core, maxDocument));
  const title = /<dc:title\b[^<>]{0,200}>([^<]{1,1000})<\/dc:title>/.exec(xml)?.[1];
  return title === undefined ? null : decodeEntities(title);
}

function encrypted(): ClaimgraphError {
  return new ClaimgraphError('INPUT_ENCRYPTED', 'It is protected by a password; save a copy without one.');
}

function malformed(message: string): ClaimgraphError {
  return new ClaimgraphError('INPUT_MALFORMED', message);
}
