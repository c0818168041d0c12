import { carriableId } from './carriable-id.js';
import type { EdgeRow, ExportRows, NodeRow } from './export-rows.js';
import { EDGE_ATTRIBUTES, type GraphAttribute, NODE_ATTRIBUTES, writeAttributes } from './graph-attributes.js';
import { writeEach } from './write-each.js';
import { escapeXml } from './xml-text.js';

interface GexfVersion {
  readonly namespace: string;
  readonly version: string;
  /** `kind` tells parallel edges apart; version 1.2 does not know it. */
  readonly edgeKinds: boolean;
}

const VERSION_1_3: GexfVersion = { namespace: 'http://gexf.net/1.3', version: '1.3', edgeKinds: true };
const VERSION_1_2: GexfVersion = { namespace: 'http://www.gexf.net/1.2draft', version: '1.2', edgeKinds: false };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** GEXF 1.3: parallel edges are told apart by id and kind; the days of an edge are its spell. */
export function writeGexf(rows: ExportRows): AsyncIterable<string> {
  return writeVersion(rows, VERSION_1_3);
}

/** GEXF 1.2, for readers that do not know 1.3, as NetworkX does not. */
export function writeGexf12(rows: ExportRows): AsyncIterable<string> {
  return writeVersion(rows, VERSION_1_2);
}

async function* writeVersion(rows: ExportRows, { namespace, version, edgeKinds }: GexfVersion): AsyncIterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="${namespace}" version="${version}">
<meta><creator>Claimgraph</creator><description>Entities, and the relationships that claims make between them</description></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
${declare('node', NODE_ATTRIBUTES)}${declare('edge', EDGE_ATTRIBUTES)}<nodes>
`;
  yield* writeEach(rows.nodes(), nodeElement);
  yield '</nodes>\n<edges>\n';
  yield* writeEach(rows.edges(), (edge) => edgeElement(edge, edgeKinds));
  yield '</edges>\n</graph>\n</gexf>\n';
}

/** Id and title are the same, for some readers show the one and some the other. */
function declare<Row>(kind: 'node' | 'edge', attributes: readonly GraphAttribute<Row>[]): string {
  const lines = attributes.map(({ id, type }) => `<attribute id="${id}" title="${id}" type="${type}"/>\n`);
  return `<attributes class="${kind}" mode="static">\n${lines.join('')}</attributes>\n`;
}

function nodeElement(node: NodeRow): string {
  const id = escapeXml(carriableId(node.id));
  return `<node id="${id}" label="${escapeXml(node.label)}">${valueElements(NODE_ATTRIBUTES, node)}</node>\n`;
}

function edgeElement(edge: EdgeRow, edgeKinds: boolean): string {
  const ends = `source="${escapeXml(carriableId(edge.subject))}" target="${escapeXml(carriableId(edge.object))}"`;
  const kind = edgeKinds ? ` kind="${edge.relation}"` : '';
  const opening = `<edge id="${escapeXml(carriableId(edge.id))}" ${ends} label="${edge.relation}"${kind} weight="${edge.claims.length}">`;
  return `${opening}${valueElements(EDGE_ATTRIBUTES, edge)}${spell(edge)}</edge>\n`;
}

function valueElements<Row>(attributes: readonly GraphAttribute<Row>[], row: Row): string {
  const element = ({ id }: GraphAttribute<Row>, value: string | number): string =>
    `<attvalue for="${id}" value="${escapeXml(String(value))}"/>`;
  return `<attvalues>${writeAttributes(attributes, row, element)}</attvalues>`;
}

function spell(edge: EdgeRow): string {
  const { firstSeen, lastSeen } = edge;
  if (firstSeen === null || lastSeen === null || !DAY.test(firstSeen) || !DAY.test(lastSeen)) return '';
  return `<spells><spell start="${firstSeen}" end="${lastSeen}"/></spells>`;
}
