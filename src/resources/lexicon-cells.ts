import { ClaimgraphError } from '../base/index.js';
import {
  ENTITY_TYPES,
  type EntityType,
  RELATION_TYPES,
  type RelationType,
  SECTORS,
  type Sector,
} from '../ontology/index.js';
import { cell, type LexiconRow } from './read-lexicon.js';

// What the cells below give is the string of the table, not the one that was cut out of a file: rules compare them all the
// time, and a string is soonest found equal to itself.

/** The cell `relation`; null where it is empty. @throws ClaimgraphError RESOURCE_INVALID for an unknown id, as all below. */
export function relationCell(row: LexiconRow, column = 'relation'): RelationType | null {
  const id = cell(row, column);
  return id === '' ? null : known(RELATIONS, id, column);
}

/** The cell `type`. */
export function entityTypeCell(row: LexiconRow): EntityType {
  return known(TYPES, cell(row, 'type'), 'type');
}

/** The cell `sector`; null where it is empty. */
export function sectorCell(row: LexiconRow): Sector | null {
  const id = cell(row, 'sector');
  return id === '' ? null : known(SECTOR_IDS, id, 'sector');
}

/** A value that must be one of a closed set. */
export function oneOf<T extends string>(values: readonly T[], value: string): T {
  return values.find((one) => one === value) ?? unknown('value', value);
}

/** As `oneOf`, with a value for empty cells. */
export function oneOfOr<T extends string>(values: readonly T[], value: string, fallback: T): T {
  return value === '' ? fallback : oneOf(values, value);
}

const idsOf = <Id extends string>(rows: readonly { readonly id: Id }[]): ReadonlyMap<string, Id> =>
  new Map(rows.map(({ id }) => [id, id]));
const RELATIONS = idsOf(RELATION_TYPES);
const TYPES = idsOf(ENTITY_TYPES);
const SECTOR_IDS = idsOf(SECTORS);

function known<Id extends string>(ids: ReadonlyMap<string, Id>, id: string, column: string): Id {
  return ids.get(id) ?? unknown(column, id);
}

function unknown(column: string, value: string): never {
  throw new ClaimgraphError('RESOURCE_INVALID', `A lexicon has an unknown ${column}: "${value}".`, { column, value });
}
