import { getDocumentProxy } from 'unpdf';
import { ClaimgraphError } from '../base/index.js';
import type { DocumentFields } from './create-document.js';
import { findTitle } from './find-title.js';
import { joinPdfLines, type PdfLine } from './join-pdf-lines.js';
import { normalizeLine } from './normalize-text.js';
import { readWhole } from './readings.js';

/**
 * Reads the text of a PDF file: its lines joined into paragraphs, with the title that the file's information gives. The
 * date there is of the file, not of its publication, and is left out.
 */
export const readPdf = readWhole((bytes) => parsePdf(bytes));

/** A file may have junk around it: the format asks for its marks within the first and the last thousand bytes. */
const MARK_WITHIN = 1024;
const MOST_PAGES = 5000;

async function parsePdf(bytes: Uint8Array): Promise<DocumentFields> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, MARK_WITHIN).includes('%PDF-')) {
    throw malformed('Expected a PDF file, but it does not begin as one.');
  }
  if (!buffer.subarray(-MARK_WITHIN * 2).includes('%%EOF')) {
    throw malformed('The PDF file breaks off before its end.');
  }
  const file = await openPdf(bytes);
  try {
    const text = joinPdfLines(await readPages(file));
    if (text === '') {
      throw new ClaimgraphError(
        'INPUT_EMPTY',
        'The PDF file holds no text; pictures of text have to be recognised first.',
      );
    }
    const information = (await file.getMetadata()).info as Readonly<Record<string, unknown>>;
    return { text, title: titleOf(information.Title) ?? findTitle(text) };
  } finally {
    await file.loadingTask.destroy();
  }
}

type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>;

async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  try {
    // A copy, for the parser takes the bytes away from whoever gave them. It is told to print nothing.
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0, stopAtErrors: false });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ClaimgraphError('INPUT_ENCRYPTED', 'The PDF file is protected by a password; save a copy without one.');
    }
    throw malformed(`The PDF file is damaged: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readPages(file: PdfFile): Promise<readonly (readonly PdfLine[])[]> {
  const pages: (readonly PdfLine[])[] = [];
  for (let number = 1; number <= Math.min(file.numPages, MOST_PAGES); number++) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items as readonly PdfItem[]));
    page.cleanup();
  }
  return pages;
}

interface PdfItem {
  /** Marked content has none. */
  readonly str?: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
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
