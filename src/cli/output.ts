import { once } from 'node:events';
import { printableLines } from './printable.js';

/** A stream that a command writes to: standard output or standard error. */
export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; 120 where it is none. */
  readonly width: number;
  /** Writes text as it is, and waits where the reader is slower than we are. */
  write(text: string): Promise<void>;
  /** Waits until all that was written has left the process. */
  flush(): Promise<void>;
}

/**
 * Wraps a stream of the process. A reader that has gone (`| head -1`) ends the process quietly: nothing that we could
 * still say would be read.
 */
export function openOutput(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    if (stream !== process.stderr) console.error(`claimgraph: the output cannot be written (${error.code}).`);
    process.exit(1);
  });
  return {
    isTerminal: stream.isTTY === true,
    get width() {
      return stream.isTTY === true && stream.columns > 0 ? stream.columns : 120;
    },
    async write(text) {
      if (!stream.write(text)) await once(stream, 'drain');
    },
    flush: () => new Promise((resolve) => stream.write('', () => resolve())),
  };
}

/** Writes text of others, laid out already: as it is into a file or pipe, made printable on a terminal. */
export async function writeForeign(output: Output, text: string): Promise<void> {
  await output.write(output.isTerminal ? printableLines(text) : text);
}
