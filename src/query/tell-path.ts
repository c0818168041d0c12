import type { IndexedClaim, Stance } from '../domain/index.js';
import { type RelationType, relationTypeRow } from '../ontology/index.js';
import type { Knowledge } from './knowledge.js';
import { loadDocuments } from './load-documents.js';
import type { PathHop, PathsAnswer } from './path.js';
import type { Stoppable } from './turns.js';

/** What documents without a source are called, by id: their titles. */
export type Titles = ReadonlyMap<string, string>;

/** A path in words, hop by hop, each with who says so: "The activist said that Ann Lee attacked Bo Ray; …". */
export function tellPath(knowledge: Knowledge, hops: readonly PathHop[], titles: Titles): string {
  return `${hops.map((hop) => tellHop(knowledge, hop, titles)).join('; ')}.`;
}

/** The titles that `tellPath` tells of; a document without one is left out. One store read. */
export async function titlesFor(knowledge: Knowledge, hops: readonly PathHop[], options: Stoppable): Promise<Titles> {
  const ids = hops
    .map(({ claims: [told] }) => told as IndexedClaim)
    .filter(isVoiceless)
    .map((told) => told.documentId);
  const documents = await loadDocuments(knowledge, [...new Set(ids)], options);
  return new Map(
    documents.flatMap((stored) => (stored?.document.title ? [[stored.document.id, stored.document.title]] : [])),
  );
}

/** The whole answer in one sentence, also where there is no path. */
export function tellAnswer(answer: Omit<PathsAnswer, 'explanation'>): string {
  const { from, to, maxHops, searchedEntities, truncated } = answer;
  const searched = `${countOf(searchedEntities, 'entity', 'entities')} ${searchedEntities === 1 ? 'was' : 'were'} searched`;
  const cut = truncated ? ', and the search was cut off before it was complete' : '';
  const ends = `${from.name} and ${to.name}`;
  const [first] = answer.paths;
  if (first === undefined) {
    return `No path joins ${ends} within ${countOf(maxHops, 'hop', 'hops')}: ${searched}${cut}.`;
  }
  const found = `${countOf(answer.paths.length, 'path', 'paths')} within ${countOf(maxHops, 'hop', 'hops')}`;
  return `${found} between ${ends}, the cheapest of ${countOf(first.length, 'hop', 'hops')}; ${searched}${cut}.`;
}

/** True for a claim that neither a quotation nor a source answers for. */
function isVoiceless({ attributed, source }: IndexedClaim): boolean {
  return !attributed && source === null;
}

function tellHop(knowledge: Knowledge, hop: PathHop, titles: Titles): string {
  const [subject, object] = hop.direction === 'FORWARD' ? [hop.from, hop.to] : [hop.to, hop.from];
  const claim = hop.claims[0] as IndexedClaim;
  const content = `${subject.name} ${verbOf(claim)} ${object.name}${qualificationOf(claim)}`;
  const others = hop.claims.length - 1;
  const more = others === 0 ? '' : ` (and ${countOf(others, 'more claim', 'more claims')})`;
  if (!claim.attributed) return `${content}, according to ${claim.source ?? nameOf(claim.documentId, titles)}${more}`;
  const claimants = claim.claimants.flatMap((key) => knowledge.graph.entity(key)?.name ?? []);
  const cue = CUES[claim.stance ?? 'ASSERTS'];
  // "Bo Ray, as told by Ann Lee, said that …": the innermost claimant says it, the others pass it on.
  const innermost = claimants.at(-1);
  const through = claimants.length > 1 ? `, as told by ${claimants.slice(0, -1).reverse().join(', as told by ')},` : '';
  return `${innermost ?? 'someone unnamed'}${through} ${cue} that ${content}${more}`;
}

function nameOf(documentId: string, titles: Titles): string {
  const title = titles.get(documentId);
  return title === undefined ? `document ${documentId}` : `“${title}”`;
}

const CUES: Readonly<Record<Stance, string>> = {
  ASSERTS: 'said',
  DENIES: 'denied',
  DOUBTS: 'doubted',
  ASKS: 'asked',
  CONFIRMS: 'confirmed',
};

/** What the label's verb needs before its object; those that need nothing are left out. */
const PREPOSITIONS: Readonly<Partial<Record<RelationType, string>>> = {
  PROTEST: 'against',
  CLAIM_RESPONSIBILITY: 'for',
  AGREE: 'with',
  CONSULT: 'with',
  COOPERATE: 'with',
  CONCEDE: 'to',
  RETREAT: 'from',
};

/** Between subject and object: "attacked", "is a member of", "leads". */
function verbOf({ relation, predicate }: IndexedClaim): string {
  const { label, family } = relationTypeRow(relation);
  if (family === 'OTHER') return `is joined by "${predicate}" to`;
  const [first = '', ...rest] = label.split(' ');
  if (family === 'STATE' || family === 'MOVEMENT') return first.endsWith('s') ? label : `is ${label}`;
  return [pastOf(first), ...rest, ...(PREPOSITIONS[relation] ?? '').split(' ')].filter((word) => word !== '').join(' ');
}

/** The past of a regular verb; every label of an event is one: "kill", "abuse", "deny", "expel". */
function pastOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return /[^aeiou]el$/.test(verb) ? `${verb}led` : `${verb}ed`;
}

function qualificationOf({ polarity, modality }: IndexedClaim): string {
  const words = [
    ...(polarity === 'NEGATED' ? ['negated'] : []),
    ...(modality === 'ACTUAL' ? [] : [modality.toLowerCase()]),
  ];
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
