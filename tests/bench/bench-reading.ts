import { type BenchPart, SEED } from './bench-part.js';
import type { Readings, WordTimes } from './measure-words.js';
import { median } from './median.js';
import { runChild } from './run-child.js';

const ROUNDS = 5;
const SUBJECTS = {
  compromise: 'compromise with people, places and organizations',
  annotate: 'tokens, tags, names and trees',
  extract: 'whole extract',
} as const;
type Subject = keyof typeof SUBJECTS;
const PARTS = {
  first: 'the first words of a process, while V8 makes its code',
  later: 'as many words behind some 180,000 others',
} as const satisfies Record<keyof Readings, string>;

/** Processor time a word of the annotation and of the whole extract, beside compromise's: by turns, medians of the rounds. */
export const reading: BenchPart = {
  name: 'reading',
  about: 'words per second of annotation and of the whole extract, beside compromise, early and late in a process',
  run() {
    const subjects = Object.keys(SUBJECTS) as Subject[];
    const rounds = Array.from({ length: ROUNDS }, () =>
      subjects.map((subject) => [subject, runChild('measure-words.ts', subject, SEED) as Readings] as const),
    ).flat();
    const microsecondsOf = (subject: Subject, part: keyof Readings) =>
      median(rounds.filter(([one]) => one === subject).map(([, readings]) => microseconds(readings[part])));
    console.log(`reading, processor time, median of ${ROUNDS} rounds`);
    for (const part of Object.keys(PARTS) as (keyof Readings)[]) {
      console.log(`  ${PARTS[part]}`);
      const peer = microsecondsOf('compromise', part);
      for (const subject of subjects) {
        const own = microsecondsOf(subject, part);
        console.log(`    ${SUBJECTS[subject].padEnd(48)} ${describe(own)}, ${(peer / own).toFixed(2)} times as fast`);
      }
    }
    return true;
  },
};

function microseconds({ words, processorSeconds }: WordTimes): number {
  return (processorSeconds / words) * 1e6;
}

function describe(time: number): string {
  const rate = Math.round(1e6 / time).toLocaleString('en-US');
  return `${time.toFixed(1).padStart(6)} µs a word, ${rate.padStart(7)} words/s`;
}
