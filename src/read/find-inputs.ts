import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { compareIds } from '../base/index.js';
import type { InputFailure, RawInput } from './raw-input.js';
import { READERS } from './readers.js';

/** How inputs are found. */
export interface FindOptions {
  /** Given to every input; null or absent: each by its extension, else by its content. */
  readonly mediaType?: string | null;
  /** What `-` reads; the process's standard input where absent. */
  readonly standardInput?: () => AsyncIterable<Uint8Array>;
}

/**
 * The inputs that paths name, in order: files; folders with all below them that have a known extension, ascending by
 * path, without hidden files and without following links; glob patterns; `-` for standard input. A path that names
 * nothing gives an INPUT_NOT_FOUND failure, and the others go on. Told apart by `'code' in input`, which only a failure
 * has.
 */
export async function* findInputs(
  paths: readonly string[],
  options: FindOptions = {},
): AsyncIterable<RawInput | InputFailure> {
  for (const name of paths) {
    if (name === '-') {
      yield { name, mediaType: options.mediaType ?? null, open: options.standardInput ?? (() => process.stdin) };
    } else if (/^[a-z][a-z+.-]*:\/\//i.test(name)) {
      const reason = 'Web addresses are not fetched; save the page and give the file.';
      yield { input: name, line: null, code: 'INPUT_UNREADABLE', reason };
    } else {
      yield* findPath(name, options);
    }
  }
}

async function* findPath(name: string, options: FindOptions): AsyncIterable<RawInput | InputFailure> {
  const kind = await kindOf(name);
  if (kind === 'FILE') {
    yield fileInput(name, options);
    return;
  }
  let files: readonly string[] = [];
  try {
    if (kind === 'FOLDER') files = await listFolder(name, options);
    else if (isDynamicPattern(name)) files = await matchPattern(name);
  } catch (error) {
    const reason = `It cannot be listed: ${(error as Error).message.replaceAll(/\s+/g, ' ').slice(0, 200)}`;
    yield { input: name, line: null, code: 'INPUT_UNREADABLE', reason };
    return;
  }
  if (files.length === 0)
    yield { input: name, line: null, code: 'INPUT_NOT_FOUND', reason: explainNothing(name, kind) };
  for (const file of files) yield fileInput(file, options);
}

function fileInput(name: string, { mediaType = null }: FindOptions): RawInput {
  return { name, mediaType, open: () => createReadStream(name) };
}

async function kindOf(name: string): Promise<'FILE' | 'FOLDER' | null> {
  try {
    return (await stat(name)).isDirectory() ? 'FOLDER' : 'FILE';
  } catch (error) {
    // What is there and may not be looked at is a file that cannot be read, and will say so.
    return error instanceof Error && 'code' in error && error.code === 'EACCES' ? 'FILE' : null;
  }
}

const EXTENSIONS = new Set(READERS.flatMap(({ extensions }) => extensions));

/** Links are passed over: they can lead out of the folder, round in a circle, or to a file that is read already. */
async function listFolder(folder: string, options: FindOptions): Promise<readonly string[]> {
  const files: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const name = path.join(next, entry.name);
      if (entry.isDirectory()) folders.push(name);
      const isKnown = EXTENSIONS.has(path.extname(name).slice(1).toLowerCase());
      if (entry.isFile() && (isKnown || (options.mediaType ?? null) !== null)) files.push(name);
    }
  }
  return files.sort(compareIds);
}

async function matchPattern(pattern: string): Promise<readonly string[]> {
  const files = await glob([pattern], { onlyFiles: true, followSymbolicLinks: false, expandDirectories: false });
  return files.sort(compareIds);
}

function explainNothing(name: string, kind: 'FOLDER' | 'FILE' | null): string {
  if (kind === 'FOLDER')
    return `The folder holds no file that is read (${[...EXTENSIONS].map((end) => `.${end}`).join(', ')}).`;
  return isDynamicPattern(name) ? 'No file matches the pattern.' : 'There is no such file or folder.';
}
