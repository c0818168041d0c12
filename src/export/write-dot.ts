import { carriableId } from './carriable-id.js';
import type { EdgeRow, ExportRows, NodeRow } from './export-rows.js';
import { EDGE_ATTRIBUTES, type GraphAttribute, NODE_ATTRIBUTES, writeAttributes } from './graph-attributes.js';
import { replaceControls } from './text-forms.js';
import { writeEach } from './write-each.js';

// In UTF-8 and with every character escaped, a part stays below the 16 KiB of the lexer.
const PART_LENGTH = 4000;

/** The DOT language of Graphviz. Attributes that Graphviz does not draw are kept for `gvpr` and other readers. */
export async function* writeDot(rows: ExportRows): AsyncIterable<string> {
  yield 'digraph claimgraph {\n  charset="UTF-8";\n';
  yield* writeEach(rows.nodes(), nodeLine);
  yield* writeEach(rows.edges(), edgeLine);
  yield '}\n';
}

function nodeLine(node: NodeRow): string {
  return `  ${quoted(carriableId(node.id))} [label=${label(node.label)}${pairs(NODE_ATTRIBUTES, node)}];\n`;
}

function edgeLine(edge: EdgeRow): string {
  const ends = `${quoted(carriableId(edge.subject))} -> ${quoted(carriableId(edge.object))}`;
  const names = `id=${quoted(carriableId(edge.id))}, label=${label(edge.relation)}`;
  return `  ${ends} [${names}${pairs(EDGE_ATTRIBUTES, edge)}];\n`;
}

function pairs<Row>(attributes: readonly GraphAttribute<Row>[], row: Row): string {
  return writeAttributes(
    attributes,
    row,
    ({ id }, value) => `, ${id}=${typeof value === 'number' ? value : quoted(value)}`,
  );
}

/**
 * A quoted string of DOT. Its lexer undoes only `\"`: backslashes stay doubled and line ends stay `\n` in what a reader
 * sees, which is the escString form that labels are drawn from. It also refuses strings of more than 16 KiB, so a long
 * text is written in parts, which DOT joins with `+`.
 */
function quoted(text: string): string {
  const clean = replaceControls(text);
  if (clean.length <= PART_LENGTH) return `"${escapePart(clean)}"`;
  const parts: string[] = [];
  for (let start = 0; start < clean.length; ) {
    const end = wholeCharacters(clean, start + PART_LENGTH);
    parts.push(`"${escapePart(clean.slice(start, end))}"`);
    start = end;
  }
  return parts.join(' + ');
}

function escapePart(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}

/** The end, or one less where it would part a pair of surrogates. */
function wholeCharacters(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return end < text.length && code >= 0xd800 && code <= 0xdbff ? end - 1 : Math.min(end, text.length);
}

/** Labels are drawn with HTML entities read, so that "&lt;" in a name would show as "<". */
function label(text: string): string {
  return quoted(text.replaceAll('&', '&amp;'));
}
