import { compareIds, hashUnits } from '../../base/index.js';
import { episodeAgreement } from './compare-episodes.js';
import type { ClusterOf } from './compare-parties.js';
import type { Episode, Report } from './happening.js';
import { createReportBlocks } from './report-blocks.js';

/** Episodes judged to be of one happening: an incident, in the making. It stays the same object while episodes come and go. */
export interface EpisodeGroup {
  /** In no order; empty once it is gone. */
  readonly episodes: ReadonlySet<Episode>;
}

/**
 * Groups the episodes of all reports. An episode leads a group unless it agrees with one that leads and goes before it;
 * all others follow the leader that they agree with most. So a group holds no chain: each of its members is an account
 * of its leader's happening. Who leads is the greedy maximal independent set in the order of `compareRanks`, and follows
 * from what is there whatever came first; a change is passed on only to those whose place it alters.
 */
export interface EpisodeGroups {
  /** Adds a report, replacing that of its document; gives the groups that changed. */
  put(report: Report): ReadonlySet<EpisodeGroup>;
  remove(documentId: string): ReadonlySet<EpisodeGroup>;
  report(documentId: string): Report | null;
  /** Null for an episode that is not there. */
  groupOf(episode: Episode): EpisodeGroup | null;
}

/** Groups of no episodes. A report whose referents are of other entities now must be put again. */
export function createEpisodeGroups(clusterOf: ClusterOf): EpisodeGroups {
  const blocks = createReportBlocks(clusterOf);
  const reports = new Map<string, Report>();
  const places = new Map<Episode, Place>();

  const link = (a: Episode, b: Episode, shared: number): void => {
    const score = episodeAgreement(a, b, { shared, clusterOf });
    if (score === null) return;
    const [first, second] = [places.get(a) as Place, places.get(b) as Place];
    first.near = (first.near ?? new Map()).set(second, score);
    second.near = (second.near ?? new Map()).set(first, score);
  };
  const connect = (report: Report): void => {
    for (const [other, shared] of blocks.near(report)) {
      for (const episode of report.episodes) {
        for (const candidate of other.byKind.get(episode.kind) ?? NONE) link(episode, candidate, shared);
      }
    }
  };
  const disconnect = (report: Report, change: Change): void => {
    for (const episode of report.episodes) {
      const place = places.get(episode) as Place;
      change.unsettled.add(place);
      for (const other of nearTo(place)) {
        other.near?.delete(place);
        change.unsettled.add(other);
      }
      place.near = null;
    }
  };
  const connectAll = (changed: Iterable<Report>, change: Change): void => {
    const list = [...changed];
    for (const report of list) disconnect(report, change);
    for (const report of list) {
      connect(report);
      for (const episode of report.episodes) {
        for (const other of nearTo(places.get(episode) as Place)) change.unsettled.add(other);
      }
    }
  };
  /** Parts what its blocks alone held together. */
  const partAll = (crowded: Iterable<Report>, change: Change): void => {
    for (const report of crowded) {
      for (const episode of report.episodes) {
        const place = places.get(episode) as Place;
        for (const other of nearTo(place)) {
          if (blocks.areNear(report, other.episode.report)) continue;
          place.near?.delete(other);
          other.near?.delete(place);
          change.unsettled.add(place).add(other);
        }
      }
    }
  };
  const removeReport = (documentId: string, change: Change): void => {
    const report = reports.get(documentId);
    if (report === undefined) return;
    reports.delete(documentId);
    disconnect(report, change);
    for (const episode of report.episodes) {
      const place = places.get(episode) as Place;
      places.delete(episode);
      change.unsettled.delete(place);
      leave(place, change);
      // Its followers were its neighbours: they are unsettled already.
      for (const follower of [...(place.group?.episodes ?? [])]) {
        const left = places.get(follower);
        if (left !== undefined) leave(left, change);
      }
    }
    connectAll(blocks.remove(report), change);
  };

  return {
    put: (report) => {
      const change: Change = { unsettled: new Set(), groups: new Set() };
      removeReport(report.documentId, change);
      reports.set(report.documentId, report);
      for (const episode of report.episodes) {
        const place = createPlace(episode);
        places.set(episode, place);
        change.unsettled.add(place);
      }
      partAll(blocks.add(report), change);
      connectAll([report], change);
      settle(change);
      return change.groups;
    },
    remove: (documentId) => {
      const change: Change = { unsettled: new Set(), groups: new Set() };
      removeReport(documentId, change);
      settle(change);
      return change.groups;
    },
    report: (documentId) => reports.get(documentId) ?? null,
    groupOf: (episode) => places.get(episode)?.leader?.group ?? null,
  };
}

/** An episode among the others. */
interface Place {
  readonly episode: Episode;
  /** How much of where and when it leaves out, and what parts those that leave out as much. */
  readonly lack: number;
  readonly hash: number;
  /** Episodes that it agrees with, and how far; null where it never agreed with any. */
  near: Map<Place, number> | null;
  /** What it leads, empty where it follows; null where it never led. */
  group: { readonly episodes: Set<Episode> } | null;
  /** Itself where it leads; null until it is settled. */
  leader: Place | null;
}

const NONE: readonly Episode[] = [];

interface Change {
  readonly unsettled: Set<Place>;
  readonly groups: Set<EpisodeGroup>;
}

function createPlace(episode: Episode): Place {
  const lack = (episode.where === null ? 1 : 0) + (episode.from === null ? 1 : 0);
  const hash = hashUnits(`${episode.report.documentId} ${episode.ordinal}`) >>> 0;
  return { episode, lack, hash, near: null, group: null, leader: null };
}

function nearTo({ near }: Place): Iterable<Place> {
  return near?.keys() ?? NOWHERE;
}

const NOWHERE: readonly Place[] = [];

/** Settles places in the order of their ranks, until none is left whose neighbours changed. */
function settle(change: Change): void {
  const { unsettled } = change;
  while (unsettled.size > 0) {
    let place: Place | null = null;
    for (const each of unsettled) if (place === null || compareRanks(each, place) < 0) place = each;
    if (place === null) return;
    unsettled.delete(place);
    const led = place.leader === place;
    const leads = ![...nearTo(place)].some((other) => other.leader === other && compareRanks(other, place) < 0);
    const leader = leads ? place : bestLeader(place);
    if (leader !== place.leader) {
      leave(place, change);
      place.leader = leader;
      if (leader !== null) groupOf(leader).episodes.add(place.episode);
    }
    if (leader !== null) change.groups.add(groupOf(leader));
    if (led !== leads) for (const other of nearTo(place)) unsettled.add(other);
  }
}

function groupOf(leader: Place): { readonly episodes: Set<Episode> } {
  leader.group ??= { episodes: new Set() };
  return leader.group;
}

function bestLeader(place: Place): Place | null {
  let best: Place | null = null;
  let most = 0;
  for (const [other, score] of place.near ?? []) {
    if (other.leader !== other || score < most) continue;
    if (best === null || score > most || compareRanks(other, best) < 0) best = other;
    most = score;
  }
  return best;
}

function leave(place: Place, change: Change): void {
  if (place.leader === null) return;
  const group = groupOf(place.leader);
  group.episodes.delete(place.episode);
  change.groups.add(group);
  place.leader = null;
}

/** Those that say where and when go first; among equals an order that has nothing to do with when they came. */
function compareRanks(a: Place, b: Place): number {
  return (
    a.lack - b.lack ||
    a.hash - b.hash ||
    compareIds(a.episode.report.documentId, b.episode.report.documentId) ||
    a.episode.ordinal - b.episode.ordinal
  );
}
