import type { Output } from './output.js';

/** What a command may touch besides its arguments. */
export interface Surroundings {
  readonly output: Output;
  readonly errors: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  now(): Date;
}

/** What was typed: the words after the command's name, and its options by name in camel case. */
export interface Given {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** One option of a command. */
export interface Option {
  /** As commander writes them: `--store <url>`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  /** Turns the typed value into the option's; for an option that may stand twice, `previous` is what came before. */
  readonly parse?: (value: string, previous: unknown) => unknown;
}

/** A row of COMMANDS. */
export interface Command {
  readonly name: string;
  /** Arguments as commander writes them: `<inputs...>`; empty for none. */
  readonly words: string;
  readonly summary: string;
  readonly options: readonly Option[];
  /** Lines that can be typed as they are, each with what it does after two spaces and `#`. */
  readonly examples: readonly string[];
  /** Gives the exit code. */
  readonly run: (given: Given, surroundings: Surroundings) => Promise<number>;
}
