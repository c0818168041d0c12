import type { Extraction, Judgement, Referent, ReferentKey } from '../domain/index.js';
import type { EntityType } from '../ontology/index.js';
import type { NameGroup, PlacedReferent } from './atoms.js';
import { countBearer } from './count-bearer.js';
import type { JudgementLog } from './judgement-log.js';
import { createEvidenceReader, createUnit, rolesOf, weakName } from './likeness/index.js';
import { createLocator, NO_PLACES } from './locate-place.js';
import { groupingName, type NameKnowledge } from './merging-name.js';
import { createNationalBodies } from './national-body.js';
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

/** Of these, names that are not enough by themselves are compared with those that are. */
const COMPARED: ReadonlySet<EntityType> = new Set(['PERSON', 'ORGANIZATION']);

/** Adds the referents of a document that has none yet. */
export function addReferents(
  extraction: Extraction,
  keys: ReadonlyMap<string, ReferentKey>,
  { placement, log, knowledge, change }: ChangeContext,
): void {
  const mentionCounts = new Map<string, number>();
  for (const { referent } of extraction.mentions) mentionCounts.set(referent, (mentionCounts.get(referent) ?? 0) + 1);
  const seen = new Set<string>();
  const evidenceOf = createEvidenceReader(extraction, knowledge);
  const nationalBodyOf = createNationalBodies(extraction, knowledge.places);
  const locator = knowledge.places === undefined ? NO_PLACES : createLocator(extraction, knowledge.places);
  for (const referent of extraction.referents) {
    const key = keys.get(referent.id);
    if (key === undefined || seen.has(referent.id)) continue;
    seen.add(referent.id);
    const national = nationalBodyOf(referent);
    const own = national ?? groupingName(referent, key, knowledge);
    const apart = referent.type === 'PLACE' ? locator.countryApart(referent) : null;
    const name = own === null || apart === null ? own : `${own} in ${apart.toLowerCase()}`;
    const weak = name === null ? weakName(referent, key) : null;
    // Of a country, one is no spelling of another, and who speaks of it is no company.
    const compared = national === null && COMPARED.has(referent.type) && (name ?? weak) !== null;
    const id = name === null ? key : `${referent.type}/${name}`;
    const there = name === null || !compared ? undefined : placement.units.get(id);
    const group = groupOf(placement, there?.group ?? id, name);
    const placed: PlacedReferent = {
      key,
      documentId: extraction.id,
      referent: compact(referent),
      mentionCount: mentionCounts.get(referent.id) ?? 0,
      location: locator.locate(referent),
      atom: group.rest,
      next: null,
      previous: null,
      unit: null,
      evidence: compared ? evidenceOf(referent) : [],
      roles: compared ? rolesOf(referent).length : 0,
    };
    if (compared) {
      const unit = { referent, name: name ?? weak ?? '', weak: name === null ? placed : null };
      placed.unit = there ?? createUnit(id, unit, knowledge);
      placement.units.set(id, placed.unit);
    }
    placement.referents.set(key, placed);
    placeAsJudged(placed, group, { placement, log, change });
    if (placed.unit !== null) placement.likenesses.enter(placed.unit, placed);
    if (referent.type === 'PERSON' && name !== null) countBearer(placed, { id, name }, { placement, change, by: 1 });
  }
}

/** The referent with one list for all that are empty: most are, and a graph holds millions. */
function compact({ id, type, name, named, aliases, acronyms, roles, sector, standsFor }: Referent): Referent {
  return {
    id,
    type,
    name,
    named,
    aliases: unlessEmpty(aliases),
    acronyms: unlessEmpty(acronyms),
    roles: unlessEmpty(roles),
    sector,
    standsFor,
  };
}

function unlessEmpty<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? NONE : list;
}

const NONE: readonly never[] = Object.freeze([]);

/** Puts a referent into the rest of a group, or into an atom of its own where people judged it. */
export function placeAsJudged(
  referent: PlacedReferent,
  group: NameGroup,
  { placement, log, change }: Omit<ChangeContext, 'knowledge'>,
): void {
  if (log.decidingOn(referent.key).size === 0) {
    place(placement, change, referent, group.rest);
    return;
  }
  place(placement, change, referent, addJudgedAtom(group, referent.key));
  change.reweighed.add(group);
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
  const { unit } = referent;
  const { group } = referent.atom;
  placement.referents.delete(key);
  displace(placement, change, referent);
  if (unit !== null) {
    placement.likenesses.leave(unit, referent);
    if (unit.size === 0) placement.units.delete(unit.id);
    if (unit.form !== null && unit.alone === null) {
      const name = { id: `PERSON/${unit.name}`, name: unit.name };
      countBearer(referent, name, { placement, change, by: -1 });
    }
  }
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
