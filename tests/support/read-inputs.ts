import type { Document } from '../../src/domain/index.js';
import {
  type InputFailure,
  type RawInput,
  type Reading,
  type ReadOptions,
  readDocuments,
} from '../../src/read/index.js';

/** An input of bytes that are there already, in chunks of a size. */
export function inputOf(name: string, content: string | Uint8Array, chunkSize = 65_536): RawInput {
  const bytes = Buffer.from(content as string);
  return {
    name,
    mediaType: null,
    async *open() {
      for (let start = 0; start < bytes.length; start += chunkSize) yield bytes.subarray(start, start + chunkSize);
    },
  };
}

/** All readings of an input, in order. */
export async function collectReadings(
  input: RawInput,
  options: Partial<ReadOptions> = {},
): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of readDocuments(input, options)) readings.push(reading);
  return readings;
}

/** The documents of an input, which must have no failure. */
export async function collectDocuments(
  input: RawInput,
  options: Partial<ReadOptions> = {},
): Promise<readonly Document[]> {
  const readings = await collectReadings(input, options);
  return readings.map((reading) => {
    if (reading.kind === 'FAILURE') throw new Error(`${reading.failure.code}: ${reading.failure.reason}`);
    return reading.document;
  });
}

/** The failures of an input, in order. */
export async function collectFailures(
  input: RawInput,
  options: Partial<ReadOptions> = {},
): Promise<readonly InputFailure[]> {
  return (await collectReadings(input, options)).flatMap((reading) =>
    reading.kind === 'FAILURE' ? [reading.failure] : [],
  );
}
