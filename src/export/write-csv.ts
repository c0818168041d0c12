import { carriableId } from './carriable-id.js';
import type { ClaimRow, ExportRows, LinkRow, NodeRow } from './export-rows.js';
import { type Column, LINK_ATTRIBUTES, NODE_ATTRIBUTES } from './graph-attributes.js';
import { joinTexts, replaceControls } from './text-forms.js';

// A spreadsheet runs a cell that opens with one of these. The apostrophes before it are for the way back: see below.
const FORMULA = /^'*[=+\-@\t\r\n]/;

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
  { id: 'id', value: (claim) => `${claim.document.id}/${claim.id}` },
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

/** A table of entities after RFC 4180, with a header. */
export function writeCsvNodes(rows: ExportRows): AsyncIterable<string> {
  return writeTable(NODE_COLUMNS, rows.nodes());
}

/** A table of relationships, whose ends are ids of the table of entities. */
export function writeCsvEdges(rows: ExportRows): AsyncIterable<string> {
  return writeTable(EDGE_COLUMNS, rows.links());
}

/** A table of claims, each with its evidence and its document. */
export function writeCsvClaims(rows: ExportRows): AsyncIterable<string> {
  return writeTable(CLAIM_COLUMNS, rows.claims());
}

async function* writeTable<Row>(columns: readonly Column<Row>[], list: AsyncIterable<Row>): AsyncIterable<string> {
  yield `${columns.map((column) => column.id).join(',')}\r\n`;
  for await (const row of list) yield `${columns.map((column) => cell(column.value(row))).join(',')}\r\n`;
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it. So does one whose apostrophes open
 * such a cell, so that taking one off wherever FORMULA matches after it gives back every text.
 */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
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
