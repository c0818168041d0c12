import { CLAIM_RESOLVERS } from './resolve-claims.js';
import { DOCUMENT_RESOLVERS } from './resolve-documents.js';
import { ENTITY_RESOLVERS } from './resolve-entities.js';
import { EXTRACTION_RESOLVERS } from './resolve-extractions.js';
import { INCIDENT_RESOLVERS } from './resolve-incidents.js';
import { MUTATION_RESOLVERS } from './resolve-mutations.js';
import { NETWORK_RESOLVERS } from './resolve-networks.js';
import { ONTOLOGY_RESOLVERS } from './resolve-ontology.js';
import { QUERY_RESOLVERS } from './resolve-queries.js';
import { RELATIONSHIP_RESOLVERS } from './resolve-relationships.js';
import { SUBSCRIPTION_RESOLVERS } from './resolve-subscriptions.js';
import type { TypeResolvers } from './resolver.js';

/** Every resolver, by type and field; the fields that are not here are properties of their parents. */
export const RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  ...QUERY_RESOLVERS,
  ...MUTATION_RESOLVERS,
  ...DOCUMENT_RESOLVERS,
  ...ENTITY_RESOLVERS,
  ...CLAIM_RESOLVERS,
  ...RELATIONSHIP_RESOLVERS,
  ...INCIDENT_RESOLVERS,
  ...ONTOLOGY_RESOLVERS,
  ...EXTRACTION_RESOLVERS,
  ...NETWORK_RESOLVERS,
  ...SUBSCRIPTION_RESOLVERS,
};
