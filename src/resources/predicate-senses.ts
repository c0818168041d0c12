import { PARTICIPANT_ROLES } from '../domain/index.js';
import { ENTITY_TYPES, type EntityType, type RelationType } from '../ontology/index.js';
import { oneOf, oneOfOr, relationCell } from './lexicon-cells.js';
import { cell, type LexiconRow, readWords } from './read-lexicon.js';

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
  /** "loyal to", "hostile to": after a copula, or behind a noun. */
  readonly adjectiveSenses: ReadonlyMap<string, readonly PredicateSense[]>;
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
const PARTS = ['VERB', 'ADJECTIVE', 'NOUN', 'LIGHT'] as const;
type Part = (typeof PARTS)[number];
const FRAMES: Readonly<Record<Part, readonly string[]>> = {
  VERB: VERB_FRAMES,
  ADJECTIVE: VERB_FRAMES,
  NOUN: NOUN_FRAMES,
  LIGHT: LIGHT_FRAMES,
};
/** In place of a predicate: the line gives the roles of all lines of its part and relation. */
const ANY = '*';
const OBJECT_CONDITIONS: readonly ObjectCondition[] = [...ENTITY_TYPES.map(({ id }) => id), 'NONE', 'THING'];

/** Reads the rows of `predicates.tsv`. @throws ClaimgraphError RESOURCE_INVALID for what the closed sets above lack. */
export function readPredicates(rows: readonly LexiconRow[]): PredicateSenses {
  const shared = sharedRoles(rows);
  const ofPart = {
    VERB: new Map<string, PredicateSense[]>(),
    ADJECTIVE: new Map<string, PredicateSense[]>(),
    NOUN: new Map<string, PredicateSense<NounFrame>[]>(),
    LIGHT: new Map<string, PredicateSense<LightFrame>[]>(),
  };
  for (const [predicate, { part, sense }] of readWords(rows, (row) => readSense(row, shared))) {
    if (predicate === ANY) continue;
    const senses = ofPart[part] as Map<string, PredicateSense<string>[]>;
    const found = senses.get(predicate);
    if (found === undefined) senses.set(predicate, [sense]);
    else found.push(sense);
  }
  return {
    verbSenses: ofPart.VERB,
    adjectiveSenses: ofPart.ADJECTIVE,
    nounSenses: ofPart.NOUN,
    lightSenses: ofPart.LIGHT,
  };
}

function readSense(
  row: LexiconRow,
  shared: ReadonlyMap<string, string>,
): { readonly part: Part; readonly sense: PredicateSense<string> } {
  const part = oneOf(PARTS, cell(row, 'part'));
  const relation = relationCell(row) ?? 'OTHER';
  const frame = oneOfOr(FRAMES[part], cell(row, 'frame'), 'TRANSITIVE');
  const conditions = cell(row, 'objects');
  const objects = conditions === '' ? null : conditions.split(' ').map((one) => oneOf(OBJECT_CONDITIONS, one));
  // A line's own roles hold before those of its relation, and these before those of its frame.
  const ofFrame = part === 'NOUN' ? FRAME_ROLES[frame as NounFrame] : '';
  const ofRelation = shared.get(`${part} ${relation}`) ?? '';
  return {
    part,
    sense: { relation, frame, roles: parseRoles(`${ofFrame} ${ofRelation} ${cell(row, 'roles')}`), objects },
  };
}

/** The roles that all lines of a part and relation have, by both: "VERB KILL". */
function sharedRoles(rows: readonly LexiconRow[]): ReadonlyMap<string, string> {
  const general = rows.filter((row) => row.word === ANY);
  return new Map(general.map((row) => [`${cell(row, 'part')} ${cell(row, 'relation')}`, cell(row, 'roles')]));
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
