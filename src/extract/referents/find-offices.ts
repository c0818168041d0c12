import type { View } from '../view.js';
import type { Linking } from './link-names.js';
import type { FoundMention } from './mention.js';

/** The roles and titles that the text tells of each mention, in lower case: "foreign minister". */
export function findRoles(view: View, { mentions, clusters }: Linking): ReadonlyMap<number, readonly string[]> {
  const roles = new Map<number, string[]>();
  const add = (mention: number, role: string) => {
    if (role !== '' && !COURTESIES.has(role)) roles.set(mention, [...(roles.get(mention) ?? []), role]);
  };
  mentions.forEach((mention, index) => {
    if (mention.name !== null && mention.name.title !== '') add(index, mention.name.title);
    if (mention.kind === 'NOMINAL' && mention.type === 'PERSON' && clusters.named(index))
      add(index, nounsOf(view, mention));
  });
  return roles;
}

const COURTESIES: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'sir',
  'dr',
  'lord',
  'lady',
  'dame',
  'madam',
  'mx',
]);

/** The nouns of a description, in lower case: "secretary general" of "a former UN secretary general". */
function nounsOf(view: View, { first, last }: FoundMention): string {
  const words: string[] = [];
  for (let index = first; index < last; index++) {
    if (view.tag(index) === 'NOUN' || (view.tag(index) === 'PROPN' && words.length > 0)) words.push(view.lower(index));
    else if (view.lower(index) !== '-') words.length = 0;
  }
  return words.join(' ');
}
