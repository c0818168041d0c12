import type { IndexedClaim } from '../../domain/index.js';
import type { GraphReading } from '../knowledge-graph.js';
import { CHOICES } from './codes.js';
import type { Some } from './columns.js';
import type { FrozenEntities } from './freeze-entities.js';
import { createGrowing, createLists, listPlaces } from './growing.js';
import { type Turns, turn } from './turn.js';

/** Claims as columns, without their incidents. */
export type ClaimColumns = Some<
  | 'documentClaims'
  | 'documentSource'
  | 'documentPublished'
  | 'claimDocument'
  | 'claimId'
  | 'claimRelation'
  | 'claimPredicate'
  | 'claimParts'
  | 'partReferent'
  | 'partRole'
  | 'claimLeavesOut'
  | 'claimAttributed'
  | 'claimStance'
  | 'claimPolarity'
  | 'claimModality'
  | 'claimFrom'
  | 'claimTo'
  | 'claimConfidence'
  | 'claimSentence'
  | 'claimSentenceEnd'
  | 'entityClaims'
  | 'entityClaim'
>;

/** Keeps every claim, and which entities take part in it. */
export function* freezeClaims(graph: GraphReading, entities: FrozenEntities): Turns<ClaimColumns> {
  const { texts, documentIds, referentOf } = entities;
  const [document, id, predicate] = [createGrowing.U32(), createGrowing.U32(), createGrowing.U32()];
  const [from, to, confidence] = [createGrowing.U32(), createGrowing.U32(), createGrowing.F64()];
  const [relation, attributed, stance] = [createGrowing.U8(), createGrowing.U8(), createGrowing.U8()];
  const [polarity, modality, role] = [createGrowing.U8(), createGrowing.U8(), createGrowing.U8()];
  const [leavesOut, sentence, sentenceEnd] = [createGrowing.U8(), createGrowing.U32(), createGrowing.U32()];
  const parts = createLists();
  const documentSource = new Uint32Array(documentIds.count);
  const documentPublished = new Uint32Array(documentIds.count);
  let [lastId, lastNumber] = ['', -1];
  for (const claim of graph.claims()) {
    if (id.length % 256 === 0) yield* turn();
    if (claim.documentId !== lastId || lastNumber < 0) {
      [lastId, lastNumber] = [claim.documentId, documentIds.numberOf(claim.documentId)];
      documentSource[lastNumber] = texts.addOptional(claim.source);
      documentPublished[lastNumber] = texts.addOptional(claim.publishedAt);
    }
    document.push(lastNumber);
    id.push(texts.add(claim.claimId));
    relation.push(CHOICES.relations.codeOf(claim.relation));
    predicate.push(texts.add(claim.predicate));
    for (const [part, keys] of Object.entries(partsOf(claim))) {
      for (const key of keys) {
        parts.push(referentOf(key));
        role.push(CHOICES.parts.codeOf(part as keyof ReturnType<typeof partsOf>));
      }
    }
    parts.end();
    leavesOut.push(claim.claimantsLeftOut ? 1 : 0);
    attributed.push(claim.attributed ? 1 : 0);
    stance.push(CHOICES.stances.optionalCodeOf(claim.stance));
    polarity.push(CHOICES.polarities.codeOf(claim.polarity));
    modality.push(CHOICES.modalities.codeOf(claim.modality));
    from.push(texts.addOptional(claim.from));
    to.push(texts.addOptional(claim.to));
    confidence.push(claim.confidence);
    sentence.push(claim.sentence.start);
    sentenceEnd.push(claim.sentence.end);
  }
  const { starts: claimParts, values: partReferent } = parts.finish();
  const claimDocument = document.finish();
  return {
    documentClaims: listPlaces(claimDocument, documentIds.count).starts,
    documentSource,
    documentPublished,
    claimDocument,
    claimId: id.finish(),
    claimRelation: relation.finish(),
    claimPredicate: predicate.finish(),
    claimParts,
    partReferent,
    partRole: role.finish(),
    claimLeavesOut: leavesOut.finish(),
    claimAttributed: attributed.finish(),
    claimStance: stance.finish(),
    claimPolarity: polarity.finish(),
    claimModality: modality.finish(),
    claimFrom: from.finish(),
    claimTo: to.finish(),
    claimConfidence: confidence.finish(),
    claimSentence: sentence.finish(),
    claimSentenceEnd: sentenceEnd.finish(),
    ...(yield* claimsByEntity({ claimParts, partReferent }, entities)),
  };
}

function partsOf({ subjects, objects, others, place, claimants }: IndexedClaim) {
  return {
    SUBJECT: subjects,
    OBJECT: objects,
    OTHER: others,
    PLACE: place === null ? [] : [place],
    CLAIMANT: claimants,
  };
}

/** The claims that each entity takes part in, each once, in the order of the record. */
function* claimsByEntity(
  { claimParts, partReferent }: Some<'claimParts' | 'partReferent'>,
  { columns: { referentEntity, entityType } }: FrozenEntities,
): Turns<Some<'entityClaims' | 'entityClaim'>> {
  const [entity, claimOf] = [createGrowing.U32(), createGrowing.U32()];
  for (let claim = 0; claim < claimParts.length - 1; claim++) {
    if (claim % 4096 === 0) yield* turn();
    const there = new Set<number>();
    for (let part = claimParts[claim]!; part < claimParts[claim + 1]!; part++) {
      there.add(referentEntity[partReferent[part]!]!);
    }
    for (const number of there) {
      entity.push(number);
      claimOf.push(claim);
    }
  }
  const claims = claimOf.finish();
  const { starts, places } = listPlaces(entity.finish(), entityType.length);
  return { entityClaims: starts, entityClaim: places.map((place) => claims[place]!) };
}
