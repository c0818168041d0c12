import { ClaimgraphError } from '../base/index.js';
import {
  type EntityType,
  isEntityType,
  isRelationType,
  isSector,
  type RelationType,
  type Sector,
} from '../ontology/index.js';
import { cell, type LexiconRow } from './read-lexicon.js';

/** The cell `relation`; null where it is empty. @throws ClaimgraphError RESOURCE_INVALID for an unknown id, as all below. */
export function relationCell(row: LexiconRow, column = 'relation'): RelationType | null {
  const id = cell(row, column);
  if (id === '') return null;
  if (!isRelationType(id)) throw invalid(column, id);
  return id;
}

/** The cell `type`. */
export function entityTypeCell(row: LexiconRow): EntityType {
  const id = cell(row, 'type');
  if (!isEntityType(id)) throw invalid('type', id);
  return id;
}

/** The cell `sector`; null where it is empty. */
export function sectorCell(row: LexiconRow): Sector | null {
  const id = cell(row, 'sector');
  if (id === '') return null;
  if (!isSector(id)) throw invalid('sector', id);
  return id;
}

/** A value that must be one of a closed set. */
export function oneOf<T extends string>(values: readonly T[], value: string): T {
  if (!(values as readonly string[]).includes(value)) throw invalid('value', value);
  return value as T;
}

/** As `oneOf`, with a value for empty cells. */
export function oneOfOr<T extends string>(values: readonly T[], value: string, fallback: T): T {
  return value === '' ? fallback : oneOf(values, value);
}

function invalid(column: string, value: string): ClaimgraphError {
  return new ClaimgraphError('RESOURCE_INVALID', `A lexicon has an unknown ${column}: "${value}".`, { column, value });
}
