/**
 * The grammar of `where`, the same in GraphQL, command line and exports:
 *
 *     where     = { field: condition, …, AND: [where, …], OR: [where, …], NOT: where }
 *     condition = { operator: value, … }
 *
 * All keys of one object hold together. An empty object, null or nothing asks for everything.
 */

/** The operators, with what each of them compares. */
export const FILTER_OPERATORS = {
  eq: 'Equal to the value.',
  ne: 'Not equal to the value; holds where there is none.',
  in: 'Equal to one of the values.',
  notIn: 'Equal to none of the values; holds where there is none.',
  contains: 'Contains the words, in any case of letters.',
  gt: 'Greater than the number.',
  gte: 'The number or greater.',
  lt: 'Less than the number.',
  lte: 'The number or less.',
  before: 'Ends before the day.',
  after: 'Begins after the day.',
  overlaps: 'Shares a day with `{from, to}`, both included; one of them may be left out.',
  exists: 'True: has a value; false: has none.',
} as const satisfies Readonly<Record<string, string>>;

export type FilterOperator = keyof typeof FILTER_OPERATORS;

/** The kinds of field, with the operators that each allows. */
export const FILTER_KINDS = {
  /** A document's id, or its global id. */
  DOCUMENT: ['eq', 'ne', 'in', 'notIn', 'exists'],
  /** A global id, a referent key, or an exact name: then every entity of that name. */
  ENTITY: ['eq', 'ne', 'in', 'notIn', 'exists'],
  /** One of the field's `values`. */
  ENUM: ['eq', 'ne', 'in', 'notIn', 'exists'],
  /** `eq` and `in` compare exactly. */
  TEXT: ['eq', 'ne', 'in', 'notIn', 'contains', 'exists'],
  NUMBER: ['eq', 'ne', 'in', 'notIn', 'gt', 'gte', 'lt', 'lte', 'exists'],
  /** Days, `YYYY-MM-DD`. */
  DATE: ['before', 'after', 'overlaps', 'exists'],
  BOOLEAN: ['eq', 'ne'],
} as const satisfies Readonly<Record<string, readonly FilterOperator[]>>;

export type FilterKind = keyof typeof FILTER_KINDS;

/** A field that filters may name. */
export interface FilterField {
  readonly id: string;
  readonly kind: FilterKind;
  readonly description: string;
  /** What an ENUM may be; null for all other kinds. */
  readonly values: readonly string[] | null;
}

/** How large a filter may be: nesting, conditions and values in all, code units of one text. */
export const FILTER_LIMITS = { depth: 10, conditions: 200, values: 2000, textLength: 4000 } as const;

/** Days from `from` to `to`, both included; null is open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** What a condition compares with. */
export type FilterValue = string | number | boolean | DayRange;

/** A filter, read and checked against its table of fields. */
export type Filter =
  | { readonly kind: 'ALL'; readonly parts: readonly Filter[] }
  | { readonly kind: 'ANY'; readonly parts: readonly Filter[] }
  | { readonly kind: 'NOT'; readonly part: Filter }
  | {
      readonly kind: 'CONDITION';
      readonly field: FilterField;
      readonly operator: FilterOperator;
      /** One value, but for `in` and `notIn`. */
      readonly values: readonly FilterValue[];
      /** Where in the JSON it stands, for messages: `where.OR[1].relation.eq`. */
      readonly path: string;
    };
