import { ClaimgraphError } from '../base/index.js';
import type { ExportRows } from './export-rows.js';
import type { Table } from './table-of.js';
import { CLAIMS } from './write-claims.js';
import { CSV_CLAIMS, CSV_EDGES, CSV_NODES } from './write-csv.js';
import { writeCypher } from './write-cypher.js';
import { writeCytoscape } from './write-cytoscape.js';
import { writeDot } from './write-dot.js';
import { writeEvaluationGraph } from './write-evaluation-graph.js';
import { EVENTS } from './write-events.js';
import { writeFollowTheMoney } from './write-follow-the-money.js';
import { writeGexf, writeGexf12 } from './write-gexf.js';
import { writeGraphml } from './write-graphml.js';
import { writeGraphology } from './write-graphology.js';
import { writeHtml } from './write-html.js';
import { writeJsonLd } from './write-json-ld.js';
import { NEO4J_NODES, NEO4J_RELATIONSHIPS } from './write-neo4j.js';
import { writeNodeLink } from './write-node-link.js';
import { writeNquads, writeTrig } from './write-rdf.js';
import { writeStix } from './write-stix.js';
import { writeSvg } from './write-svg.js';
import { RELATIONS_OF_WIKIDATA, writeWikidata } from './write-wikidata.js';

/** One format that the graph is exported to. */
export interface ExporterRow {
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  readonly description: string;
  /**
   * What does not survive, or not in its shape: the name of the attribute, a colon, and what becomes of it.
   * `control characters` stands for characters that the format forbids. Empty where everything survives.
   */
  readonly losses: readonly string[];
  readonly write: (rows: ExportRows) => AsyncIterable<string>;
  /** Of a format that is a header, and then a row for each item of one list: it can be taken up behind any of them. */
  readonly header?: Table['header'];
  readonly writeRows?: Table['writeRows'];
}

const LISTS_JOINED = 'aliases, roles: joined with |; a | or backslash within one has a backslash before it';
const CLAIMS_AS_TEXT = 'claims: a JSON text; besides it, polarity, modality, stance and claimants joined with |';
const EVIDENCE_OF_SENTENCE =
  'evidence: the sentence of a claim alone; its parts, place and time, and title, source and address of its document, are in the format claims';
const INNERMOST_STANCE = 'stance: that of the innermost quotation alone';
const CSV_FORMULAS = 'formulas: a text that opens with = + - @, a tab or a line end gets an apostrophe before it';
const REPLACED_CONTROLS = 'control characters: become U+FFFD in texts; an id with one becomes its hash';
const XML_CONTROLS =
  'control characters: those that XML forbids become U+FFFD in texts; an id with one becomes its hash';
const UNRELATED_CLAIMS = 'claims without an entity at both ends: left out, for they make no edge';

const SCALAR_GRAPH_LOSSES: readonly string[] = [
  LISTS_JOINED,
  CLAIMS_AS_TEXT,
  INNERMOST_STANCE,
  EVIDENCE_OF_SENTENCE,
  UNRELATED_CLAIMS,
];
const NESTED_GRAPH_LOSSES: readonly string[] = [INNERMOST_STANCE, EVIDENCE_OF_SENTENCE, UNRELATED_CLAIMS];
const RDF_LOSSES: readonly string[] = [
  'claimants: the order of nested ones',
  INNERMOST_STANCE,
  'evidence: the sentence of a claim alone; its parts are in the format claims',
  'counts: left out',
];

/** The formats, in the order of lists shown to people. */
export const EXPORTERS = [
  {
    id: 'gexf',
    title: 'GEXF 1.3',
    mediaType: 'application/gexf+xml',
    extension: 'gexf',
    description: 'For Gephi and graphology-gexf. Parallel edges have ids and kinds; their days are spells.',
    losses: [...SCALAR_GRAPH_LOSSES, XML_CONTROLS],
    write: writeGexf,
  },
  {
    id: 'gexf-1.2',
    title: 'GEXF 1.2',
    mediaType: 'application/gexf+xml',
    extension: 'gexf',
    description: 'For readers that do not know version 1.3, such as NetworkX.',
    losses: [...SCALAR_GRAPH_LOSSES, XML_CONTROLS],
    write: writeGexf12,
  },
  {
    id: 'graphml',
    title: 'GraphML',
    mediaType: 'application/graphml+xml',
    extension: 'graphml',
    description: 'For NetworkX, igraph, yEd, Cytoscape and Gephi. Attributes are declared keys.',
    losses: [...SCALAR_GRAPH_LOSSES, XML_CONTROLS],
    write: writeGraphml,
  },
  {
    id: 'csv-nodes',
    title: 'CSV of entities',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    description:
      'For spreadsheets and Gephi: an entity a row. Cells that a spreadsheet would run open with an apostrophe.',
    losses: [
      LISTS_JOINED,
      'relation: in csv-edges',
      'support: in csv-edges',
      'dispute: in csv-edges',
      'firstSeen: in csv-edges',
      'lastSeen: in csv-edges',
      'claims: in csv-claims',
      CSV_FORMULAS,
      REPLACED_CONTROLS,
    ],
    ...CSV_NODES,
  },
  {
    id: 'csv-edges',
    title: 'CSV of relationships',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    description:
      'For spreadsheets and Gephi: a relationship a row. Cells that a spreadsheet would run open with an apostrophe.',
    losses: [
      'label, type, sector, aliases, roles, documents, mentions, country, coordinates: of nodes, in csv-nodes',
      'claims: their ids alone, joined with |; besides them, polarity, modality, stance and claimants joined with |',
      'quotation: in csv-claims',
      INNERMOST_STANCE,
      CSV_FORMULAS,
      REPLACED_CONTROLS,
      UNRELATED_CLAIMS,
    ],
    ...CSV_EDGES,
  },
  {
    id: 'csv-claims',
    title: 'CSV of claims',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    description:
      'For spreadsheets: a claim a row, with its sentence and document. Cells that a spreadsheet would run open with an apostrophe.',
    losses: [
      'label, type, sector, aliases, roles, documents, mentions, country, coordinates: of nodes, in csv-nodes',
      'support: in csv-edges',
      'dispute: in csv-edges',
      'firstSeen: in csv-edges',
      'lastSeen: in csv-edges',
      'evidence: the sentence of a claim alone; its parts are in the format claims',
      'subjects, objects, others, claimants: joined with |; a | or backslash within one has a backslash before it',
      'counts, role, tense, about: left out',
      INNERMOST_STANCE,
      CSV_FORMULAS,
      REPLACED_CONTROLS,
    ],
    ...CSV_CLAIMS,
  },
  {
    id: 'graphology',
    title: 'graphology JSON',
    mediaType: 'application/json',
    extension: 'json',
    description: 'The serialised graph that graphology imports.',
    losses: NESTED_GRAPH_LOSSES,
    write: writeGraphology,
  },
  {
    id: 'node-link',
    title: 'Node-link JSON',
    mediaType: 'application/json',
    extension: 'json',
    description:
      'For D3 and for NetworkX: node_link_graph(data, edges="links"), or without `edges` before version 3.4.',
    losses: NESTED_GRAPH_LOSSES,
    write: writeNodeLink,
  },
  {
    id: 'cytoscape',
    title: 'Cytoscape JSON',
    mediaType: 'application/json',
    extension: 'cyjs',
    description: 'For Cytoscape, cytoscape.js, and NetworkX (cytoscape_graph).',
    losses: NESTED_GRAPH_LOSSES,
    write: writeCytoscape,
  },
  {
    id: 'cypher',
    title: 'Cypher',
    mediaType: 'text/x-cypher-query; charset=utf-8',
    extension: 'cypher',
    description: 'A script for Neo4j 4.4 and later (cypher-shell -f) that needs no parameters and can be run again.',
    losses: [
      'claims: each a JSON text; besides them, lists of polarity, modality, stance and claimants',
      INNERMOST_STANCE,
      EVIDENCE_OF_SENTENCE,
      UNRELATED_CLAIMS,
    ],
    write: writeCypher,
  },
  {
    id: 'dot',
    title: 'DOT',
    mediaType: 'text/vnd.graphviz; charset=utf-8',
    extension: 'dot',
    description:
      'For Graphviz. Readers see backslashes doubled and line ends as \\n, and & in labels as &amp;: Graphviz undoes both in what it draws.',
    losses: [...SCALAR_GRAPH_LOSSES, REPLACED_CONTROLS],
    write: writeDot,
  },
  {
    id: 'jsonld',
    title: 'JSON-LD',
    mediaType: 'application/ld+json',
    extension: 'jsonld',
    description: 'The statements of the TriG as JSON-LD 1.1, with its context inside.',
    losses: RDF_LOSSES,
    write: writeJsonLd,
  },
  {
    id: 'nquads',
    title: 'N-Quads',
    mediaType: 'application/n-quads',
    extension: 'nq',
    description: 'The statements of the TriG, one a line.',
    losses: RDF_LOSSES,
    write: writeNquads,
  },
  {
    id: 'trig',
    title: 'TriG',
    mediaType: 'application/trig',
    extension: 'trig',
    description:
      'RDF with provenance: each claim with its claimant, polarity, sentence and document, and what it says in a graph named after it.',
    losses: RDF_LOSSES,
    write: writeTrig,
  },
  {
    id: 'claims',
    title: 'JSON Lines of claims',
    mediaType: 'application/x-ndjson',
    extension: 'jsonl',
    description: 'A claim a line, with every part of its evidence, its attributions and its document.',
    losses: [
      'sector, aliases, roles, documents, mentions, country, coordinates: of nodes, left out',
      'support, dispute, firstSeen, lastSeen: of relationships, left out',
    ],
    ...CLAIMS,
  },
  {
    id: 'evaluation-graph',
    title: 'JSON of entities and conflicts',
    mediaType: 'application/json',
    extension: 'json',
    description:
      'What resolution and comparison found, to score them: entities with every form and document, and pairs of claims that contradict each other.',
    losses: [
      'sector, roles, mentions, country, coordinates: left out',
      'relation, support, dispute, firstSeen, lastSeen: left out with all relationships',
      'claims: only those of conflicts, by document, id and extent',
    ],
    write: writeEvaluationGraph,
  },
  {
    id: 'ftm',
    title: 'FollowTheMoney',
    mediaType: 'application/json',
    extension: 'json',
    description: 'For Aleph, OpenSanctions and yente: JSON Lines of things, then of links between them.',
    losses: [
      'type: the nearest schema; ours is a keyword, as the sector is',
      'country: a part of the address of a place',
      'documents, mentions: left out',
      'support, dispute: left out',
      'claims: their sentences and ids alone',
      UNRELATED_CLAIMS,
    ],
    write: writeFollowTheMoney,
  },
  {
    id: 'stix',
    title: 'STIX 2.1',
    mediaType: 'application/json',
    extension: 'json',
    description: 'For threat intelligence platforms: a bundle of identities, locations and relationships.',
    losses: [
      'type: the nearest class; ours is a label, as the sector is',
      'country: its name, where STIX has codes',
      'documents, mentions: left out',
      ...NESTED_GRAPH_LOSSES,
    ],
    write: writeStix,
  },
  {
    id: 'neo4j-nodes',
    title: 'Neo4j nodes',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    description: 'For neo4j-admin database import: --nodes of millions of entities, with neo4j-relationships.',
    losses: [
      'aliases, roles: a semicolon within one becomes a comma',
      'relation, support, dispute, firstSeen, lastSeen, claims: in neo4j-relationships',
      'control characters: become U+FFFD, line ends spaces; an id with a control character becomes its hash',
    ],
    ...NEO4J_NODES,
  },
  {
    id: 'neo4j-relationships',
    title: 'Neo4j relationships',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    description: 'For neo4j-admin database import: --relationships, whose ends are in neo4j-nodes.',
    losses: [
      'label, type, sector, aliases, roles, documents, mentions, country, coordinates: of nodes, in neo4j-nodes',
      'claims: a JSON text',
      INNERMOST_STANCE,
      EVIDENCE_OF_SENTENCE,
      UNRELATED_CLAIMS,
      'control characters: become U+FFFD; an id with one becomes its hash',
    ],
    ...NEO4J_RELATIONSHIPS,
  },
  {
    id: 'events',
    title: 'Table of events',
    mediaType: 'text/tab-separated-values; charset=utf-8',
    extension: 'tsv',
    description:
      'For event data: a claim a row, with CAMEO root, PLOVER category, actors, recipients and their sectors.',
    losses: [
      'label, type, aliases, roles, documents, mentions, country, coordinates: of nodes, in csv-nodes',
      'subjects, objects: their names and ids, joined with |, without counts',
      'others, role, tense, about, counts: in the format claims',
      'time: its first day alone',
      'support, dispute, firstSeen, lastSeen: of relationships, in csv-edges',
      'claimants: their names alone',
      INNERMOST_STANCE,
      EVIDENCE_OF_SENTENCE,
      'control characters: become U+FFFD, tabs and line ends spaces',
    ],
    ...EVENTS,
  },
  {
    id: 'svg',
    title: 'SVG picture',
    mediaType: 'image/svg+xml',
    extension: 'svg',
    description: 'For documents and browsers: a drawing of the graph, laid out the same each time, without a script.',
    losses: [
      'entities: beyond the 300 that are mentioned most, left out; the picture says how many',
      'relationships: beyond the 1000 with the most claims between drawn entities, left out; the picture says how many',
      'label: at the pointer where another one is in its way, or where it is long',
      'sector, aliases, roles, documents, country, coordinates: left out',
      'type, mentions, claims: as colour, size, and number at the pointer',
      'support, dispute, firstSeen, lastSeen: left out, but for a dashed line where there is dispute',
      UNRELATED_CLAIMS,
      'control characters: those that XML forbids become U+FFFD',
    ],
    write: writeSvg,
  },
  {
    id: 'html',
    title: 'HTML page',
    mediaType: 'text/html; charset=utf-8',
    extension: 'html',
    description:
      'For people: one page without a script that needs no network, with entities, relationships, and claims by document.',
    losses: [
      'evidence: the sentence of a claim, with its trigger marked; its other parts are in the format claims',
      'counts, others, role, tense, about: in the format claims',
      'country, coordinates: left out',
      'support, dispute: the numbers of claims alone',
      INNERMOST_STANCE,
      'control characters: those that XML forbids become U+FFFD',
    ],
    write: writeHtml,
  },
  {
    id: 'wikidata',
    title: 'Wikidata-style JSON',
    mediaType: 'application/json',
    extension: 'json',
    description:
      'For readers of Wikibase dumps: an item a line, with qualifiers and references. Its ids are ours, not those of Wikidata.',
    losses: [
      `relation: only ${RELATIONS_OF_WIKIDATA.join(', ')}; Wikidata has no property for the others`,
      'type, sector, roles, country: a text, the description',
      'documents, mentions: left out',
      'support, dispute, firstSeen, lastSeen: left out',
      'polarity, modality, stance: what is denied, doubted or not actual has the rank deprecated',
      'claimants: the innermost alone, where it is an entity, as who supports or disputes',
      'evidence: sentence, and title, address and day of the document',
      'counts, others, tense, about: left out',
      UNRELATED_CLAIMS,
    ],
    write: writeWikidata,
  },
] as const satisfies readonly ExporterRow[];

const BY_ID: ReadonlyMap<string, ExporterRow> = new Map(EXPORTERS.map((row) => [row.id, row]));

/**
 * The row of a format.
 * @throws ClaimgraphError FORMAT_UNKNOWN with the formats that there are.
 */
export function exporterRow(format: string): ExporterRow {
  const row = BY_ID.get(format);
  if (row !== undefined) return row;
  const formats = EXPORTERS.map(({ id }) => id);
  throw new ClaimgraphError(
    'FORMAT_UNKNOWN',
    `No export format is called ${JSON.stringify(format)}. Choose one of: ${formats.join(', ')}.`,
    { format, formats },
  );
}
