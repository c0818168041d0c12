import type { Judgement, ReferentKey } from '../domain/index.js';

/** A person's judgement in the log. Its last two fields change as others come and entities are clustered anew. */
export interface LoggedJudgement {
  readonly judgement: Judgement;
  /** Position among people's judgements, from 0. */
  readonly ordinal: number;
  /** The judgement that it takes back; null where it takes none back. */
  readonly target: LoggedJudgement | null;
  /** Active judgements that take it back, oldest first; it is active itself where there are none. */
  readonly takenBackBy: Set<LoggedJudgement>;
  /** True where newer judgements say otherwise. Set by whoever clusters. */
  contradicted: boolean;
}

/** People's judgements in the log's order, with what takes back what. */
export interface JudgementLog {
  /**
   * Appends; the algorithm's, and one whose id is there already, are left out.
   * Gives the judgements that decide about two referents and began or ceased to be active by it.
   */
  append(judgement: Judgement): readonly LoggedJudgement[];
  /** Active judgements that decide about the referent and another one. */
  decidingOn(key: ReferentKey): ReadonlySet<LoggedJudgement>;
  /** Oldest first. */
  all(): readonly LoggedJudgement[];
}

/** An empty log. */
export function createJudgementLog(): JudgementLog {
  const logged: LoggedJudgement[] = [];
  const byId = new Map<string, LoggedJudgement>();
  const deciding = new Map<ReferentKey, Set<LoggedJudgement>>();

  const setActive = (entry: LoggedJudgement, active: boolean): void => {
    for (const key of [entry.judgement.left, entry.judgement.right]) {
      const there = deciding.get(key);
      if (active) {
        if (there === undefined) deciding.set(key, new Set([entry]));
        else there.add(entry);
      } else if (there?.delete(entry) && there.size === 0) deciding.delete(key);
    }
  };

  return {
    append: (judgement) => {
      if (judgement.by !== 'PERSON' || byId.has(judgement.id)) return [];
      const target = judgement.undoes === null ? null : (byId.get(judgement.undoes) ?? null);
      const entry = { judgement, ordinal: logged.length, target, takenBackBy: new Set<never>(), contradicted: false };
      logged.push(entry);
      byId.set(judgement.id, entry);
      const changed = [entry, ...takeBack(entry)].filter(decides);
      for (const other of changed) setActive(other, isActive(other));
      return changed;
    },
    decidingOn: (key) => deciding.get(key) ?? NONE,
    all: () => logged,
  };
}

/** True where no active judgement takes it back. */
export function isActive(entry: LoggedJudgement): boolean {
  return entry.takenBackBy.size === 0;
}

/** Why it can never decide whether two referents are one; null where it can. */
export function decidesNothing(judgement: Judgement): string | null {
  if (judgement.undoes !== null) return 'It only takes another judgement back.';
  if (judgement.verdict === 'UNSURE') return 'UNSURE leaves things as they are.';
  if (judgement.left === judgement.right) return 'Both of its keys name the same referent.';
  return null;
}

const NONE: ReadonlySet<LoggedJudgement> = new Set();

function decides(entry: LoggedJudgement): boolean {
  return decidesNothing(entry.judgement) === null;
}

/** Passes a new judgement down the chain of those that it takes back, each of which changes in turn. */
function takeBack(entry: LoggedJudgement): readonly LoggedJudgement[] {
  const changed: LoggedJudgement[] = [];
  let taker = entry;
  while (taker.target !== null) {
    const target = taker.target;
    const before = isActive(target);
    if (isActive(taker)) target.takenBackBy.add(taker);
    else target.takenBackBy.delete(taker);
    if (isActive(target) === before) break;
    changed.push(target);
    taker = target;
  }
  return changed;
}
