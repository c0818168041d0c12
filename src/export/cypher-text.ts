import { toWellFormed } from './text-forms.js';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * A string literal of Cypher, in single quotes. A backslash before a `u` is parted from it ('…\\' + 'u…'), because
 * Neo4j reads `\u0027` as a quote before it reads literals, also where the backslash is itself escaped.
 */
export function cypherString(text: string): string {
  const escaped = toWellFormed(text).replace(/[\\'\u0000-\u001f\u007f\u2028\u2029]/g, (character, at, whole) => {
    const short = ESCAPES.get(character);
    if (short === undefined) return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return character === '\\' && /[uU]/.test(whole[at + 1] ?? '') ? `${short}' + '` : short;
  });
  return `'${escaped}'`;
}

/** A literal of Cypher: a number, a string, or a list of strings. */
export function cypherValue(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return cypherString(value);
  return `[${value.map(cypherString).join(', ')}]`;
}

/** A map of Cypher; the names are ours and need no quotes. A null takes away what an earlier run had set. */
export function cypherMap(entries: Readonly<Record<string, string | number | readonly string[] | null>>): string {
  const parts = Object.entries(entries).map(
    ([name, value]) => `${name}: ${value === null ? 'null' : cypherValue(value)}`,
  );
  return `{${parts.join(', ')}}`;
}
