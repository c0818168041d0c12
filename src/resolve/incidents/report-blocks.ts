import type { Cluster } from '../atoms.js';
import type { ClusterOf } from './compare-parties.js';
import type { Report } from './happening.js';

/**
 * Finds the reports that may be of one happening: those that speak of one thing within two weeks. What more than
 * LARGEST_BLOCK reports of two weeks speak of, such as a country at war, tells them not apart and is left out, so that
 * the reports near to one are bounded however many there are.
 */
export interface ReportBlocks {
  /** Gives the reports whose neighbours may be others now besides it: a block became too large, or small enough. */
  add(report: Report): Iterable<Report>;
  remove(report: Report): Iterable<Report>;
  /** How many things each near report speaks of that this one does too, at least one; itself left out. */
  near(report: Report): ReadonlyMap<Report, number>;
}

export const LARGEST_BLOCK = 64;
const DAYS_OF_A_BLOCK = 7;

/** Blocks of no reports. What a report speaks of is looked up when it is added: add it anew where that changes. */
export function createReportBlocks(clusterOf: ClusterOf): ReportBlocks {
  const blocks = new Map<string, Set<Report>>();
  const keysOf = new Map<Report, readonly (readonly [cluster: string, keys: readonly string[]])[]>();

  return {
    add: (report) => {
      const keys = blockKeys(report, clusterOf);
      keysOf.set(report, keys);
      const changed = new Set<Report>();
      for (const key of keys.flatMap(([, own]) => own)) {
        const block = blocks.get(key);
        if (block === undefined) blocks.set(key, new Set([report]));
        else if (block.add(report).size === LARGEST_BLOCK + 1) for (const other of block) changed.add(other);
      }
      changed.delete(report);
      return changed;
    },
    remove: (report) => {
      const changed = new Set<Report>();
      for (const key of (keysOf.get(report) ?? []).flatMap(([, own]) => own)) {
        const block = blocks.get(key);
        if (block?.delete(report) !== true) continue;
        if (block.size === 0) blocks.delete(key);
        if (block.size === LARGEST_BLOCK) for (const other of block) changed.add(other);
      }
      keysOf.delete(report);
      return changed;
    },
    near: (report) => {
      const counts = new Map<Report, number>();
      for (const [, keys] of keysOf.get(report) ?? []) {
        const found = new Set<Report>();
        for (const key of keys) {
          const block = blocks.get(key);
          if (block !== undefined && block.size <= LARGEST_BLOCK) for (const other of block) found.add(other);
        }
        found.delete(report);
        for (const other of found) counts.set(other, (counts.get(other) ?? 0) + 1);
      }
      return counts;
    },
  };
}

/** By each thing that the report speaks of, the blocks that it is in: of its week and the next. */
function blockKeys(report: Report, clusterOf: ClusterOf): readonly (readonly [string, readonly string[]])[] {
  const clusters = new Set(report.cast.map(clusterOf).filter((cluster): cluster is Cluster => cluster !== null));
  const weeks = weeksOf(report);
  return [...clusters].map(({ handle }) => [handle, weeks.map((week) => `${handle} ${week}`)]);
}

/** A report is in the blocks of two weeks, so that any two of seven days share one. Without a day it is in one of its own. */
function weeksOf({ day, episodes }: Report): readonly (number | string)[] {
  const weeks = new Set<number | string>();
  const days = day === null ? [] : [day];
  // A report of something long past is also near to the reports of that time.
  for (const { from } of episodes)
    if (from !== null && (day === null || Math.abs(day - from) > DAYS_OF_A_BLOCK)) days.push(from);
  for (const each of days.slice(0, MOST_DAYS)) {
    const week = Math.floor(each / DAYS_OF_A_BLOCK);
    weeks.add(week).add(week + 1);
  }
  return weeks.size === 0 ? ['undated'] : [...weeks];
}

const MOST_DAYS = 4;
