import { constants } from 'node:buffer';
import { expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { toStoreError } from '../../src/store/sqlite-errors.js';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

it('says of a record that no string can hold that its document is too large', () => {
  const tooLong = thrownBy(() => 'x'.repeat(constants.MAX_STRING_LENGTH + 1));
  const error = toStoreError(tooLong, 'sqlite:homs.db');
  expect(error).toBeInstanceOf(ClaimgraphError);
  expect(error).toMatchObject({ code: 'INPUT_TOO_LARGE', message: expect.stringContaining('sqlite:homs.db') });
});

it('leaves an error of the program as it is', () => {
  const error = new RangeError('Maximum call stack size exceeded');
  expect(toStoreError(error, 'sqlite:homs.db')).toBe(error);
});
