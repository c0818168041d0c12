import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/annotate/index.js';
import { extract } from '../../src/extract/index.js';
import { createDocument } from '../../src/read/index.js';
import { checkExtraction } from '../support/check-extraction.js';
import { RESOURCES } from '../support/read-text.js';

/** A text that takes longer hangs: the longest of these texts is read in some milliseconds. */
const HANG = 2000;

/** All of it takes a quarter of a minute alone on a core, and longer beside other work. */
const PATIENCE = 180_000;

const PIECES = fc.constantFrom(
  'said',
  'denied',
  'accused',
  'that',
  'of',
  'killing',
  'Gen.',
  'U.S.',
  'Ann Lee',
  'Ann',
  '(ALP)',
  'the army',
  'they',
  'was killed by',
  'and',
  ',',
  '.',
  '“',
  '”',
  '"',
  "''",
  '’’',
  '?',
  ':',
  '—',
  '\n',
  '\n\n',
  'Monday',
  'in March 2011',
  'two weeks ago',
  '47',
  'between 9 and 3',
  'at least',
  'dozens of',
  'according to',
  'if',
  'not',
  'to',
  'who',
  'which',
  'Homs',
  'Syria',
  '’s',
  "n't",
  'set',
  'on fire',
  'BEIRUT —',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\u202e',
  '\u0000',
  '👩‍👩‍👧',
  'مدينة',
  '北京',
  'é',
  '\ufeff',
  '\u00ad',
  '\u200b',
  'x'.repeat(10_000),
  'A'.repeat(500),
  '((((',
  '$',
  '999999999999999999999',
  'Get our newsletter',
  'Read more',
);

describe('reading any text', () => {
  it(
    'gives a sound record, never a crash and never a hang, 10,000 times',
    () => {
      const text = fc.oneof(
        { weight: 6, arbitrary: fc.array(PIECES, { maxLength: 60 }).map((list) => list.join(' ')) },
        { weight: 1, arbitrary: fc.array(PIECES, { maxLength: 40 }).map((list) => list.join('')) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
        {
          weight: 1,
          arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => new TextDecoder('windows-1252').decode(bytes)),
        },
      );
      fc.assert(
        fc.property(text, (given) => {
          const words = `${given} a`;
          const start = performance.now();
          const record = extract(
            annotate(createDocument({ id: 'f', text: words, publishedAt: '2012-03-12' }), RESOURCES),
            RESOURCES,
          );
          expect(checkExtraction(record)).toEqual([]);
          expect(performance.now() - start).toBeLessThan(HANG);
        }),
        { numRuns: 10_000 },
      );
    },
    PATIENCE,
  );

  it('reads a text of 200,000 characters without a line end', () => {
    const text =
      'Ann Lee said that soldiers had killed two men in Orlo on Monday, and “they burned the houses,” he said, '.repeat(
        1_900,
      );
    const record = extract(annotate(createDocument({ id: 'f', text }), RESOURCES), RESOURCES);
    expect(record.claims.length).toBeGreaterThan(1_900);
  });
});
