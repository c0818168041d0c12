import { carriableId } from './carriable-id.js';
import { claimsJson } from './claims-json.js';
import type { EdgeRow, NodeRow } from './export-rows.js';
import type { Column } from './graph-attributes.js';
import { tableOf } from './table-of.js';
import { replaceControls } from './text-forms.js';

/** The header names columns as `neo4j-admin database import` reads them; lists are parted by its usual semicolon. */
const NODE_COLUMNS: readonly Column<NodeRow>[] = [
  { id: 'entityId:ID', value: (node) => carriableId(node.id) },
  { id: 'name', value: (node) => node.label },
  { id: ':LABEL', value: (node) => `Entity;${node.type}` },
  { id: 'sector', value: (node) => node.sector },
  { id: 'aliases:string[]', value: (node) => joined(node.aliases) },
  { id: 'roles:string[]', value: (node) => joined(node.roles) },
  { id: 'documents:int', value: (node) => node.documents },
  { id: 'mentions:int', value: (node) => node.mentions },
  { id: 'country', value: (node) => node.country },
  { id: 'latitude:double', value: (node) => node.latitude },
  { id: 'longitude:double', value: (node) => node.longitude },
];

const EDGE_COLUMNS: readonly Column<EdgeRow>[] = [
  { id: ':START_ID', value: (edge) => carriableId(edge.subject) },
  { id: ':END_ID', value: (edge) => carriableId(edge.object) },
  { id: ':TYPE', value: (edge) => edge.relation },
  { id: 'relationshipId', value: (edge) => carriableId(edge.id) },
  { id: 'supportClaims:int', value: (edge) => edge.support.claims },
  { id: 'supportSources:int', value: (edge) => edge.support.sources },
  { id: 'supportClaimants:int', value: (edge) => edge.support.claimants },
  { id: 'disputeClaims:int', value: (edge) => edge.dispute.claims },
  { id: 'disputeSources:int', value: (edge) => edge.dispute.sources },
  { id: 'disputeClaimants:int', value: (edge) => edge.dispute.claimants },
  { id: 'firstSeen:date', value: (edge) => edge.firstSeen },
  { id: 'lastSeen:date', value: (edge) => edge.lastSeen },
  { id: 'claims', value: (edge) => claimsJson(edge.claims) },
];

/** The nodes of an import into Neo4j. */
export const NEO4J_NODES = tableOf({
  header: headerOf(NODE_COLUMNS),
  list: (rows) => rows.nodes(),
  line: (node) => lineOf(NODE_COLUMNS, node),
  idOf: ({ id }) => id,
});

/** Its relationships, whose ends are among the nodes. */
export const NEO4J_RELATIONSHIPS = tableOf({
  header: headerOf(EDGE_COLUMNS),
  list: (rows) => rows.edges(),
  line: (edge) => lineOf(EDGE_COLUMNS, edge),
  idOf: ({ id }) => id,
});

function headerOf<Row>(columns: readonly Column<Row>[]): string {
  return `${columns.map(({ id }) => id).join(',')}\n`;
}

function lineOf<Row>(columns: readonly Column<Row>[], row: Row): string {
  return `${columns.map(({ value }) => cell(value(row))).join(',')}\n`;
}

/** No spreadsheet opens these, so that nothing is put before formulas; a cell with a line end needs --multiline-fields. */
function cell(value: string | number | null): string {
  if (value === null || typeof value === 'number') return String(value ?? '');
  return `"${replaceControls(value)
    .replaceAll('"', '""')
    .replaceAll(/\r\n?|\n/g, ' ')}"`;
}

/** The import knows no escape within a list: a semicolon of a name becomes a comma. */
function joined(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll(';', ',')).join(';');
}
