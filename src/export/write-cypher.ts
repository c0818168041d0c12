import { cypherMap, cypherString } from './cypher-text.js';
import type { Batches, EdgeRow, ExportRows, NodeRow } from './export-rows.js';
import { distinct, groupBy } from './lists.js';
import { toJson } from './text-forms.js';

const STATEMENT_SIZE = 500;

/**
 * A script for Neo4j 4.4 and later (`cypher-shell -f`) that needs no parameters and can be run again: every node is an
 * Entity with its type as a second label, and every edge has its relation as its type.
 */
export async function* writeCypher(rows: ExportRows): AsyncIterable<string> {
  yield 'CREATE CONSTRAINT claimgraph_entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE entity.id IS UNIQUE;\n';
  for await (const batch of statements(rows.nodes())) {
    for (const [type, nodes] of groupBy(batch, (node) => node.type)) {
      yield 'UNWIND [\n';
      yield* lines(nodes, nodeMap);
      yield `] AS row MERGE (entity:Entity {id: row.id}) SET entity:\`${type}\`, entity += row.properties;\n`;
    }
  }
  for await (const batch of statements(rows.edges())) {
    for (const [relation, edges] of groupBy(batch, (edge) => edge.relation)) {
      yield 'UNWIND [\n';
      yield* lines(edges, edgeMap);
      yield `] AS row MATCH (subject:Entity {id: row.subject}) MATCH (object:Entity {id: row.object}) MERGE (subject)-[relationship:\`${relation}\` {id: row.id}]->(object) SET relationship += row.properties;\n`;
    }
  }
}

function nodeMap(node: NodeRow): string {
  const properties = cypherMap({
    name: node.label,
    type: node.type,
    sector: node.sector,
    aliases: node.aliases,
    roles: node.roles,
    documents: node.documents,
    mentions: node.mentions,
    country: node.country,
    latitude: node.latitude,
    longitude: node.longitude,
  });
  return `{id: ${cypherString(node.id)}, properties: ${properties}}`;
}

/** Properties cannot hold maps: each claim is a JSON text of the list `claims`. */
function edgeMap(edge: EdgeRow): string {
  const properties = cypherMap({
    relation: edge.relation,
    supportClaims: edge.support.claims,
    supportSources: edge.support.sources,
    supportClaimants: edge.support.claimants,
    disputeClaims: edge.dispute.claims,
    disputeSources: edge.dispute.sources,
    disputeClaimants: edge.dispute.claimants,
    firstSeen: edge.firstSeen,
    lastSeen: edge.lastSeen,
    polarity: distinct(edge.claims.map((claim) => claim.polarity)),
    modality: distinct(edge.claims.map((claim) => claim.modality)),
    stance: distinct(edge.claims.flatMap((claim) => claim.stance ?? [])),
    claimants: distinct(edge.claims.flatMap((claim) => claim.claimants)),
    claims: edge.claims.map(toJson),
  });
  const ends = `subject: ${cypherString(edge.subject)}, object: ${cypherString(edge.object)}`;
  return `{id: ${cypherString(edge.id)}, ${ends}, properties: ${properties}}`;
}

function* lines<Row>(rows: readonly Row[], map: (row: Row) => string): Iterable<string> {
  for (const [index, row] of rows.entries()) yield `  ${map(row)}${index === rows.length - 1 ? '' : ','}\n`;
}

/** The rows by as many as one statement takes. */
async function* statements<Row>(batches: Batches<Row>): Batches<Row> {
  let rows: Row[] = [];
  for await (const batch of batches) {
    for (const row of batch) {
      rows.push(row);
      if (rows.length < STATEMENT_SIZE) continue;
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}
