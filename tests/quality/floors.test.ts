import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureCases } from './measure-cases.js';
import { MEASURES, type Measure, score } from './tally.js';

/** Percent by measure, a little below what was measured. They are raised with the reading, never lowered to let it fall. */
const FLOORS = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')) as Record<Measure, number>;

const { tallies } = measureCases();

describe('reading the labelled cases', () => {
  it('has a floor for each measure', () => {
    expect(Object.keys(FLOORS)).toEqual(Object.keys(MEASURES));
  });

  it.each(Object.keys(MEASURES) as Measure[])('keeps to the floor of %s', (measure) => {
    const { right, labelled } = tallies[measure];
    const percent = 100 * score(tallies[measure]);
    expect(
      percent,
      `"${measure}" fell to ${percent.toFixed(1)} (${right} of ${labelled}), under its floor of ${FLOORS[measure]} in ` +
        'tests/quality/floors.json; "npm run evaluate -- --misses" lists what is missed.',
    ).toBeGreaterThanOrEqual(FLOORS[measure]);
  });
});
