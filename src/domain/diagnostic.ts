import type { Span } from '../base/index.js';

/** The difficulties that a text can have, one row a code. */
export const DIAGNOSTIC_CODES = {
  NO_TIME_ANCHOR: 'The text has no dateline and no publication date: its times stay words.',
  NO_SENTENCE: 'The text has no word that could be read.',
  LONG_TOKEN: 'A run of characters is too long to be a word; it is kept as one token and not read.',
  LONG_SENTENCE: 'A sentence is too long to be read whole; it is read in parts.',
  NOT_ENGLISH: 'The text does not look like English; little will be found in it.',
} as const satisfies Readonly<Record<string, string>>;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;

/** A difficulty in the input, as a value: text never throws. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: 'INFO' | 'WARNING';
  readonly message: string;
  /** Null where it concerns the whole document. */
  readonly span: Span | null;
}
