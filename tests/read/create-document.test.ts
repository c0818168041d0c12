import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { createDocument } from '../../src/read/index.js';
import { checkReadings } from '../contracts/reader.js';

describe('createDocument', () => {
  it('keeps the text but for line ends, byte order mark and broken characters', () => {
    expect(createDocument({ text: '\uFEFF\uFEFFOne\r\ntwo\rthree \ud800 e\u0301' }).text).toBe(
      'One\ntwo\nthree \uFFFD e\u0301',
    );
  });

  it('gives a text without an id the first half of its hash', () => {
    const document = createDocument({ text: 'Soldiers left.' });
    expect(document.id).toBe(document.textHash.slice(0, 32));
    expect(createDocument({ text: 'Soldiers left.\r\n' }).id).toBe(createDocument({ text: 'Soldiers left.\n' }).id);
  });

  it('keeps an id that is given', () => {
    expect(createDocument({ text: 'Soldiers left.', id: '__proto__' }).id).toBe('__proto__');
    expect(createDocument({ text: 'Soldiers left.', id: ' ' }).id).toHaveLength(32);
  });

  it.each(['', ' \n\t', '\uFEFF', '\u200b\u200b', '\0\0'])('refuses a text that shows nothing (%j)', (text) => {
    expect(() => createDocument({ text })).toThrow(expect.objectContaining({ code: 'INPUT_EMPTY' }));
  });

  it.each(['x'.repeat(513), 'a\ud800'])('refuses an id that no store can keep', (id) => {
    expect(() => createDocument({ text: 'Soldiers left.', id })).toThrow(ClaimgraphError);
  });

  it('gives titles and sources on one line, and null for blank ones', () => {
    const document = createDocument({ text: 'Soldiers left.', title: ' Two\n lines ', source: ' ', url: null });
    expect(document).toMatchObject({ title: 'Two lines', source: null, url: null });
  });

  it('counts times from the dateline, else from the publication, else from what was given', () => {
    const anchorOf = (text: string, publishedAt: string | null, timeAnchor: string | null) =>
      createDocument({ text, publishedAt }, { timeAnchor }).timeAnchor;
    expect(anchorOf('BEIRUT, March 12 — Soldiers left.', '2012-03-14T23:00:00Z', '2020-01-01')).toBe('2012-03-12');
    expect(anchorOf('BEIRUT — Soldiers left.', '2012-03-14T23:00:00Z', '2020-01-01')).toBe('2012-03-14');
    expect(anchorOf('BEIRUT — Soldiers left.', null, '2020-01-01')).toBe('2020-01-01');
    expect(anchorOf('BEIRUT — Soldiers left.', null, null)).toBeNull();
    expect(anchorOf('BEIRUT, March 12 — Soldiers left.', null, null)).toBeNull();
    expect(anchorOf('BEIRUT, March 12 — Soldiers left.', null, '2012-03-20')).toBe('2012-03-12');
    expect(anchorOf('BEIRUT, March 12, 2011 — Soldiers left.', '2020-01-01', null)).toBe('2011-03-12');
  });

  it('takes away every byte order mark before the text, and none within it', () => {
    expect(createDocument({ text: '\uFEFF\uFEFFSoldiers\uFEFF left.' }).text).toBe('Soldiers\uFEFF left.');
  });

  it('gives a well-formed document, the same twice, for any text', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'BEIRUT — ',
        '\n',
        '\r\n',
        'By Ana Lugomira',
        'Read more',
        '(AP Photo/Ana L. Mira)',
        '\ud800',
        '\uFEFF',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = `${parts.join('')}x`;
        const document = createDocument({ text });
        checkReadings([{ kind: 'DOCUMENT', document, bytes: 0 }]);
        expect(createDocument({ text })).toEqual(document);
        expect(createDocument({ text: document.text })).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });
});
