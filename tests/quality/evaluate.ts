// Reads the project's own labelled cases and prints how much of them is right; `npm run evaluate` runs it.

import { formatTable } from './format-table.js';
import { measureCases } from './measure-cases.js';

const HELP = `usage: npm run evaluate -- [--misses] [--help]

Reads the labelled texts of tests/quality/cases, which are the project's own and short, and prints the share that is
right by measure, with counts. It says how well the reading keeps to the project's rules, not how well it does on news
at large: it scores no other corpus.

  --misses   then list, by measure and case, what was labelled and not read, or read and wrong
  --help     print this

The figures are the same on every run. Their floors are in tests/quality/floors.json.`;

const given = process.argv.slice(2);
const unknown = given.filter((option) => option !== '--misses' && option !== '--help');
if (unknown.length > 0) {
  console.error(`evaluate: expected --misses or --help, but got ${unknown.join(' ')}; see --help.`);
  process.exitCode = 2;
} else if (given.includes('--help')) {
  console.log(HELP);
} else {
  const { cases, tallies, misses } = measureCases();
  console.log(`${cases} labelled texts\n\n${formatTable(tallies)}`);
  if (given.includes('--misses'))
    for (const { measure, caseId, what } of misses) console.log(`${measure} · ${caseId} · ${what}`);
}
