import { ClaimgraphError } from '../base/index.js';
import type { DocumentFields } from './create-document.js';
import { findTitle } from './find-title.js';
import { joinPdfLines, type PdfLine } from './join-pdf-lines.js';
import { normalizeLine } from './normalize-text.js';
import { type PdfItem, readPdfPages } from './read-pdf-pages.js';
import { readWhole } from './readings.js';

/**
 * Reads the text of a PDF file: its lines joined into paragraphs, with the title that the file's information gives. The
 * date there is of the file, not of its publication, and is left out.
 */
export const readPdf = readWhole((bytes) => parsePdf(bytes));

/** A file may have junk around it: the format asks for its marks within the first and the last thousand bytes. */
const MARK_WITHIN = 1024;

async function parsePdf(bytes: Uint8Array): Promise<DocumentFields> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, MARK_WITHIN).includes('%PDF-')) {
    throw malformed('Expected a PDF file, but it does not begin as one.');
  }
  if (!buffer.subarray(-MARK_WITHIN * 2).includes('%%EOF')) {
    throw malformed('The PDF file breaks off before its end.');
  }
  if (countOf(buffer, ' obj') - countOf(buffer, 'endobj') > MOST_UNENDED) {
    throw malformed('The PDF file is damaged: most of its objects have no end.');
  }
  const { pages, title } = await readPdfPages(bytes);
  const text = joinPdfLines(pages.map(linesOf));
  if (text === '') {
    throw new ClaimgraphError(
      'INPUT_EMPTY',
      'The PDF file holds no text; pictures of text have to be recognised first.',
    );
  }
  return { text, title: titleOf(title) ?? findTitle(text) };
}

/** For each object without an end, the parser looks through the whole rest of a damaged file. */
const MOST_UNENDED = 100;

function countOf(buffer: Buffer, word: string): number {
  let count = 0;
  for (let index = buffer.indexOf(word); index !== -1; index = buffer.indexOf(word, index + word.length)) count++;
  return count;
}

/** Items that stand at one height are one line. */
function linesOf(items: readonly PdfItem[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let line: { text: string; left: number; right: number; bottom: number; height: number } | null = null;
  for (const { str, transform, width, height, hasEOL } of items) {
    if (str === undefined) continue;
    const left = transform[4] ?? 0;
    const bottom = transform[5] ?? 0;
    if (line !== null && str.trim() !== '' && Math.abs(line.bottom - bottom) > Math.max(line.height, height) * 0.5) {
      lines.push(line);
      line = null;
    }
    if (str !== '') {
      if (line === null) line = { text: '', left, right: left, bottom, height };
      const apart: boolean = line.text !== '' && left - line.right > height * 0.2 && !/\s$/.test(line.text);
      line.text += apart && !/^\s/.test(str) ? ` ${str}` : str;
      line.right = Math.max(line.right, left + width);
      line.height = Math.max(line.height, height);
    }
    if (hasEOL && line !== null) {
      lines.push(line);
      line = null;
    }
  }
  if (line !== null) lines.push(line);
  return lines.filter(({ text }) => text.trim() !== '');
}

/** Programs write the name of the file they came from where they know no title. */
function titleOf(value: unknown): string | null {
  const title = typeof value === 'string' ? normalizeLine(value) : null;
  return title === null || /\.(?:docx?|pdf|indd|qxd|pptx?|tex|html?)$|^(?:untitled|microsoft word)/i.test(title)
    ? null
    : title;
}

function malformed(message: string): ClaimgraphError {
  return new ClaimgraphError('INPUT_MALFORMED', message);
}
