import { ClaimgraphError } from '../base/index.js';
import type { Given, Option, Surroundings } from './command.js';
import { parseSize, parseWholeNumber } from './options.js';

/** One thing that a server can be told: by a flag, an environment variable, or a field of a file, in this order. */
export interface ServeSetting {
  /** The field of the file, and the option in camel case. */
  readonly name: string;
  /** As commander writes it. */
  readonly flags: string;
  readonly environment: string;
  /** For help and README; with what holds where it is not told. */
  readonly description: string;
  /** Turns words into the value. @throws ClaimgraphError ARGUMENT_INVALID that calls it by the given name. */
  readonly parse: (value: string, name: string) => unknown;
}

/** Everything that a server can be told besides its store and what it ingests. */
export const SERVE_SETTINGS: readonly ServeSetting[] = [
  {
    name: 'port',
    flags: '--port <number>',
    environment: 'PORT',
    description: 'where to listen; 0 takes any that is free (4000)',
    parse: whole(0, 65_535),
  },
  {
    name: 'host',
    flags: '--host <address>',
    environment: 'CLAIMGRAPH_HOST',
    description: 'address to listen at; any but 127.0.0.1, which only this machine reaches, needs keys (127.0.0.1)',
    parse: (value) => value,
  },
  {
    name: 'readOnly',
    flags: '--read-only <yes|no>',
    environment: 'CLAIMGRAPH_READ_ONLY',
    description: 'whether nothing can be changed, and a graph that the store keeps is served as it is (no)',
    parse: yesOrNo,
  },
  {
    name: 'keys',
    flags: '--keys <file>',
    environment: 'CLAIMGRAPH_KEYS',
    description: 'keys that are asked for, a line each as claimgraph key writes it (none)',
    parse: (value) => value,
  },
  {
    name: 'origins',
    flags: '--origins <list>',
    environment: 'CLAIMGRAPH_ORIGINS',
    description: 'origins of other sites whose pages may ask, parted by commas (none)',
    parse: (value) =>
      value
        .split(',')
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ''),
  },
  {
    name: 'introspection',
    flags: '--introspection <yes|no>',
    environment: 'CLAIMGRAPH_INTROSPECTION',
    description: 'whether clients may ask for the schema (yes)',
    parse: yesOrNo,
  },
  {
    name: 'page',
    flags: '--page <yes|no>',
    environment: 'CLAIMGRAPH_PAGE',
    description: 'whether there is a page at / (yes)',
    parse: yesOrNo,
  },
  {
    name: 'trusted',
    flags: '--trusted <file>',
    environment: 'CLAIMGRAPH_TRUSTED',
    description: 'a JSON list of operations; no other one is run (all are)',
    parse: (value) => value,
  },
  {
    name: 'depth',
    flags: '--depth <levels>',
    environment: 'CLAIMGRAPH_DEPTH',
    description: 'fields below one another that an operation may have (16)',
    parse: whole(1, 1000),
  },
  {
    name: 'cost',
    flags: '--cost <fields>',
    environment: 'CLAIMGRAPH_COST',
    description: 'fields that an operation may ask for, times the sizes of their lists (100000)',
    parse: whole(1, 1_000_000_000),
  },
  {
    name: 'aliases',
    flags: '--aliases <count>',
    environment: 'CLAIMGRAPH_ALIASES',
    description: 'fields under another name that an operation may have (100)',
    parse: whole(0, 10_000),
  },
  {
    name: 'tokens',
    flags: '--tokens <count>',
    environment: 'CLAIMGRAPH_TOKENS',
    description: 'words and signs that an operation may have (2000)',
    parse: whole(1, 100_000),
  },
  {
    name: 'body',
    flags: '--body <size>',
    environment: 'CLAIMGRAPH_BODY',
    description: 'the largest body of a request (16777216)',
    parse: (value, name) => parseSize(name, value),
  },
  {
    name: 'upload',
    flags: '--upload <size>',
    environment: 'CLAIMGRAPH_UPLOAD',
    description: 'the largest file that is taken (67108864)',
    parse: (value, name) => parseSize(name, value),
  },
  {
    name: 'timeout',
    flags: '--timeout <milliseconds>',
    environment: 'CLAIMGRAPH_TIMEOUT',
    description: 'after which a request is stopped (30000)',
    parse: whole(1, 3_600_000),
  },
  {
    name: 'grace',
    flags: '--grace <milliseconds>',
    environment: 'CLAIMGRAPH_GRACE',
    description: 'that requests under way are given when the server stops (10000)',
    parse: whole(0, 3_600_000),
  },
  {
    name: 'concurrency',
    flags: '--concurrency <count>',
    environment: 'CLAIMGRAPH_CONCURRENCY',
    description: 'requests that are answered at once (64)',
    parse: whole(1, 10_000),
  },
  {
    name: 'logLevel',
    flags: '--log-level <level>',
    environment: 'CLAIMGRAPH_LOG_LEVEL',
    description: 'what is logged to standard error: debug, info (every request), warn, error or silent (warn)',
    parse: oneOf(['debug', 'info', 'warn', 'error', 'silent']),
  },
  {
    name: 'auditLog',
    flags: '--audit-log <file>',
    environment: 'CLAIMGRAPH_AUDIT_LOG',
    description: 'where every change is written, as JSON Lines (to the log, at the level info)',
    parse: (value) => value,
  },
];

/** The options of the command for the settings. */
export const SETTING_OPTIONS: readonly Option[] = SERVE_SETTINGS.map(({ flags, environment, description, parse }) => ({
  flags,
  description: `${description.replace(/\(([^()]*)\)$/, `(default: ${environment}, else $1)`)}`,
  parse: (value: string) => parse(value, flags.split(' ')[0] ?? flags),
}));

/**
 * What is told of each setting, by name: by its flag, else by its environment variable, else by the fields of the file.
 * Those of which nothing is told are left out.
 * @throws ClaimgraphError ARGUMENT_INVALID for a value that is not allowed, or a field that the file should not have.
 */
export function readSettings(
  given: Given,
  { environment }: Surroundings,
  file: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const unknown = Object.keys(file).find((field) => !SERVE_SETTINGS.some(({ name }) => name === field));
  if (unknown !== undefined) {
    const known = SERVE_SETTINGS.map(({ name }) => name).join(', ');
    throw new ClaimgraphError('ARGUMENT_INVALID', `--config takes an object with ${known}, but got "${unknown}".`);
  }
  const settings: Record<string, unknown> = {};
  for (const { name, environment: variable, parse } of SERVE_SETTINGS) {
    const words = environment[variable];
    if (given.options[name] !== undefined) settings[name] = given.options[name];
    else if (words !== undefined && words !== '') settings[name] = parse(words, variable);
    else if (Object.hasOwn(file, name)) settings[name] = parse(wordsOf(file[name]), `"${name}" of --config`);
  }
  return settings;
}

/** A file may say 8080 and true where a flag says "8080" and "yes". */
function wordsOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.map(String).join(',') : String(value);
}

function whole(least: number, greatest: number): ServeSetting['parse'] {
  return (value, name) => parseWholeNumber(name, value, { least, greatest });
}

function yesOrNo(value: string, name: string): boolean {
  if (/^(yes|true|1|on)$/i.test(value)) return true;
  if (/^(no|false|0|off)$/i.test(value)) return false;
  throw new ClaimgraphError('ARGUMENT_INVALID', `${name} takes yes or no, but got "${value}".`);
}

function oneOf(words: readonly string[]): ServeSetting['parse'] {
  return (value, name) => {
    if (words.includes(value)) return value;
    throw new ClaimgraphError('ARGUMENT_INVALID', `${name} takes ${words.join(', ')}, but got "${value}".`);
  };
}
