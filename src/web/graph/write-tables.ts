import type { RelationshipLabel } from '../operations/generated.js';
import type { GraphModel } from './graph-model.js';
import { escapeXml } from './write-pictures.js';

const COLUMNS: readonly {
  readonly name: string;
  readonly read: (edge: RelationshipLabel) => string | number | null;
}[] = [
  { name: 'id', read: ({ id }) => id },
  { name: 'subject', read: ({ subject }) => subject.name },
  { name: 'subjectType', read: ({ subject }) => subject.type.id },
  { name: 'relation', read: ({ relation }) => relation.id },
  { name: 'family', read: ({ relation }) => relation.family },
  { name: 'object', read: ({ object }) => object.name },
  { name: 'objectType', read: ({ object }) => object.type.id },
  { name: 'supportingClaims', read: ({ support }) => support.claims },
  { name: 'supportingSources', read: ({ support }) => support.sources },
  { name: 'disputingClaims', read: ({ dispute }) => dispute.claims },
  { name: 'firstSeen', read: ({ firstSeen }) => firstSeen },
  { name: 'lastSeen', read: ({ lastSeen }) => lastSeen },
];

/** What is drawn, a relationship a line, after RFC 4180; a cell that a spreadsheet would run gets an apostrophe before it. */
export function writeCsv({ edges }: GraphModel): string {
  const rows = edges.map((edge) => COLUMNS.map(({ read }) => cellOf(read(edge))).join(','));
  return `${[COLUMNS.map(({ name }) => name).join(','), ...rows].join('\r\n')}\r\n`;
}

function cellOf(value: string | number | null): string {
  const words = String(value ?? '');
  const safe = /^'*[=+\-@\t\r\n]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What is drawn as GEXF 1.3, with the places of the nodes on the page; `placeOf` gives them, y downwards as in Gephi. */
export function writeGexf(
  { nodes, edges }: GraphModel,
  placeOf: (id: string) => { readonly x: number; readonly y: number },
): string {
  const nodeLines = nodes.map(({ id, name, type }) => {
    const { x, y } = placeOf(id);
    const values = `<attvalues><attvalue for="type" value="${escapeXml(type.id)}"/></attvalues>`;
    return `<node id="${escapeXml(id)}" label="${escapeXml(name)}">${values}<viz:position x="${x}" y="${y}" z="0"/></node>`;
  });
  const edgeLines = edges.map(({ id, subject, object, relation, support, dispute }) => {
    const values = [
      ['family', relation.family],
      ['support', support.claims],
      ['dispute', dispute.claims],
    ].map(([name, value]) => `<attvalue for="${name}" value="${escapeXml(String(value))}"/>`);
    const ends = `source="${escapeXml(subject.id)}" target="${escapeXml(object.id)}"`;
    return `<edge id="${escapeXml(id)}" ${ends} label="${escapeXml(relation.label)}"><attvalues>${values.join('')}</attvalues></edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '<graph defaultedgetype="directed">',
    '<attributes class="node"><attribute id="type" title="type" type="string"/></attributes>',
    '<attributes class="edge"><attribute id="family" title="family" type="string"/>' +
      '<attribute id="support" title="support" type="integer"/><attribute id="dispute" title="dispute" type="integer"/></attributes>',
    '<nodes>',
    ...nodeLines,
    '</nodes>',
    '<edges>',
    ...edgeLines,
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n');
}
