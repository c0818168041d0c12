import { ClaimgraphError, type ErrorCode } from '../../base/index.js';

/** What errors of PostgreSQL mean to people, and what they can do; by the code, or by its class of two characters. */
const MEANINGS: ReadonlyMap<string, { readonly code: ErrorCode; readonly advice: string }> = new Map([
  ['28', { code: 'STORE_UNREACHABLE', advice: 'refuses the login; check user and password' }],
  ['3D', { code: 'STORE_NOT_FOUND', advice: 'names a database that does not exist; create it first' }],
  ['42501', { code: 'STORE_UNWRITABLE', advice: 'may not be changed by this user; grant it the rights' }],
  ['25006', { code: 'STORE_UNWRITABLE', advice: 'is read-only; write to the primary server' }],
  ['53100', { code: 'STORE_FULL', advice: 'has no room left on its disk; make room and try again' }],
  ['53200', { code: 'STORE_BUSY', advice: 'has no memory left; try again' }],
  ['53300', { code: 'STORE_BUSY', advice: 'takes no more connections; try again, or allow more of them' }],
  ['55P03', { code: 'STORE_BUSY', advice: 'is kept locked; try again' }],
  ['57014', { code: 'STORE_BUSY', advice: 'took longer than its server allows; try again' }],
  ['54', { code: 'INPUT_TOO_LARGE', advice: 'cannot hold a document that large; split it' }],
  ['42', { code: 'STORE_DAMAGED', advice: 'lacks a part; restore it from a copy, or ingest anew' }],
  ['58', { code: 'STORE_DAMAGED', advice: 'could not be read or written; check its disk' }],
  ['XX', { code: 'STORE_DAMAGED', advice: 'is damaged; restore it from a copy, or ingest anew' }],
]);

/** What breaks off without a fault of the request: connections that are lost, servers that start or stop, deadlocks. */
const PASSING =
  /^(?:08|25P03|40001|40P01|57P0[1-5]|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND|ENOENT)/;
/** Of the driver, which gives these no code. */
const LOST = /connection terminated|timeout exceeded when trying to connect|not queryable|client was closed/i;

/** True where the same may go well when it is tried again. */
export function isPassing(error: unknown): boolean {
  return PASSING.test(codeOf(error)) || (codeOf(error) === '' && error instanceof Error && LOST.test(error.message));
}

/** The ClaimgraphError that an error of PostgreSQL or of its driver amounts to; every other error as it is. */
export function toPostgresError(error: unknown, shown: string): unknown {
  if (error instanceof ClaimgraphError) return error;
  if (error instanceof RangeError && error.message === 'Invalid string length') {
    const message = `The store ${shown} cannot hold a document whose record is that large; split it.`;
    return new ClaimgraphError('INPUT_TOO_LARGE', message, { url: shown });
  }
  const code = codeOf(error);
  const says = error instanceof Error && error.message !== '' ? error.message : code;
  if (isPassing(error)) {
    const message = `The store ${shown} cannot be reached (${says}); check that its server runs, and the address.`;
    return new ClaimgraphError('STORE_UNREACHABLE', message, { url: shown });
  }
  // A row beyond a gigabyte has no code of its own.
  const meaning = /invalid memory alloc request size/.test(says)
    ? MEANINGS.get('54')
    : (MEANINGS.get(code) ?? MEANINGS.get(code.slice(0, 2)));
  if (meaning === undefined || code.length !== 5) return error;
  return new ClaimgraphError(meaning.code, `The store ${shown} ${meaning.advice} (PostgreSQL says: ${says}).`, {
    url: shown,
    postgres: code,
  });
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
