import type { EntityType, RelationType } from '../../ontology/index.js';
import type { FoundClaim } from '../claims/found-claim.js';
import type { NounPhrase, SentenceReading } from '../phrases/reading.js';
import type { View } from '../view.js';
import { caseOf, settingSources } from './setting-sources.js';

/** Prepositions that say where something happens; "to" and "from" say where it leads. */
const PLACE_PREPOSITIONS = new Set(
  'in at near on outside inside across around throughout off along within amid beside behind beyond above aboard between'.split(
    ' ',
  ),
);
/** Of those, the ones that make a place of an organization: "at the hospital". */
const AT = new Set(['at', 'near', 'outside', 'inside']);
/** Relations whose object is where they happen: "killed two farmers in Okuru". */
const BODILY = new Set<RelationType>(
  'KILL INJURE ATTACK ABUSE ABDUCT DESTROY DETAIN SEIZE RESTRICT INVESTIGATE MOBILIZE PROTEST CONSULT OTHER'.split(
    ' ',
  ) as RelationType[],
);

/** Arcs to what something is done to: "fired on a crowd in Aleppo". */
const OBJECTS = new Set<string>(['obj', 'nsubj:pass', 'obl']);

/** What the places of claims are found in. */
export interface PlacedText {
  readonly claims: readonly FoundClaim[];
  /** By sentence. */
  readonly readings: readonly SentenceReading[];
  readonly mentions: readonly { readonly head: number; readonly type: EntityType }[];
}

/**
 * The place of each claim, by the tree: a prepositional phrase of its trigger, or of a verb whose setting it shares, that
 * names or describes a place; else one that tells where its object is. Null where the text tells none.
 */
export function placeClaims(view: View, { claims, readings, mentions }: PlacedText): readonly (NounPhrase | null)[] {
  const places = new Map<number, EntityType>();
  for (const { head, type } of mentions)
    if (type === 'PLACE' || type === 'FACILITY' || type === 'ORGANIZATION') places.set(head, type);
  return claims.map((claim) => {
    const reading = readings[claim.sentence];
    if (reading === undefined || places.size === 0) return null;
    const taken = new Set([...claim.subjects, ...claim.objects].map(({ head }) => head));
    const find = (token: number) => placeAt(view, { reading, places, taken, token });
    const isBodily = BODILY.has(claim.relation) && claim.tense === null;
    for (const source of settingSources(view, claim.trigger)) {
      const place = find(source) ?? (isBodily ? placeOfObject(view, { act: source, reading }, find) : null);
      if (place !== null) return place;
    }
    return null;
  });
}

/** "killed two farmers in Okuru", "the bombing of a market in Lasko": where what it is done to is, the last of several. */
function placeOfObject(
  view: View,
  { act, reading }: { readonly act: number; readonly reading: SentenceReading },
  find: (token: number) => NounPhrase | null,
): NounPhrase | null {
  const children = view.children(act);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    const dependency = view.dependency(child);
    const isOfNoun = dependency === 'nmod' && view.tag(act) === 'NOUN' && caseOf(view, child) === 'of';
    if (!OBJECTS.has(dependency) && !isOfNoun) continue;
    const last = lastJoined(view, child);
    // "met Ada Lee in Orlo" tells where; other names are where they are for other reasons.
    if (view.tag(last) === 'PROPN' && reading.phraseAt(last)?.name?.type !== 'PERSON') continue;
    const place = find(last);
    if (place !== null) return place;
  }
  return null;
}

function lastJoined(view: View, token: number): number {
  const children = view.children(token);
  let last = token;
  for (let index = 0; index < children.length; index++)
    if (view.dependency(children[index] as number) === 'conj') last = children[index] as number;
  return last;
}

interface PlaceSearch {
  readonly reading: SentenceReading;
  /** By head, the types of what names or describes a place, or may stand for one. */
  readonly places: ReadonlyMap<number, EntityType>;
  /** Heads of the claim's own participants. */
  readonly taken: ReadonlySet<number>;
  readonly token: number;
}

/** The first place among the prepositional phrases of a token. */
function placeAt(view: View, { reading, places, taken, token }: PlaceSearch): NounPhrase | null {
  const children = view.children(token);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    const dependency = view.dependency(child);
    if (dependency !== 'obl' && dependency !== 'nmod') continue;
    if (!PLACE_PREPOSITIONS.has(caseOf(view, child))) continue;
    const phrase = reading.phraseAt(child);
    if (phrase === undefined || phrase.isTime || taken.has(phrase.head)) continue;
    const place = namedPlace(reading, places, phrase);
    if (place !== null) return place;
  }
  return null;
}

/** "the town of Bourra" is Bourra; "the coast of Kien Giang" is in it. */
function namedPlace(
  reading: SentenceReading,
  places: ReadonlyMap<number, EntityType>,
  phrase: NounPhrase,
): NounPhrase | null {
  const type = places.get(phrase.head);
  const isPlace = type === 'ORGANIZATION' ? AT.has(phrase.preposition ?? '') : type !== undefined;
  if (phrase.name !== null) return isPlace ? phrase : null;
  const inner = reading
    .modifiersOf(phrase)
    .find(({ preposition, name, head }) => preposition === 'of' && name !== null && places.get(head) === 'PLACE');
  return inner ?? (isPlace ? phrase : null);
}
