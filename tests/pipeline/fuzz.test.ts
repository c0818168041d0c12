import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../src/pipeline/index.js';
import { READERS, readDocuments } from '../../src/read/index.js';
import { checkExtraction } from '../support/check-extraction.js';
import { RESOURCES } from '../support/read-text.js';

/** An input that takes longer hangs: the longest of these is read in some milliseconds. */
const HANG = 2000;

const PIECES = fc.constantFrom(
  '<p>',
  '</div>',
  '<div',
  '<script>alert(1)</script>',
  '<![CDATA[',
  '&#x0;',
  '&amp',
  '<!--',
  '<item><title>',
  '</item>',
  '{"text":"',
  '"}\n',
  '{"__proto__":{"text":"x"}}\n',
  '"id":"constructor",',
  '\\ud800',
  '\n',
  '\r\n',
  '"',
  ',',
  'text,id\n',
  '# ',
  '**',
  '](',
  '```',
  'Ann Lee said soldiers had killed ',
  'two men in Orlo.',
  'denied ',
  '__proto__ met constructor',
  'x'.repeat(10_000),
  '\u202e',
  'مدينة',
  '北京',
  '👩‍👩‍👧',
  '\ufeff',
  '\u0000',
  'BEIRUT — ',
  'Read more',
  '%PDF-1.4',
  'PK\u0003\u0004',
  '(AP Photo)',
  '“',
  '”',
);

const bytes = fc.oneof(
  { weight: 3, arbitrary: fc.array(PIECES, { maxLength: 25 }).map((list) => Buffer.from(list.join(''), 'utf8')) },
  { weight: 1, arbitrary: fc.array(PIECES, { maxLength: 25 }).map((list) => Buffer.from(list.join(''), 'utf16le')) },
  { weight: 1, arbitrary: fc.array(PIECES, { maxLength: 25 }).map((list) => Buffer.from(list.join(''), 'latin1')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(PIECES, { maxLength: 9 }), fc.uint8Array({ maxLength: 90 }), fc.array(PIECES, { maxLength: 9 }))
      .map(([before, noise, after]) =>
        Buffer.concat([Buffer.from(before.join('')), noise, Buffer.from(after.join(''), 'utf16le')]),
      ),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((noise) => Buffer.from(noise)) },
);

/** PDF has a thread for each input, which would take an hour; its reader is fuzzed in tests/read. */
const mediaType = fc.constantFrom(
  null,
  ...READERS.filter((reader) => reader.id !== 'pdf').flatMap((reader) => reader.mediaTypes),
);

describe('the way from bytes to records', () => {
  it('gives sound records or failures, never a crash and never a hang, for 10,000 inputs', async () => {
    let documents = 0;
    let failures = 0;
    await fc.assert(
      fc.asyncProperty(bytes, mediaType, async (content, type) => {
        const input = {
          name: 'fuzz',
          mediaType: type,
          open: async function* () {
            yield content;
          },
        };
        const start = performance.now();
        for await (const reading of readDocuments(input)) {
          if (reading.kind === 'FAILURE') {
            failures++;
            expect(reading.failure.reason).not.toMatch(/\n/);
            continue;
          }
          documents++;
          expect(checkExtraction(extractDocument(reading.document, RESOURCES))).toEqual([]);
        }
        expect(performance.now() - start).toBeLessThan(HANG);
      }),
      { numRuns: 10_000 },
    );
    expect(Math.min(documents, failures)).toBeGreaterThan(1000);
  }, 240_000);
});
