import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/read/index.js';

/** Dateline, place, date and time anchor of a text that was published on 2013-01-02. */
function read(text: string): readonly (string | null)[] {
  const { dateline, timeAnchor, text: whole } = createDocument({ text, publishedAt: '2013-01-02' });
  const quote = (span: { start: number; end: number } | null | undefined) =>
    span ? whole.slice(span.start, span.end) : null;
  return [quote(dateline?.span), quote(dateline?.place), quote(dateline?.date), timeAnchor];
}

describe('the dateline', () => {
  it.each([
    ['LUGOMIR — Soldiers left the harbor.', 'LUGOMIR —', 'LUGOMIR', null, '2013-01-02'],
    ['LUGOMIR—Soldiers left the harbor.', 'LUGOMIR—', 'LUGOMIR', null, '2013-01-02'],
    ['RACH GIA, Vietnam — A boat sank.', 'RACH GIA, Vietnam —', 'RACH GIA', null, '2013-01-02'],
    [
      'BAMAKO, Nov. 5 (Sahel Dispatch) - Rebels left.',
      'BAMAKO, Nov. 5 (Sahel Dispatch) -',
      'BAMAKO',
      'Nov. 5',
      '2012-11-05',
    ],
    ['GENEVA (AP) — Talks ended.', 'GENEVA (AP) —', 'GENEVA', null, '2013-01-02'],
    ['Geneva (AP) — Talks ended.', 'Geneva (AP) —', 'Geneva', null, '2013-01-02'],
    [
      'WASHINGTON, March 12, 2012 /PRNewswire/ -- Acme grew.',
      'WASHINGTON, March 12, 2012 /PRNewswire/ --',
      'WASHINGTON',
      'March 12, 2012',
      '2012-03-12',
    ],
    [
      'SAN SALVADOR, 19 APR 89 (ACAN) -- [TEXT] A bomb exploded.',
      'SAN SALVADOR, 19 APR 89 (ACAN) -- [TEXT]',
      'SAN SALVADOR',
      '19 APR 89',
      '1989-04-19',
    ],
    ['BALTIMORE, Maryland — Nurses went on strike.', 'BALTIMORE, Maryland —', 'BALTIMORE', null, '2013-01-02'],
    [
      'ST. PETERSBURG, Russia, Monday — Police left.',
      'ST. PETERSBURG, Russia, Monday —',
      'ST. PETERSBURG',
      'Monday',
      '2012-12-31',
    ],
    ['LUGOMIR, Jan. 5 — Soldiers left.', 'LUGOMIR, Jan. 5 —', 'LUGOMIR', 'Jan. 5', '2013-01-05'],
    ['LUGOMIR, Jan. 6 — Soldiers left.', 'LUGOMIR, Jan. 6 —', 'LUGOMIR', 'Jan. 6', '2012-01-06'],
    ['KABUL, Feb. 29 — Soldiers left.', 'KABUL, Feb. 29 —', 'KABUL', 'Feb. 29', '2012-02-29'],
    ['KABUL, Feb. 30 — Soldiers left.', 'KABUL, Feb. 30 —', 'KABUL', 'Feb. 30', '2013-01-02'],
    ['Paris — The government resigned on Monday, its spokesman said.', 'Paris —', 'Paris', null, '2013-01-02'],
    ['March 12 (Harbor Press) - Acme grew.', 'March 12 (Harbor Press) -', null, 'March 12', '2012-03-12'],
    [
      'Harbor searched\n\nBy Ana Lugomira\n\nLINH SON, Nam Khanh, March 7 — Police left.',
      'LINH SON, Nam Khanh, March 7 —',
      'LINH SON',
      'March 7',
      '2012-03-07',
    ],
    ['LUGOMIR, March 12: The army left.', 'LUGOMIR, March 12:', 'LUGOMIR', 'March 12', '2012-03-12'],
  ])('is found in %s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'UPDATE — The count has risen.',
    'NATO: The army left.',
    'The man — Who was tall — was shot.',
    'Michelle, my belle — these are words.',
    'Paris — The City That Never Sleeps',
    'March 3 — A bomb killed two.',
    'Soldiers left BEIRUT — Nobody stayed.',
    'BEIRUT',
    '(again) — The army left.',
    'BEIRUT —',
  ])('is not found in %s', (text) => {
    expect(read(text)).toEqual([null, null, null, '2013-01-02']);
  });

  it('is not looked for far down the text', () => {
    expect(read(`${'A line.\n'.repeat(20)}BEIRUT — Soldiers left.`)[0]).toBeNull();
  });
});
