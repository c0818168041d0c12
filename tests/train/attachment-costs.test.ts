import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTION_COUNT,
  attach,
  beginSentence,
  createParserState,
  headOf,
  isComplete,
  isLegal,
  SHIFT,
  shift,
} from '../../src/annotate/index.js';
import { attachmentCosts } from '../../src/train/attachment-costs.js';
import { projectivise } from '../../src/train/projectivise.js';

/** Any tree: each token's head is one that is nearer to the root in some order of the tokens. */
const trees = fc
  .integer({ min: 1, max: 12 })
  .chain((length) =>
    fc.tuple(
      fc.shuffledSubarray([...Array(length).keys()], { minLength: length, maxLength: length }),
      fc.array(fc.nat(), { minLength: length, maxLength: length }),
    ),
  )
  .map(([order, choices]) => {
    const heads: number[] = new Array(order.length).fill(-1);
    order.forEach((token, rank) => {
      if (rank > 0) heads[token] = order[(choices[rank] as number) % rank] as number;
    });
    return heads;
  });

/** Walks through a sentence by actions of the least cost, after some steps taken blindly; gives heads and costs. */
function walk(expected: readonly number[], blindly: readonly number[]) {
  const { length } = expected;
  const goal = expected.map((head) => (head < 0 ? length : head));
  const state = createParserState(length);
  const costs = new Int32Array(ACTION_COUNT);
  let lost = 0;
  beginSentence(state, length);
  for (let step = 0; !isComplete(state); step++) {
    attachmentCosts(state, goal, costs);
    const legal = [...Array(ACTION_COUNT).keys()].filter((action) => isLegal(state, action));
    const blind = blindly[step];
    const cheapest = legal.reduce((best, one) => ((costs[one] as number) < (costs[best] as number) ? one : best));
    const action = blind === undefined ? cheapest : (legal[blind % legal.length] as number);
    lost += costs[action] as number;
    if (action === SHIFT) shift(state);
    else attach(state, headOf(state, action), 0);
  }
  const heads = [...state.head.subarray(0, length)];
  return { wrong: heads.filter((head, token) => head !== goal[token]).length, lost };
}

describe('attachmentCosts', () => {
  it('leads to the very tree where every step costs nothing', () => {
    fc.assert(
      fc.property(trees, (heads) => {
        expect(walk(projectivise(heads), [])).toEqual({ wrong: 0, lost: 0 });
      }),
    );
  });

  it('counts no more lost arcs than there are wrong ones in the end, after steps taken blindly', () => {
    fc.assert(
      fc.property(trees, fc.array(fc.nat({ max: 5 }), { maxLength: 12 }), (heads, blindly) => {
        const { wrong, lost } = walk(projectivise(heads), blindly);
        expect(lost).toBeLessThanOrEqual(wrong);
      }),
    );
  });
});

describe('projectivise', () => {
  it('leaves a tree without crossing arcs as it is', () => {
    expect(projectivise([1, -1, 1, 2])).toEqual([1, -1, 1, 2]);
  });

  it('lifts the arc that crosses', () => {
    // "A hearing is scheduled on the issue today": "on the issue" belongs to "hearing".
    expect(projectivise([1, 3, 3, -1, 6, 6, 1, 3])).toEqual([1, 3, 3, -1, 6, 6, 3, 3]);
  });

  it('gives a tree with the same root', () => {
    fc.assert(
      fc.property(trees, (heads) => {
        expect(projectivise(heads).indexOf(-1)).toBe(heads.indexOf(-1));
      }),
    );
  });
});
