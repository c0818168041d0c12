import { stat } from 'node:fs/promises';
import { ERROR_CODES } from '../base/index.js';
import type { Inputs, ReadInputsOptions } from '../pipeline/index.js';
import { DEFAULT_MAX_DOCUMENT, findInputs, type InputFailure, type RawInput } from '../read/index.js';
import type { Given, Option, Surroundings } from './command.js';
import { formatCount } from './format-count.js';
import { flagOption, numberOption, parseDay, parseSize, QUIET_OPTION, textOption } from './options.js';
import { printable } from './printable.js';
import { openProgress } from './progress.js';

/** The options of every command that reads documents. */
export const INPUT_OPTIONS: readonly Option[] = [
  { flags: '--media-type <type>', description: 'of all inputs, such as text/html; else told by name and content' },
  { flags: '--text-column <name>', description: 'the column of CSV that holds the text' },
  {
    flags: '--date <day>',
    description: 'the day that "Monday" is counted from, where a document tells none',
    parse: (value) => parseDay('--date', value),
  },
  {
    flags: '--max-document <size>',
    description: `refuse documents that are larger (default: ${DEFAULT_MAX_DOCUMENT / 1_000_000}MB)`,
    parse: (value) => parseSize('--max-document', value),
  },
  QUIET_OPTION,
];

/** A run over the inputs that were typed: what is read, how, and what people are told meanwhile. */
export interface InputRun {
  readonly inputs: Inputs;
  readonly readOptions: ReadInputsOptions;
  /** Writes the line of a document that is done to standard output, counts it, and shows the progress. */
  done(line: string, bytes: number): Promise<void>;
  /** Counts a failure, and says it in one line. */
  fail(failure: InputFailure): Promise<void>;
  /** Says what was done (`describe` words it), and gives the exit code. */
  finish(describe: () => string): Promise<number>;
}

/** Starts a run over the paths, folders, patterns and `-` that were typed. */
export async function openInputRun(
  paths: readonly string[],
  given: Given,
  surroundings: Surroundings,
): Promise<InputRun> {
  const { output, errors, signal } = surroundings;
  const quiet = flagOption(given, 'quiet');
  const progress = openProgress(errors, { quiet, now: () => surroundings.now().getTime() });
  const maxDocument = numberOption(given, 'maxDocument');
  const found = findInputs(paths, { mediaType: textOption(given, 'mediaType') });
  // The sizes are asked for only where somebody sees the time left.
  const sized = errors.isTerminal && !quiet ? await measureInputs(found) : { inputs: found, bytes: null };
  const counts = { documents: 0, failed: 0, bytes: 0 };
  const show = (): void => {
    const share = sized.bytes === null || sized.bytes === 0 ? null : Math.min(1, counts.bytes / sized.bytes);
    progress.show({ documents: counts.documents, failed: counts.failed, share });
  };
  return {
    inputs: sized.inputs,
    readOptions: {
      maxDocument: maxDocument ?? DEFAULT_MAX_DOCUMENT,
      timeAnchor: textOption(given, 'date'),
      textColumn: textOption(given, 'textColumn'),
      signal,
    },
    async done(line, bytes) {
      // Both may be the same terminal, where the line would stand behind the progress.
      if (output.isTerminal) progress.clear();
      await output.write(`${line}\n`);
      counts.documents += 1;
      counts.bytes += bytes;
      show();
    },
    async fail(failure) {
      counts.failed += 1;
      progress.clear();
      await errors.write(`claimgraph: ${describeFailure(failure)}\n`);
      show();
    },
    async finish(describe) {
      progress.clear();
      const summary = `${formatCount(counts.documents, 'document')}${describe()}; ${counts.failed} failed`;
      if (signal.aborted) {
        await errors.write(`claimgraph: stopped after ${summary}. Run it again to go on.\n`);
        return ERROR_CODES.INTERRUPTED.exitCode;
      }
      const nothing = counts.documents + counts.failed === 0;
      if (nothing) await errors.write('claimgraph: the inputs hold nothing that can be read [INPUT_NOT_FOUND]\n');
      else if (!quiet) await errors.write(`claimgraph: ${summary}.\n`);
      return nothing || counts.failed > 0 ? 1 : 0;
    },
  };
}

/** "articles/wire.jsonl:12: The line is not JSON. [INPUT_MALFORMED]" */
export function describeFailure(failure: InputFailure): string {
  const name = failure.input === '-' ? 'standard input' : printable(failure.input);
  const line = failure.line === null ? '' : `:${failure.line}`;
  return `${name}${line}: ${printable(failure.reason)} [${failure.code}]`;
}

async function measureInputs(
  found: AsyncIterable<RawInput | InputFailure>,
): Promise<{ readonly inputs: Inputs; readonly bytes: number | null }> {
  const inputs: (RawInput | InputFailure)[] = [];
  let bytes: number | null = 0;
  for await (const input of found) {
    inputs.push(input);
    if ('code' in input || bytes === null) continue;
    const size: number | null = input.name === '-' ? null : await sizeOf(input.name);
    bytes = size === null ? null : bytes + size;
  }
  return { inputs, bytes };
}

/** Null where it cannot be told: what is wrong with the file is said when it is read. */
async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch {
    return null;
  }
}
