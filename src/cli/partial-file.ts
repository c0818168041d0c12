import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** What an export is of: two that are of the same are the same bytes. Values of JSON. */
export type ExportOf = Readonly<Record<string, unknown>>;

/** How far a file is: so many bytes, the last row of which has that id. */
export interface Partial {
  readonly bytes: number;
  readonly after: string;
}

/** A file on its way, and the note beside it that says of what it is and how far. */
export interface PartialPaths {
  readonly path: string;
  readonly note: string;
}

/** Those of a process, so that two that write one file do not meet. */
export function partialOf(file: string, owner: number = process.pid): PartialPaths {
  const partial = `${file}.${owner}.partial`;
  return { path: partial, note: `${partial}.json` };
}

/** Writes the note: the one before is there until the new one is whole. */
export async function writeNote({ note }: PartialPaths, of: ExportOf, { bytes, after }: Partial): Promise<void> {
  const draft = `${note}.new`;
  await writeFile(draft, JSON.stringify({ of, bytes, after }));
  await rename(draft, note);
}

/**
 * Takes over what another process left of the file, if it is of the same export and nobody writes it any more; else the
 * reason why it cannot, and null where nothing is left. What was left of another export is taken away.
 */
export async function claimPartial(file: string, of: ExportOf): Promise<Partial | { readonly reason: string } | null> {
  let reason: string | null = null;
  for (const owner of await ownersOf(file)) {
    const left = partialOf(file, owner);
    const note = await readNote(left);
    if (note === null || (await isWriting(owner, left))) continue;
    const difference = differenceOf(note.of, of);
    const size = (await stat(left.path).catch(() => null))?.size ?? 0;
    if (difference === null && size >= note.bytes) {
      const mine = partialOf(file);
      await rename(left.path, mine.path);
      await rename(left.note, mine.note);
      return { bytes: note.bytes, after: note.after };
    }
    reason = difference ?? 'less of it is on the disk than its note says';
    await Promise.all([left.path, left.note].map((each) => rm(each, { force: true })));
  }
  return reason === null ? null : { reason };
}

const NOTE = z.object({
  of: z.record(z.string(), z.unknown()),
  bytes: z.int().nonnegative(),
  after: z.string(),
});

/** Milliseconds after which a note is old: whoever writes renews it each second. */
const OLD = 10_000;

/** The processes whose notes lie beside the file. */
async function ownersOf(file: string): Promise<readonly number[]> {
  const { dir, base } = path.parse(path.resolve(file));
  const names = await readdir(dir).catch(() => []);
  const start = `${base}.`;
  return names.flatMap((name) => {
    const match = name.startsWith(start) ? /^(\d{1,10})\.partial\.json$/.exec(name.slice(start.length)) : null;
    return match === null ? [] : [Number(match[1])];
  });
}

async function readNote({ note }: PartialPaths): Promise<z.infer<typeof NOTE> | null> {
  try {
    return NOTE.parse(JSON.parse(await readFile(note, 'utf8')));
  } catch {
    return null;
  }
}

/** Its process is there, and its note is new: an old one is of a process that had its number before. */
async function isWriting(owner: number, { note }: PartialPaths): Promise<boolean> {
  const renewed = (await stat(note).catch(() => null))?.mtimeMs ?? 0;
  if (Date.now() - renewed > OLD || owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In words; null where there is none. */
function differenceOf(before: ExportOf, now: ExportOf): string | null {
  for (const name of Object.keys({ ...before, ...now })) {
    const [old, fresh] = [before[name], now[name]].map((value) => JSON.stringify(value) ?? 'nothing');
    if (old !== fresh) return `what is left of it is of another ${name} (${old}, and now ${fresh})`;
  }
  return null;
}
