import type { FoundQuotation } from '../quotations/found-quotation.js';
import type { TokenRange, View } from '../view.js';
import type { SettledLinking } from './link-names.js';
import type { FoundMention } from './mention.js';
import type { MentionClusters } from './mention-clusters.js';

/** How many paragraphs after the lead its unnamed person is named. */
const FARTHEST = 2;

/**
 * "A clerk told a court that … “I carried letters,” |Ines Maro, 34,| said": news names with the age whom its first sentence
 * only described. Joins the subject of that sentence with the first who is named so, where nothing speaks against it.
 */
export function linkLeads(
  view: View,
  { mentions, clusters, settled }: SettledLinking,
  quotations: readonly FoundQuotation[],
): void {
  const lead = view.sentences.findIndex((sentence) => !sentence.furniture && isProse(view, sentence));
  const subject = mentions.findIndex(({ sentence, role }) => sentence === lead && role === 'SUBJECT');
  const person = mentions[subject];
  if (person === undefined || !isUnnamedPerson(person) || clusters.named(subject)) return;
  const aged = mentions.findIndex((mention) => mention.sentence > lead && isAged(view, mention));
  const named = mentions[aged];
  if (
    named === undefined ||
    (named.role !== 'SUBJECT' && named.role !== 'APPOSITION') ||
    clusters.gender(aged) === 'THING'
  )
    return;
  const paragraphOf = (sentence: number) => view.sentences[sentence]?.paragraph ?? 0;
  if (paragraphOf(named.sentence) - paragraphOf(lead) > FARTHEST) return;
  const genders = [clusters.gender(subject), clusters.gender(aged)];
  if (genders.includes('HE') && genders.includes('SHE')) return;
  const described = isNewlyDescribed(mentions, clusters, aged);
  if (described === false) return;
  // Who only speaks may be a witness: but not where the lead is what somebody says.
  if (described === null && isVoiced(view, named, quotations) && !isVoiced(view, person, quotations)) return;
  clusters.join(subject, aged);
  settled[subject] = 1;
}

/** Headlines have no full stop. */
function isProse(view: View, { last }: TokenRange): boolean {
  return ['.', '!', '?', '”', '"'].includes(view.lower(last - 1));
}

function isUnnamedPerson({ kind, type, number, wording }: FoundMention): boolean {
  return (
    kind === 'NOMINAL' &&
    type === 'PERSON' &&
    number === 'SINGULAR' &&
    (wording === 'INDEFINITE' || wording === 'DEFINITE')
  );
}

/** "Ines Maro, 34,": a full name with an age behind it. */
function isAged(view: View, { kind, type, first, last, head }: FoundMention): boolean {
  if (kind !== 'NAME' || type !== 'PERSON' || last - first < 2) return false;
  return view.lower(head + 1) === ',' && /^[1-9]\d$/.test(view.lower(head + 2));
}

/**
 * True for "|the defendant|, Ines Maro, 34", of whom the text tells for the first time; null for a name alone; false for whom
 * it knows already, or tells apart: "a neighbour", "her sister".
 */
function isNewlyDescribed(mentions: readonly FoundMention[], clusters: MentionClusters, aged: number): boolean | null {
  const { sentence } = mentions[aged] as FoundMention;
  let described: boolean | null = null;
  for (const [index, mention] of mentions.entries()) {
    if (index === aged || clusters.find(index) !== clusters.find(aged)) continue;
    if (mention.sentence < sentence) return false;
    if (mention.sentence > sentence || mention.kind !== 'NOMINAL') continue;
    if (mention.wording !== 'DEFINITE') return false;
    described = true;
  }
  return described;
}

/** True where the person, or "who" of it, is said to say something in that sentence. */
function isVoiced(view: View, { sentence, head }: FoundMention, quotations: readonly FoundQuotation[]): boolean {
  return quotations.some(({ claimant }) => {
    if (claimant === null || view.sentenceIndexOf(claimant.head) !== sentence) return false;
    return claimant.head === head || view.lower(claimant.head) === 'who';
  });
}
