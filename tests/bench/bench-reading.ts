import { type BenchPart, SEED } from './bench-part.js';
import type { WordTimes } from './measure-words.js';
import { median } from './median.js';
import { runChild } from './run-child.js';

const ROUNDS = 5;
const SUBJECTS = {
  compromise: 'compromise with people, places and organizations',
  annotate: 'tokens, tags, names and trees',
  extract: 'whole extract',
} as const;
type Subject = keyof typeof SUBJECTS;

/** Processor time a word of the annotation and of the whole extract, beside compromise's: by turns, medians of the rounds. */
export const reading: BenchPart = {
  name: 'reading',
  about: 'words per second of annotation and of the whole extract, beside compromise',
  run() {
    const subjects = Object.keys(SUBJECTS) as Subject[];
    const times = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const subject of subjects) {
        const { words, processorSeconds } = runChild('measure-words.ts', subject, SEED) as WordTimes;
        times.get(subject)?.push((processorSeconds / words) * 1e6);
      }
    }
    const peer = median(times.get('compromise') ?? []);
    console.log(`reading, processor time, median of ${ROUNDS} rounds`);
    for (const subject of subjects) {
      const own = median(times.get(subject) ?? []);
      console.log(`  ${SUBJECTS[subject].padEnd(50)} ${describe(own)}, ${(peer / own).toFixed(2)} times as fast`);
    }
    return true;
  },
};

function describe(microseconds: number): string {
  const rate = Math.round(1e6 / microseconds).toLocaleString('en-US');
  return `${microseconds.toFixed(1).padStart(6)} µs a word, ${rate.padStart(7)} words/s`;
}
