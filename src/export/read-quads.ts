import type { Quad } from 'n3';
import type { ClaimRow, EntityReference, ExportRows } from './export-rows.js';
import { claimQuads, documentQuads, edgeQuads, nodeQuads, referenceQuads } from './rdf-quads.js';

/**
 * The statements of an export, those about one thing at a time: entities, relationships, documents with their claims.
 * An entity that only claims refer to is described before the first of them.
 */
export async function* readQuads(rows: ExportRows): AsyncIterable<readonly Quad[]> {
  const described = new Set<string>();
  for await (const node of rows.nodes()) {
    described.add(node.id);
    yield nodeQuads(node);
  }
  for await (const edge of rows.edges()) yield edgeQuads(edge);
  let documentId: string | null = null;
  for await (const claim of rows.claims()) {
    if (claim.document.id !== documentId) {
      documentId = claim.document.id;
      yield documentQuads(claim.document);
    }
    for (const reference of referencesOf(claim)) {
      if (described.has(reference.id)) continue;
      described.add(reference.id);
      yield referenceQuads(reference);
    }
    yield claimQuads(claim);
  }
}

function* referencesOf(claim: ClaimRow): Iterable<EntityReference> {
  const place = claim.place === null ? [] : [claim.place];
  for (const { entity } of [...claim.subjects, ...claim.objects, ...claim.others, ...place, ...claim.claimants]) {
    if (entity !== null) yield entity;
  }
}
