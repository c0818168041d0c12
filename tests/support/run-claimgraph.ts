import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** How the command line is run. */
export interface RunOptions {
  readonly folder: string;
  /** What standard input holds; empty where it is left out. */
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What it did. */
export interface Run {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Starts the compiled command line in a folder; its standard input stays open. */
export function startClaimgraph(words: readonly string[], options: RunOptions): ChildProcessWithoutNullStreams {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: compile with "npm run build" first.`);
  const { CLAIMGRAPH_STORE: _store, PORT: _port, ...inherited } = process.env;
  const env = { ...inherited, ...options.environment };
  return spawn(process.execPath, [PROGRAM, ...words], { cwd: options.folder, env });
}

/** Runs the compiled command line to its end. */
export async function runClaimgraph(words: readonly string[], options: RunOptions): Promise<Run> {
  const child = startClaimgraph(words, options);
  // A command that never reads its input may be gone before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return finish(child);
}

/** Waits for the end of a command that was started, and gives what it wrote from now on. */
export async function finish(child: ChildProcessWithoutNullStreams): Promise<Run> {
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { exitCode, output, errors };
}

/** The first text of standard output that matches; rejects where the command ends without it. */
export function waitForOutput(child: ChildProcessWithoutNullStreams, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const match = pattern.exec(output);
      if (match !== null) resolve(match);
    });
    child.once('close', () => reject(new Error(`The command ended without ${pattern}: ${output}`)));
  });
}
