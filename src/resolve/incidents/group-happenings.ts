import type { ClaimTime, ReferentKey } from '../../domain/index.js';
import { agreement, isJoined } from './compare-happenings.js';
import { dayOf, type Episode, type Happening, MOST_COMPARED, type Report } from './happening.js';

/** What a document says, in the order of the record. */
export interface ReportedHappenings {
  readonly happenings: readonly Happening[];
  /** The time of the claim of that ordinal. */
  readonly timeOf: (ordinal: number) => ClaimTime | null;
  /** Named places that are no countries or regions: what happens in two of them is two things. */
  readonly spots: ReadonlySet<ReferentKey>;
  /** Those of them that are cities. */
  readonly cities: ReadonlySet<ReferentKey>;
}

/** Bounds the comparisons of one claim, so that a document costs the number of its claims. */
const MOST_EPISODES = 16;
const MOST_MEMBERS = 8;
/** "In 2011" says too little of when. */
const LONGEST_TIME_IN_DAYS = 7;

/**
 * Puts the happenings of a document into episodes: each joins the one of its kind that it agrees with most, among equals
 * the latest, else begins one of its own. A denial presupposes what it denies: it need not repeat who and when.
 */
export function groupHappenings(report: Omit<Report, 'episodes' | 'byKind'>, reported: ReportedHappenings): Report {
  const drafts: Draft[] = [];
  const byKind = new Map<string, Draft[]>();
  const byOrdinal = new Map<number, Draft>();
  // What answers another claim comes after all others: that claim may stand behind it.
  for (const happening of answersLast(reported.happenings)) {
    const when = whenOf(reported.timeOf(happening.ordinal));
    const { place } = happening.claim;
    const where = place !== null && reported.spots.has(place) ? place : null;
    const ofKind = byKind.get(happening.kind) ?? [];
    byKind.set(happening.kind, ofKind);
    let draft = happening.answers === null ? undefined : byOrdinal.get(happening.answers);
    draft ??= bestOf(ofKind, { happening, when, where });
    if (draft === undefined) {
      draft = { kind: happening.kind, happenings: [], places: [], where: null, when: null };
      drafts.push(draft);
      ofKind.push(draft);
    }
    draft.happenings.push(happening);
    byOrdinal.set(happening.ordinal, draft);
    draft.where ??= where;
    draft.when ??= when;
    if (place !== null && !draft.places.includes(place)) draft.places.push(place);
  }
  const { documentId, source, day, cast, fingerprint } = report;
  const whole: { -readonly [Field in keyof Report]: Report[Field] } = {
    documentId,
    source,
    day,
    episodes: [],
    byKind: NO_KINDS,
    cast,
    fingerprint,
  };
  whole.episodes = drafts.map(
    ({ kind, happenings, places, where, when }, ordinal): Episode => ({
      report: whole,
      ordinal,
      kind,
      happenings: happenings.sort((a, b) => a.ordinal - b.ordinal).slice(),
      victims: victimsOf(happenings),
      places: places.length === 0 ? NO_PLACES : places.slice(),
      where,
      city: where !== null && reported.cities.has(where) ? where : null,
      from: when?.from ?? null,
      to: when?.to ?? null,
    }),
  );
  const episodes = new Map<string, Episode[]>();
  for (const episode of whole.episodes) {
    const ofKind = episodes.get(episode.kind);
    if (ofKind === undefined) episodes.set(episode.kind, [episode]);
    else ofKind.push(episode);
  }
  whole.byKind = episodes;
  return whole;
}

const NO_KINDS: Report['byKind'] = new Map();
const NO_PLACES: readonly ReferentKey[] = Object.freeze([]);

interface Days {
  readonly from: number;
  readonly to: number;
}

interface Draft {
  readonly kind: string;
  readonly happenings: Happening[];
  readonly places: ReferentKey[];
  /** The first place of the spots. */
  where: ReferentKey | null;
  when: Days | null;
}

interface Placed {
  readonly happening: Happening;
  readonly when: Days | null;
  readonly where: ReferentKey | null;
}

function answersLast(happenings: readonly Happening[]): readonly Happening[] {
  const answers = happenings.filter((happening) => happening.answers !== null);
  return [...happenings.filter((happening) => happening.answers === null), ...answers];
}

function bestOf(drafts: readonly Draft[], placed: Placed): Draft | undefined {
  const { happening } = placed;
  const needed = isJoined(happening.kind) || happening.denies ? 0 : 1;
  let best: Draft | undefined;
  let most = needed;
  for (const draft of drafts.slice(-MOST_EPISODES)) {
    const score = scoreOf(draft, placed);
    if (score === null || score < most) continue;
    best = draft;
    most = score;
  }
  return best;
}

/** Null where they cannot be one. */
function scoreOf(draft: Draft, { happening, when, where }: Placed): number | null {
  if (when !== null && draft.when !== null && (when.from > draft.when.to || draft.when.from > when.to)) return null;
  if (where !== null && draft.where !== null && where !== draft.where) return null;
  let most: number | null = null;
  for (const member of draft.happenings.slice(0, MOST_MEMBERS)) {
    // Within one document a referent is one thing, whatever it is elsewhere.
    const score = agreement(happening, member, () => null);
    if (score === null) return null;
    most = Math.max(most ?? 0, score);
  }
  return most;
}

function victimsOf(happenings: readonly Happening[]): readonly ReferentKey[] {
  const named = happenings.slice(0, MOST_COMPARED).flatMap(({ patients }) => patients.filter((party) => party.named));
  return [...new Set(named.flatMap(({ key }) => key ?? []))];
}

function whenOf(time: ClaimTime | null): Days | null {
  const [from, to] = [dayOf(time?.from ?? null), dayOf(time?.to ?? null)];
  return from === null || to === null || to - from > LONGEST_TIME_IN_DAYS ? null : { from, to };
}
