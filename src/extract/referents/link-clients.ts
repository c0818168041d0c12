import type { View } from '../view.js';
import type { SettledLinking } from './link-names.js';
import type { FoundMention, Gender } from './mention.js';

/** Those who act for somebody, whom they call their client. */
const AGENTS = new Set(['lawyer', 'attorney', 'counsel', 'solicitor', 'barrister', 'advocate', 'agent']);
/** How many sentences later the lawyer's client may be spoken of. */
const FARTHEST = 2;

/** "|Maro's| lawyer denied that |his client| was there": the client is the one whose lawyer was spoken of last. Gives what is to be joined once it is known whom the client's own mention means. */
export function linkClients(view: View, { mentions, clusters, settled }: SettledLinking): Map<number, number> {
  const meant = new Map<number, number>();
  let client = -1;
  let told = 0;
  const byTop = new Map(mentions.map(({ top }, index) => [top, index]));
  mentions.forEach((mention, index) => {
    const { head, sentence } = mention;
    if (AGENTS.has(view.lemma(head))) {
      client = representedBy(view, mention, byTop);
      told = sentence;
    }
    const speaksOf = mention.wording === 'HE' || mention.wording === 'SHE';
    if (
      speaksOf &&
      sentence === told &&
      client !== -1 &&
      client !== index &&
      isMeant(mention, clusters.gender(client))
    ) {
      // "Maro's lawyer said |she| was innocent": of whom, if not of the client.
      meant.set(index, client);
      return;
    }
    if (view.lemma(head) !== 'client' || mention.wording !== 'POSSESSED' || mention.number === 'PLURAL') return;
    if (client === -1 || client === index || sentence - told > FARTHEST || clusters.type(client) === 'PLACE') return;
    if (mentions[client]?.kind === 'PRONOUN') {
      meant.set(index, client);
      return;
    }
    clusters.join(client, index);
    settled[index] = 1;
  });
  return meant;
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

function isMeant({ gender }: FoundMention, client: Gender): boolean {
  return client === gender || client === 'HUMAN' || client === 'UNKNOWN';
}
