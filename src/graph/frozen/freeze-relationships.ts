import type { GraphReading } from '../knowledge-graph.js';
import { claimFinder } from './claim-finder.js';
import { CHOICES } from './codes.js';
import type { Some } from './columns.js';
import type { ClaimColumns } from './freeze-claims.js';
import type { FrozenEntities } from './freeze-entities.js';
import { createGrowing, createLists, listPlaces } from './growing.js';
import { type Turns, turn } from './turn.js';

/** Relationships as columns. */
export type RelationshipColumns = Ends & Steps;

type Ends = Some<
  | 'subject'
  | 'relation'
  | 'object'
  | 'subjectRelationships'
  | 'relationshipClaims'
  | 'relationshipClaim'
  | 'supportClaims'
  | 'supportSources'
  | 'supportClaimants'
  | 'disputeClaims'
  | 'disputeSources'
  | 'disputeClaimants'
  | 'firstSeen'
  | 'lastSeen'
>;
type Steps = Some<'entitySteps' | 'stepOther' | 'stepRelationship' | 'stepClaims' | 'stepSupporting'>;

/** Keeps every relationship with what is said of it, and at each entity those that it is at either end of. */
export function* freezeRelationships(
  graph: GraphReading,
  entities: FrozenEntities,
  claims: ClaimColumns,
): Turns<RelationshipColumns> {
  const { texts, documentIds, referentOf, columns } = entities;
  const claimOf = claimFinder(claims, { documentIds, texts });
  const [subject, object, relation] = [createGrowing.U32(), createGrowing.U32(), createGrowing.U8()];
  const support = [createGrowing.U32(), createGrowing.U32(), createGrowing.U32()] as const;
  const dispute = [createGrowing.U32(), createGrowing.U32(), createGrowing.U32()] as const;
  const [firstSeen, lastSeen] = [createGrowing.U32(), createGrowing.U32()];
  const carrying = createLists();
  for (const relationship of graph.relationships()) {
    if (subject.length % 64 === 0) yield* turn();
    subject.push(columns.referentEntity[referentOf(relationship.subject)]!);
    object.push(columns.referentEntity[referentOf(relationship.object)]!);
    relation.push(CHOICES.relations.codeOf(relationship.relation));
    for (const reference of relationship.claims) carrying.push(claimOf(reference));
    carrying.end();
    for (const [counts, said] of [[support, relationship.support] as const, [dispute, relationship.dispute] as const]) {
      counts[0].push(said.claims);
      counts[1].push(said.sources);
      counts[2].push(said.claimants);
    }
    firstSeen.push(texts.addOptional(relationship.firstSeen));
    lastSeen.push(texts.addOptional(relationship.lastSeen));
  }
  const { starts: relationshipClaims, values: relationshipClaim } = carrying.finish();
  const ends = { subject: subject.finish(), object: object.finish() };
  const said = { relationshipClaims, supportClaims: support[0].finish() };
  return {
    ...ends,
    relation: relation.finish(),
    subjectRelationships: listPlaces(ends.subject, columns.entityType.length).starts,
    ...said,
    relationshipClaim,
    supportSources: support[1].finish(),
    supportClaimants: support[2].finish(),
    disputeClaims: dispute[0].finish(),
    disputeSources: dispute[1].finish(),
    disputeClaimants: dispute[2].finish(),
    firstSeen: firstSeen.finish(),
    lastSeen: lastSeen.finish(),
    ...(yield* stepsBetween({ ...ends, ...said }, columns.entityType.length)),
  };
}

/** Each relationship at both its ends, once where they are one. */
function* stepsBetween(
  {
    subject,
    object,
    relationshipClaims,
    supportClaims,
  }: Some<'subject' | 'object' | 'relationshipClaims' | 'supportClaims'>,
  entities: number,
): Turns<Steps> {
  const [start, relationship] = [createGrowing.U32(), createGrowing.U32()];
  for (let number = 0; number < subject.length; number++) {
    if (number % 4096 === 0) yield* turn();
    start.push(subject[number]!);
    relationship.push(number);
    if (subject[number] === object[number]) continue;
    start.push(object[number]!);
    relationship.push(number);
  }
  const [starts, relationships] = [start.finish(), relationship.finish()];
  const { starts: entitySteps, places } = listPlaces(starts, entities);
  yield* turn();
  const stepRelationship = places.map((place) => relationships[place]!);
  const stepOther = places.map((place) => {
    const [from, number] = [starts[place]!, relationships[place]!];
    return subject[number] === from ? object[number]! : subject[number]!;
  });
  yield* turn();
  const stepClaims = stepRelationship.map((number) => relationshipClaims[number + 1]! - relationshipClaims[number]!);
  const stepSupporting = stepRelationship.map((number) => supportClaims[number]!);
  return { entitySteps, stepOther, stepRelationship, stepClaims, stepSupporting };
}
