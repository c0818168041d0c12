import { expect, it } from 'vitest';
import { createHashedPerceptron } from '../../src/linear/index.js';

it('averages weights over the decisions that were taken', () => {
  const perceptron = createHashedPerceptron(2, 4);
  perceptron.countDecision();
  perceptron.update(3, 1, 2);
  perceptron.countDecision();
  const rows = Array.from(perceptron.averagedRows(), ([feature, row]) => [feature, [...row]]);
  expect(rows).toEqual([[3, [0, 1]]]);
});

it('lets features with the same low bits share their weights', () => {
  const perceptron = createHashedPerceptron(2, 4);
  perceptron.update(3, 0, 1);
  const scores = new Float64Array(2);
  perceptron.addScores(3 + 2 ** 4, scores);
  expect([...scores]).toEqual([1, 0]);
});
