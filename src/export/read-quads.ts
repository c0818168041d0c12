import type { Quad } from 'n3';
import type { Batches, ClaimRow, EntityReference, ExportRows } from './export-rows.js';
import { claimQuads, documentQuads, edgeQuads, nodeQuads, referenceQuads } from './rdf-quads.js';

/**
 * The statements of an export, those about one thing at a time: entities, relationships, documents with their claims.
 * An entity that only claims refer to is described before the first of them.
 */
export async function* readQuads(rows: ExportRows): Batches<readonly Quad[]> {
  const described = new Set<string>();
  for await (const nodes of rows.nodes()) {
    for (const { id } of nodes) described.add(id);
    yield nodes.map(nodeQuads);
  }
  for await (const edges of rows.edges()) yield edges.map(edgeQuads);
  let documentId: string | null = null;
  for await (const claims of rows.claims()) {
    for (const claim of claims) {
      const resources: (readonly Quad[])[] = [];
      if (claim.document.id !== documentId) resources.push(documentQuads(claim.document));
      documentId = claim.document.id;
      for (const reference of referencesOf(claim)) {
        if (described.has(reference.id)) continue;
        described.add(reference.id);
        resources.push(referenceQuads(reference));
      }
      resources.push(claimQuads(claim));
      // The statements of a claim are many: others have their turns between two.
      yield resources;
    }
  }
}

function* referencesOf(claim: ClaimRow): Iterable<EntityReference> {
  const place = claim.place === null ? [] : [claim.place];
  for (const { entity } of [...claim.subjects, ...claim.objects, ...claim.others, ...place, ...claim.claimants]) {
    if (entity !== null) yield entity;
  }
}
