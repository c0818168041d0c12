import { findQuoted } from '../quotations/find-quoted.js';
import { contentEnd, contentStart, type FoundQuotation } from '../quotations/found-quotation.js';
import type { View } from '../view.js';
import type { SettledLinking } from './link-names.js';
import type { FoundMention } from './mention.js';

/** Where each mention stands in what is said, and who says it. */
export interface Speaking {
  /** The ordinal of the quoted text; −1 outside. */
  readonly quotation: Int32Array;
  /** The mention of who speaks in the quoted text; −1 where unknown. */
  readonly speaker: Int32Array;
  /** The mention of whose word the smallest reported clause around it is ("she said |he| had left"); −1 where there is none. */
  readonly teller: Int32Array;
  /** 1 where the mention is of who says something. */
  readonly tells: Uint8Array;
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
  const teller = new Int32Array(mentions.length).fill(-1);
  const tells = new Uint8Array(mentions.length);
  const size = view.sentences.at(-1)?.last ?? 0;
  const [speakerAt, tellerAt] = [new Int32Array(size).fill(-1), new Int32Array(size).fill(-1)];
  const bySize = [...quotations].sort((a, b) => contentSize(b) - contentSize(a));
  for (const { kind, claimant, content } of bySize) {
    if (claimant === null) continue;
    const mention = byToken.get(claimant.head);
    if (mention === undefined) continue;
    tells[mention] = 1;
    const isQuoted = kind !== 'INDIRECT' && kind !== 'ACCORDING_TO';
    for (const { first, last } of content) (isQuoted ? speakerAt : tellerAt).fill(mention, first, last);
  }
  const quoted = findQuoted(view).all;
  let next = 0;
  mentions.forEach((mention, index) => {
    const said = tellerAt[mention.head] as number;
    if (said !== index) teller[index] = said;
    while (next < quoted.length && (quoted[next]?.last ?? 0) <= mention.first) next++;
    const one = quoted[next];
    if (one === undefined || one.first > mention.first) return;
    quotation[index] = next;
    speaker[index] = speakerAt[mention.head] as number;
  });
  return { quotation, speaker, teller, tells };
}

function contentSize(quotation: FoundQuotation): number {
  return contentEnd(quotation) - contentStart(quotation);
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
