import type { IndexedClaim, ReferentKey } from '../../domain/index.js';
import type { GraphReading } from '../knowledge-graph.js';
import { CHOICES, PARTS } from './codes.js';
import type { Columns } from './columns.js';
import { readList } from './lists.js';
import type { Words } from './words.js';

/** Claims, one by one, all, and by entity. */
export function readClaims(
  columns: Columns,
  { documentIds, texts, keys, entityAt, claimAt }: Words,
): Pick<GraphReading, 'claim' | 'claims' | 'claimsOf'> {
  const describe = (claim: number): IndexedClaim => {
    const document = columns.claimDocument[claim]!;
    const parts: ReferentKey[][] = PARTS.map(() => []);
    for (let place = columns.claimParts[claim]!; place < columns.claimParts[claim + 1]!; place++) {
      parts[columns.partRole[place]!]!.push(keys.at(columns.partReferent[place]!));
    }
    const [subjects, objects, others, places, claimants] = parts as [
      ReferentKey[],
      ReferentKey[],
      ReferentKey[],
      ReferentKey[],
      ReferentKey[],
    ];
    return {
      documentId: documentIds.commonAt(document),
      claimId: texts.commonAt(columns.claimId[claim]!),
      relation: CHOICES.relations.wordOf(columns.claimRelation[claim]!),
      predicate: texts.commonAt(columns.claimPredicate[claim]!),
      subjects,
      objects,
      others,
      place: places[0] ?? null,
      claimants,
      claimantsLeftOut: columns.claimLeavesOut[claim] === 1,
      attributed: columns.claimAttributed[claim] === 1,
      stance: CHOICES.stances.optionalWordOf(columns.claimStance[claim]!),
      polarity: CHOICES.polarities.wordOf(columns.claimPolarity[claim]!),
      modality: CHOICES.modalities.wordOf(columns.claimModality[claim]!),
      from: texts.optionalAt(columns.claimFrom[claim]!),
      to: texts.optionalAt(columns.claimTo[claim]!),
      confidence: columns.claimConfidence[claim]!,
      sentence: { start: columns.claimSentence[claim]!, end: columns.claimSentenceEnd[claim]! },
      source: texts.optionalAt(columns.documentSource[document]!),
      publishedAt: texts.optionalAt(columns.documentPublished[document]!),
    };
  };
  return {
    claim: (reference) => {
      const claim = claimAt(reference);
      return claim < 0 ? null : describe(claim);
    },
    claims: function* () {
      for (let claim = 0; claim < columns.claimId.length; claim++) yield describe(claim);
    },
    claimsOf: (id) => {
      const entity = entityAt(id);
      if (entity < 0) return [];
      return readList(columns.entityClaims, entity, (place) => describe(columns.entityClaim[place]!));
    },
  };
}
