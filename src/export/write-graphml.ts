import { carriableId } from './carriable-id.js';
import type { ExportRows } from './export-rows.js';
import { attributeValues, EDGE_ATTRIBUTES, type GraphAttribute, NODE_ATTRIBUTES } from './graph-attributes.js';
import { escapeXml } from './xml-text.js';

/** GraphML: attributes are declared keys; each edge has an id, so that parallel edges stay apart. */
export async function* writeGraphml(rows: ExportRows): AsyncIterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="node-label" for="node" attr.name="label" attr.type="string"/>
${declare('node', NODE_ATTRIBUTES)}${declare('edge', EDGE_ATTRIBUTES)}<graph id="claimgraph" edgedefault="directed">
`;
  for await (const node of rows.nodes()) {
    const label = `<data key="node-label">${escapeXml(node.label)}</data>`;
    yield `<node id="${escapeXml(carriableId(node.id))}">${label}${valueElements('node', NODE_ATTRIBUTES, node)}</node>\n`;
  }
  for await (const edge of rows.edges()) {
    const ends = `source="${escapeXml(carriableId(edge.subject))}" target="${escapeXml(carriableId(edge.object))}"`;
    const id = escapeXml(carriableId(edge.id));
    yield `<edge id="${id}" ${ends}>${valueElements('edge', EDGE_ATTRIBUTES, edge)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
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
  let elements = '';
  for (const { attribute, value } of attributeValues(attributes, row)) {
    elements += `<data key="${kind}-${attribute.id}">${escapeXml(String(value))}</data>`;
  }
  return elements;
}
