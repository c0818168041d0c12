import { carriableId } from './carriable-id.js';
import { claimRowId } from './claim-rows.js';
import type { ClaimRow, LinkRow, NodeRow } from './export-rows.js';
import { type Column, LINK_ATTRIBUTES, NODE_ATTRIBUTES } from './graph-attributes.js';
import { tableOf } from './table-of.js';
import { joinTexts, replaceControls } from './text-forms.js';

// A spreadsheet runs a cell that opens with one of these. The apostrophes before it are for the way back: see below.
const FORMULA = /^'*[=+\-@\t\r\n]/;

/** What most cells are: neither a formula nor in need of quotation marks. */
const PLAIN = /^[0-9A-Za-z](?:[ !#-+\--~]*[!#-+\--~])?$/;

/** The headers of id, label and ends are those that Gephi looks for. */
const NODE_COLUMNS: readonly Column<NodeRow>[] = [
  { id: 'Id', value: (node) => carriableId(node.id) },
  { id: 'Label', value: (node) => node.label },
  ...NODE_ATTRIBUTES,
];

const EDGE_COLUMNS: readonly Column<LinkRow>[] = [
  { id: 'Source', value: (edge) => carriableId(edge.subject) },
  { id: 'Target', value: (edge) => carriableId(edge.object) },
  { id: 'Type', value: () => 'Directed' },
  { id: 'Id', value: (edge) => carriableId(edge.id) },
  { id: 'Weight', value: (edge) => edge.claims.length },
  // The claims are a table of their own, whose rows name the document and claim.
  ...LINK_ATTRIBUTES,
  {
    id: 'claims',
    value: (edge) => joinTexts(edge.claims.map((claim) => `${claim.document}/${claim.claim}`)),
  },
];

const CLAIM_COLUMNS: readonly Column<ClaimRow>[] = [
  { id: 'id', value: claimRowId },
  { id: 'relation', value: (claim) => claim.relation },
  { id: 'predicate', value: (claim) => claim.predicate },
  { id: 'subjects', value: (claim) => joinTexts(claim.subjects.map(nameOf)) },
  { id: 'subjectIds', value: (claim) => joinTexts(claim.subjects.map(idOf)) },
  { id: 'objects', value: (claim) => joinTexts(claim.objects.map(nameOf)) },
  { id: 'objectIds', value: (claim) => joinTexts(claim.objects.map(idOf)) },
  { id: 'others', value: (claim) => joinTexts(claim.others.map(nameOf)) },
  { id: 'place', value: (claim) => (claim.place === null ? null : nameOf(claim.place)) },
  { id: 'from', value: (claim) => claim.time?.from ?? null },
  { id: 'to', value: (claim) => claim.time?.to ?? null },
  { id: 'polarity', value: (claim) => claim.polarity },
  { id: 'modality', value: (claim) => claim.modality },
  { id: 'stance', value: (claim) => claim.stance },
  { id: 'claimants', value: (claim) => joinTexts(claim.claimants.map((claimant) => claimant.name)) },
  { id: 'quotation', value: (claim) => claim.sentence.quote },
  { id: 'start', value: (claim) => claim.sentence.start },
  { id: 'end', value: (claim) => claim.sentence.end },
  { id: 'confidence', value: (claim) => claim.confidence },
  { id: 'document', value: (claim) => claim.document.id },
  { id: 'title', value: (claim) => claim.document.title },
  { id: 'source', value: (claim) => claim.document.source },
  { id: 'url', value: (claim) => claim.document.url },
  { id: 'publishedAt', value: (claim) => claim.document.publishedAt },
];

/** A table of entities after RFC 4180. */
export const CSV_NODES = tableOf({
  header: headerOf(NODE_COLUMNS),
  list: (rows) => rows.nodes(),
  line: (node) => lineOf(NODE_COLUMNS, node),
  idOf: ({ id }) => id,
});

/** A table of relationships, whose ends are ids of the table of entities. */
export const CSV_EDGES = tableOf({
  header: headerOf(EDGE_COLUMNS),
  list: (rows) => rows.links(),
  line: (edge) => lineOf(EDGE_COLUMNS, edge),
  idOf: ({ id }) => id,
});

/** A table of claims, each with its evidence and its document. */
export const CSV_CLAIMS = tableOf({
  header: headerOf(CLAIM_COLUMNS),
  list: (rows) => rows.claims(),
  line: (claim) => lineOf(CLAIM_COLUMNS, claim),
  idOf: claimRowId,
});

function headerOf<Row>(columns: readonly Column<Row>[]): string {
  return `${columns.map((column) => column.id).join(',')}\r\n`;
}

function lineOf<Row>(columns: readonly Column<Row>[], row: Row): string {
  let line = '';
  for (const { value } of columns) line += `${cell(value(row))},`;
  return `${line.slice(0, -1)}\r\n`;
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it. So does one whose apostrophes open
 * such a cell, so that taking one off wherever FORMULA matches after it gives back every text.
 */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number' || PLAIN.test(value)) return String(value);
  const text = replaceControls(value);
  const defused = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(defused) || defused !== defused.trim() ? `"${defused.replaceAll('"', '""')}"` : defused;
}

function nameOf(
  participant: ClaimRow['subjects'][number] | ClaimRow['others'][number] | NonNullable<ClaimRow['place']>,
) {
  return participant.entity?.name ?? participant.quote;
}

function idOf(participant: ClaimRow['subjects'][number]): string {
  return participant.entity === null ? '' : carriableId(participant.entity.id);
}
