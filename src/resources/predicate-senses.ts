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
/** In place of a predicate: the line gives the roles of all lines of its part and relation. */
const ANY = '*';
const OBJECT_CONDITIONS: readonly ObjectCondition[] = [...ENTITY_TYPES.map(({ id }) => id), 'NONE', 'THING'];

/** Reads the rows of `predicates.tsv`. @throws ClaimgraphError RESOURCE_INVALID for what the closed sets above lack. */
export function readPredicates(rows: readonly LexiconRow[]): PredicateSenses {
  const shared = sharedRoles(rows);
  const ofPart = new Map<string, LexiconRow[]>(PARTS.map((part) => [part, []]));
  for (const row of rows) if (row.cells[0] !== ANY) ofPart.get(oneOf(PARTS, cell(row, 'part')))?.push(row);
  const read = <Frame extends string>(part: (typeof PARTS)[number], frames: readonly Frame[]) =>
    readPart(ofPart.get(part) as readonly LexiconRow[], frames, { part, shared });
  return {
    verbSenses: read('VERB', VERB_FRAMES),
    adjectiveSenses: read('ADJECTIVE', VERB_FRAMES),
    nounSenses: read('NOUN', NOUN_FRAMES),
    lightSenses: read('LIGHT', LIGHT_FRAMES),
  };
}

interface Part {
  readonly part: (typeof PARTS)[number];
  readonly shared: ReadonlyMap<string, string>;
}

/** The senses of one part. Lines that say the same about their arguments share one sense: most do. */
function readPart<Frame extends string>(
  rows: readonly LexiconRow[],
  frames: readonly Frame[],
  { part, shared }: Part,
): ReadonlyMap<string, readonly PredicateSense<Frame>[]> {
  const senses = new Map<string, PredicateSense<Frame>[]>();
  const made = new Map<string, PredicateSense<Frame>>();
  for (const row of rows) {
    const [predicate = '', , relation, frame, roles, objects] = row.cells;
    const key = `${relation}\t${frame}\t${roles}\t${objects}`;
    let sense = made.get(key);
    if (sense === undefined) {
      sense = readSense(row, frames, { part, shared });
      made.set(key, sense);
    }
    const found = senses.get(predicate);
    if (found === undefined) senses.set(predicate, [sense]);
    else found.push(sense);
  }
  return senses;
}

function readSense<Frame extends string>(
  row: LexiconRow,
  frames: readonly Frame[],
  { part, shared }: Part,
): PredicateSense<Frame> {
  const relation = relationCell(row) ?? 'OTHER';
  const frame = oneOfOr(frames, cell(row, 'frame'), frames[0] as Frame);
  const conditions = cell(row, 'objects');
  const objects = conditions === '' ? null : conditions.split(' ').map((one) => oneOf(OBJECT_CONDITIONS, one));
  // A line's own roles hold before those of its relation, and these before those of its frame.
  const ofFrame = part === 'NOUN' ? FRAME_ROLES[frame as NounFrame] : '';
  const ofRelation = shared.get(`${part} ${relation}`) ?? '';
  return { relation, frame, roles: parseRoles(`${ofFrame} ${ofRelation} ${cell(row, 'roles')}`), objects };
}

function sharedRoles(rows: readonly LexiconRow[]): ReadonlyMap<string, string> {
  const general = rows.filter((row) => row.cells[0] === ANY);
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
