import { score, type Tally } from './tally.js';

/** A line for each measure: percent, right of labelled, how many were read where that is another number, what it means. */
export function formatTable<Measure extends string>(
  tallies: Readonly<Record<Measure, Tally>>,
  measures: Readonly<Record<Measure, string>>,
): string {
  const lines = (Object.entries(measures) as [Measure, string][]).map(([measure, meaning]) => {
    const tally = tallies[measure];
    const read = tally.read === tally.labelled ? '' : `, ${tally.read} read`;
    const percent = (100 * score(tally)).toFixed(1).padStart(6);
    return `${measure.padEnd(18)}${percent}  ${`${tally.right} of ${tally.labelled}${read}`.padEnd(24)}${meaning}`;
  });
  return `${lines.join('\n')}\n`;
}
