import { claimsJson } from './claims-json.js';
import type { EdgeRow, LinkRow, NodeRow } from './export-rows.js';
import { distinct } from './lists.js';
import { joinTexts } from './text-forms.js';

/** One column of a table, or one attribute; null where the row has no value. */
export interface Column<Row> {
  readonly id: string;
  readonly value: (row: Row) => string | number | null;
}

/** One attribute of nodes or edges in formats that know only scalars, and declare what they hold. */
export interface GraphAttribute<Row> extends Column<Row> {
  readonly type: 'string' | 'integer' | 'double';
}

/** The attributes of a node besides its id and label. */
export const NODE_ATTRIBUTES: readonly GraphAttribute<NodeRow>[] = [
  { id: 'type', type: 'string', value: (node) => node.type },
  { id: 'sector', type: 'string', value: (node) => node.sector },
  { id: 'aliases', type: 'string', value: (node) => joinTexts(node.aliases) },
  { id: 'roles', type: 'string', value: (node) => joinTexts(node.roles) },
  { id: 'documents', type: 'integer', value: (node) => node.documents },
  { id: 'mentions', type: 'integer', value: (node) => node.mentions },
  { id: 'country', type: 'string', value: (node) => node.country },
  { id: 'latitude', type: 'double', value: (node) => node.latitude },
  { id: 'longitude', type: 'double', value: (node) => node.longitude },
];

/**
 * The attributes of an edge besides its id and ends that need no evidence. `polarity` to `claimants` list the distinct
 * values of its claims for filters and for people.
 */
export const LINK_ATTRIBUTES: readonly GraphAttribute<LinkRow>[] = [
  { id: 'relation', type: 'string', value: (edge) => edge.relation },
  { id: 'supportClaims', type: 'integer', value: (edge) => edge.support.claims },
  { id: 'supportSources', type: 'integer', value: (edge) => edge.support.sources },
  { id: 'supportClaimants', type: 'integer', value: (edge) => edge.support.claimants },
  { id: 'disputeClaims', type: 'integer', value: (edge) => edge.dispute.claims },
  { id: 'disputeSources', type: 'integer', value: (edge) => edge.dispute.sources },
  { id: 'disputeClaimants', type: 'integer', value: (edge) => edge.dispute.claimants },
  { id: 'firstSeen', type: 'string', value: (edge) => edge.firstSeen },
  { id: 'lastSeen', type: 'string', value: (edge) => edge.lastSeen },
  { id: 'polarity', type: 'string', value: (edge) => joinTexts(distinct(edge.claims.map((claim) => claim.polarity))) },
  { id: 'modality', type: 'string', value: (edge) => joinTexts(distinct(edge.claims.map((claim) => claim.modality))) },
  {
    id: 'stance',
    type: 'string',
    value: (edge) => joinTexts(distinct(edge.claims.flatMap((claim) => claim.stance ?? []))),
  },
  {
    id: 'claimants',
    type: 'string',
    value: (edge) => joinTexts(distinct(edge.claims.flatMap((claim) => claim.claimants))),
  },
];

/** The same, and `claims` with each claim whole, as a JSON array. */
export const EDGE_ATTRIBUTES: readonly GraphAttribute<EdgeRow>[] = [
  ...LINK_ATTRIBUTES,
  { id: 'claims', type: 'string', value: (edge) => claimsJson(edge.claims) },
];

/** Writes the attributes of a row that have a value, one after the other in the table's order. */
export function writeAttributes<Row, Attribute extends GraphAttribute<Row>>(
  attributes: readonly Attribute[],
  row: Row,
  write: (attribute: Attribute, value: string | number) => string,
): string {
  let text = '';
  for (const attribute of attributes) {
    const value = attribute.value(row);
    if (value !== null && value !== '') text += write(attribute, value);
  }
  return text;
}
