import type { DayRange, Filter, FilterValue } from './filter-grammar.js';

/** What a field of an item holds; empty where it has no value. */
export type FieldReader<Item> = (item: Item) => readonly FilterValue[];

/** One reader for each field of a table. */
export type FieldReaders<Item> = Readonly<Record<string, FieldReader<Item>>>;

/** Whether an item is chosen. */
export type Test<Item> = (item: Item) => boolean;

/** The filter as a test; its names must be resolved. A condition holds where one of the field's values meets it. */
export function compileFilter<Item>(filter: Filter, readers: FieldReaders<Item>): Test<Item> {
  if (filter.kind === 'NOT') {
    const part = compileFilter(filter.part, readers);
    return (item) => !part(item);
  }
  if (filter.kind === 'CONDITION') return compileCondition(filter, readers);
  const parts = filter.parts.map((part) => compileFilter(part, readers));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return filter.kind === 'ALL'
    ? (item) => parts.every((part) => part(item))
    : (item) => parts.some((part) => part(item));
}

/** True for a filter that asks for everything. */
export function asksForAll(filter: Filter): boolean {
  return filter.kind === 'ALL' && filter.parts.every(asksForAll);
}

/** True where a condition on the field stands anywhere in the filter. */
export function mentionsField(filter: Filter, field: string): boolean {
  if (filter.kind === 'NOT') return mentionsField(filter.part, field);
  if (filter.kind === 'CONDITION') return filter.field.id === field;
  return filter.parts.some((part) => mentionsField(part, field));
}

/**
 * The values of which every chosen item has at least one, for one of the fields; null where the filter does not bind
 * any. It lets a list begin from a few entities instead of from everything.
 */
export function bindingValues(filter: Filter, fields: readonly string[]): readonly string[] | null {
  if (filter.kind === 'CONDITION') {
    const binds = fields.includes(filter.field.id) && (filter.operator === 'eq' || filter.operator === 'in');
    return binds ? filter.values.map(String) : null;
  }
  if (filter.kind !== 'ALL') return null;
  for (const part of filter.parts) {
    const values = bindingValues(part, fields);
    if (values !== null) return values;
  }
  return null;
}

type Condition = Extract<Filter, { kind: 'CONDITION' }>;

function compileCondition<Item>(condition: Condition, readers: FieldReaders<Item>): Test<Item> {
  const read = readers[condition.field.id] as FieldReader<Item>;
  if (condition.operator === 'exists') {
    const [expected] = condition.values;
    return (item) => read(item).length > 0 === expected;
  }
  const test = testOf(condition);
  const negated = condition.operator === 'ne' || condition.operator === 'notIn';
  return negated ? (item) => !read(item).some(test) : (item) => read(item).some(test);
}

function testOf({ operator, values }: Condition): Test<FilterValue> {
  const [first] = values as readonly [FilterValue];
  switch (operator) {
    case 'contains': {
      const needle = String(first).toLowerCase();
      return (value) => String(value).toLowerCase().includes(needle);
    }
    case 'gt':
      return (value) => value > first;
    case 'gte':
      return (value) => value >= first;
    case 'lt':
      return (value) => value < first;
    case 'lte':
      return (value) => value <= first;
    case 'before':
      return (value) => lastDay(value) < String(first);
    case 'after':
      return (value) => firstDay(value) > String(first);
    case 'overlaps': {
      const { from, to } = first as DayRange;
      return (value) => (to === null || firstDay(value) <= to) && (from === null || lastDay(value) >= from);
    }
    default: {
      const wanted = new Set(values);
      return (value) => wanted.has(value);
    }
  }
}

/** Days of items have both ends; days of filters need not. */
function firstDay(value: FilterValue): string {
  return (value as DayRange).from ?? '';
}

function lastDay(value: FilterValue): string {
  return (value as DayRange).to ?? '';
}
