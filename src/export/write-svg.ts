import { compareIds, keepBest } from '../base/index.js';
import { isRelationType, relationTypeRow } from '../ontology/index.js';
import { edgePath } from './edge-path.js';
import type { ExportRows, LinkRow, NodeRow } from './export-rows.js';
import { layOut, type Place } from './lay-out.js';
import { placeLabels } from './place-labels.js';
import { escapeXml } from './xml-text.js';

/** What is drawn at most: more could neither be read nor laid out within a moment. */
const NODES = 300;
const EDGES = 1000;

const WIDTH = 1600;
const HEIGHT = 1200;
const MARGIN = 90;

/** Colours by type, of about one lightness; every other type is grey. */
const COLOURS: ReadonlyMap<string, string> = new Map([
  ['PERSON', '#2f6db3'],
  ['ORGANIZATION', '#b3542f'],
  ['GROUP', '#8a6d1f'],
  ['PLACE', '#2f8a57'],
  ['FACILITY', '#6a7f2a'],
  ['EVENT', '#8a4a9e'],
]);
const OTHER_COLOUR = '#6b6b6b';

const STYLE = `text{font:13px sans-serif;fill:#1a1a1a}
.entity{stroke:#fff;stroke-width:1.5}
.label{text-anchor:middle;pointer-events:none;paint-order:stroke;stroke:#fff;stroke-width:3;stroke-linejoin:round}
.relationship{fill:none;stroke:#8c8c8c;stroke-opacity:.6}
.relationship.disputed{stroke:#c0392b;stroke-dasharray:6 4}`;

/** What is drawn of an edge; its claims would be kept in memory for nothing. */
interface DrawnEdge extends Pick<LinkRow, 'id' | 'subject' | 'relation' | 'object'> {
  readonly claims: number;
  readonly disputed: boolean;
}

/**
 * A picture without a script: the entities that are mentioned most, and the relationships between them with the most
 * claims, laid out the same each time. Whole names are titles, which viewers show at the pointer.
 */
export async function* writeSvg(rows: ExportRows): AsyncIterable<string> {
  const offeredNodes = keepBest<NodeRow>(NODES, (a, b) => b.mentions - a.mentions || compareIds(a.id, b.id));
  for await (const batch of rows.nodes()) for (const node of batch) offeredNodes.offer(node);
  const nodes = offeredNodes.best();
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const offeredEdges = keepBest<DrawnEdge>(EDGES, (a, b) => b.claims - a.claims || compareIds(a.id, b.id));
  let edgeCount = 0;
  for await (const batch of rows.links()) {
    edgeCount += batch.length;
    for (const edge of batch) {
      if (indexes.has(edge.subject) && indexes.has(edge.object)) offeredEdges.offer(drawnEdge(edge));
    }
  }
  const edges = offeredEdges.best();
  const ends = edges.map(({ subject, object }) => [indexes.get(subject), indexes.get(object)] as [number, number]);
  const places = (await layOut(nodes.length, ends)).map(onPicture);
  const radii = radiiOf(nodes);
  yield opening(`${nodes.length} of ${offeredNodes.offered} entities, ${edges.length} of ${edgeCount} relationships`);
  const parallels = new Map<string, number>();
  for (const [index, edge] of edges.entries()) {
    const [from, to] = ends[index] as [number, number];
    const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const parallel = parallels.get(pair) ?? 0;
    parallels.set(pair, parallel + 1);
    const at = (end: number) => ({ ...(places[end] as Place), radius: radii[end] as number });
    const title = `${nodes[from]?.label} – ${relationLabel(edge.relation)} – ${nodes[to]?.label}, claims: ${edge.claims}`;
    yield edgeElement(edge, edgePath(at(from), at(to), parallel), title);
  }
  for (const [index, node] of nodes.entries())
    yield circleElement(node, places[index] as Place, radii[index] as number);
  // Names come last, so that no circle covers one.
  for (const [index, label] of placeLabels(nodes, places, radii).entries()) {
    if (label !== null) yield labelElement(label, places[index] as Place, radii[index] as number);
  }
  yield '</svg>\n';
}

function drawnEdge({ id, subject, relation, object, claims, dispute }: LinkRow): DrawnEdge {
  return { id, subject, relation, object, claims: claims.length, disputed: dispute.claims > 0 };
}

function onPicture({ x, y }: Place): Place {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { x: round(MARGIN + x * (WIDTH - 2 * MARGIN)), y: round(MARGIN + y * (HEIGHT - 2 * MARGIN)) };
}

/** Areas grow with mentions. */
function radiiOf(nodes: readonly NodeRow[]): readonly number[] {
  const most = Math.max(1, ...nodes.map(({ mentions }) => mentions));
  return nodes.map(({ mentions }) => Math.round(10 * (5 + 15 * Math.sqrt(mentions / most))) / 10);
}

function opening(drawn: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${drawn}">
<style>${STYLE}</style>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="#8c8c8c"/></marker></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${legend()}<text x="20" y="${HEIGHT - 20}">${drawn}; dashed: disputed</text>
`;
}

function legend(): string {
  let x = 20;
  let text = '';
  for (const [type, colour] of [...COLOURS, ['OTHER', OTHER_COLOUR]]) {
    text += `<rect x="${x}" y="14" width="12" height="12" rx="6" fill="${colour}"/><text x="${x + 18}" y="25">${type}</text>\n`;
    x += 40 + 10 * (type?.length ?? 0);
  }
  return text;
}

function edgeElement({ claims, disputed }: DrawnEdge, path: string, title: string): string {
  const classes = disputed ? 'relationship disputed' : 'relationship';
  const width = Math.min(5, 1 + Math.log2(Math.max(1, claims)) / 2).toFixed(1);
  return `<path class="${classes}" d="${path}" stroke-width="${width}" marker-end="url(#arrow)"><title>${escapeXml(title)}</title></path>\n`;
}

function circleElement({ label, type }: NodeRow, { x, y }: Place, radius: number): string {
  const colour = COLOURS.get(type) ?? OTHER_COLOUR;
  return `<circle class="entity" cx="${x}" cy="${y}" r="${radius}" fill="${colour}"><title>${escapeXml(label)}</title></circle>\n`;
}

function labelElement(label: string, { x, y }: Place, radius: number): string {
  return `<text class="label" x="${x}" y="${(y + radius + 14).toFixed(1)}">${escapeXml(label)}</text>\n`;
}

function relationLabel(relation: string): string {
  return isRelationType(relation) ? relationTypeRow(relation).label : relation;
}
