import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { STORY_MEASURES } from './score-stories.js';
import { MEASURES } from './tally.js';

const PROGRAM = fileURLToPath(new URL('evaluate.ts', import.meta.url));

function evaluate(...options: readonly string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', PROGRAM, ...options], {
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

describe('the evaluation', () => {
  it('prints every measure, and lists what was missed below the same table when asked', () => {
    const plain = evaluate();
    expect(plain.status).toBe(0);
    for (const measure of [...Object.keys(MEASURES), ...Object.keys(STORY_MEASURES)])
      expect(plain.out).toContain(`\n${measure} `);
    const withMisses = evaluate('--misses');
    expect(withMisses.out.startsWith(plain.out)).toBe(true);
    for (const line of withMisses.out.slice(plain.out.length).trimEnd().split('\n'))
      expect(line.split(' · ').length).toBeGreaterThanOrEqual(3);
  });

  it('says in its help what it scores, and refuses what it does not know', () => {
    const help = evaluate('--help');
    for (const folder of ['tests/quality/cases', 'tests/quality/stories']) expect(help.out).toContain(folder);
    const unknown = evaluate('--corpora');
    expect([unknown.status, unknown.out]).toEqual([2, '']);
    expect(unknown.err).toContain('--corpora');
  });
});
