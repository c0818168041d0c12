import { expect, it } from 'vitest';
import { scoreBCubed } from './b-cubed.js';

it('scores each mention by its cluster and by its entity', () => {
  const mentions = [
    { cluster: 'x', entity: 'a' },
    { cluster: 'x', entity: 'a' },
    { cluster: 'x', entity: 'b' },
    { cluster: 'y', entity: 'b' },
  ];
  const { precision, recall } = scoreBCubed(mentions);
  expect(precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
  expect(recall).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 2) / 4);
});
