import type { View } from '../view.js';
import type { SettledLinking } from './link-names.js';
import type { FoundMention } from './mention.js';

/** Those who act for somebody, whom they call their client. */
const AGENTS = new Set(['lawyer', 'attorney', 'counsel', 'solicitor', 'barrister', 'advocate', 'agent']);
/** How many sentences later the lawyer's client may be spoken of. */
const FARTHEST = 2;

/** "|Maro's| lawyer denied that |his client| was there": the client is the one whose lawyer was spoken of last. */
export function linkClients(view: View, { mentions, clusters, settled }: SettledLinking): void {
  let client = -1;
  let told = 0;
  const byTop = new Map(mentions.map(({ top }, index) => [top, index]));
  mentions.forEach((mention, index) => {
    const { head, sentence } = mention;
    if (AGENTS.has(view.lemma(head))) {
      client = representedBy(view, mention, byTop);
      told = sentence;
    }
    if (view.lemma(head) !== 'client' || mention.wording !== 'POSSESSED' || mention.number === 'PLURAL') return;
    if (client === -1 || client === index || sentence - told > FARTHEST || clusters.type(client) === 'PLACE') return;
    clusters.join(client, index);
    settled[index] = 1;
  });
}

/** "Maro's lawyer", "a lawyer for Maro": the mention of whom he acts for; −1 where the text does not say. */
function representedBy(view: View, { head }: FoundMention, byTop: ReadonlyMap<number, number>): number {
  for (const child of view.children(head)) {
    const dependency = view.dependency(child);
    const acts =
      dependency === 'nmod:poss' ||
      (dependency === 'nmod' && view.children(child).some((token) => ['for', 'of'].includes(view.lower(token))));
    if (acts) return byTop.get(child) ?? -1;
  }
  return -1;
}
