import { expect, it } from 'vitest';
import { median } from './median.js';

it('gives the middle of the numbers in order, between the two in the middle of an even count', () => {
  expect(median([9, 1, 10])).toBe(9);
  expect(median([10, 2, 9, 1])).toBe(5.5);
  expect(median([])).toBeNaN();
});
