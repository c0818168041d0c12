import type { View } from '../view.js';
import type { SettledLinking } from './link-names.js';
import type { FoundMention } from './mention.js';

/** Words that bring in the name of what stands before them. */
const NAMING: readonly (readonly string[])[] = [['known', 'as'], ['called'], ['named'], ['dubbed']];

/** Joins "a gang" and "Night Heron" where the text says that one is known as the other. */
export function linkAliases(view: View, { mentions, clusters, settled }: SettledLinking): void {
  for (let index = 1; index < mentions.length; index++) {
    const name = mentions[index] as FoundMention;
    if (name.kind !== 'NAME') continue;
    const start = name.name?.titleFirst ?? name.first;
    const words = NAMING.find((some) => some.every((word, at) => view.lower(start - some.length + at) === word));
    if (words === undefined) continue;
    const behind = start - words.length;
    const described = mentions.findLastIndex(
      ({ kind, last }, at) => at < index && kind === 'NOMINAL' && last === behind,
    );
    if (described === -1 || !mayDescribe(mentions[described] as FoundMention, name)) continue;
    clusters.join(described, index);
    settled[described] = 1;
  }
}

/** Joins "Ines Maro" and "a former envoy" where the tree says that one stands beside the other for the same thing. */
export function linkAppositions(view: View, { mentions, clusters, settled }: SettledLinking): void {
  const byTop = new Map(mentions.map((mention, index) => [mention.top, index]));
  mentions.forEach((mention, index) => {
    if (view.dependency(mention.top) !== 'appos') return;
    const other = describedBy(view, mention, (token) => {
      const one = byTop.get(token);
      return one !== undefined && mayDescribe(mentions[one] as FoundMention, mention);
    });
    if (other === -1) return;
    clusters.join(byTop.get(other) as number, index);
    settled[index] = 1;
  });
}

/** "An activist in Orlo, |Wael Haddad|": what the tree hangs on the place may tell of the person before it. −1 for nothing. */
function describedBy(view: View, { top }: FoundMention, fits: (token: number) => boolean): number {
  let token = view.head(top);
  for (let steps = 0; steps < 3 && token >= 0; steps++) {
    if (fits(token)) return token;
    if (view.dependency(token) !== 'nmod') return -1;
    token = view.head(token);
  }
  return -1;
}

/** Two places are one in another ("Orlo, Brunia"); two names of two people are two people. */
function mayDescribe(a: FoundMention, b: FoundMention): boolean {
  if (a.kind === 'PRONOUN' || b.kind === 'PRONOUN') return false;
  if (a.kind === 'NAME' && b.kind === 'NAME') return false;
  if (a.kind === b.kind && (a.type === null || b.type === null)) return false;
  if (a.number !== b.number && a.number !== 'UNKNOWN' && b.number !== 'UNKNOWN') return false;
  const isPerson = (one: FoundMention) => one.gender === 'HE' || one.gender === 'SHE' || one.gender === 'HUMAN';
  const isThing = (one: FoundMention) => one.gender === 'THING';
  return !((isPerson(a) && isThing(b)) || (isThing(a) && isPerson(b)));
}
