import type { ReferentKey } from '../domain/index.js';
import { isRelationType, type RelationType } from '../ontology/index.js';

/** What the id of a relationship says. */
export interface RelationshipIdParts {
  readonly subject: ReferentKey;
  readonly relation: RelationType;
  readonly object: ReferentKey;
}

/** `<subject> <RELATION> <object>`. */
export function relationshipId({ subject, relation, object }: RelationshipIdParts): string {
  return `${subject} ${relation} ${object}`;
}

/**
 * What the id says; null for text that is none. Keys hold spaces in document ids and names, but the form of a key has
 * only one end: the first `#` follows the document id, neither type nor name holds `/`, and the ordinal is of digits.
 */
export function parseRelationshipId(id: string): RelationshipIdParts | null {
  const match = FORM.exec(id);
  if (match === null) return null;
  const [, subject = '', relation = '', object = ''] = match;
  return isRelationType(relation) ? { subject, relation, object } : null;
}

const FORM = /^([^#]+#[A-Z]+\/[^/#]*\/\d+) ([A-Z_]+) ([^#]+#[A-Z]+\/[^/#]*\/\d+)$/;
