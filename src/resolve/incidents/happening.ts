import type { IndexedClaim, ReferentKey } from '../../domain/index.js';
import type { EntityType, RelationType, Sector } from '../../ontology/index.js';

/** A subject or object as far as claims about one happening compare it. */
export interface Party {
  /** Null for words that are no entity ("bribes", "a wave"). */
  readonly key: ReferentKey | null;
  readonly type: EntityType | null;
  readonly named: boolean;
  /** Normalised: the head of a description ("soldiers"), the whole of a name. */
  readonly head: string;
  readonly sector: Sector | null;
  /** True for "gunmen", "someone": it says no more than that somebody did it. */
  readonly unknown: boolean;
  /** Heads of the roles and descriptions of a person: "his former secretary" is `secretary`. */
  readonly titles: readonly string[];
  /** Stands in for the head where several words mean the same ("bribes", "cash": MONEY); else the head. */
  readonly sense: string;
}

/** How many were killed, hurt, held. Open ends are 0 and Infinity. */
export interface Tally {
  readonly least: number;
  readonly most: number;
  /** The head of what is counted; null where anyone counts ("17 people", "at least 17"). */
  readonly unit: string | null;
}

/** A claim about something that happens, read for comparison. */
export interface Happening {
  readonly claim: IndexedClaim;
  /** Its place in the record, from 0. */
  readonly ordinal: number;
  /** Only claims of one kind are compared. */
  readonly kind: string;
  /** The claim's own, or what its words say: KILL for "the death toll rose to 43". */
  readonly relation: RelationType;
  readonly agents: readonly Party[];
  readonly patients: readonly Party[];
  readonly tally: Tally | null;
  /** Of payments, on which side the predicate stands; null for all others. */
  readonly manner: 'GIVE' | 'TAKE' | null;
  /** True where it says that something did not happen, or its claimant denies that it did. */
  readonly denies: boolean;
  /** The claim of the document that it denies as a whole ("rejected that as a rumor"), by ordinal; null for most. */
  readonly answers: number | null;
}

/** Claims of one document about one happening. */
export interface Episode {
  readonly report: Report;
  /** Its place in the document, from 0. */
  readonly ordinal: number;
  readonly kind: string;
  /** In the order of the record; at least one. */
  readonly happenings: readonly Happening[];
  /** The named ones that it befell, without repeats; of the first MOST_COMPARED happenings. */
  readonly victims: readonly ReferentKey[];
  /** In order of the record, without repeats. */
  readonly places: readonly ReferentKey[];
  /** The first of them that is named and no country or region; null where none is. */
  readonly where: ReferentKey | null;
  /** The same where it is a city that the gazetteer knows: two of those are two places; null for all others. */
  readonly city: ReferentKey | null;
  /** Days since 1970 of the claims' own times, where they are precise; null where none is. */
  readonly from: number | null;
  readonly to: number | null;
}

/** A document as far as incidents need it. */
export interface Report {
  readonly documentId: string;
  readonly source: string | null;
  /** Days since 1970 of publication, or of the time anchor; null where unknown. */
  readonly day: number | null;
  readonly episodes: readonly Episode[];
  readonly byKind: ReadonlyMap<string, readonly Episode[]>;
  /** Keys of the named referents that are spoken of most, at most LONGEST_CAST of them. */
  readonly cast: readonly ReferentKey[];
  /** Of the sentences that make claims, ascending: copies of one text share most of them. */
  readonly fingerprint: Uint32Array;
}

/** So many happenings of an episode are compared with those of another, from the first. */
export const MOST_COMPARED = 6;

/** How many named referents stand for what a document is about. */
export const LONGEST_CAST = 16;

/** Days since 1970 of a day or instant; null for null. */
export function dayOf(date: string | null): number | null {
  if (date === null) return null;
  const time = Date.parse(`${date.slice(0, 'YYYY-MM-DD'.length)}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / 86_400_000;
}
