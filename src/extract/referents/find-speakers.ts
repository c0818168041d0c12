import { findQuoted } from '../quotations/find-quoted.js';
import type { FoundQuotation } from '../quotations/found-quotation.js';
import type { View } from '../view.js';
import type { SettledLinking } from './link-names.js';
import type { FoundMention } from './mention.js';

/** Where a mention stands: the ordinal of the quoted text (−1: outside), and the mention of its speaker (−1: unknown). */
export interface Speaking {
  readonly quotation: Int32Array;
  readonly speaker: Int32Array;
}

/** Finds for each mention whether it is quoted, and who speaks. */
export function findSpeakers(
  view: View,
  mentions: readonly FoundMention[],
  quotations: readonly FoundQuotation[],
): Speaking {
  const quotation = new Int32Array(mentions.length).fill(-1);
  const speaker = new Int32Array(mentions.length).fill(-1);
  const byToken = new Map<number, number>();
  mentions.forEach(({ head, top }, index) => {
    byToken.set(top, index).set(head, index);
  });
  const speakerAt = new Int32Array(view.sentences.at(-1)?.last ?? 0).fill(-1);
  for (const { kind, claimant, content } of quotations) {
    if (kind === 'INDIRECT' || kind === 'ACCORDING_TO' || claimant === null) continue;
    const mention = byToken.get(claimant.head);
    if (mention === undefined) continue;
    for (const { first, last } of content) speakerAt.fill(mention, first, last);
  }
  const quoted = findQuoted(view).all;
  let next = 0;
  mentions.forEach((mention, index) => {
    while (next < quoted.length && (quoted[next]?.last ?? 0) <= mention.first) next++;
    const one = quoted[next];
    if (one === undefined || one.first > mention.first) return;
    quotation[index] = next;
    speaker[index] = speakerAt[mention.head] as number;
  });
  return { quotation, speaker };
}

/** Inside a quotation "I" is who speaks. */
export function linkSpeakers({ mentions, clusters, settled }: SettledLinking, { speaker }: Speaking): void {
  mentions.forEach((mention, index) => {
    const said = speaker[index] as number;
    if (mention.wording !== 'I' || said < 0 || said === index) return;
    const { kind, wording, gender, number } = mentions[said] as FoundMention;
    if (
      number === 'PLURAL' ||
      gender === 'THING' ||
      (kind === 'PRONOUN' && wording !== 'HE' && wording !== 'SHE' && wording !== 'I')
    )
      return;
    clusters.join(said, index);
    settled[index] = 1;
  });
}
