import type { IndexedClaim, ReferentKey } from '../../domain/index.js';
import type { GraphReading } from '../knowledge-graph.js';
import { CHOICES, type PARTS } from './codes.js';
import type { Columns } from './columns.js';
import type { Words } from './words.js';

type Part = (typeof PARTS)[number];

/** Shared, since most claims have several lists without a key. */
const NONE: readonly ReferentKey[] = Object.freeze([]);

/** Claims, one by one, all, and by entity. */
export function readClaims(
  columns: Columns,
  { documentIds, texts, keys, entityAt, claimAt }: Words,
): Pick<GraphReading, 'claim' | 'claims' | 'claimsOf'> {
  const keysOf = (claim: number, part: Part): readonly ReferentKey[] => {
    let found: ReferentKey[] | null = null;
    const role = CHOICES.parts.codeOf(part);
    for (let place = columns.claimParts[claim]!; place < columns.claimParts[claim + 1]!; place++) {
      if (columns.partRole[place] !== role) continue;
      found ??= [];
      found.push(keys.at(columns.partReferent[place]!));
    }
    return found ?? NONE;
  };
  const describe = (claim: number): IndexedClaim => {
    const document = columns.claimDocument[claim]!;
    return {
      documentId: documentIds.commonAt(document),
      claimId: texts.commonAt(columns.claimId[claim]!),
      relation: CHOICES.relations.wordOf(columns.claimRelation[claim]!),
      predicate: texts.commonAt(columns.claimPredicate[claim]!),
      subjects: keysOf(claim, 'SUBJECT'),
      objects: keysOf(claim, 'OBJECT'),
      others: keysOf(claim, 'OTHER'),
      place: keysOf(claim, 'PLACE')[0] ?? null,
      claimants: keysOf(claim, 'CLAIMANT'),
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
    claimsOf: function* (id) {
      const entity = entityAt(id);
      if (entity < 0) return;
      const end = columns.entityClaims[entity + 1]!;
      for (let place = columns.entityClaims[entity]!; place < end; place++) yield describe(columns.entityClaim[place]!);
    },
  };
}
