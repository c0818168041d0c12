import { describe, expect, it } from 'vitest';
import { readCounts } from '../../../src/extract/qualities/counts/read-counts.js';
import { createView } from '../../../src/extract/view.js';
import { annotateText, RESOURCES } from '../../support/read-text.js';

/** What a noun phrase counts, as `words: min max unit`, with ~ where they are approximate; null where it counts nothing. */
function countsOf(words: string): string | null {
  const view = createView(annotateText(`Gunmen killed ${words} on the road.`));
  let last = 2;
  while (view.span({ first: last, last: last + 1 }).end < 'Gunmen killed '.length + words.length) last++;
  const phrase = {
    first: 2,
    last: last + 1,
    head: last,
    node: last,
    name: null,
    isPronoun: false,
    isTime: false,
    preposition: null,
    possessor: null,
    count: null,
  };
  const counts = readCounts(view, RESOURCES, phrase);
  if (counts === null) return null;
  return `${counts.quote}: ${counts.min} ${counts.max} ${counts.unit}${counts.approximate ? ' ~' : ''}`;
}

describe('counts', () => {
  it.each([
    ['nine people', 'nine: 9 9 people'],
    ['at least 38 people', 'at least 38: 38 null people'],
    ['more than a hundred people', 'more than a hundred: 100 null people'],
    ['no fewer than 12 people', 'no fewer than 12: 12 null people'],
    ['up to 30 people', 'up to 30: null 30 people'],
    ['as many as 30 people', 'as many as 30: null 30 people'],
    ['between 47 and 53 people', 'between 47 and 53: 47 53 people'],
    ['47 to 53 people', '47 to 53: 47 53 people'],
    ['two or three people', 'two or three: 2 3 people'],
    ['dozens of people', 'dozens: 24 null people ~'],
    ['hundreds of thousands of people', 'hundreds of thousands: 200000 null people ~'],
    ['several people', 'several: 2 null people ~'],
    ['a dozen people', 'a dozen: 12 12 people'],
    ['a couple of guards', 'a couple: 2 2 guards'],
    ['some 500 people', 'some 500: 500 500 people ~'],
    ['about 3,000 people', 'about 3,000: 3000 3000 people ~'],
    ['the two men', 'two: 2 2 men'],
    ['twenty-five women', 'twenty-five: 25 25 women'],
    ['two hundred and five men', 'two hundred and five: 205 205 men'],
    ['2.5 million people', '2.5 million: 2500000 2500000 people'],
    ['a 12-strong gang', '12: 12 12 null'],
    ['$40,000', '$40,000: 40000 40000 $'],
    ['3.5 percent', '3.5: 3.5 3.5 percent'],
  ])('%s', (text, expected) => {
    expect(countsOf(text)).toBe(expected);
  });

  it.each(['a 12-year-old boy', 'a man', 'people', 'the 2009 uprising'])('counts nothing in %s', (text) => {
    expect(countsOf(text)).toBeNull();
  });
});
