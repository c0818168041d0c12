export { buildGraph } from './build-graph.js';
export { createKnowledgeGraph } from './create-knowledge-graph.js';
export { DERIVATION } from './derivation.js';
export { freezeGraph } from './frozen/freeze-graph.js';
export { thawGraph } from './frozen/thaw-graph.js';
export type {
  GraphOptions,
  GraphReading,
  KnowledgeGraph,
  Link,
  Links,
  NameForm,
  Neighbor,
  Step,
} from './knowledge-graph.js';
export { parseRelationshipId, type RelationshipIdParts, relationshipId } from './relationship-id.js';
