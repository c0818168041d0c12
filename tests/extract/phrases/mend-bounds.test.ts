import { describe, expect, it } from 'vitest';
import { claimOf, extractText } from '../../support/read-text.js';

describe('words that bound a number', () => {
  it.each([
    ['Soldiers killed at least 38 civilians.', 'kill', 'at least 38 civilians'],
    ['Gunmen killed as many as 30 people.', 'kill', 'as many as 30 people'],
    ['Police arrested up to 20 protesters.', 'arrest', 'up to 20 protesters'],
    ['A car bomb killed no fewer than 12 people.', 'kill', 'no fewer than 12 people'],
  ])('leave what is counted an object: %s', (text, predicate, expected) => {
    const claim = claimOf(extractText(text), predicate);
    expect(claim.objects.map((one) => one.quote)).toEqual([expected]);
    expect(claim.subjects).toHaveLength(1);
  });
});
