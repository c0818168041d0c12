import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/read/decode-text.js';
import { collectDocuments, collectFailures, inputOf } from '../support/read-inputs.js';

const TEXT = 'The “army” left Zürich — nobody stayed. It cost 5 €.';
const WINDOWS_1252 = Buffer.from(
  TEXT.replaceAll(/[“”—€]/g, (mark) => ({ '“': '\x93', '”': '\x94', '—': '\x97' })[mark] ?? '\x80'),
  'latin1',
);
const UTF16 = Buffer.from(TEXT, 'utf16le');

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 LE', UTF16],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(UTF16).swap16()],
    ['UTF-16 BE with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['Windows-1252', WINDOWS_1252],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT);
  });

  it('reads the encoding that the format declares, where the bytes are no UTF-8', () => {
    expect(decodeText(Buffer.from([0x44, 0xe0]), 'windows-1251')).toBe('Dа');
    expect(decodeText(Buffer.from('Dа'), 'windows-1251')).toBe('Dа');
    expect(decodeText(Buffer.from([0x44, 0x93]), 'iso-8859-1')).toBe('D“');
    expect(decodeText(Buffer.from('plain'), 'no-such-encoding')).toBe('plain');
  });

  it('leaves out a character that the end cuts off, and replaces broken ones between good ones', () => {
    expect(decodeText(Buffer.from('Zürich —').subarray(0, -1))).toBe('Zürich ');
    expect(decodeText(Buffer.concat([Buffer.from('“Zürich” '), Buffer.from([0xff]), Buffer.from(' —')]))).toBe(
      '“Zürich” \uFFFD —',
    );
  });

  it('gives back any text in UTF-8 or marked UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\0-\x1f]/.test(text));
        expect(decodeText(Buffer.from(`\uFEFF${text}`))).toBe(text);
        expect(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text);
      }),
    );
  });
});

describe('an input that is no text', () => {
  it.each([
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /PNG/],
    ['an image that breaks off', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /PNG/],
    ['a gzip file', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2]), /gzip/],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), /program/],
    ['zeros', Buffer.alloc(100), /no text/],
    ['text with a zero', Buffer.from('The army left the town.\0'), /no text/],
    ['a PDF file', Buffer.from('%PDF-1.4\nThe army left.'), /PDF/],
    ['another encoding', Buffer.from(Array.from({ length: 100 }, (_, index) => 0xc0 + (index % 30))), /none of them/],
  ])('is refused by name: %s', async (_, bytes, reason) => {
    const [failure] = await collectFailures(inputOf('a.txt', bytes));
    expect(failure?.code).toBe('INPUT_BINARY');
    expect(failure?.reason).toMatch(reason);
  });

  it('leaves each line of JSON Lines its own encoding', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"text":"Zürich “left”"}\n'),
      Buffer.from('{"text":"Zürich"}\n', 'latin1'),
    ]);
    const documents = await collectDocuments(inputOf('a.jsonl', bytes));
    expect(documents.map(({ text }) => text)).toEqual(['Zürich “left”', 'Zürich']);
  });

  it.each(['a.jsonl', 'a.csv', 'a.xml'])('reads UTF-16 in pieces (%s)', async (name) => {
    const content = {
      'a.jsonl': `${JSON.stringify({ text: TEXT })}\n`.repeat(3),
      'a.csv': `text\n${`"${TEXT}"\n`.repeat(3)}`,
      'a.xml': `<rss><channel>${`<item><description>${TEXT}</description></item>`.repeat(3)}</channel></rss>`,
    }[name] as string;
    const documents = await collectDocuments(inputOf(name, Buffer.from(content, 'utf16le'), 13));
    expect(documents.map(({ text }) => text)).toEqual([TEXT, TEXT, TEXT]);
  });
});
