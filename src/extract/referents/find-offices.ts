import type { Resources } from '../../resources/index.js';
import type { TokenRange, View } from '../view.js';
import { describeNoun } from './describe-nouns.js';
import { isPredicate } from './find-roles.js';
import type { Linking } from './link-names.js';
import type { FoundMention } from './mention.js';
import { firstOfPhrase, lastOfPhrase } from './noun-spans.js';

/** The roles and titles that the text tells of each mention, in lower case: "foreign minister". */
export function findRoles(
  view: View,
  resources: Resources,
  { mentions, clusters }: Linking,
): ReadonlyMap<number, readonly string[]> {
  const roles = new Map<number, string[]>();
  const add = (mention: number, role: string) => {
    if (role !== '' && !COURTESIES.has(role)) roles.set(mention, [...(roles.get(mention) ?? []), role]);
  };
  mentions.forEach((mention, index) => {
    if (mention.name !== null && mention.name.title !== '') add(index, mention.name.title);
    if (mention.kind === 'NOMINAL' && mention.type === 'PERSON' && clusters.named(index))
      add(index, nounsOf(view, mention));
    if (isPredicated(view, resources, mention)) {
      const { governor } = mention;
      add(index, nounsOf(view, { first: firstOfPhrase(view, governor), last: lastOfPhrase(view, governor) }));
    }
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

/** "Osso is |a lawyer|", never "Osso is not a lawyer" or "Osso is the problem". */
function isPredicated(view: View, resources: Resources, { role, governor, gender, number }: FoundMention): boolean {
  const isPerson = gender === 'HE' || gender === 'SHE' || gender === 'HUMAN';
  if (role !== 'SUBJECT' || governor < 0 || !isPerson || number === 'PLURAL' || !isPredicate(view, governor))
    return false;
  const children = view.children(governor);
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as number;
    if (NEGATIONS.has(view.lower(child)) || (view.dependency(child) === 'mark' && view.lower(child) === 'if'))
      return false;
  }
  return describeNoun(view, resources, governor).type === 'PERSON';
}

const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'never', 'no']);

/** The nouns of a description, in lower case: "secretary general" of "a former UN secretary general". */
function nounsOf(view: View, { first, last }: TokenRange): string {
  const words: string[] = [];
  for (let index = first; index < last; index++) {
    if (
      view.tag(index) === 'NOUN' ||
      (index === last - 1 && words.length > 0) ||
      (view.tag(index) === 'PROPN' && words.length > 0)
    )
      words.push(view.lower(index));
    else if (view.lower(index) !== '-') words.length = 0;
  }
  return words.join(' ');
}
