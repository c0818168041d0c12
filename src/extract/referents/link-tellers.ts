import type { FoundQuotation } from '../quotations/found-quotation.js';
import type { Linking } from './link-names.js';
import type { FoundMention } from './mention.js';

/** How many sentences before the pronoun its speaker spoke last. */
const FARTHEST = 2;

/**
 * "Ines Maro said the roof had leaked. “We were wet,” |she| said.": who goes on speaking is who spoke last, where the
 * pronoun fits. Adds for each such pronoun the mention of the speaker before.
 */
export function linkTellers(
  { mentions, clusters }: Linking,
  quotations: readonly FoundQuotation[],
  meant: Map<number, number>,
): void {
  const byHead = new Map<number, number>();
  mentions.forEach(({ head, top }, index) => {
    byHead.set(top, index).set(head, index);
  });
  const tellers = quotations
    .flatMap(({ claimant, kind }) => {
      const teller = claimant === null ? undefined : byHead.get(claimant.head);
      return teller === undefined || kind === 'HEADLINE' ? [] : [{ teller, kind }];
    })
    .sort((a, b) => a.teller - b.teller);
  let before = -1;
  for (const { teller, kind } of tellers) {
    const mention = mentions[teller] as FoundMention;
    const isPronoun = mention.wording === 'HE' || mention.wording === 'SHE';
    if (isPronoun && before !== -1 && isDirect(kind) && !isQuoted(quotations, mention.head)) {
      const other = mentions[before] as FoundMention;
      const gender = clusters.gender(before);
      const fits = gender === mention.gender || gender === 'UNKNOWN' || gender === 'HUMAN';
      const isOne = other.type === 'PERSON' && clusters.number(before) !== 'PLURAL';
      if (fits && isOne && mention.sentence > other.sentence && mention.sentence - other.sentence <= FARTHEST)
        meant.set(teller, before);
    }
    before = teller;
  }
}

function isDirect(kind: FoundQuotation['kind']): boolean {
  return kind === 'DIRECT' || kind === 'MIXED';
}

/** "“|He| told me …”": within what somebody else says, no one goes on speaking. */
function isQuoted(quotations: readonly FoundQuotation[], token: number): boolean {
  return quotations.some(
    ({ kind, content }) => isDirect(kind) && content.some(({ first, last }) => token >= first && token < last),
  );
}
