import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readJudged, readJudgedClaims } from '../../src/train/judged-claims.js';
import { binConfidence, rankConfidence } from '../../src/train/score-confidence.js';
import { crossValidate } from '../../src/train/train-confidence.js';
import { RESOURCES } from '../support/read-text.js';

const JUDGED = fileURLToPath(new URL('judged/claims.json', import.meta.url));
/** Smaller bins say little. */
const FILLED = 30;

describe('confidence, over the claims judged by hand', async () => {
  const { rows, unmatched } = await readJudged(readJudgedClaims(JUDGED), RESOURCES);
  const rated = crossValidate(rows);

  it('is tried on at least 400 claims that are still read as they were judged', () => {
    expect(rows.length, `no longer read so: ${unmatched.slice(0, 5).join('; ')}`).toBeGreaterThanOrEqual(400);
  });

  it('is the share of right ones in each of at least five bins, within a tenth', () => {
    const filled = binConfidence(rated).filter(({ claims }) => claims >= FILLED);
    expect(filled.length).toBeGreaterThanOrEqual(5);
    for (const { confidence, right } of filled) expect(Math.abs(confidence - right)).toBeLessThan(0.1);
  });

  it('tells right claims from wrong ones', () => {
    expect(rankConfidence(rated)).toBeGreaterThan(0.68);
  });
});

describe('the scores of confidence', () => {
  it('are those of a hand-made table', () => {
    const rows = [
      { confidence: 0.9, right: true },
      { confidence: 0.9, right: false },
      { confidence: 0.1, right: false },
    ];
    expect(rankConfidence(rows)).toBe(0.75);
    expect(binConfidence(rows)).toEqual([
      { from: 0, to: 0.5, claims: 1, confidence: 0.1, right: 0 },
      { from: 0.9, to: 1, claims: 2, confidence: 0.9, right: 0.5 },
    ]);
  });
});
