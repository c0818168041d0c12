/** When `\uXXXX` becomes its character: versions of Neo4j differ, and a script must mean the same to all of them. */
export const CYPHER_READINGS = ['BEFORE_TOKENS', 'WITHIN_STRINGS'] as const;

export type CypherReading = (typeof CYPHER_READINGS)[number];

/**
 * The tokens of a Cypher script; a string is given as `'its value`, and strings joined with `+` as one. Throws where a
 * string does not end, and where a token opens with a character that our scripts do not have outside of strings.
 */
export function tokenizeCypher(script: string, reading: CypherReading = 'BEFORE_TOKENS'): readonly string[] {
  const text = reading === 'BEFORE_TOKENS' ? script.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex) => codeUnit(hex)) : script;
  const tokens: string[] = [];
  for (let position = 0; position < text.length; ) {
    if (text[position] === "'") {
      const string = stringAt(text, position);
      const before = tokens.at(-2);
      if (tokens.at(-1) === '+' && before?.startsWith("'")) tokens.splice(-2, 2, before + string.value);
      else tokens.push(`'${string.value}`);
      position = string.end;
      continue;
    }
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text)?.[0];
    if (match === undefined)
      throw new Error(`No token opens with ${JSON.stringify(text.slice(position, position + 40))}.`);
    if (match.trim() !== '') tokens.push(match);
    position += match.length;
  }
  return tokens;
}

const TOKEN = /[ \n]+|`[A-Z_]+`|[A-Za-z_][A-Za-z0-9_]*|\d+(?:\.\d+)?|[[\]{}():;,.=<>+-]/y;
const ESCAPES: ReadonlyMap<string | undefined, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['\\', '\\'],
  ["'", "'"],
]);

function stringAt(text: string, start: number): { readonly value: string; readonly end: number } {
  let value = '';
  for (let position = start + 1; position < text.length; position++) {
    if (text[position] === "'") return { value, end: position + 1 };
    if (text[position] !== '\\') {
      value += text[position];
      continue;
    }
    position++;
    const hex = /^u([0-9a-fA-F]{4})/.exec(text.slice(position, position + 5))?.[1];
    const escaped = hex === undefined ? ESCAPES.get(text[position]) : codeUnit(hex);
    if (escaped === undefined) throw new Error(`No escape is called ${JSON.stringify(text[position])}.`);
    if (hex !== undefined) position += 4;
    value += escaped;
  }
  throw new Error(`The string at ${start} does not end.`);
}

function codeUnit(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
