import { hashString } from '../../linear/index.js';
import type { Resources } from '../../resources/index.js';
import type { FoundQuotation } from '../quotations/found-quotation.js';
import type { View } from '../view.js';
import { findSpeakers, linkSpeakers } from './find-speakers.js';
import { linkAliases, linkAppositions } from './link-appositions.js';
import { linkClients } from './link-clients.js';
import { linkLeads } from './link-leads.js';
import { linkNames } from './link-names.js';
import { linkTellers } from './link-tellers.js';
import type { FoundMention } from './mention.js';
import { createMentionClusters } from './mention-clusters.js';
import { createMentionColumns } from './mention-columns.js';
import { createRanker, type RankedDocument, type Ranking } from './rank-antecedents.js';

/** A document whose names, appositions and speakers are linked; what pronouns and descriptions mean is to be ranked. */
export interface PreparedLinking {
  readonly document: RankedDocument;
  /** The acronyms that the text defines, by the mention of the full name. */
  readonly acronyms: ReadonlyMap<number, readonly string[]>;
  /** The earlier mention whose referent this one shares, by rule; undefined where none says. */
  meant(mention: number): number | undefined;
  /** True where rules leave open what a mention means. To be asked in order of text. */
  isOpen(mention: number): boolean;
  /** What a mention may mean. To be asked in order of text, each mention at most once. */
  rank(mention: number): Ranking;
}

/** Links what rules can tell. */
export function prepareLinking(
  view: View,
  resources: Pick<Resources, 'companyWords' | 'officeNouns'>,
  {
    mentions,
    quotations,
  }: { readonly mentions: readonly FoundMention[]; readonly quotations: readonly FoundQuotation[] },
): PreparedLinking {
  const columns = createMentionColumns(view, mentions);
  const clusters = createMentionClusters(mentions, columns.labels);
  const acronyms = linkNames(view, resources, { mentions, clusters });
  const settled = new Uint8Array(mentions.length);
  linkAppositions(view, { mentions, clusters, settled });
  linkAliases(view, { mentions, clusters, settled });
  linkLeads(view, { mentions, clusters, settled }, quotations);
  const meant = linkClients(view, { mentions, clusters, settled });
  linkTellers({ mentions, clusters }, quotations, meant);
  const speaking = findSpeakers(view, mentions, quotations);
  linkSpeakers({ mentions, clusters, settled }, speaking);
  const document = { mentions, clusters, columns, ...speaking };
  return {
    document,
    acronyms,
    meant: (mention) => meant.get(mention),
    isOpen(mention) {
      if (meant.has(mention)) return false;
      const { kind, wording } = mentions[mention] as FoundMention;
      if (kind === 'NAME' || wording === 'INDEFINITE') return false;
      return settled[mention] === 0;
    },
    rank: createRanker(view, new Set([...resources.officeNouns].map((noun) => hashString(noun) | 0)), document),
  };
}
