import { carriableId } from './carriable-id.js';
import type { ExportRows } from './export-rows.js';
import { attributeValues, EDGE_ATTRIBUTES, type GraphAttribute, NODE_ATTRIBUTES } from './graph-attributes.js';
import { replaceControls } from './text-forms.js';

/** The DOT language of Graphviz. Attributes that Graphviz does not draw are kept for `gvpr` and other readers. */
export async function* writeDot(rows: ExportRows): AsyncIterable<string> {
  yield 'digraph claimgraph {\n  charset="UTF-8";\n';
  for await (const node of rows.nodes()) {
    yield `  ${quoted(carriableId(node.id))} [label=${label(node.label)}${pairs(NODE_ATTRIBUTES, node)}];\n`;
  }
  for await (const edge of rows.edges()) {
    const ends = `${quoted(carriableId(edge.subject))} -> ${quoted(carriableId(edge.object))}`;
    const names = `key=${quoted(carriableId(edge.id))}, label=${label(edge.relation)}`;
    yield `  ${ends} [${names}${pairs(EDGE_ATTRIBUTES, edge)}];\n`;
  }
  yield '}\n';
}

function pairs<Row>(attributes: readonly GraphAttribute<Row>[], row: Row): string {
  let text = '';
  for (const { attribute, value } of attributeValues(attributes, row)) {
    text += `, ${attribute.id}=${typeof value === 'number' ? value : quoted(value)}`;
  }
  return text;
}

/**
 * A quoted string of DOT. Its lexer undoes only `\"`: backslashes stay doubled and line ends stay `\n` in what a reader
 * sees, which is the escString form that labels are drawn from.
 */
function quoted(text: string): string {
  const escaped = replaceControls(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

/** Labels are drawn with HTML entities read, so that "&lt;" in a name would show as "<". */
function label(text: string): string {
  return quoted(text.replaceAll('&', '&amp;'));
}
