import { ClaimgraphError } from '../base/index.js';
import {
  type DayRange,
  FILTER_KINDS,
  FILTER_LIMITS,
  type Filter,
  type FilterField,
  type FilterOperator,
  type FilterValue,
} from './filter-grammar.js';
import { didYouMean, show } from './read-arguments.js';

/**
 * Reads a filter from JSON that came from outside. Null and undefined ask for everything.
 * @throws ClaimgraphError FILTER_INVALID that names the wrong key, operator or value, and what is allowed.
 */
export function parseFilter(where: unknown, fields: readonly FilterField[]): Filter {
  if (where === null || where === undefined) return { kind: 'ALL', parts: [] };
  const reading: Reading = { fields: new Map(fields.map((field) => [field.id, field])), conditions: 0, values: 0 };
  return readWhere(reading, where, { path: 'where', depth: 1 });
}

/** What has been read so far. */
interface Reading {
  readonly fields: ReadonlyMap<string, FilterField>;
  conditions: number;
  values: number;
}

/** Where in the JSON the reader stands. */
interface Place {
  readonly path: string;
  readonly depth: number;
}

function readWhere(reading: Reading, where: unknown, place: Place): Filter {
  if (place.depth > FILTER_LIMITS.depth) {
    throw invalid(place.path, `Expected at most ${FILTER_LIMITS.depth} levels of AND, OR and NOT.`);
  }
  countCondition(reading, place.path);
  const parts = entriesOf(where, place.path, 'an object of fields, AND, OR and NOT').map(([key, value]): Filter => {
    const inner = { path: `${place.path}.${nameOf(key)}`, depth: place.depth + 1 };
    if (key === 'AND') return { kind: 'ALL', parts: readList(reading, value, inner) };
    if (key === 'OR') return { kind: 'ANY', parts: readList(reading, value, inner) };
    if (key === 'NOT') return { kind: 'NOT', part: readWhere(reading, value, inner) };
    const field = reading.fields.get(key);
    if (field !== undefined) return readConditions(reading, value, { field, path: inner.path });
    const names = [...reading.fields.keys()];
    throw invalid(
      inner.path,
      `There is no field ${show(key)}. The fields are ${names.join(', ')}, and AND, OR, NOT.${didYouMean(key, names)}`,
      { allowed: names },
    );
  });
  return { kind: 'ALL', parts };
}

/** An empty list is refused: OR of nothing would choose nothing, and nobody means that. */
function readList(reading: Reading, list: unknown, place: Place): readonly Filter[] {
  if (!Array.isArray(list) || list.length === 0) {
    throw invalid(place.path, `Expected a list of at least one filter, but got ${show(list)}.`);
  }
  return list.map((part, index) => readWhere(reading, part, { path: `${place.path}[${index}]`, depth: place.depth }));
}

function readConditions(
  reading: Reading,
  conditions: unknown,
  at: { readonly field: FilterField; readonly path: string },
): Filter {
  const { field, path } = at;
  const operators: readonly FilterOperator[] = FILTER_KINDS[field.kind];
  const entries = entriesOf(conditions, path, `an object such as {"${operators[0]}": …}`);
  if (entries.length === 0) {
    throw invalid(path, `Expected an operator, one of ${operators.join(', ')}.`, { allowed: operators });
  }
  const parts = entries.map(([key, value]): Filter => {
    countCondition(reading, path);
    const operator = operators.find((name) => name === key);
    if (operator === undefined) {
      throw invalid(
        `${path}.${nameOf(key)}`,
        `${field.id} has no operator ${show(key)}. Its operators are ${operators.join(', ')}.`,
        { allowed: operators },
      );
    }
    const inner = `${path}.${operator}`;
    const values = readValues(reading, value, { field, operator, path: inner });
    return { kind: 'CONDITION', field, operator, values, path: inner };
  });
  return { kind: 'ALL', parts };
}

interface ValuePlace {
  readonly field: FilterField;
  readonly operator: FilterOperator;
  readonly path: string;
}

function readValues(reading: Reading, value: unknown, place: ValuePlace): readonly FilterValue[] {
  const list = place.operator === 'in' || place.operator === 'notIn' ? value : [value];
  if (!Array.isArray(list) || list.length === 0) {
    throw invalid(place.path, `Expected a list of at least one value, but got ${show(value)}.`);
  }
  reading.values += list.length;
  if (reading.values > FILTER_LIMITS.values) {
    throw invalid(place.path, `Expected at most ${FILTER_LIMITS.values} values in the whole filter.`);
  }
  return list.map((item: unknown) => readValue(item, place));
}

function readValue(value: unknown, { field, operator, path }: ValuePlace): FilterValue {
  if (operator === 'exists' || field.kind === 'BOOLEAN') {
    if (typeof value === 'boolean') return value;
    throw invalid(path, `Expected true or false, but got ${show(value)}.`);
  }
  if (operator === 'overlaps') return readRange(value, path);
  if (field.kind === 'DATE') return readDay(value, path);
  if (field.kind === 'NUMBER') {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw invalid(path, `Expected a number, but got ${show(value)}.`);
  }
  if (typeof value !== 'string' || value.trim() === '') {
    throw invalid(path, `Expected a text that is not blank, but got ${show(value)}.${hintForNull(value)}`);
  }
  if (value.length > FILTER_LIMITS.textLength) {
    throw invalid(path, `Expected at most ${FILTER_LIMITS.textLength} code units, but got ${value.length}.`);
  }
  if (field.values !== null && !field.values.includes(value)) {
    throw invalid(
      path,
      `Expected one of ${field.values.join(', ')}, but got ${show(value)}.${didYouMean(value, field.values)}`,
      { allowed: field.values },
    );
  }
  return value;
}

function readRange(value: unknown, path: string): DayRange {
  const entries = entriesOf(value, path, '{"from": day, "to": day}');
  const unknown = entries.find(([key]) => key !== 'from' && key !== 'to');
  if (unknown !== undefined) throw invalid(path, `Expected from and to, but got ${show(unknown[0])}.`);
  const days = new Map(entries);
  const [from, to] = ['from', 'to'].map((end) => {
    const day = days.get(end) ?? null;
    return day === null ? null : readDay(day, `${path}.${end}`);
  }) as [string | null, string | null];
  if (from === null && to === null) throw invalid(path, 'Expected from, to, or both.');
  if (from !== null && to !== null && from > to)
    throw invalid(path, `Expected from not after to, but ${from} is after ${to}.`);
  return { from, to };
}

function readDay(value: unknown, path: string): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw invalid(path, `Expected a day such as 2012-03-12, but got ${show(value)}.`);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function entriesOf(value: unknown, path: string, expected: string): readonly (readonly [string, unknown])[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  throw invalid(path, `Expected ${expected}, but got ${show(value)}.${hintForNull(value)}`);
}

function countCondition(reading: Reading, path: string): void {
  reading.conditions++;
  if (reading.conditions > FILTER_LIMITS.conditions) {
    throw invalid(path, `Expected at most ${FILTER_LIMITS.conditions} conditions in the whole filter.`);
  }
}

function hintForNull(value: unknown): string {
  return value === null ? ' Leave the key out, or ask {"exists": false}.' : '';
}

/** A key from outside within a path; odd ones as JSON, so that a path stays one line. */
function nameOf(key: string): string {
  return /^\w{1,40}$/.test(key) ? key : show(key);
}

function invalid(path: string, message: string, details: Readonly<Record<string, unknown>> = {}): ClaimgraphError {
  return new ClaimgraphError('FILTER_INVALID', `${path}: ${message}`, { path, ...details });
}
