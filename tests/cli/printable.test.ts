import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, cutToColumns, printable, printableJson, printableLines } from '../../src/cli/printable.js';

const ACTS_ON_TERMINALS = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;
/** Any code units at all, lone surrogates among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

describe('printable', () => {
  it('shows escape sequences instead of sending them', () => {
    expect(printable('Homs\u001b[2J\u0007')).toBe('Homs\\u001b[2J\\u0007');
  });

  it('shows overrides of the writing direction', () => {
    expect(printable('a\u202egnp.exe')).toBe('a\\u202egnp.exe');
  });

  it('keeps a name of several lines on one line', () => {
    expect(printable('Free\r\nSyrian\tArmy')).toBe('Free Syrian Army');
  });

  it('leaves letters of every script and emoji as they are', () => {
    const text = 'Łódź مدينة حمص 大阪 👩‍👧 naïve';
    expect(printable(text)).toBe(text);
  });

  it('leaves nothing that a terminal acts on, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(ACTS_ON_TERMINALS.test(printable(text))).toBe(false);
        expect(printable(text)).not.toMatch(/\p{Cs}/u);
        expect(ACTS_ON_TERMINALS.test(printableLines(text).replace(/[\n\t]/g, ''))).toBe(false);
      }),
    );
  });
});

describe('printableJson', () => {
  it('reads back as the same value, and holds nothing that a terminal acts on', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, anyText), (value) => {
        const json = printableJson(value);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(ACTS_ON_TERMINALS.test(json)).toBe(false);
      }),
    );
  });
});

describe('cutToColumns', () => {
  it('counts wide characters twice and combining marks not at all', () => {
    expect(columnsOf('大阪')).toBe(4);
    expect(columnsOf('e\u0301')).toBe(1);
  });

  it('never exceeds the columns and never splits a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (text, columns) => {
        const cut = cutToColumns(text, columns);
        expect(columnsOf(cut)).toBeLessThanOrEqual(columns);
        expect(cut).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
