import type { Report } from './happening.js';

/** Below this many sentences with claims, two texts may share them by chance. */
const FEWEST_SENTENCES = 3;

/**
 * Numbers the independent sources of reports: those of one source share a number, and those of which one is a copy of
 * the other, with at least half of the sentences of the shorter. Reports without a source are one each. The numbers
 * follow the order of the reports.
 */
export function groupSources(reports: readonly Report[]): ReadonlyMap<Report, number> {
  const roots = reports.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (roots[root] !== root) root = roots[root] ?? root;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [rootOf(a), rootOf(b)];
    roots[Math.max(x, y)] = Math.min(x, y);
  };
  const bySource = new Map<string, number>();
  const bySentence = new Map<number, number[]>();
  for (const [index, { source, fingerprint }] of reports.entries()) {
    if (source !== null) {
      const first = bySource.get(source);
      if (first === undefined) bySource.set(source, index);
      else join(index, first);
    }
    const shared = new Map<number, number>();
    for (const hash of fingerprint) {
      const there = bySentence.get(hash);
      if (there === undefined) bySentence.set(hash, [index]);
      else {
        for (const other of there) shared.set(other, (shared.get(other) ?? 0) + 1);
        // A sentence of which there are many copies needs no further witness.
        if (there.length < MOST_WITNESSES) there.push(index);
      }
    }
    for (const [other, count] of shared) {
      const shorter = Math.min(fingerprint.length, reports[other]?.fingerprint.length ?? 0);
      if (shorter >= FEWEST_SENTENCES && 2 * count >= shorter) join(index, other);
    }
  }
  return new Map(reports.map((report, index) => [report, rootOf(index)]));
}

const MOST_WITNESSES = 8;
