import { isRelationType, relationTypeRow } from '../ontology/index.js';
import type { ClaimRow, DocumentRow, EntityReference } from './export-rows.js';
import { hashedId } from './hashed-id.js';
import { escapeHtml, foreignText, webLink } from './html-text.js';

/** Gives the name of an entity as a link, or the words where the page does not hold it. */
export type NameOf = (id: string, otherwise: string) => string;

/** The `id` of a claim's element. */
export function claimAnchor(documentId: string, claimId: string): string {
  return `c${hashedId(JSON.stringify([documentId, claimId]))}`;
}

/** What stands above the claims of a document. */
export function documentHeading({ id, title, source, url, publishedAt }: DocumentRow): string {
  const words = title ?? id;
  const heading = url === null ? foreignText(words) : webLink(url, words);
  const about = [source, publishedAt].flatMap((text) => (text === null ? [] : foreignText(text)));
  return `<h3>${heading}</h3>\n${about.length === 0 ? '' : `<p>${about.join(', ')}</p>\n`}`;
}

/** A claim: who, what, whom, the sentence, and on whose word, when and where. */
export function claimArticle(claim: ClaimRow, nameOf: NameOf): string {
  const { document, id, subjects, objects, polarity, modality } = claim;
  const label = relationWords(claim);
  const marks = [polarity === 'AFFIRMED' ? null : polarity, modality === 'ACTUAL' ? null : modality];
  const parts = [
    namesOf(subjects, nameOf),
    `<strong>${escapeHtml(label)}</strong>`,
    namesOf(objects, nameOf),
    ...marks.flatMap((mark) => (mark === null ? [] : `<span class="mark">${escapeHtml(mark.toLowerCase())}</span>`)),
  ];
  return `<article class="claim" id="${claimAnchor(document.id, id)}">
<p>${parts.filter((part) => part !== '').join(' ')}</p>
<blockquote>${markedSentence(claim)}</blockquote>
<p>${details(claim, nameOf).join(' · ')}</p>
</article>
`;
}

/** Where no relation fits, the verb says more than that. */
function relationWords({ relation, predicate }: ClaimRow): string {
  if (relation === 'OTHER') return predicate;
  return isRelationType(relation) ? relationTypeRow(relation).label : relation;
}

/** The sentence with the word that makes the claim marked in it, where it stands there. */
function markedSentence({ sentence, trigger }: ClaimRow): string {
  const start = trigger.start - sentence.start;
  const end = trigger.end - sentence.start;
  const { quote } = sentence;
  if (start < 0 || end > quote.length || quote.slice(start, end) !== trigger.quote) return escapeHtml(quote);
  const [before, after] = [quote.slice(0, start), quote.slice(end)].map(escapeHtml);
  return `${before}<mark>${escapeHtml(trigger.quote)}</mark>${after}`;
}

function details(claim: ClaimRow, nameOf: NameOf): readonly string[] {
  const { quotations, claimants, stance, time, place, confidence } = claim;
  const names = claimants.map(({ name, entity }) => nameOrWords(entity, name, nameOf)).join(' › ');
  const voice = names === '' ? 'somebody whom the text does not name' : names;
  const days = time === null ? [] : [time.from, time.to].flatMap((day) => day ?? []);
  return [
    quotations.length === 0 && claimants.length === 0
      ? 'in the voice of the document'
      : `said by ${voice} (${escapeHtml((stance ?? '').toLowerCase())})`,
    ...(time === null ? [] : [`when: ${foreignText(time.quote)}${days.length > 0 ? ` (${daysText(days)})` : ''}`]),
    ...(place === null ? [] : [`where: ${nameOrWords(place.entity, place.quote, nameOf)}`]),
    `confidence ${confidence}`,
  ];
}

function daysText(days: readonly string[]): string {
  return [...new Set(days)].map(escapeHtml).join(' to ');
}

function namesOf(participants: ClaimRow['subjects'], nameOf: NameOf): string {
  return participants.map(({ entity, quote }) => nameOrWords(entity, quote, nameOf)).join(', ');
}

function nameOrWords(entity: EntityReference | null, words: string, nameOf: NameOf): string {
  return entity === null ? foreignText(words) : nameOf(entity.id, entity.name);
}
