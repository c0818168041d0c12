import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { ClaimgraphError } from '../base/index.js';
import type { ExportPart } from '../export/index.js';
import { claimPartial, type ExportOf, type Partial, partialOf, writeNote } from './partial-file.js';

/** Which file, what of, and whether one that broke off is gone on with. */
export interface ExportFile {
  readonly file: string;
  readonly of: ExportOf;
  readonly resume: boolean;
}

/** Whom is told what. */
export interface ExportListeners {
  /** Something that a person should know, in one sentence. */
  say(words: string): Promise<void>;
  /** Bytes that were written. */
  count(bytes: number): void;
}

/** Milliseconds between two notes of how far a file is. */
const NOTE_EVERY = 1000;

/**
 * Writes an export beside the file and renames it at the end, so that a file of that name is always whole. Where a table
 * breaks off, what is written of it stays with a note of its last row, and a later call with `resume` goes on behind that,
 * if the export would be of the same graph. `begin` starts the export, behind a row or at its beginning.
 * @throws ClaimgraphError ARGUMENT_INVALID where the file cannot be written, and whatever the export throws.
 */
export async function writeExportFile(
  { file, of, resume }: ExportFile,
  begin: (after: string | null) => AsyncIterable<ExportPart>,
  { say, count }: ExportListeners,
): Promise<void> {
  const mine = partialOf(file);
  const found = resume ? await claimPartial(file, of) : null;
  if (found !== null && 'reason' in found) await say(`${file} is written from its beginning: ${found.reason}.`);
  const rest = found !== null && 'after' in found ? found : null;
  if (rest !== null) await say(`${file} is gone on with behind ${rest.bytes.toLocaleString('en')} bytes.`);
  // The export is asked for before the file is made, so that a wrong format or filter leaves nothing behind.
  const parts = begin(rest?.after ?? null);
  let written: Partial | null = rest;
  try {
    const handle = await writing(() => openPartial(mine.path, rest !== null));
    try {
      await writing(() => handle.truncate(rest?.bytes ?? 0));
      for await (const partial of writeParts(handle, parts, { from: rest?.bytes ?? 0, count })) {
        written = partial;
        await writing(() => writeNote(mine, of, partial));
      }
    } finally {
      await handle.close();
    }
    await writing(() => rename(mine.path, file));
    await rm(mine.note, { force: true });
  } catch (error) {
    const isWorthKeeping = written !== null && !(error instanceof UnwritableError);
    if (isWorthKeeping)
      await say(`what is written stays beside ${file}; the same command with --resume goes on with it.`);
    else await Promise.all([mine.path, mine.note].map((path) => rm(path, { force: true })));
    throw error instanceof UnwritableError ? unwritable(file, error) : error;
  }
}

/** What a process of the same number left long ago is no more than in the way. */
async function openPartial(file: string, isThere: boolean): Promise<FileHandle> {
  if (isThere) return open(file, 'r+');
  await rm(file, { force: true });
  return open(file, 'wx');
}

/** Writes the parts; gives now and then, and where they break off, how far the file is on the disk. */
async function* writeParts(
  handle: FileHandle,
  parts: AsyncIterable<ExportPart>,
  { from, count }: { readonly from: number; readonly count: (bytes: number) => void },
): AsyncGenerator<Partial> {
  let bytes = from;
  let after: string | null = null;
  let noted = Number.NEGATIVE_INFINITY;
  let broken: { readonly error: unknown } | null = null;
  try {
    for await (const { text, last } of parts) {
      const { bytesWritten } = await writing(() => writeAll(handle, text, bytes));
      bytes += bytesWritten;
      after = last;
      count(bytesWritten);
      if (after === null || performance.now() - noted < NOTE_EVERY) continue;
      await writing(() => handle.datasync());
      yield { bytes, after };
      noted = performance.now();
    }
  } catch (error) {
    broken = { error };
  }
  if (broken === null) return;
  if (after !== null && !(broken.error instanceof UnwritableError)) yield { bytes, after };
  throw broken.error;
}

async function writeAll(handle: FileHandle, text: string, position: number): Promise<{ bytesWritten: number }> {
  const bytes = Buffer.from(text, 'utf8');
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
  return { bytesWritten: done };
}

/** A file that cannot be written, which must be told from what the export itself throws. */
class UnwritableError extends Error {}

async function writing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new UnwritableError(error instanceof Error ? error.message : String(error));
  }
}

function unwritable(file: string, { message }: Error): ClaimgraphError {
  return new ClaimgraphError('ARGUMENT_INVALID', `--output names a file that cannot be written: ${message}.`, { file });
}
