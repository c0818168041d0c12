import type { Claim, Quote } from '../../domain/index.js';
import { type EntityType, type RelationType, relationTypeRow } from '../../ontology/index.js';
import type { IncidentWords } from '../../resources/index.js';
import { headOfDescription } from '../head-of-description.js';
import { HEAD_ENDS } from '../name-words.js';
import type { Tally } from './happening.js';
import { tallyOf } from './read-parties.js';

/** What kind of happening a claim is about, and what its words say beyond its own relation. */
export interface ClaimKind {
  readonly kind: string;
  readonly relation: RelationType;
  /** Of "the death toll rose to 43"; null for all others. */
  readonly toll: Tally | null;
}

/** What the kind of a claim is read from besides the claim. */
export interface ClaimSurroundings {
  readonly text: string;
  /** By referent id. */
  readonly types: ReadonlyMap<string, EntityType>;
  readonly words: IncidentWords;
}

/** Null for states ("leads", "owns"), and for what only answers another claim ("rejected that"). */
export function kindOfClaim(claim: Claim, surroundings: ClaimSurroundings): ClaimKind | null {
  const { words, types } = surroundings;
  const toll = readToll(claim, surroundings);
  if (toll !== null) return toll;
  if (paysMoney(claim, surroundings)) return { kind: 'PAYMENT', relation: claim.relation, toll: null };
  const relation = relationOfNominal(claim, words) ?? claim.relation;
  const { family } = relationTypeRow(relation);
  if (relation === 'DENY' || relation === 'REJECT' || family === 'STATE') return null;
  if (
    words.has(claim.predicate, 'CAUSE') ||
    startsMishap(claim, words) ||
    (family === 'FORCE' && isByNobody(claim, types))
  ) {
    return { kind: 'CAUSE', relation, toll: null };
  }
  return { kind: KINDS[relation] ?? (relation === 'OTHER' ? claim.predicate : relation), relation, toll: null };
}

/** Acts of force are told of under many relations: "gunmen attacked the village" is "gunmen killed villagers" elsewhere. */
const KINDS: Partial<Readonly<Record<RelationType, string>>> = {
  KILL: 'FORCE',
  INJURE: 'FORCE',
  ATTACK: 'FORCE',
  DESTROY: 'FORCE',
};

/** "started the fire"; not "started talks". */
function startsMishap({ predicate, objects }: Claim, words: IncidentWords): boolean {
  return words.has(predicate, 'START') && objects.some(({ quote }) => words.has(headOfDescription(quote), 'MISHAP'));
}

/** A predicate without the prepositions that end it: "deliver to" is `deliver`. */
export function bareVerb(predicate: string): string {
  const words = predicate.split(' ');
  let end = words.length;
  while (end > 1 && HEAD_ENDS.has(words[end - 1] as string)) end--;
  return words.slice(0, end).join(' ');
}

/** "paid the minister", "took bribes", "delivered envelopes of cash". */
function paysMoney(claim: Claim, { words, text }: ClaimSurroundings): boolean {
  const verb = bareVerb(claim.predicate);
  if (words.has(verb, 'PAYMENT')) return true;
  if (!words.has(verb, 'TAKE') && !words.has(verb, 'GIVE')) return false;
  return [...claim.objects, ...claim.others].some(({ quote, end }) => {
    if (SUM.test(quote) || words.has(headOfDescription(quote), 'MONEY')) return true;
    return words.has(LINK.exec(text.slice(end, end + LONGEST_LINK))?.[1] ?? '', 'MONEY');
  });
}

/** "$200,000". */
const SUM = /\p{Sc}\s?\d/u;

/** "gave such an order" is an order: a light verb with an event noun as its object. */
function relationOfNominal(claim: Claim, words: IncidentWords): RelationType | null {
  if (!words.has(claim.predicate, 'LIGHT')) return null;
  const object = claim.objects.find(({ referent }) => referent === null);
  return object === undefined ? null : words.relationOf(headOfDescription(object.quote));
}

/** "a wave struck the ferry": what did it is nobody. */
function isByNobody(claim: Claim, types: ReadonlyMap<string, EntityType>): boolean {
  return (
    claim.subjects.length > 0 &&
    claim.subjects.every(({ referent }) => {
      const type = types.get(referent ?? '');
      return type === undefined || type === 'EVENT';
    })
  );
}

/** How far after "the number" the text may say of what. */
const LONGEST_LINK = 40;
const LINK = /^\s+(?:of|for)\s+(?:the\s+|those\s+|people\s+|confirmed\s+)*(\p{L}+)/u;
const NUMERAL = /(?:^|[^\d.,])(\d{1,3}(?:,\d{3})+|\d{1,9})(?![\d.,]*\d)/;

/** "The number of dead climbed to 43", "the toll stands at 70". Null for all others. */
function readToll(claim: Claim, surroundings: ClaimSurroundings): ClaimKind | null {
  const { words } = surroundings;
  const relation = [...claim.subjects, ...claim.objects]
    .map((quote) => tollRelation(quote, surroundings))
    .find((found) => found !== null);
  if (relation === undefined || relation === null) return null;
  for (const { quote } of [...claim.others, ...claim.objects]) {
    const numeral = NUMERAL.exec(quote)?.[1];
    if (numeral === undefined) continue;
    const count = Number(numeral.replaceAll(',', ''));
    const range = /\b(?:at least|more than|over)\b/i.test(quote) ? Number.POSITIVE_INFINITY : count;
    return { kind: 'FORCE', relation, toll: tallyOf({ least: count, most: range }, false, { unit: null, words }) };
  }
  return null;
}

function tollRelation(quote: Quote, { text, words }: ClaimSurroundings): RelationType | null {
  const [counting = '', inside] = quote.quote.toLowerCase().split(' of ');
  const head = headOfDescription(counting);
  if (words.has(head, 'TOLL')) return 'KILL';
  if (!words.has(head, 'NUMBER')) return null;
  const counted = inside ?? LINK.exec(text.slice(quote.end, quote.end + LONGEST_LINK))?.[1] ?? '';
  const noun = counted.split(' ').at(-1)?.toLowerCase() ?? '';
  if (words.has(noun, 'THE_DEAD')) return 'KILL';
  return words.has(noun, 'THE_INJURED') ? 'INJURE' : null;
}
