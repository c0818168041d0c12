import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES, hashText } from '../../src/base/index.js';
import type { RawInput, Reader, Reading } from '../../src/read/index.js';
import { collectReadings, inputOf } from '../support/read-inputs.js';

/** A good input of a reader. */
export interface ReaderSample {
  readonly bytes: Uint8Array;
  /** Documents that it holds. */
  readonly count: number;
  /** Words that stand in the text of the first of them. */
  readonly words: string;
}

/** What every row of READERS keeps, whatever it reads. */
export function describeReader(reader: Reader, sample: ReaderSample): void {
  const input = (bytes: Uint8Array, chunkSize?: number): RawInput => ({
    ...inputOf('input', bytes, chunkSize),
    mediaType: reader.mediaTypes[0] as string,
  });

  describe(`the reader ${reader.id}`, () => {
    it('reads a good input', async () => {
      const readings = await collectReadings(input(sample.bytes));
      expect(readings.map((reading) => reading.kind)).toEqual(Array(sample.count).fill('DOCUMENT'));
      expect(readings[0]?.kind === 'DOCUMENT' && readings[0].document.text).toContain(sample.words);
      checkReadings(readings);
    });

    it('reads the same from any chunks, and counts every byte', async () => {
      const whole = await collectReadings(input(sample.bytes));
      for (const chunkSize of [1, 7, 1000]) {
        const readings = await collectReadings(input(sample.bytes, chunkSize));
        expect(readings.map((r) => r.kind === 'DOCUMENT' && r.document)).toEqual(
          whole.map((r) => r.kind === 'DOCUMENT' && r.document),
        );
        const bytes = readings.reduce((sum, reading) => sum + (reading.kind === 'DOCUMENT' ? reading.bytes : 0), 0);
        expect(bytes).toBeLessThanOrEqual(sample.bytes.length);
        expect(bytes).toBeGreaterThan(sample.bytes.length * 0.8);
      }
    });

    it.each(reader.extensions)('is chosen for .%s, in any case', async (extension) => {
      for (const name of [`a.${extension}`, `A.${extension.toUpperCase()}`]) {
        const readings = await collectReadings(inputOf(name, sample.bytes));
        expect(readings[0]?.kind === 'DOCUMENT' && readings[0].document.text).toContain(sample.words);
      }
    });

    it('refuses an empty input', async () => {
      const readings = await collectReadings(input(new Uint8Array(0)));
      expect(readings).toMatchObject([{ kind: 'FAILURE', failure: { code: 'INPUT_EMPTY', input: 'input' } }]);
    });

    it('refuses a document over the bound', async () => {
      const readings = await collectReadings(input(sample.bytes), { maxDocument: 20 });
      expect(readings[0]).toMatchObject({ kind: 'FAILURE', failure: { code: 'INPUT_TOO_LARGE' } });
    });

    it('says in one line why an input cannot be opened, also half way', async () => {
      const half = sample.bytes.subarray(0, sample.bytes.length / 2);
      const broken = {
        ...input(half),
        async *open() {
          yield half;
          throw Object.assign(new Error('the disk\nis gone'), { code: 'EIO' });
        },
      };
      const readings = await collectReadings(broken);
      checkReadings(readings);
      expect(readings.at(-1)).toMatchObject({ kind: 'FAILURE', failure: { code: 'INPUT_UNREADABLE' } });
    });

    it('never throws for random bytes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
          checkReadings(await collectReadings(input(bytes)));
        }),
        { numRuns: 60 },
      );
    });

    it('never throws for a good input that is cut off, or has bytes changed', async () => {
      const change = fc.record({
        length: fc.nat(sample.bytes.length),
        changes: fc.array(fc.tuple(fc.nat(sample.bytes.length), fc.nat(255)), { maxLength: 8 }),
      });
      await fc.assert(
        fc.asyncProperty(change, async ({ length, changes }) => {
          const bytes = Buffer.from(sample.bytes);
          for (const [place, byte] of changes) if (place < bytes.length) bytes[place] = byte;
          checkReadings(await collectReadings(input(bytes)));
          checkReadings(await collectReadings(input(bytes.subarray(0, length))));
        }),
        { numRuns: 40 },
      );
    });
  });
}

/** Every document is as its type says; every failure is one line with a code of an input. */
export function checkReadings(readings: readonly Reading[]): void {
  for (const reading of readings) {
    if (reading.kind === 'FAILURE') {
      const { code, reason } = reading.failure;
      expect(code).toMatch(/^INPUT_|^FORMAT_UNKNOWN$/);
      expect(ERROR_CODES).toHaveProperty(code);
      expect(reason).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u);
      continue;
    }
    const { text, id, textHash, furniture, dateline } = reading.document;
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/\p{Surrogate}|\r/u);
    expect(textHash).toBe(hashText(text));
    expect(id.length).toBeGreaterThan(0);
    let end = 0;
    for (const span of furniture) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      end = span.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
    if (dateline !== null) expect(dateline.span.end).toBeLessThanOrEqual(text.length);
  }
}
