/** Prefixes of the RDF formats. The first is our own vocabulary; its terms are those of `export-rows.ts`. */
export const RDF_PREFIXES = {
  claimgraph: 'urn:claimgraph:vocabulary#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'https://schema.org/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
} as const;

/** The IRI of an entity by its id. */
export function entityIri(id: string): string {
  return `urn:claimgraph:entity:${encodeURIComponent(id)}`;
}

/** The IRI of a relationship by its id. */
export function relationshipIri(id: string): string {
  return `urn:claimgraph:relationship:${encodeURIComponent(id)}`;
}

/** The IRI of a document by its id. */
export function documentIri(id: string): string {
  return `urn:claimgraph:document:${encodeURIComponent(id)}`;
}

/** The IRI of a claim, which is also the name of the graph of what it says. */
export function claimIri(documentId: string, claimId: string): string {
  return `urn:claimgraph:claim:${encodeURIComponent(documentId)}:${encodeURIComponent(claimId)}`;
}
