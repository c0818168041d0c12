import { plainPhrase } from '../resources/index.js';

/** Names in the form of gazetteers. */
export interface FakerNames {
  readonly firstNames: readonly string[];
  readonly surnames: readonly string[];
}

/**
 * Reads first names and surnames in Latin letters of all locales of the package Faker, from the definitions of persons
 * that it was asked to write as JSON; `data/README.md` has the command. Other letters are left out.
 */
export function parseFakerNames(json: string): FakerNames {
  const firstNames: string[] = [];
  const surnames: string[] = [];
  for (const person of JSON.parse(json) as readonly Readonly<Record<string, unknown>>[]) {
    collect(person.first_name, firstNames);
    collect(person.last_name, surnames);
  }
  return { firstNames, surnames };
}

/** All strings of a definition, which may be a list, or lists by sex. */
function collect(definition: unknown, names: string[]): void {
  if (typeof definition === 'string') {
    if (!/^\p{Script=Latin}[\p{Script=Latin}' -]+$/u.test(definition)) return;
    const name = plainPhrase(definition);
    // "cat tuong": in text, each part may stand alone.
    names.push(name, ...name.split(' ').filter((part) => part.length > 2));
  } else if (typeof definition === 'object' && definition !== null)
    for (const part of Object.values(definition)) collect(part, names);
}
