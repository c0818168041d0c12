import type { Cluster } from '../atoms.js';
import { addTo, countUnder, type FewByKey, removeFrom, under } from '../few.js';
import type { ClusterOf } from './compare-parties.js';
import type { Report } from './happening.js';

/**
 * Finds the reports that may be of one happening: those that speak of two things in common within two weeks, one of which
 * at most LARGEST_BLOCK reports of that time speak of. A country at war alone brings no two of them together, and so the
 * reports near to one are bounded however many there are.
 */
export interface ReportBlocks {
  /** Gives the reports of blocks that became too large by it: they may be near to one another no longer. */
  add(report: Report): Iterable<Report>;
  /** Gives the reports of blocks that became small enough by it: they may be near to one another now. */
  remove(report: Report): Iterable<Report>;
  /** The reports near to one, with how many things both speak of; itself left out. */
  near(report: Report): ReadonlyMap<Report, number>;
  /** True where `near` of the one holds the other. */
  areNear(a: Report, b: Report): boolean;
}

export const LARGEST_BLOCK = 64;
const DAYS_OF_A_BLOCK = 7;
/** Reports that name more than this must have two things in common. */
const SMALL_CAST = 3;

/** Blocks of no reports. What a report speaks of is looked up when it is added: add it anew where that changes. */
export function createReportBlocks(clusterOf: ClusterOf): ReportBlocks {
  const blocks: FewByKey<string, Report> = new Map();
  const places = new Map<Report, BlockPlace>();

  const isSmall = (key: string): boolean => countUnder(blocks, key) <= LARGEST_BLOCK;
  /** How many things both speak of, whatever the size of their blocks; 0 where these are too few. */
  const sharedOf = (a: BlockPlace, b: BlockPlace): number => {
    const [fewer, more] = a.cast.size < b.cast.size ? [a.cast, b.cast] : [b.cast, a.cast];
    let shared = 0;
    for (const cluster of fewer) if (more.has(cluster)) shared++;
    return shared >= (fewer.size > SMALL_CAST ? 2 : 1) ? shared : 0;
  };
  return {
    add: (report) => {
      const place = placeOf(report, clusterOf);
      places.set(report, place);
      const crowded = new Set<Report>();
      for (const key of place.keys) {
        if (addTo(blocks, key, report) !== LARGEST_BLOCK + 1) continue;
        for (const other of under(blocks, key)) crowded.add(other);
      }
      return crowded;
    },
    remove: (report) => {
      const eased = new Set<Report>();
      for (const key of places.get(report)?.keys ?? []) {
        if (removeFrom(blocks, key, report) !== LARGEST_BLOCK) continue;
        for (const other of under(blocks, key)) eased.add(other);
      }
      places.delete(report);
      return eased;
    },
    near: (report) => {
      const counts = new Map<Report, number>();
      const own = places.get(report);
      if (own === undefined) return counts;
      const met = new Set<Report>([report]);
      for (const key of own.keys) {
        if (!isSmall(key)) continue;
        for (const other of under(blocks, key)) {
          if (met.has(other)) continue;
          met.add(other);
          const shared = sharedOf(own, places.get(other) as BlockPlace);
          if (shared > 0) counts.set(other, shared);
        }
      }
      return counts;
    },
    areNear: (a, b) => {
      const [first, second] = [places.get(a), places.get(b)];
      if (first === undefined || second === undefined || sharedOf(first, second) === 0) return false;
      for (const key of first.keys) if (second.keys.includes(key) && isSmall(key)) return true;
      return false;
    },
  };
}

/** Where a report is among the blocks. */
interface BlockPlace {
  readonly cast: ReadonlySet<Cluster>;
  /** Without repeats. */
  readonly keys: readonly string[];
}

/** The blocks of a report: by each thing that it speaks of, of its week and the next. */
function placeOf(report: Report, clusterOf: ClusterOf): BlockPlace {
  const cast = new Set(report.cast.map(clusterOf).filter((cluster): cluster is Cluster => cluster !== null));
  const weeks = weeksOf(report);
  const keys = [...cast].flatMap(({ handle }) => weeks.map((week) => `${handle} ${week}`));
  return { cast, keys: keys.slice() };
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
