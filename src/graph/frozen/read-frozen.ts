import type { GraphReading } from '../knowledge-graph.js';
import type { Columns } from './columns.js';
import { readClaims } from './read-claims.js';
import { readEntities } from './read-entities.js';
import { readIncidents } from './read-incidents.js';
import { readJudgements } from './read-judgements.js';
import { readLinks } from './read-links.js';
import { readRelationships } from './read-relationships.js';
import { readWords } from './words.js';

/** Answers from columns what a graph may be asked. */
export function readFrozen(columns: Columns, version: number): GraphReading {
  const words = readWords(columns);
  const { relationshipAt, ...relationships } = readRelationships(columns, words);
  return {
    version,
    entityCount: columns.entityType.length,
    relationshipCount: columns.relation.length,
    claimCount: columns.claimId.length,
    ...readEntities(columns, words),
    ...relationships,
    links: readLinks(columns, words, relationshipAt),
    ...readClaims(columns, words),
    ...readIncidents(columns, words),
    ...readJudgements(columns, words),
  };
}
