/** One part of the benchmark: a row of the table in `run.ts`. */
export interface BenchPart {
  /** What `--only` asks for. */
  readonly name: string;
  /** What `--help` says of it, in one line. */
  readonly about: string;
  /**
   * Measures in child processes, and prints what it found.
   * @returns whether the figures are within their limit; true where there is none, since speed differs between machines
   */
  readonly run: () => boolean | Promise<boolean>;
}

/** The seed of everything that is generated. */
export const SEED = 20_310_310;
