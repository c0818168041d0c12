import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READERS } from '../../src/read/index.js';
import { checkReadings, describeReader, type ReaderSample } from '../contracts/reader.js';
import { buildPdf } from '../support/build-pdf.js';
import { buildDocx } from '../support/build-zip.js';
import { collectReadings, inputOf } from '../support/read-inputs.js';

const SENTENCES = 'Soldiers searched the harbor of Linh Son on Tuesday. Nobody was hurt, the mayor said.';

const SAMPLES: Readonly<Record<string, ReaderSample>> = {
  PLAIN_TEXT: { bytes: Buffer.from(`Harbor searched\n\n${SENTENCES}\n`), count: 1, words: SENTENCES },
  MARKDOWN: {
    bytes: Buffer.from(`# Harbor *searched*\n\n${SENTENCES}\n`),
    count: 1,
    words: `Harbor searched\n\n${SENTENCES}`,
  },
  HTML: {
    bytes: Buffer.from(
      `<!doctype html><html><body><h1>Harbor</h1><article><p>${SENTENCES}</p></article></body></html>`,
    ),
    count: 1,
    words: SENTENCES,
  },
  PDF: {
    bytes: buildPdf([['Soldiers searched the harbor of Linh Son.']]),
    count: 1,
    words: 'Soldiers searched the harbor',
  },
  DOCX: { bytes: buildDocx([SENTENCES, 'The end.']), count: 1, words: `${SENTENCES}\n\nThe end.` },
  JSON_LINES: {
    bytes: Buffer.from(`${JSON.stringify({ text: SENTENCES })}\n${JSON.stringify({ id: 'b', text: 'The end.' })}\n`),
    count: 2,
    words: SENTENCES,
  },
  CSV: { bytes: Buffer.from(`id,text\n1,"${SENTENCES}"\n2,"Two\nlines"\n`), count: 2, words: SENTENCES },
  FEED: {
    bytes: Buffer.from(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><item><title>Harbor</title><description>${SENTENCES}</description></item><item><title>End</title></item></channel></rss>`,
    ),
    count: 2,
    words: SENTENCES,
  },
};

for (const reader of READERS) describeReader(reader, SAMPLES[reader.id] as ReaderSample);

describe('the table of readers', () => {
  it('gives no media type and no extension to two readers', () => {
    const names = READERS.flatMap(({ mediaTypes, extensions }) => [...mediaTypes, ...extensions]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(['PDF', 'DOCX', 'FEED', 'HTML', 'JSON_LINES', 'PLAIN_TEXT'])('tells %s by its content', async (id) => {
    const sample = SAMPLES[id] as ReaderSample;
    const readings = await collectReadings(inputOf('-', sample.bytes));
    expect(readings).toHaveLength(sample.count);
    expect(readings[0]?.kind === 'DOCUMENT' && readings[0].document.text).toContain(sample.words);
  });
});

describe('hostile inputs', () => {
  const words = fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '<a href="',
    '">',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&#0;',
    '&amp',
    '"',
    "'",
    '<item>',
    '</item>',
    '<entry>',
    '{"text":',
    '"__proto__":',
    '{}',
    'constructor',
    ',',
    '\n',
    '\r\n',
    '\0',
    '\u202e',
    '\u{1f600}',
    '\ud800',
    '# ',
    '**',
    '](',
    '[',
    '`',
    '---\n',
    '| ',
    '(AP) — ',
    'BEIRUT',
    'Sign up ',
    'x'.repeat(10_000),
  );

  it('give documents or failures, never an error, whatever their marks are', async () => {
    const input = fc.tuple(
      fc.constantFrom(...READERS),
      fc.array(words, { maxLength: 40 }),
      fc.constantFrom('utf8', 'utf16le', 'latin1'),
    );
    await fc.assert(
      fc.asyncProperty(input, async ([reader, marks, encoding]) => {
        const bytes = Buffer.from(marks.join(''), encoding as BufferEncoding);
        checkReadings(await collectReadings({ ...inputOf('-', bytes), mediaType: reader.mediaTypes[0] as string }));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a.html', '<div>'.repeat(100_000)],
    ['a.html', `<div class="${'x '.repeat(1_000_000)}">text</div>`],
    ['a.html', '<a b="'.repeat(300_000)],
    ['a.html', `<p>${'<b>'.repeat(150)}text`],
    ['a.html', '<'.repeat(1_000_000)],
    ['a.md', '['.repeat(300_000)],
    ['a.md', '*_'.repeat(300_000)],
    ['a.md', '[a]('.repeat(100_000)],
    ['a.md', `${'> '.repeat(100_000)}text`],
    ['a.md', '\\'.repeat(500_000)],
    ['a.xml', `<rss><channel><item>${'<b>'.repeat(100_000)}</item>`],
    ['a.xml', '<rss><channel>'.repeat(50_000)],
    [
      'a.xml',
      `<!DOCTYPE r [<!ENTITY a "${'b'.repeat(1000)}">]><rss><channel><item><title>${'&a;'.repeat(1000)}</title></item></channel></rss>`,
    ],
    ['a.jsonl', `{"text":${'['.repeat(200_000)}`],
    ['a.jsonl', '{"a":'.repeat(100_000)],
    ['a.csv', `text\n${'"'.repeat(500_001)}`],
    ['a.csv', `${','.repeat(200_000)}text\n${','.repeat(200_000)}word`],
    ['a.txt', 'x'.repeat(1_000_000)],
    ['a.txt', `${'Sign up '.repeat(40)}\n`.repeat(500)],
    ['a.txt', '\n'.repeat(1_000_000)],
    ['a.txt', `${'BEIRUT, '.repeat(100_000)}— The`],
    ['a.pdf', `%PDF-1.4\n${'1 0 obj << /A '.repeat(20_000)}\n%%EOF`],
  ])('%s of odd markup is read or refused (%#)', async (name, content) => {
    const readings = await collectReadings(inputOf(name, content));
    expect(readings.length).toBeGreaterThan(0);
    checkReadings(readings);
  });
});
