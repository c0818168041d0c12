import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeDate } from '../../src/read/normalize-date.js';

describe('normalizeDate', () => {
  it.each([
    ['2012-03-12', '2012-03-12'],
    [' 2012/03/12 ', '2012-03-12'],
    ['20120312', '2012-03-12'],
    ['2012-03-12T08:00:00Z', '2012-03-12T08:00:00Z'],
    ['2012-03-12T08:00', '2012-03-12T08:00:00Z'],
    ['2012-03-12 08:00:00.123456', '2012-03-12T08:00:00Z'],
    ['2012-03-12T00:30:00+01:00', '2012-03-11T23:30:00Z'],
    ['2012-03-12T23:30:00-0300', '2012-03-13T02:30:00Z'],
    ['Mon, 12 Mar 2012 08:00:00 GMT', '2012-03-12T08:00:00Z'],
    ['12 Mar 2012 08:00 EST', '2012-03-12T13:00:00Z'],
    ['March 12, 2012', '2012-03-12'],
    ['Monday, March 12, 2012 8:15 a.m.', '2012-03-12'],
    ['12 March 2012', '2012-03-12'],
    ['Sept. 3, 2012', '2012-09-03'],
    ["D:20120312080000+01'00'", '2012-03-12T07:00:00Z'],
  ])('reads %s', (text, expected) => {
    expect(normalizeDate(text)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '03/12/2012',
    '2012-02-30',
    '2012-13-01',
    'Marchant 12, 2012',
    '2012',
    `${'1'.repeat(200)}`,
    '2012-03-12T25:00:00Z',
  ])('gives null for %j', (text) => {
    expect(normalizeDate(text)).toBeNull();
  });

  it('gives its own results back', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('0100-01-01'), max: new Date('9999-12-31') }),
        (date) => {
          const instant = `${date.toISOString().slice(0, 19)}Z`;
          expect(normalizeDate(instant)).toBe(instant);
          expect(normalizeDate(instant.slice(0, 10))).toBe(instant.slice(0, 10));
        },
      ),
    );
  });
});
