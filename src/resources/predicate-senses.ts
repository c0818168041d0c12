import { PARTICIPANT_ROLES } from '../domain/index.js';
import { ENTITY_TYPES, type EntityType, type RelationType } from '../ontology/index.js';
import { oneOf, oneOfOr, relationCell } from './lexicon-cells.js';
import { cell, type LexiconRow } from './read-lexicon.js';

/** How the arguments of a verb map to syntax; `data/lexicons/predicates.tsv` says each with an example. */
export const VERB_FRAMES = [
  'TRANSITIVE',
  'UNDERGONE',
  'ALTERNATING',
  'MUTUAL',
  'SHIFTING',
  'GIVING',
  'REVERSED',
  'RECEIVING',
] as const;
/** How the arguments of an event noun do. */
export const NOUN_FRAMES = ['TRANSITIVE', 'INTRANSITIVE', 'UNDERGONE', 'MUTUAL'] as const;
/** Whether the subject of a light verb does what the noun says, or undergoes it ("suffered an attack"). */
export const LIGHT_FRAMES = ['TRANSITIVE', 'UNDERGONE'] as const;
/** What a phrase with a preposition is to the claim. BETWEEN: both sides at once ("talks between A and B"). */
export const ARGUMENT_ROLES = ['SUBJECT', 'OBJECT', 'BETWEEN', 'PLACE', ...PARTICIPANT_ROLES] as const;

export type VerbFrame = (typeof VERB_FRAMES)[number];
export type NounFrame = (typeof NOUN_FRAMES)[number];
export type LightFrame = (typeof LIGHT_FRAMES)[number];
export type ArgumentRole = (typeof ARGUMENT_ROLES)[number];
/** A condition on the object: a type, NONE where there is no object, THING where it is of no type. */
export type ObjectCondition = EntityType | 'NONE' | 'THING';

/** One reading of a verb or an event noun. */
export interface PredicateSense<Frame extends string = VerbFrame> {
  readonly relation: RelationType;
  readonly frame: Frame;
  /** By preposition; of nouns also by `'s` (a possessive) and `+` (a noun before it: "troop withdrawal"). */
  readonly roles: ReadonlyMap<string, ArgumentRole>;
  /** What the object must be for this reading; null: as the relation's object types say. */
  readonly objects: readonly ObjectCondition[] | null;
}

/** The readings of all predicates, by dictionary form, in the order of the file; none is empty. */
export interface PredicateSenses {
  readonly verbSenses: ReadonlyMap<string, readonly PredicateSense[]>;
  readonly nounSenses: ReadonlyMap<string, readonly PredicateSense<NounFrame>[]>;
  /** `relation` is OTHER for verbs that lend themselves to any event noun, else that of the nouns they lend themselves to. */
  readonly lightSenses: ReadonlyMap<string, readonly PredicateSense<LightFrame>[]>;
}

/** What stands around an event noun by its frame; the row's own prepositions go before these. */
const FRAME_ROLES: Readonly<Record<NounFrame, string>> = {
  TRANSITIVE: "'s:SUBJECT by:SUBJECT of:OBJECT",
  INTRANSITIVE: "'s:SUBJECT by:SUBJECT of:SUBJECT",
  UNDERGONE: "'s:OBJECT of:OBJECT by:SUBJECT +:OBJECT",
  MUTUAL: "'s:SUBJECT of:SUBJECT between:BETWEEN among:BETWEEN with:OBJECT",
};
/** In place of a predicate: the line gives the roles of all lines of its part and relation. */
const ANY = '*';
const OBJECT_CONDITIONS: readonly ObjectCondition[] = [...ENTITY_TYPES.map(({ id }) => id), 'NONE', 'THING'];

/** Reads the rows of `predicates.tsv`. @throws ClaimgraphError RESOURCE_INVALID for what the closed sets above lack. */
export function readPredicates(rows: readonly LexiconRow[]): PredicateSenses {
  const readRoles = rolesReader(rows.filter((row) => cell(row, 'predicate') === ANY));
  const verbSenses = new Map<string, PredicateSense[]>();
  const nounSenses = new Map<string, PredicateSense<NounFrame>[]>();
  const lightSenses = new Map<string, PredicateSense<LightFrame>[]>();
  for (const row of rows) {
    if (cell(row, 'predicate') === ANY) continue;
    const part = oneOf(['VERB', 'NOUN', 'LIGHT'], cell(row, 'part'));
    const id = cell(row, 'frame');
    if (part === 'VERB') add(verbSenses, row, sense(row, oneOfOr(VERB_FRAMES, id, 'TRANSITIVE'), readRoles));
    if (part === 'NOUN') add(nounSenses, row, sense(row, oneOfOr(NOUN_FRAMES, id, 'TRANSITIVE'), readRoles));
    if (part === 'LIGHT') add(lightSenses, row, sense(row, oneOfOr(LIGHT_FRAMES, id, 'TRANSITIVE'), readRoles));
  }
  return { verbSenses, nounSenses, lightSenses };
}

type ReadRoles = (row: LexiconRow, frame: string) => ReadonlyMap<string, ArgumentRole>;

function sense<Frame extends string>(row: LexiconRow, frame: Frame, readRoles: ReadRoles): PredicateSense<Frame> {
  const relation = relationCell(row) ?? 'OTHER';
  const conditions = cell(row, 'objects');
  const objects = conditions === '' ? null : conditions.split(' ').map((one) => oneOf(OBJECT_CONDITIONS, one));
  return { relation, frame, roles: readRoles(row, frame), objects };
}

function add<Sense>(senses: Map<string, Sense[]>, row: LexiconRow, one: Sense): void {
  const predicate = cell(row, 'predicate');
  const found = senses.get(predicate);
  if (found === undefined) senses.set(predicate, [one]);
  else found.push(one);
}

/** A line's own roles, then those of its relation, then those of its frame. Lines that say the same share one map. */
function rolesReader(general: readonly LexiconRow[]): ReadRoles {
  const ofRelation = new Map(
    general.map((row) => [`${cell(row, 'part')} ${cell(row, 'relation')}`, cell(row, 'roles')]),
  );
  const made = new Map<string, ReadonlyMap<string, ArgumentRole>>();
  return (row, frame) => {
    const part = cell(row, 'part');
    const own = cell(row, 'roles');
    const shared = ofRelation.get(`${part} ${cell(row, 'relation')}`) ?? '';
    const ofFrame = part === 'NOUN' ? FRAME_ROLES[frame as NounFrame] : '';
    const key = `${own}\t${shared}\t${ofFrame}`;
    let roles = made.get(key);
    if (roles === undefined) {
      roles = parseRoles(`${ofFrame} ${shared} ${own}`);
      made.set(key, roles);
    }
    return roles;
  };
}

/** Of two roles for one preposition the later holds. */
function parseRoles(text: string): ReadonlyMap<string, ArgumentRole> {
  const pairs = text.split(' ').filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const colon = pair.lastIndexOf(':');
      return [pair.slice(0, colon), oneOf(ARGUMENT_ROLES, pair.slice(colon + 1))];
    }),
  );
}
