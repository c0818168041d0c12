import type { Filter, FilterField } from './filter-grammar.js';

/**
 * Reads a filter from JSON that came from outside. Null and undefined ask for everything.
 * @throws ClaimgraphError FILTER_INVALID that names the wrong key, operator or value, and what is allowed.
 */
export function parseFilter(_where: unknown, _fields: readonly FilterField[]): Filter {
  throw new Error('Not written yet.');
}
