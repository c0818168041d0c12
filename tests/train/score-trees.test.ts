import { describe, expect, it } from 'vitest';
import { scoreTrees } from '../../src/train/score-trees.js';

describe('scoreTrees', () => {
  it('counts heads, and labels of right heads, over all tokens of all trees', () => {
    const scores = scoreTrees([
      {
        expected: { heads: [1, -1, 1], labels: ['nsubj', 'root', 'obj'] },
        actual: { heads: [1, -1, 0], labels: ['obj', 'root', 'obj'] },
      },
      { expected: { heads: [-1], labels: ['root'] }, actual: { heads: [-1], labels: ['root'] } },
    ]);
    expect(scores).toEqual({ tokens: 4, uas: 75, las: 50 });
  });

  it('gives no number where there is no token', () => {
    expect(scoreTrees([])).toEqual({ tokens: 0, uas: Number.NaN, las: Number.NaN });
  });
});
