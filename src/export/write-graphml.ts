import { carriableId } from './carriable-id.js';
import type { EdgeRow, ExportRows, NodeRow } from './export-rows.js';
import { EDGE_ATTRIBUTES, type GraphAttribute, NODE_ATTRIBUTES, writeAttributes } from './graph-attributes.js';
import { writeEach } from './write-each.js';
import { escapeXml, escapeXmlContent } from './xml-text.js';

/** GraphML: attributes are declared keys; each edge has an id, so that parallel edges stay apart. */
export async function* writeGraphml(rows: ExportRows): AsyncIterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="node-label" for="node" attr.name="label" attr.type="string"/>
${declare('node', NODE_ATTRIBUTES)}${declare('edge', EDGE_ATTRIBUTES)}<graph id="claimgraph" edgedefault="directed">
`;
  yield* writeEach(rows.nodes(), nodeElement);
  yield* writeEach(rows.edges(), edgeElement);
  yield '</graph>\n</graphml>\n';
}

function nodeElement(node: NodeRow): string {
  const label = `<data key="node-label">${escapeXmlContent(node.label)}</data>`;
  return `<node id="${escapeXml(carriableId(node.id))}">${label}${valueElements('node', NODE_ATTRIBUTES, node)}</node>\n`;
}

function edgeElement(edge: EdgeRow): string {
  const ends = `source="${escapeXml(carriableId(edge.subject))}" target="${escapeXml(carriableId(edge.object))}"`;
  const id = escapeXml(carriableId(edge.id));
  return `<edge id="${id}" ${ends}>${valueElements('edge', EDGE_ATTRIBUTES, edge)}</edge>\n`;
}

function declare<Row>(kind: 'node' | 'edge', attributes: readonly GraphAttribute<Row>[]): string {
  return attributes
    .map(({ id, type }) => {
      const graphmlType = type === 'integer' ? 'int' : type;
      return `<key id="${kind}-${id}" for="${kind}" attr.name="${id}" attr.type="${graphmlType}"/>\n`;
    })
    .join('');
}

function valueElements<Row>(kind: 'node' | 'edge', attributes: readonly GraphAttribute<Row>[], row: Row): string {
  return writeAttributes(
    attributes,
    row,
    ({ id }, value) => `<data key="${kind}-${id}">${escapeXmlContent(String(value))}</data>`,
  );
}
