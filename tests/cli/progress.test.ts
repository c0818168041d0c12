import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/cli/output.js';
import { formatProgress, openProgress } from '../../src/cli/progress.js';

function collect(isTerminal: boolean): Output & { readonly written: string[] } {
  const written: string[] = [];
  return {
    isTerminal,
    width: 80,
    written,
    write: async (text) => void written.push(text),
    flush: async () => undefined,
  };
}

describe('progress', () => {
  it('gives the rate and the time left', () => {
    expect(formatProgress({ documents: 1200, failed: 3, share: 0.25, elapsedMilliseconds: 30_000 })).toBe(
      '1,200 documents, 3 failed · 40 a second · about 90 s left'.replace('90 s', '2 min'),
    );
  });

  it('gives no time left where the size of the inputs is unknown', () => {
    expect(formatProgress({ documents: 3, failed: 0, share: null, elapsedMilliseconds: 2_000 })).toBe(
      '3 documents · 1.5 a second',
    );
  });

  it('gives no rate in the first second', () => {
    expect(formatProgress({ documents: 1, failed: 0, share: 0.5, elapsedMilliseconds: 10 })).toBe('1 document');
  });

  it('is silent in a pipe and where quiet is asked for', () => {
    const pipe = collect(false);
    openProgress(pipe, { quiet: false, now: () => 0 }).show({ documents: 1, failed: 0, share: null });
    const terminal = collect(true);
    openProgress(terminal, { quiet: true, now: () => 0 }).show({ documents: 1, failed: 0, share: null });
    expect([...pipe.written, ...terminal.written]).toEqual([]);
  });

  it('draws ten times a second at most, and takes its line away', () => {
    const terminal = collect(true);
    let now = 0;
    const progress = openProgress(terminal, { quiet: false, now: () => now });
    for (now = 0; now <= 1000; now += 10) progress.show({ documents: now, failed: 0, share: null });
    expect(terminal.written).toHaveLength(11);
    progress.clear();
    expect(terminal.written.at(-1)).toBe('\r\u001b[K');
    progress.show({ documents: 1, failed: 0, share: null });
    expect(terminal.written).toHaveLength(13);
  });
});
