import { describe, expect, it } from 'vitest';
import { findTimes } from '../../../src/extract/qualities/times/find-times.js';
import { createView } from '../../../src/extract/view.js';
import { annotateText, RESOURCES } from '../../support/read-text.js';

/** Every time of a text published on Monday 12 March 2012, as `words: from to PRECISION`. */
function timesOf(text: string, anchor: string | null = '2012-03-12'): readonly string[] {
  const view = createView(annotateText(text));
  return findTimes(view, RESOURCES, { anchor, dateline: null })
    .flat()
    .map((time) => `${view.quote(time).quote}: ${time.from} ${time.to} ${time.precision}`);
}

describe('times', () => {
  it.each([
    ['Rebels shelled the port on Friday.', 'Friday: 2012-03-09 2012-03-09 DAY'],
    ['Rebels shelled the port Monday morning.', 'Monday morning: 2012-03-12 2012-03-12 DAY'],
    ['The council will meet on Thursday.', 'Thursday: 2012-03-15 2012-03-15 DAY'],
    ['The trial starts on Thursday.', 'Thursday: 2012-03-15 2012-03-15 DAY'],
    ['He is expected to resign on Sunday.', 'Sunday: 2012-03-18 2012-03-18 DAY'],
    ['The miners agreed to return on Sunday.', 'Sunday: 2012-03-18 2012-03-18 DAY'],
    ['The miners managed to return on Sunday.', 'Sunday: 2012-03-11 2012-03-11 DAY'],
    ['The bridge was closed early on Sunday.', 'early on Sunday: 2012-03-11 2012-03-11 DAY'],
    ['The bridge was closed late Saturday.', 'late Saturday: 2012-03-10 2012-03-10 DAY'],
    ['He fled on Friday of last week.', 'Friday of last week: 2012-03-09 2012-03-09 DAY'],
    ['She was born on Monday, Feb. 6, 1984.', 'Monday, Feb. 6, 1984: 1984-02-06 1984-02-06 DAY'],
  ])('reckons weekdays by the tense of their verb: %s', (text, expected) => {
    expect(timesOf(text)).toEqual([expected]);
  });

  it.each([
    ['The ship sank on 3 May.', '3 May: 2011-05-03 2011-05-03 DAY'],
    ['The ship will sail on 3 May.', '3 May: 2012-05-03 2012-05-03 DAY'],
    ['The ship sank on the 3rd of May 1999.', '3rd of May 1999: 1999-05-03 1999-05-03 DAY'],
    ['The ship sank on November 5, 2010.', 'November 5, 2010: 2010-11-05 2010-11-05 DAY'],
    ['The fair ran from March 3 to 5.', 'March 3 to 5: 2012-03-03 2012-03-05 RANGE'],
    ['The ship sank in March 2011.', 'March 2011: 2011-03-01 2011-03-31 MONTH'],
    ['The ship sank in May.', 'May: 2011-05-01 2011-05-31 MONTH'],
    ['The ship sank in mid-February.', 'mid-February: 2012-02-11 2012-02-19 MONTH'],
    ['The mill burned down in 1997.', '1997: 1997-01-01 1997-12-31 YEAR'],
    ['The 2009 uprising failed.', '2009: 2009-01-01 2009-12-31 YEAR'],
    ['The mill was built in the early 1990s.', 'early 1990s: 1990-01-01 1993-05-01 RANGE'],
    ['Order 2009-11-05 was signed on 2009-11-05.', '2009-11-05: 2009-11-05 2009-11-05 DAY'],
    ['He was mayor from 2003 to 2008.', 'from 2003 to 2008: 2003-01-01 2008-12-31 RANGE'],
    ['Rents rose between May and June.', 'between May and June: 2011-05-01 2011-06-30 RANGE'],
    ['She has led the union since 2009.', 'since 2009: 2009-01-01 2012-03-12 RANGE'],
    ['The road will stay closed until Friday.', 'until Friday: null 2012-03-16 RANGE'],
    ['Sales fell in the third quarter of 2011.', 'third quarter of 2011: 2011-07-01 2011-09-30 RANGE'],
    ['Sales fell in the second half of last year.', 'second half of last year: 2011-07-01 2011-12-31 RANGE'],
    ['The bridge opened in the spring of 2008.', 'spring of 2008: 2008-03-01 2008-05-31 RANGE'],
    ['They met on Christmas Eve.', 'Christmas Eve: 2011-12-24 2011-12-24 DAY'],
  ])('reads dates: %s', (text, expected) => {
    expect(timesOf(text).at(-1)).toBe(expected);
  });

  it.each([
    ['Rebels left the port yesterday.', 'yesterday: 2012-03-11 2012-03-11 DAY'],
    ['Rebels left the port last night.', 'last night: 2012-03-11 2012-03-11 DAY'],
    ['Rebels left the port overnight.', 'overnight: 2012-03-11 2012-03-12 DAY'],
    ['Rebels left the port last week.', 'last week: 2012-03-05 2012-03-11 WEEK'],
    ['Rebels left the port over the weekend.', 'weekend: 2012-03-10 2012-03-11 RANGE'],
    ['Rebels left the port earlier this month.', 'earlier this month: 2012-03-01 2012-03-12 MONTH'],
    ['Rebels left the port late last year.', 'late last year: 2011-09-01 2011-12-31 YEAR'],
    ['Rebels left the port last summer.', 'last summer: 2011-06-01 2011-08-31 RANGE'],
    ['Rebels left the port three years ago.', 'three years ago: 2009-01-01 2009-12-31 YEAR'],
    ['Rebels left the port a month ago.', 'a month ago: 2012-02-01 2012-02-29 MONTH'],
    ['Rebels left the port two weeks earlier.', 'two weeks earlier: 2012-02-24 2012-03-01 WEEK'],
    ['Rebels fired on the port in recent days.', 'recent days: 2012-03-08 2012-03-12 RANGE'],
    ['Rebels fired on the port over the past two weeks.', 'past two weeks: 2012-02-27 2012-03-12 RANGE'],
    ['The envoy will visit the port next month.', 'next month: 2012-04-01 2012-04-30 MONTH'],
    ['The envoy will visit the port in two weeks.', 'two weeks: 2012-03-23 2012-03-29 WEEK'],
    ['The envoy will visit the port tomorrow.', 'tomorrow: 2012-03-13 2012-03-13 DAY'],
    ['The envoy will visit the port in the coming days.', 'coming days: 2012-03-12 2012-03-16 RANGE'],
    ['Rebels left the port at the end of last month.', 'end of last month: 2012-02-20 2012-02-29 MONTH'],
  ])('reckons from the document’s day: %s', (text, expected) => {
    expect(timesOf(text)).toEqual([expected]);
  });

  it.each([
    ['The ferry left at 7 a.m. on Sunday.', '7 a.m. on Sunday: 2012-03-11 2012-03-11 HOUR'],
    ['The ferry left on Sunday at 10:30 a.m.', 'Sunday at 10:30 a.m.: 2012-03-11 2012-03-11 MINUTE'],
    ['The ferry left at dawn.', 'dawn: 2012-03-12 2012-03-12 HOUR'],
  ])('reads hours: %s', (text, expected) => {
    expect(timesOf(text)).toEqual([expected]);
  });

  it('counts “two days later” from the day that was told last', () => {
    expect(timesOf('He was arrested on March 3. Two days later he fled. The next day he was caught.')).toEqual([
      'March 3: 2012-03-03 2012-03-03 DAY',
      'Two days later: 2012-03-05 2012-03-05 DAY',
      'next day: 2012-03-06 2012-03-06 DAY',
    ]);
  });

  it.each([
    'Police may march on the port.',
    'About 2000 people live there; 1500 men work.',
    'The war lasted three years and he waited a second.',
    'A fall of rocks closed the second road, the minister of state said.',
    'They won in three days.',
  ])('finds none in %s', (text) => {
    expect(timesOf(text)).toEqual([]);
  });

  it('names days without an anchor only where the words name the year', () => {
    expect(timesOf('He fled on Friday. She fled in May 2010.', null)).toEqual([
      'Friday: null null UNKNOWN',
      'May 2010: 2010-05-01 2010-05-31 MONTH',
    ]);
  });
});
