import { ClaimgraphError } from '../base/index.js';
import type { Given, Option, Surroundings } from './command.js';

/** The store that is used where neither `--store` nor CLAIMGRAPH_STORE names one. */
export const DEFAULT_STORE = 'sqlite:claimgraph.db';

export const STORE_OPTION: Option = {
  flags: '--store <url>',
  description: `address of the store (default: CLAIMGRAPH_STORE, else ${DEFAULT_STORE})`,
};
export const JSON_OPTION: Option = { flags: '--json', description: 'write JSON instead of text for people' };
export const QUIET_OPTION: Option = { flags: '--quiet', description: 'show neither progress nor summary' };
export const LIMIT_OPTION: Option = {
  flags: '--limit <count>',
  description: 'how many at most (default: 25)',
  parse: (value) => parseWholeNumber('--limit', value, { least: 1, greatest: 10_000 }),
};

/** The value of an option that takes text; null where it was not given. */
export function textOption(given: Given, name: string): string | null {
  const value = given.options[name];
  return typeof value === 'string' ? value : null;
}

/** True where the option was given. */
export function flagOption(given: Given, name: string): boolean {
  return given.options[name] === true;
}

/** The value of an option that takes a number; null where it was not given. */
export function numberOption(given: Given, name: string): number | null {
  const value = given.options[name];
  return typeof value === 'number' ? value : null;
}

/** The address of the store: the option, else CLAIMGRAPH_STORE, else the default. */
export function storeOption(given: Given, surroundings: Surroundings): string {
  return textOption(given, 'store') ?? (surroundings.environment.CLAIMGRAPH_STORE || DEFAULT_STORE);
}

/** @throws ClaimgraphError ARGUMENT_INVALID for anything but digits within the range. */
export function parseWholeNumber(
  name: string,
  value: string,
  range: { readonly least: number; readonly greatest: number },
): number {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= range.least && number <= range.greatest) return number;
  throw new ClaimgraphError(
    'ARGUMENT_INVALID',
    `${name} takes a whole number from ${range.least} to ${range.greatest}, but got "${value}".`,
    { name, value },
  );
}

/** A size in bytes: `500000`, `500kB`, `10MB`, `1GB`. @throws ClaimgraphError ARGUMENT_INVALID for anything else. */
export function parseSize(name: string, value: string): number {
  const match = /^(\d{1,12})\s*([kMG]?)B?$/i.exec(value);
  const factor = { '': 1, K: 1000, M: 1000 ** 2, G: 1000 ** 3 }[match?.[2]?.toUpperCase() ?? ''] ?? 1;
  const size = match === null ? 0 : Number(match[1]) * factor;
  if (size >= 1 && Number.isSafeInteger(size)) return size;
  throw new ClaimgraphError(
    'ARGUMENT_INVALID',
    `${name} takes a size such as 500kB, 10MB or 1GB, but got "${value}".`,
    { name, value },
  );
}

/** A day, `YYYY-MM-DD`, that exists. @throws ClaimgraphError ARGUMENT_INVALID for anything else. */
export function parseDay(name: string, value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // 2012-02-30 parses as March 1 in some engines: the day must read back the same.
  if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value) return value;
  throw new ClaimgraphError('ARGUMENT_INVALID', `${name} takes a day such as 2012-03-12, but got "${value}".`, {
    name,
    value,
  });
}
