import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type RawInput, readDocuments } from '../../src/read/index.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const MEGABYTE = 1_000_000;
const TEXT = 'LUGOMIR, March 12 — Soldiers searched the harbor on Tuesday, the mayor said. '.repeat(120);

/** About so many megabytes of records that are made as they are read. */
function generated(
  name: string,
  megabytes: number,
  write: (number: number) => string,
  ends: readonly [string, string],
): RawInput {
  return {
    name,
    mediaType: null,
    async *open() {
      yield Buffer.from(ends[0]);
      for (let number = 0, sent = 0; sent < megabytes * MEGABYTE; number += 8) {
        const chunk = Buffer.from(Array.from({ length: 8 }, (_, index) => write(number + index)).join(''));
        sent += chunk.length;
        yield chunk;
      }
      yield Buffer.from(ends[1]);
    },
  };
}

/** Most bytes that were held beyond those at the beginning, looked at every 2,000 documents. */
async function measureGrowth(
  input: RawInput,
): Promise<{ readonly growth: number; readonly count: number; readonly failures: number }> {
  const held = () => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = held();
  let growth = 0;
  let count = 0;
  let failures = 0;
  for await (const reading of readDocuments(input)) {
    if (reading.kind === 'FAILURE') failures++;
    else if (count++ % 2000 === 0) growth = Math.max(growth, held() - before);
  }
  return { growth, count, failures };
}

describe('a stream of many documents', () => {
  it('of 100 MB of JSON Lines is read in memory for one of them', async () => {
    const write = (number: number) => `${JSON.stringify({ id: `d${number}`, text: `${TEXT}${number}` })}\n`;
    const { growth, count, failures } = await measureGrowth(generated('a.jsonl', 100, write, ['', '']));
    expect(failures).toBe(0);
    expect(count).toBeGreaterThan(10_000);
    expect(growth).toBeLessThan(15 * MEGABYTE);
  });

  it('does not hold a line that never ends', async () => {
    let held = 0;
    const endless: RawInput = {
      name: 'a.jsonl',
      mediaType: null,
      async *open() {
        yield Buffer.from('{"text":"');
        for (let sent = 0; sent < 100; sent++) {
          yield Buffer.alloc(MEGABYTE, 'x');
          if (sent % 20 === 19) {
            collectGarbage();
            held = Math.max(held, process.memoryUsage().external);
          }
        }
        yield Buffer.from('"}\n{"text":"The end."}\n');
      },
    };
    collectGarbage();
    const before = process.memoryUsage().external;
    const kinds: string[] = [];
    for await (const reading of readDocuments(endless))
      kinds.push(reading.kind === 'FAILURE' ? reading.failure.code : 'DOCUMENT');
    expect(kinds).toEqual(['INPUT_TOO_LARGE', 'DOCUMENT']);
    expect(held - before).toBeLessThan(25 * MEGABYTE);
  });

  it.each([
    ['a.csv', (number: number) => `${number},"${TEXT}${number}"\n`, ['id,text\n', '']],
    [
      'a.xml',
      (number: number) => `<item><guid>${number}</guid><description>${TEXT}</description></item>`,
      ['<rss><channel>', '</channel></rss>'],
    ],
  ] as const)('of 20 MB of %s is read in memory for one of them', async (name, write, ends) => {
    const { growth, count, failures } = await measureGrowth(generated(name, 20, write, ends));
    expect(failures).toBe(0);
    expect(count).toBeGreaterThan(2000);
    expect(growth).toBeLessThan(15 * MEGABYTE);
  });
});
