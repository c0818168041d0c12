import { MEASURES, type Measure, score, type Tallies } from './tally.js';

/** A line for each measure: percent, right of labelled, how many were read where that is another number, what it means. */
export function formatTable(tallies: Tallies): string {
  const lines = Object.entries(MEASURES).map(([measure, meaning]) => {
    const tally = tallies[measure as Measure];
    const read = tally.read === tally.labelled ? '' : `, ${tally.read} read`;
    const percent = (100 * score(tally)).toFixed(1).padStart(6);
    return `${measure.padEnd(18)}${percent}  ${`${tally.right} of ${tally.labelled}${read}`.padEnd(24)}${meaning}`;
  });
  return `${lines.join('\n')}\n`;
}
