// Reads the project's own labelled cases and prints how much of them is right; `npm run evaluate` runs it.

import { formatTable } from './format-table.js';
import { measureCases } from './measure-cases.js';
import { measureConfidence } from './measure-confidence.js';
import { measureCorpora } from './measure-corpora.js';
import { measureStories } from './measure-stories.js';
import { STORY_MEASURES, tallyStories } from './score-stories.js';
import { MEASURES } from './tally.js';

const HELP = `usage: npm run evaluate -- [--misses] [--corpora DIR] [--help]

Reads the labelled texts of tests/quality/cases, which are the project's own and short, and prints the share that is
right by measure, with counts. It says how well the reading keeps to the project's rules, not how well it does on news
at large. A second table says how much it finds in the whole articles of tests/quality/stories, which no rule is made for.

  --misses        then list, by measure and text, what was labelled and not read, or read and wrong
  --corpora DIR   score instead tags and trees on the development parts of the treebanks in DIR/ud, and names, by type
                  and by confidence, on the *.gold.jsonl and .bio files below DIR that the recogniser did not learn from
  --help          print this

The figures are the same on every run. The floors of the first table are in tests/quality/floors.json.`;

const given = process.argv.slice(2);
const corpora = given.includes('--corpora') ? given[given.indexOf('--corpora') + 1] : undefined;
const unknown = given.filter((option) => !['--misses', '--help', '--corpora', corpora].includes(option));
if (unknown.length > 0 || (given.includes('--corpora') && corpora === undefined)) {
  console.error(`evaluate: expected --misses, --corpora DIR or --help, but got ${given.join(' ')}; see --help.`);
  process.exitCode = 2;
} else if (corpora !== undefined) {
  console.log(measureCorpora(corpora));
} else if (given.includes('--help')) {
  console.log(HELP);
} else {
  const { cases, tallies, misses } = measureCases();
  console.log(`${cases} labelled texts\n\n${formatTable(tallies, MEASURES)}`);
  const answers = measureStories();
  const stories = new Set(answers.map((one) => one.storyId)).size;
  console.log(`${stories} stories\n\n${formatTable(tallyStories(answers), STORY_MEASURES)}`);
  console.log(await measureConfidence());
  if (given.includes('--misses')) {
    for (const { measure, caseId, what } of misses) console.log(`${measure} · ${caseId} · ${what}`);
    for (const { measure, storyId, what, right } of answers)
      if (!right) console.log(`${measure} · ${storyId} · ${what}`);
  }
}
