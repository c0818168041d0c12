import { describe, expect, it } from 'vitest';
import { parseDay, parseSize, parseWholeNumber } from '../../src/cli/options.js';

describe('options', () => {
  it('reads sizes with and without a unit', () => {
    expect(['500', '500kB', '10MB', '10 mb', '2G'].map((size) => parseSize('--max-document', size))).toEqual([
      500, 500_000, 10_000_000, 10_000_000, 2_000_000_000,
    ]);
  });

  it.each(['', '0', '-1', '1.5MB', '10 apples', '999999999999G', '٣'])('refuses the size %j', (size) => {
    expect(() => parseSize('--max-document', size)).toThrow(expect.objectContaining({ code: 'ARGUMENT_INVALID' }));
  });

  it.each(['2012-02-30', '2012-13-01', '12-03-2012', '2012-3-1', '', '2012-03-12T00:00'])(
    'refuses the day %j',
    (day) => {
      expect(() => parseDay('--date', day)).toThrow(expect.objectContaining({ code: 'ARGUMENT_INVALID' }));
    },
  );

  it('takes the leap day of a leap year', () => {
    expect(parseDay('--date', '2012-02-29')).toBe('2012-02-29');
  });

  it('refuses numbers outside the range', () => {
    expect(() => parseWholeNumber('--limit', '0', { least: 1, greatest: 9 })).toThrow(
      expect.objectContaining({ code: 'ARGUMENT_INVALID' }),
    );
    expect(parseWholeNumber('--limit', '9', { least: 1, greatest: 9 })).toBe(9);
  });
});
