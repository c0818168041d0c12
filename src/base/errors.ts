/**
 * Everything that stops Claimgraph, one row a code: who has to act, the exit code of the command line, and what it means.
 * Odd text is never an error: it gives a Diagnostic. Exit codes: 1 work failed, 2 wrong usage, 130 interrupted.
 */
export const ERROR_CODES = {
  ARGUMENT_INVALID: { actor: 'user', exitCode: 2, meaning: 'An argument or option has a value that is not allowed.' },
  FILTER_INVALID: {
    actor: 'user',
    exitCode: 2,
    meaning: 'A filter names a field or operator that does not exist, or a value of the wrong kind.',
  },
  CURSOR_INVALID: { actor: 'user', exitCode: 2, meaning: 'A page cursor was not made by this query.' },
  ID_INVALID: { actor: 'user', exitCode: 2, meaning: 'A global id does not have the form of an id.' },
  FORMAT_UNKNOWN: { actor: 'user', exitCode: 2, meaning: 'No reader or exporter has that name or media type.' },
  POSITION_LEFT: {
    actor: 'user',
    exitCode: 1,
    meaning: 'The graph is no longer, or not yet, at the position of the change log that was asked for.',
  },
  DOCUMENT_NOT_FOUND: { actor: 'user', exitCode: 1, meaning: 'The store holds no document of that id.' },
  ENTITY_NOT_FOUND: { actor: 'user', exitCode: 1, meaning: 'The graph holds no entity of that id or name.' },
  ENTITY_AMBIGUOUS: { actor: 'user', exitCode: 1, meaning: 'More than one entity goes by that name.' },
  CLAIM_NOT_FOUND: { actor: 'user', exitCode: 1, meaning: 'The store holds no claim of that id.' },
  INCIDENT_NOT_FOUND: { actor: 'user', exitCode: 1, meaning: 'No claim of an incident has that id.' },
  JUDGEMENT_NOT_FOUND: { actor: 'user', exitCode: 1, meaning: 'The log holds no judgement of that id.' },
  INPUT_NOT_FOUND: { actor: 'user', exitCode: 1, meaning: 'An input does not exist, or a pattern matches nothing.' },
  INPUT_UNREADABLE: { actor: 'user', exitCode: 1, meaning: 'An input cannot be opened or read.' },
  INPUT_EMPTY: { actor: 'user', exitCode: 1, meaning: 'An input holds no text.' },
  INPUT_BINARY: { actor: 'user', exitCode: 1, meaning: 'An input is not text, nor of a format that is read.' },
  INPUT_ENCRYPTED: { actor: 'user', exitCode: 1, meaning: 'An input is protected by a password.' },
  INPUT_MALFORMED: {
    actor: 'user',
    exitCode: 1,
    meaning: 'An input is not of the format that it claims, or breaks off.',
  },
  INPUT_TOO_LARGE: { actor: 'user', exitCode: 1, meaning: 'A document is larger than --max-document allows.' },
  STORE_URL_INVALID: { actor: 'user', exitCode: 2, meaning: 'A store address has no known scheme or no path.' },
  STORE_NOT_FOUND: { actor: 'user', exitCode: 1, meaning: 'There is no store at that address, nor may one be made.' },
  STORE_FOREIGN: { actor: 'user', exitCode: 1, meaning: 'The file is not a Claimgraph store.' },
  STORE_NEWER: { actor: 'user', exitCode: 1, meaning: 'The store was written by a newer version of Claimgraph.' },
  STORE_UNWRITABLE: {
    actor: 'operator',
    exitCode: 1,
    meaning: 'The store is read-only, or its folder cannot be written.',
  },
  STORE_FULL: { actor: 'operator', exitCode: 1, meaning: 'The disk of the store is full.' },
  STORE_BUSY: { actor: 'operator', exitCode: 1, meaning: 'Another process kept the store locked.' },
  STORE_UNREACHABLE: {
    actor: 'operator',
    exitCode: 1,
    meaning: 'The server of the store cannot be reached, or refuses the login.',
  },
  STORE_DAMAGED: { actor: 'operator', exitCode: 1, meaning: 'The store file is damaged.' },
  INDEX_UNREADABLE: {
    actor: 'operator',
    exitCode: 1,
    meaning: 'The bytes of a frozen graph are damaged, or those of another version of Claimgraph.',
  },
  QUEUE_URL_INVALID: { actor: 'user', exitCode: 2, meaning: 'A queue address has no known scheme, host or name.' },
  QUEUE_UNREACHABLE: {
    actor: 'operator',
    exitCode: 1,
    meaning: 'The server of the queue cannot be reached, refuses the login, or keeps no streams.',
  },
  PACKAGE_MISSING: { actor: 'operator', exitCode: 1, meaning: 'A package that this needs is not installed.' },
  RESOURCE_INVALID: { actor: 'developer', exitCode: 1, meaning: 'A file of data/ is missing or malformed.' },
  ACCESS_UNSAFE: {
    actor: 'operator',
    exitCode: 2,
    meaning: 'The server would be open to more than it says: an address without keys, keys that others can read.',
  },
  ADDRESS_IN_USE: { actor: 'operator', exitCode: 1, meaning: 'Another process listens on that port.' },
  INTERRUPTED: { actor: 'user', exitCode: 130, meaning: 'The work was stopped by a signal or by the caller.' },
} as const satisfies Readonly<
  Record<string, { actor: 'user' | 'operator' | 'developer'; exitCode: number; meaning: string }>
>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** What someone must act on. The code is the contract; the message is for people, and says what to do. */
export class ClaimgraphError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'ClaimgraphError';
    this.code = code;
    this.details = details;
  }
}
