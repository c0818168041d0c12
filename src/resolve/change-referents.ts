import type { Extraction, Judgement, ReferentKey } from '../domain/index.js';
import type { NameGroup, PlacedReferent } from './atoms.js';
import type { JudgementLog } from './judgement-log.js';
import { groupingName, type NameKnowledge } from './merging-name.js';
import {
  addJudgedAtom,
  type ChangeUnderWay,
  displace,
  dropIfEmpty,
  groupOf,
  type Placement,
  place,
} from './place-referents.js';

/** What a change is made to, and what it has done so far. */
export interface ChangeContext {
  readonly placement: Placement;
  readonly log: JudgementLog;
  readonly knowledge: NameKnowledge;
  readonly change: ChangeUnderWay;
}

/** Adds the referents of a document that has none yet. */
export function addReferents(
  extraction: Extraction,
  keys: ReadonlyMap<string, ReferentKey>,
  { placement, log, knowledge, change }: ChangeContext,
): void {
  const mentionCounts = new Map<string, number>();
  for (const { referent } of extraction.mentions) mentionCounts.set(referent, (mentionCounts.get(referent) ?? 0) + 1);
  const seen = new Set<string>();
  for (const referent of extraction.referents) {
    const key = keys.get(referent.id);
    if (key === undefined || seen.has(referent.id)) continue;
    seen.add(referent.id);
    const name = groupingName(referent, key, knowledge);
    const group = groupOf(placement, name === null ? key : `${referent.type}/${name}`, name);
    const mentionCount = mentionCounts.get(referent.id) ?? 0;
    const placed: PlacedReferent = { key, documentId: extraction.id, referent, mentionCount, atom: group.rest };
    placement.referents.set(key, placed);
    if (log.decidingOn(key).size === 0) {
      place(placement, change, placed, group.rest);
      continue;
    }
    place(placement, change, placed, addJudgedAtom(group, key));
    change.reweighed.add(group);
  }
}

/** Removes a referent that is there. */
export function removeReferent(key: ReferentKey, { placement, log, change }: ChangeContext): void {
  const referent = placement.referents.get(key);
  if (referent === undefined) return;
  for (const { judgement } of log.decidingOn(key)) {
    for (const end of [judgement.left, judgement.right]) {
      const group = placement.referents.get(end)?.atom.group;
      if (group !== undefined) change.reweighed.add(group);
    }
  }
  const { group } = referent.atom;
  placement.referents.delete(key);
  displace(placement, change, referent);
  dropIfEmpty(placement, group);
}

/** Appends a judgement to the log, and parts the referents that it decides about from the rest of their groups. */
export function takeJudgement(judgement: Judgement, context: ChangeContext): void {
  const { placement, log, change } = context;
  for (const entry of log.append(judgement)) {
    for (const key of [entry.judgement.left, entry.judgement.right]) {
      const referent = placement.referents.get(key);
      if (referent === undefined) continue;
      change.reweighed.add(referent.atom.group);
      moveBetweenRestAndOwnAtom(referent, log.decidingOn(key).size > 0, context);
    }
  }
}

function moveBetweenRestAndOwnAtom(
  referent: PlacedReferent,
  judged: boolean,
  { placement, change }: ChangeContext,
): void {
  const group: NameGroup = referent.atom.group;
  if (judged === (referent.atom !== group.rest)) return;
  displace(placement, change, referent);
  place(placement, change, referent, judged ? addJudgedAtom(group, referent.key) : group.rest);
  change.moved.add(referent.key);
}
