import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carriableId } from '../../src/export/carriable-id.js';
import type { EdgeClaimRow, EdgeRow } from '../../src/export/index.js';
import { exporterRow } from '../../src/export/index.js';
import { joinTexts, replaceControls } from '../../src/export/text-forms.js';
import { writeLists } from '../support/build-export-rows.js';
import { type GeneratedRows, generateExportRows } from '../support/generate-export-rows.js';
import { lacksGraphviz, lacksReader, readBack, readDot } from './foreign-tools.js';
import { loadExampleRows } from './load-example-rows.js';
import {
  fuse,
  type ReadGraph,
  readCsv,
  readGexf,
  readGraphml,
  readGraphology,
  readQuads,
  splitTexts,
} from './read-exported.js';

interface ForeignGraph {
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly edges: readonly (Readonly<Record<string, unknown>> & { readonly source: string; readonly target: string })[];
}

/** A statement as read-back.py gives it: subject, predicate, object, IRI or datatype, graph. */
type Statement = readonly [string, string, string, string, string];

const GRAPHS: readonly { readonly title: string; readonly load: () => Promise<GeneratedRows> }[] = [
  { title: 'a graph of hostile names', load: async () => generateExportRows(2024) },
  { title: 'the graph of the examples', load: loadExampleRows },
];

/** What is exported: set before the tests of each graph. */
let exportedGraph: GeneratedRows = { nodes: [], edges: [], claims: [] };
let chosen: readonly EdgeRow[] = [];
let folder = '';

async function choose(load: () => Promise<GeneratedRows>): Promise<void> {
  exportedGraph = await load();
  expect(exportedGraph.edges.length).toBeGreaterThan(0);
  // The step meets every relation and most nodes; of a small graph, some relationships come twice.
  chosen = Array.from(
    { length: 50 },
    (_, index) => exportedGraph.edges[(index * 37) % exportedGraph.edges.length] as EdgeRow,
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function exported(format: string): Promise<string> {
  return writeLists(exporterRow(format), exportedGraph);
}

async function exportedFile(format: string): Promise<string> {
  const path = join(folder, `${format}.${exporterRow(format).extension}`);
  await writeFile(path, await exported(format));
  return path;
}

/** What the claims of an edge say, in their order. */
function summarise(claims: readonly EdgeClaimRow[]) {
  return claims.map(({ polarity, modality, stance, claimants, quotation, document }) => ({
    ...{ polarity, modality, stance, claimants, quotation, document },
  }));
}

/** Checks 50 relationships of a graph whose edges carry their claims as a JSON text. */
function expectScalarGraph(graph: ForeignGraph, undo: (text: string) => string = (text) => text): void {
  expect(Object.keys(graph.nodes)).toHaveLength(exportedGraph.nodes.length);
  expect(graph.edges).toHaveLength(exportedGraph.edges.length);
  const edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
  for (const edge of chosen) {
    const found = edges.get(carriableId(edge.id));
    expect(found, edge.id.slice(0, 80)).toBeDefined();
    expect(found?.relation).toBe(edge.relation);
    expect(undo(String(found?.source))).toBe(carriableId(edge.subject));
    expect(undo(String(found?.target))).toBe(carriableId(edge.object));
    expect(Number(found?.supportClaims)).toBe(edge.support.claims);
    expect(Number(found?.disputeClaims)).toBe(edge.dispute.claims);
    expect(found?.firstSeen ?? '').toBe(edge.firstSeen ?? '');
    // U+FFFE and U+FFFF stand in the JSON text as they are, and are replaced there; controls are escapes in it.
    const claims = JSON.parse(undo(String(found?.claims))) as readonly EdgeClaimRow[];
    expect(summarise(claims)).toEqual(JSON.parse(replaceControls(JSON.stringify(summarise(edge.claims)))));
    expect(undo(String(found?.polarity))).toBe(joinTexts([...new Set(edge.claims.map((claim) => claim.polarity))]));
    const claimants = splitTexts(undo(String(found?.claimants ?? '')));
    expect(claimants).toEqual([...new Set(edge.claims.flatMap((claim) => claim.claimants))].map(replaceControls));
  }
}

/** Checks the labels of all nodes. */
function expectLabels(graph: ForeignGraph, labelOf: (node: Readonly<Record<string, unknown>>) => unknown): void {
  for (const node of exportedGraph.nodes) {
    const found = graph.nodes[carriableId(node.id)];
    expect(found && labelOf(found), node.id.slice(0, 80)).toBe(replaceControls(node.label));
  }
}

/** igraph takes ids from libxml2 with their ampersands as references, and all other texts without. */
function withAmpersands({ nodes, edges }: ForeignGraph): ForeignGraph {
  const undo = (id: unknown): string => String(id).replaceAll('&#38;', '&');
  return {
    nodes: Object.fromEntries(Object.entries(nodes).map(([id, node]) => [undo(id), node])),
    edges: edges.map((edge) => ({ ...edge, id: undo(edge.id), source: undo(edge.source), target: undo(edge.target) })),
  };
}

/** A graph of graphology in the form that read-back.py gives. */
function foreignGraph(graph: ReadGraph): ForeignGraph {
  const nodes = exportedGraph.nodes.map((node) => [
    carriableId(node.id),
    graph.getNodeAttributes(carriableId(node.id)),
  ]);
  const edges = exportedGraph.edges.map((edge) => {
    const id = carriableId(edge.id);
    return { ...graph.getEdgeAttributes(id), id, source: graph.source(id), target: graph.target(id) };
  });
  return { nodes: Object.fromEntries(nodes), edges };
}

describe.each(GRAPHS)('tools that are not ours read back $title:', ({ load }) => {
  beforeAll(() => choose(load));

  for (const [reader, format] of [
    ['networkx-gexf', 'gexf-1.2'],
    ['networkx-gexf-1.3', 'gexf'],
    ['networkx-graphml', 'graphml'],
    ['igraph-graphml', 'graphml'],
  ] as const) {
    it.skipIf(lacksReader(reader))(`${format} by ${reader}`, async () => {
      const read = (await readBack(reader, await exportedFile(format))) as ForeignGraph;
      const graph = reader === 'igraph-graphml' ? withAmpersands(read) : read;
      expectScalarGraph(graph);
      expectLabels(graph, (node) => node.label);
    });
  }

  for (const [reader, format] of [
    ['networkx-node-link', 'node-link'],
    ['networkx-cytoscape', 'cytoscape'],
  ] as const) {
    it.skipIf(lacksReader(reader))(`${format} by ${reader}`, async () => {
      const graph = (await readBack(reader, await exportedFile(format))) as ForeignGraph;
      expect(Object.keys(graph.nodes)).toHaveLength(exportedGraph.nodes.length);
      expect(graph.edges).toHaveLength(exportedGraph.edges.length);
      for (const edge of chosen) {
        const found = graph.edges.find(({ id, key }) => id === edge.id || key === edge.id);
        expect(found?.relation).toBe(edge.relation);
        expect(found?.claims).toEqual(edge.claims);
        expect(found?.support).toEqual(edge.support);
      }
      for (const node of exportedGraph.nodes) expect(graph.nodes[node.id]?.label).toBe(node.label);
    });
  }

  it.skipIf(lacksGraphviz())('dot by Graphviz', async () => {
    const undo = (text: string): string =>
      text.replace(/\\(.)/g, (_, escaped: string) => ({ n: '\n', r: '\r' })[escaped] ?? escaped);
    const read = (await readDot(await exportedFile('dot'))) as {
      readonly objects: readonly { readonly name: string; readonly label: string }[];
      readonly edges: readonly { readonly tail: number; readonly head: number; readonly id: string }[];
    };
    const nodes = Object.fromEntries(read.objects.map((node) => [undo(node.name), node]));
    const edges = read.edges.map(({ tail, head, ...edge }) => ({
      ...edge,
      id: undo(edge.id),
      source: read.objects[tail]?.name ?? '',
      target: read.objects[head]?.name ?? '',
    }));
    expectScalarGraph({ nodes, edges }, undo);
    expectLabels({ nodes, edges }, (node) => undo(String(node.label)).replaceAll('&amp;', '&'));
  });

  it('gexf by graphology-gexf', async () => {
    const graph = readGexf(await exported('gexf'));
    expect([graph.order, graph.size]).toEqual([exportedGraph.nodes.length, exportedGraph.edges.length]);
    expectScalarGraph(foreignGraph(graph));
    expectLabels(foreignGraph(graph), (node) => node.label);
  });

  it('graphml by graphology-graphml', async () => {
    const graph = readGraphml(await exported('graphml'));
    expect([graph.order, graph.size]).toEqual([exportedGraph.nodes.length, exportedGraph.edges.length]);
    expectScalarGraph(foreignGraph(graph));
    expectLabels(foreignGraph(graph), (node) => node.label);
  });

  it('graphology by graphology', async () => {
    const graph = readGraphology(await exported('graphology'));
    expect([graph.order, graph.size]).toEqual([exportedGraph.nodes.length, exportedGraph.edges.length]);
    for (const edge of chosen) {
      const { id: _, subject, object, ...attributes } = edge;
      expect(graph.getEdgeAttributes(edge.id)).toEqual({ label: edge.relation, ...attributes });
      expect([graph.source(edge.id), graph.target(edge.id)]).toEqual([subject, object]);
    }
    for (const { id, ...attributes } of exportedGraph.nodes) expect(graph.getNodeAttributes(id)).toEqual(attributes);
  });

  it('csv-edges and csv-claims by csv-parse, the quotations in the latter', async () => {
    const edges = readCsv(await exported('csv-edges'));
    const claims = new Map(readCsv(await exported('csv-claims')).map((row) => [fuse(row.id ?? ''), row]));
    expect([edges.length, claims.size]).toEqual([exportedGraph.edges.length, exportedGraph.claims.length]);
    for (const edge of chosen) {
      const row = edges.find((candidate) => fuse(candidate.Id ?? '') === carriableId(edge.id));
      expect(row?.relation).toBe(edge.relation);
      expect(fuse(row?.Source ?? '')).toBe(carriableId(edge.subject));
      const listed = splitTexts(fuse(row?.claims ?? '')).map((id) => claims.get(id));
      expect(
        listed.map((claim) => ({
          polarity: claim?.polarity,
          stance: claim?.stance,
          claimants: splitTexts(fuse(claim?.claimants ?? '')),
          quotation: fuse(claim?.quotation ?? ''),
        })),
      ).toEqual(
        edge.claims.map((claim) => ({
          polarity: claim.polarity,
          stance: claim.stance ?? '',
          claimants: claim.claimants.map(replaceControls),
          quotation: replaceControls(claim.quotation),
        })),
      );
    }
  });

  it('nquads and trig by n3, which gives the same statements for both', async () => {
    const key = (format: 'TriG' | 'N-Quads') => async (text: Promise<string>) =>
      readQuads(await text, format).map(({ subject, predicate, object, graph }) =>
        JSON.stringify([subject.id, predicate.id, object.id, graph.id]),
      );
    const [trig, nquads] = [await key('TriG')(exported('trig')), await key('N-Quads')(exported('nquads'))];
    expect(new Set(trig).size).toBe(trig.length);
    expect(trig.sort()).toEqual(nquads.sort());
    expectStatements(
      readQuads(await exported('nquads'), 'N-Quads').map(({ subject, predicate, object, graph }) => [
        subject.value,
        predicate.value,
        object.value,
        '',
        graph.value,
      ]),
    );
  });

  for (const [reader, format] of [
    ['rdflib-json-ld', 'jsonld'],
    ['rdflib-trig', 'trig'],
    ['rdflib-nquads', 'nquads'],
  ] as const) {
    it.skipIf(lacksReader(reader))(`${format} by ${reader}`, async () => {
      // rdflib 6 takes `\\u0027` of N-Quads for an escape, against its grammar; n3 reads those texts above.
      const misread = format === 'nquads' ? /\\u[0-9a-f]{4}/i : null;
      expectStatements((await readBack(reader, await exportedFile(format))) as readonly Statement[], misread);
    });
  }

  it.skipIf(lacksReader('rdflib-trig'))('the same statements from TriG as from JSON-LD by rdflib', async () => {
    const trig = await readBack('rdflib-trig', await exportedFile('trig'));
    expect(await readBack('rdflib-json-ld', await exportedFile('jsonld'))).toEqual(trig);
  });
});

/** Checks 50 relationships by the statements about them and about their claims. */
function expectStatements(statements: readonly Statement[], misread: RegExp | null = null): void {
  const own = 'urn:claimgraph:vocabulary#';
  const objects = new Map<string, string[]>();
  const said = new Set<string>();
  for (const [subject, predicate, object, , graph] of statements) {
    if (graph !== '') said.add(JSON.stringify([graph, subject, predicate, object]));
    const key = `${subject} ${predicate}`;
    objects.set(key, [...(objects.get(key) ?? []), object]);
  }
  const valuesOf = (subject: string | undefined, term: string): readonly string[] =>
    objects.get(`${subject} ${term.includes(':') ? term : own + term}`) ?? [];
  const ofType = (type: string): readonly string[] =>
    statements
      .filter(([, predicate, object]) => predicate.endsWith('#type') && object === own + type)
      .map(([id]) => id);
  expect(new Set(ofType('Entity')).size).toBe(exportedGraph.nodes.length);
  expect(new Set(ofType('Relationship')).size).toBe(exportedGraph.edges.length);
  expect(new Set(ofType('Claim')).size).toBe(exportedGraph.claims.length);

  const label = (entity: string): string | undefined =>
    valuesOf(entity, 'http://www.w3.org/2000/01/rdf-schema#label')[0];
  for (const edge of chosen) {
    const iri = `urn:claimgraph:relationship:${encodeURIComponent(edge.id)}`;
    expect(valuesOf(iri, 'relation')).toEqual([own + edge.relation]);
    expect(valuesOf(iri, 'supportClaims')).toEqual([String(edge.support.claims)]);
    expect(valuesOf(iri, 'claim')).toHaveLength(edge.claims.length);
    for (const claim of edge.claims) {
      const name = `urn:claimgraph:claim:${encodeURIComponent(claim.document)}:${encodeURIComponent(claim.claim)}`;
      expect(valuesOf(iri, 'claim')).toContain(name);
      expect(valuesOf(name, 'polarity')).toEqual([claim.polarity]);
      expect(valuesOf(name, 'modality')).toEqual([claim.modality]);
      expect(valuesOf(name, 'stance')).toEqual(claim.stance === null ? [] : [claim.stance]);
      if (misread === null || !misread.test(claim.quotation)) {
        expect(valuesOf(name, 'quotation')).toEqual([claim.quotation]);
      }
      if (misread === null || !claim.claimants.some((claimant) => misread.test(claimant))) {
        // One that is no entity is given in its words.
        const claimants = [...valuesOf(name, 'claimant').map(label), ...valuesOf(name, 'claimantText')];
        expect(new Set(claimants)).toEqual(new Set(claim.claimants));
      }
      const [subject, object] = valuesOf(iri, 'subject').concat(valuesOf(iri, 'object'));
      expect(said).toContain(JSON.stringify([name, subject, own + edge.relation, object]));
    }
  }
}
