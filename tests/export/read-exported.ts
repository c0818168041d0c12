import { createRequire } from 'node:module';
import { parse as parseCsv } from 'csv-parse/sync';
import { DOMParser, parseHTML } from 'linkedom';
import { Parser, type Quad } from 'n3';
import { tokenizeCypher } from './tokenize-cypher.js';

/** How many of each a file holds; null for what its format does not carry. */
export interface ExportedCounts {
  readonly nodes: number | null;
  readonly edges: number | null;
  readonly claims: number | null;
}

/** What the tests use of a graphology graph. */
export interface ReadGraph {
  readonly order: number;
  readonly size: number;
  getNodeAttributes(node: string): Readonly<Record<string, unknown>>;
  getEdgeAttributes(edge: string): Readonly<Record<string, unknown>>;
  source(edge: string): string;
  target(edge: string): string;
}

interface GraphConstructor {
  new (options?: object): ReadGraph & { import(data: unknown): void };
}

// The types of these packages are of CommonJS defaults, which this module system does not see as callable.
const require = createRequire(import.meta.url);
const { MultiGraph } = require('graphology') as { readonly MultiGraph: GraphConstructor };
const gexf = require('graphology-gexf') as { parse(graph: GraphConstructor, text: string): ReadGraph };
const graphml = require('graphology-graphml') as { parse(graph: GraphConstructor, text: string): ReadGraph };

/** The graph of a GEXF file, by graphology-gexf. */
export function readGexf(text: string): ReadGraph {
  return gexf.parse(MultiGraph, text);
}

/** The graph of a GraphML file, by graphology-graphml. */
export function readGraphml(text: string): ReadGraph {
  return graphml.parse(MultiGraph, text);
}

/** The graph of graphology's own JSON. */
export function readGraphology(text: string): ReadGraph {
  const graph = new MultiGraph({ type: 'directed' });
  graph.import(JSON.parse(text));
  return graph;
}

/** The rows of a CSV file under the names of its header, by csv-parse. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  return parseCsv(text, { columns: true });
}

/** What a reader of our CSV does to undo the defusing of formulas. */
export function fuse(cell: string): string {
  return /^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell;
}

/** Takes a list apart that was joined with `|`. */
export function splitTexts(joined: string): readonly string[] {
  if (joined === '') return [];
  const texts: string[] = [];
  let text = '';
  for (let position = 0; position < joined.length; position++) {
    if (joined[position] === '|') {
      texts.push(text);
      text = '';
    } else {
      text += joined[position] === '\\' ? joined[++position] : joined[position];
    }
  }
  return [...texts, text];
}

/** The statements of a TriG or N-Quads file, by n3. */
export function readQuads(text: string, format: 'TriG' | 'N-Quads'): readonly Quad[] {
  return new Parser({ format }).parse(text);
}

/** Reads a file of each format, and counts. Throws where the file is not of the format. */
export const COUNTERS: Readonly<Record<string, (text: string) => ExportedCounts>> = {
  gexf: (text) => graphCounts(readGexf(text)),
  'gexf-1.2': (text) => graphCounts(readGexf(text)),
  graphml: (text) => graphCounts(readGraphml(text)),
  'csv-nodes': (text) => ({ nodes: readCsv(text).length, edges: null, claims: null }),
  'csv-edges': (text) => ({ nodes: null, edges: readCsv(text).length, claims: null }),
  'csv-claims': (text) => ({ nodes: null, edges: null, claims: readCsv(text).length }),
  graphology: (text) => graphCounts(readGraphology(text)),
  'node-link': (text) => {
    const { nodes, links } = JSON.parse(text);
    return { nodes: nodes.length, edges: links.length, claims: null };
  },
  cytoscape: (text) => {
    const { nodes, edges } = JSON.parse(text).elements;
    return { nodes: nodes.length, edges: edges.length, claims: null };
  },
  cypher: (text) => {
    const rows = text.split('\n').filter((line) => line.startsWith('  {id: '));
    tokenizeCypher(text);
    const edges = rows.filter((row) => tokenizeCypher(row).some((token) => token === 'subject')).length;
    return { nodes: rows.length - edges, edges, claims: null };
  },
  dot: (text) => {
    const rows = text.split('\n').filter((line) => line.startsWith('  "'));
    // Outside of its quoted strings, an edge has an arrow.
    const edges = rows.filter((row) => row.replace(/"(?:[^"\\]|\\.)*"/gs, '').includes('->')).length;
    return { nodes: rows.length - edges, edges, claims: null };
  },
  jsonld: (text) => {
    const types = JSON.parse(text)['@graph'].map((item: { '@type': readonly string[] }) => item['@type'][0]);
    const count = (type: string): number => types.filter((found: string) => found === `claimgraph:${type}`).length;
    return { nodes: count('Entity'), edges: count('Relationship'), claims: count('Claim') };
  },
  nquads: (text) => quadCounts(readQuads(text, 'N-Quads')),
  trig: (text) => quadCounts(readQuads(text, 'TriG')),
  claims: (text) => {
    const lines = text.split('\n').slice(0, -1);
    for (const line of lines) JSON.parse(line);
    return { nodes: null, edges: null, claims: lines.length };
  },
  ftm: (text) => {
    const schemata = text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line).schema);
    const edges = schemata.filter((schema) => schema === 'UnknownLink').length;
    return { nodes: schemata.length - edges, edges, claims: null };
  },
  stix: (text) => {
    const { objects } = JSON.parse(text) as { readonly objects: readonly StixObject[] };
    const ids = new Set(objects.map(({ id }) => id));
    const links = objects.filter(({ type }) => type === 'relationship');
    for (const { source_ref: from = '', target_ref: to = '' } of links) {
      if (!ids.has(from) || !ids.has(to)) throw new Error(`no end of ${from} ${to}`);
    }
    for (const { id } of objects) {
      if (!/^[a-z]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))
        throw new Error(id);
    }
    return { nodes: ids.size - links.length, edges: links.length, claims: null };
  },
  'neo4j-nodes': (text) => ({ nodes: readCsv(text).length, edges: null, claims: null }),
  'neo4j-relationships': (text) => ({ nodes: null, edges: readCsv(text).length, claims: null }),
  events: (text) => {
    const [header = '', ...lines] = text.split('\n').slice(0, -1);
    const width = header.split('\t').length;
    for (const line of lines)
      if (line.split('\t').length !== width) throw new Error(`Expected ${width} cells: ${line}`);
    return { nodes: null, edges: null, claims: lines.length };
  },
  svg: (text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml');
    for (const element of document.querySelectorAll('*')) {
      if (!SVG_ELEMENTS.has(element.localName)) throw new Error(`An element ${element.localName} in a picture.`);
    }
    const count = (selector: string): number => document.querySelectorAll(selector).length;
    return { nodes: count('circle.entity'), edges: count('path.relationship'), claims: null };
  },
  html: (text) => {
    const { document } = parseHTML(text);
    for (const element of document.querySelectorAll('*')) {
      if (!HTML_ELEMENTS.has(element.localName)) throw new Error(`An element ${element.localName} on a page.`);
      for (const { name } of element.attributes) {
        if (!HTML_ATTRIBUTES.has(name)) throw new Error(`An attribute ${name} on a page.`);
      }
    }
    const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
    for (const link of document.querySelectorAll('a')) {
      const target = link.getAttribute('href') ?? '';
      if (!target.startsWith('https://') && !ids.has(target.slice(1))) throw new Error(`A link to ${target}.`);
    }
    const count = (selector: string): number => document.querySelectorAll(selector).length;
    return { nodes: count('tr.entity'), edges: count('tr.relationship'), claims: count('article.claim') };
  },
  wikidata: (text) => {
    const items = JSON.parse(text) as readonly { readonly id: string }[];
    if (new Set(items.map(({ id }) => id)).size !== items.length) throw new Error('Two items of one id.');
    return { nodes: items.length, edges: null, claims: null };
  },
  'evaluation-graph': (text) => ({ nodes: JSON.parse(text).nodes.length, edges: null, claims: null }),
};

/** What a picture consists of. */
const SVG_ELEMENTS = new Set(['svg', 'style', 'defs', 'marker', 'path', 'rect', 'circle', 'text', 'title']);

/** What a page consists of. */
const HTML_ELEMENTS = new Set([
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'header', 'nav', 'main', 'section', 'footer', 'article'],
  ...['h1', 'h2', 'h3', 'p', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['bdi', 'strong', 'span', 'mark', 'blockquote'],
]);
const HTML_ATTRIBUTES = new Set([
  ...['lang', 'charset', 'http-equiv', 'content', 'name', 'id', 'class', 'scope', 'href', 'rel'],
]);

/** What the tests look at of an object of STIX. */
interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly source_ref?: string;
  readonly target_ref?: string;
}

function graphCounts(graph: ReadGraph): ExportedCounts {
  return { nodes: graph.order, edges: graph.size, claims: null };
}

function quadCounts(quads: readonly Quad[]): ExportedCounts {
  const count = (type: string): number =>
    quads.filter(
      (quad) => quad.predicate.value.endsWith('#type') && quad.object.value === `urn:claimgraph:vocabulary#${type}`,
    ).length;
  return { nodes: count('Entity'), edges: count('Relationship'), claims: count('Claim') };
}
