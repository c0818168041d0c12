import type { ConflictKind } from '../../domain/index.js';
import { type ClusterOf, FIGHTERS, type PartyRelation, relateParties } from './compare-parties.js';
import { dayOf, type Episode, type Happening, type Party, type Tally } from './happening.js';

/** A claim with who says it, and the episode that it is part of. */
export interface Voiced {
  readonly happening: Happening;
  readonly episode: Episode;
  /** The claimant, else the source: one voice does not contradict itself by telling of two things. */
  readonly voice: string;
  /** Number of the independent source. */
  readonly source: number;
}

/** Two claims of one incident, and how those who act and those who undergo it relate. */
export interface Pair {
  readonly a: Voiced;
  readonly b: Voiced;
  readonly agents: PartyRelation;
  readonly patients: PartyRelation;
}

/** Relates two claims. */
export function pairUp(a: Voiced, b: Voiced, clusterOf: ClusterOf): Pair {
  return {
    a,
    b,
    agents: relateParties(a.happening.agents, b.happening.agents, clusterOf),
    patients: relateParties(a.happening.patients, b.happening.patients, clusterOf),
  };
}

/** For each kind, whether two claims of one incident conflict in that way. Every rule is symmetric. */
export const CONFLICT_RULES: Readonly<Record<ConflictKind, (pair: Pair, clusterOf: ClusterOf) => boolean>> = {
  /** "The army shelled the market." "The army denied shelling the market." */
  POLARITY: (pair, clusterOf) => {
    const { a, b } = pair;
    if (a.happening.answers !== null || b.happening.answers !== null) return answers(a, b) || answers(b, a);
    if (
      a.happening.denies === b.happening.denies ||
      (a.happening.relation !== b.happening.relation && a.happening.kind === 'FORCE')
    )
      return false;
    const replies = repliesTo(a, b) || repliesTo(b, a);
    if (a.happening.kind === 'PAYMENT')
      return agree(pooled(a, b, clusterOf)) || (replies && a.happening.manner === b.happening.manner);
    if (!mayAgree(pair.agents, replies) || !mayAgree(pair.patients, replies)) return false;
    if (isWord(a.happening.kind) && !replies) return agree(pair.agents) && (agree(pair.patients) || bothUntold(a, b));
    return agree(pair.agents) || agree(pair.patients) || replies;
  },
  /** "A wave sank the ferry." "The captain caused the disaster." */
  CAUSE: ({ a, b, agents, patients }) =>
    isMishap(a.happening) &&
    isMishap(b.happening) &&
    bothAffirm(a, b) &&
    differ(agents) &&
    patients !== 'DIFFERENT' &&
    a.voice !== b.voice,
  /** "Soldiers killed the villagers." "Armed gangs killed the villagers." Not "gunmen" against soldiers: that is a refinement. */
  AGENT: ({ a, b, agents, patients }, clusterOf) =>
    HARM.has(a.happening.kind) &&
    a.happening.relation === b.happening.relation &&
    bothAffirm(a, b) &&
    agents === 'DIFFERENT' &&
    patients !== 'UNTOLD' &&
    !differ(patients) &&
    a.voice !== b.voice &&
    !isAmong(a.happening.agents, b.happening.patients, clusterOf) &&
    !isAmong(b.happening.agents, a.happening.patients, clusterOf),
  /** "At least 70 people drowned." "43 people drowned." Not "at least 17" against 43. */
  COUNT: ({ a, b, agents, patients }) => {
    const [one, other] = [a.happening.tally, b.happening.tally];
    if (one === null || other === null || !bothAffirm(a, b)) return false;
    if (a.happening.relation !== b.happening.relation || !COUNTED.has(a.happening.relation)) return false;
    if (a.voice === b.voice) return false;
    if (agents === 'DIFFERENT' || patients === 'DIFFERENT' || isUpdate(a, b)) return false;
    return isFewer(one, other) || isFewer(other, one);
  },
  /** "The army killed civilians." "The army killed militants." */
  VICTIM: ({ a, b, agents, patients }) =>
    a.happening.kind === 'FORCE' &&
    a.happening.relation === b.happening.relation &&
    bothAffirm(a, b) &&
    (agree(agents) || agents === 'AKIN') &&
    patients === 'DIFFERENT' &&
    a.voice !== b.voice &&
    sidesOf(a.happening.patients) !== sidesOf(b.happening.patients),
  /** "Bo Ray was killed on Monday." "Bo Ray was killed on Tuesday." */
  TIME: ({ a, b, patients }) => {
    if (!isOnce(a, b) || patients !== 'SAME' || a.voice === b.voice) return false;
    const [x, y] = [daysOf(a), daysOf(b)];
    return x !== null && y !== null && (x.to < y.from || y.to < x.from);
  },
  /** "Bo Ray was arrested in Cairo." "Bo Ray was arrested in Alexandria." */
  PLACE: ({ a, b, patients }, clusterOf) => {
    if (!isOnce(a, b) || patients !== 'SAME' || a.voice === b.voice) return false;
    const [x, y] = [placeOf(a), placeOf(b)];
    return x !== null && y !== null && clusterOf(x) !== clusterOf(y);
  },
};

const HARM: ReadonlySet<string> = new Set(['FORCE', 'ABDUCT', 'ABUSE', 'DETAIN', 'SEIZE']);
/** What is done to somebody once. */
const ONCE: ReadonlySet<string> = new Set(['KILL', 'ABDUCT', 'DETAIN']);
/** Of what is done to people accounts give the whole number; of burnt houses a witness counts those that he saw. */
const COUNTED: ReadonlySet<string> = new Set(['KILL', 'INJURE', 'ABDUCT', 'DETAIN', 'EXPEL']);

/** "The captain caused the disaster", "a wave struck the ferry"; not "the storm caused a swell". */
function isMishap({ kind, patients }: Happening): boolean {
  if (kind !== 'CAUSE') return false;
  return patients.some(({ sense, type }) => sense === 'MISHAP' || type === 'VEHICLE' || type === 'FACILITY');
}

/** True where fewer are counted than the other says; a part may be less than the whole: "15 officers" of "21 people". */
function isFewer(one: Tally, other: Tally): boolean {
  return (one.unit === null || one.unit === other.unit) && one.most < other.least;
}

function answers({ happening, episode }: Voiced, other: Voiced): boolean {
  return happening.answers === other.happening.ordinal && episode.report === other.episode.report;
}

/** A denial answers what the text says before it. */
function repliesTo({ happening, episode }: Voiced, other: Voiced): boolean {
  if (episode.report !== other.episode.report || other.happening.ordinal > happening.ordinal) return false;
  return happening.denies && happening.claim.stance === 'DENIES';
}

/** True for a kind that is a predicate: what "have" or "go" are about depends on who and what. */
function isWord(kind: string): boolean {
  return kind !== kind.toUpperCase();
}

function pooled(a: Voiced, b: Voiced, clusterOf: ClusterOf): PartyRelation {
  const all = ({ happening }: Voiced): readonly Party[] => [...happening.agents, ...happening.patients];
  return relateParties(all(a), all(b), clusterOf);
}

function agree(relation: PartyRelation): boolean {
  return relation === 'SAME' || relation === 'ALIKE';
}

function differ(relation: PartyRelation): boolean {
  return relation === 'DIFFERENT' || relation === 'APART';
}

/** Who denies need not call things as those do whom they answer. */
function mayAgree(relation: PartyRelation, replies: boolean): boolean {
  return replies ? relation !== 'DIFFERENT' : !differ(relation);
}

function bothUntold(a: Voiced, b: Voiced): boolean {
  return a.happening.patients.length === 0 && b.happening.patients.length === 0;
}

function bothAffirm(a: Voiced, b: Voiced): boolean {
  return !a.happening.denies && !b.happening.denies;
}

/** A source that counts again later has not contradicted itself. */
function isUpdate(a: Voiced, b: Voiced): boolean {
  return a.source === b.source && a.episode.report !== b.episode.report;
}

function isOnce(a: Voiced, b: Voiced): boolean {
  const { relation } = a.happening;
  return relation === b.happening.relation && ONCE.has(relation) && bothAffirm(a, b);
}

function isAmong(parties: readonly Party[], others: readonly Party[], clusterOf: ClusterOf): boolean {
  return agree(relateParties(parties, others, clusterOf));
}

function sidesOf(parties: readonly Party[]): string {
  return parties.some(({ sector }) => sector !== null && FIGHTERS.has(sector)) ? 'FIGHTERS' : 'OTHERS';
}

function daysOf({ happening }: Voiced): { readonly from: number; readonly to: number } | null {
  const [from, to] = [dayOf(happening.claim.from), dayOf(happening.claim.to)];
  return from === null || to === null || to - from > 1 ? null : { from, to };
}

function placeOf({ episode, happening }: Voiced): string | null {
  return episode.city !== null && episode.city === happening.claim.place ? episode.city : null;
}
