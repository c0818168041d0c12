import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { type EdgeClaimRow, EXPORTERS, exportGraph, toGraphology } from '../../src/export/index.js';
import { collectText } from '../support/build-export-rows.js';
import { buildStored, type ClaimSketch, type ExtractionSketch } from '../support/build-extraction.js';
import { buildKnowledge } from '../support/build-knowledge.js';
import { COUNTERS, readCsv, readGraphology, readQuads } from './read-exported.js';

const HARBOUR: readonly ExtractionSketch[] = [
  {
    id: 'one',
    source: 'Morning Post',
    publishedAt: '2024-05-01',
    people: ['Ann Lee', 'Bo Ray', 'Cy Poe'],
    claims: [
      { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', claimant: 'Cy Poe', time: '2024-04-30' },
      { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', claimant: ['Bo Ray', 'Cy Poe'], stance: 'DENIES' },
      { subject: 'Ann Lee', relation: 'ACCUSE', object: 'Bo Ray', polarity: 'NEGATED' },
      { subject: 'Ann Lee', relation: 'ATTACK', object: 'Ann Lee', modality: 'POSSIBLE' },
    ],
  },
  {
    id: 'two#%\u0000',
    source: null,
    people: ['Ann Lee', 'Bo Ray'],
    places: ['Port Vale'],
    claims: [
      { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', claimant: null, place: 'Port Vale' },
      { subject: 'Ann Lee', relation: 'MOVES_TO' },
    ],
  },
];

const HARBOUR_RELATIONSHIPS = 3;

async function failureOf(work: () => unknown): Promise<ClaimgraphError> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(ClaimgraphError);
    return error as ClaimgraphError;
  }
  throw new Error('It did not fail.');
}

describe('exportGraph', () => {
  it('carries polarity, stance, claimants and sentence of each claim on its relationship', async () => {
    const knowledge = await buildKnowledge(HARBOUR);
    const graph = readGraphology(await collectText(exportGraph(knowledge, 'graphology')));
    expect([graph.order, graph.size]).toEqual([knowledge.graph.entityCount, knowledge.graph.relationshipCount]);
    const relationship = [...knowledge.graph.relationships()].find(
      ({ relation, subject, object }) => relation === 'ATTACK' && subject !== object,
    );
    const edge = graph.getEdgeAttributes(relationship?.id ?? '') as {
      readonly support: unknown;
      readonly firstSeen: unknown;
      readonly claims: readonly Readonly<Record<string, unknown>>[];
    };
    expect(edge.support).toEqual(relationship?.support);
    expect(edge.firstSeen).toBe('2024-04-30');
    expect(edge.claims.map(({ document, claim, stance, claimants }) => [document, claim, stance, claimants])).toEqual([
      ['one', 'c1', 'ASSERTS', ['Cy Poe']],
      ['one', 'c2', 'DENIES', ['Bo Ray', 'Cy Poe']],
      ['two#%\u0000', 'c1', 'ASSERTS', []],
    ]);
    for (const { document, quotation, start, end } of edge.claims) {
      const stored = await knowledge.store.documents([String(document)]);
      expect(stored.get(String(document))?.document.text.slice(Number(start), Number(end))).toBe(quotation);
    }
  });

  it('gives the graph as one of graphology, which is what its export reads back as', async () => {
    const knowledge = await buildKnowledge(HARBOUR);
    const graph = await toGraphology(knowledge);
    expect(JSON.parse(JSON.stringify(graph.export()))).toEqual(
      JSON.parse(await collectText(exportGraph(knowledge, 'graphology'))),
    );
    const denied = await toGraphology(knowledge, { where: { stance: { eq: 'DENIES' } } });
    expect([denied.order < graph.order, denied.size]).toEqual([true, 1]);
    expect((await failureOf(() => toGraphology(knowledge, { where: { nothing: 1 } }))).code).toBe('FILTER_INVALID');
  });

  it('writes claims without an entity at both ends where the format is of claims', async () => {
    const knowledge = await buildKnowledge(HARBOUR);
    const lines = (await collectText(exportGraph(knowledge, 'claims')))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ document, id }) => [document.id, id])).toEqual([
      ...['c1', 'c2', 'c3', 'c4'].map((id) => ['one', id]),
      ...['c1', 'c2'].map((id) => ['two#%\u0000', id]),
    ]);
    expect(lines[1].quotations.map(({ stance }: { readonly stance: string }) => stance)).toEqual(['ASSERTS', 'DENIES']);
    expect(lines[4]).toMatchObject({
      place: { quote: 'Port Vale' },
      claimants: [],
      quotations: [{ reason: 'PASSIVE' }],
    });
  });

  it('writes only what a filter on claims chooses, and whole counts of support', async () => {
    const knowledge = await buildKnowledge(HARBOUR);
    const where = { stance: { eq: 'DENIES' } };
    const text = await collectText(exportGraph(knowledge, 'graphology', { where }));
    const { nodes, edges } = JSON.parse(text);
    expect(
      nodes.map(({ attributes }: { readonly attributes: { readonly label: string } }) => attributes.label),
    ).toEqual(['Ann Lee', 'Bo Ray']);
    expect(edges).toHaveLength(1);
    expect(edges[0].attributes.claims).toHaveLength(1);
    expect(edges[0].attributes.support.claims).toBe(knowledge.graph.relationship(edges[0].key)?.support.claims);
    expect(readCsv(await collectText(exportGraph(knowledge, 'csv-claims', { where })))).toHaveLength(1);
  });

  it('takes an empty filter for none', async () => {
    const knowledge = await buildKnowledge(HARBOUR);
    const whole = await collectText(exportGraph(knowledge, 'node-link'));
    for (const where of [{}, null, { AND: [{}, {}] }]) {
      expect(await collectText(exportGraph(knowledge, 'node-link', { where }))).toBe(whole);
    }
    expect(JSON.parse(whole).nodes).toHaveLength(knowledge.graph.entityCount);
  });

  it('describes in RDF each entity that a claim refers to, also one that the filter left out', async () => {
    const knowledge = await buildKnowledge(HARBOUR);
    const where = { stance: { eq: 'DENIES' } };
    const quads = readQuads(await collectText(exportGraph(knowledge, 'trig', { where })), 'TriG');
    const labelled = new Set(
      quads.filter((quad) => quad.predicate.value.endsWith('#label')).map((quad) => quad.subject.value),
    );
    const referred = quads.filter((quad) => quad.object.value.startsWith('urn:claimgraph:entity:'));
    expect(referred.length).toBeGreaterThan(3);
    for (const quad of referred) expect(labelled).toContain(quad.object.value);
  });

  it('refuses a format or a filter before anything is written', async () => {
    const knowledge = await buildKnowledge([]);
    expect((await failureOf(() => exportGraph(knowledge, 'excel'))).code).toBe('FORMAT_UNKNOWN');
    const where = { nonsense: { eq: 1 } };
    expect((await failureOf(() => exportGraph(knowledge, 'gexf', { where }))).code).toBe('FILTER_INVALID');
  });

  it('gives the sentence of each claim from its record where the store is ahead of the graph', async () => {
    const knowledge = await buildKnowledge(HARBOUR);
    const changed = buildStored({
      ...(HARBOUR[0] as ExtractionSketch),
      people: ['Dee Fox of the long name', 'Ann Lee'],
    });
    await knowledge.store.putDocument(changed, 'test');
    const { links } = JSON.parse(await collectText(exportGraph(knowledge, 'node-link')));
    const claims = links.flatMap((link: { readonly claims: readonly EdgeClaimRow[] }) => link.claims);
    expect(claims.length).toBeGreaterThan(3);
    for (const { document, claim, quotation, start, end } of claims as readonly EdgeClaimRow[]) {
      const stored = (await knowledge.store.documents([document])).get(document);
      expect(stored?.extraction.claims.find(({ id }) => id === claim)?.sentence.quote).toBe(quotation);
      expect(stored?.document.text.slice(start, end)).toBe(quotation);
    }
  });

  it('names on an edge a claimant that is no entity by its words', async () => {
    const stored = buildStored(HARBOUR[0] as ExtractionSketch);
    const { extraction } = stored;
    const quotations = extraction.quotations.map((quotation) => ({
      ...quotation,
      claimant: quotation.claimant === null ? null : { ...quotation.claimant, referent: null },
    }));
    const knowledge = await buildKnowledge();
    await knowledge.store.putDocument({ ...stored, extraction: { ...extraction, quotations } }, 'test');
    knowledge.graph.putDocument({ ...extraction, quotations });
    for (const format of ['node-link', 'csv-edges']) {
      expect(await collectText(exportGraph(knowledge, format)), format).toContain('Cy Poe');
    }
    expect(readCsv(await collectText(exportGraph(knowledge, 'csv-edges'))).map(({ claimants }) => claimants)).toContain(
      'Cy Poe|Bo Ray',
    );
  });

  it('leaves no edge without its ends where the graph changes while it is read', async () => {
    const added = buildStored({
      id: 'a first',
      people: ['Dee Fox', 'Ann Lee'],
      claims: [{ subject: 'Dee Fox', relation: 'ACCUSE', object: 'Ann Lee' }],
    });
    // The rows are read as they are written: once the first is out, the nodes are settled before the edges.
    const filler: ExtractionSketch[] = Array.from({ length: 300 }, (_, index) => ({
      id: `filler ${index}`,
      people: [`Filler ${'x'.repeat(400)} ${index}`],
    }));
    const large = await buildKnowledge([...HARBOUR, ...filler]);
    let text = '';
    for await (const chunk of exportGraph(large, 'node-link')) {
      if (text === '') {
        await large.store.putDocument(added, 'test');
        large.graph.putDocument(added.extraction);
        await large.store.deleteDocument('one');
        large.graph.deleteDocument('one');
      }
      text += chunk;
    }
    const { nodes, links } = JSON.parse(text);
    const ids = new Set(nodes.map(({ id }: { readonly id: string }) => id));
    for (const link of links) expect([ids.has(link.source), ids.has(link.target)]).toEqual([true, true]);
    expect(links.length).toBeLessThan(HARBOUR_RELATIONSHIPS);
  });

  const names = fc.constantFrom(
    '__proto__',
    'constructor',
    '=cmd',
    '"><script>',
    'שלום',
    '👩‍👩‍👧 Lee',
    'Ann Lee',
    'x'.repeat(10_000),
  );
  const claims: fc.Arbitrary<ClaimSketch> = fc.record({
    subject: names,
    relation: fc.constantFrom('ATTACK', 'ACCUSE', 'LEADS'),
    object: names,
    polarity: fc.constantFrom('AFFIRMED', 'NEGATED'),
  });
  const sketches = fc
    .array(fc.array(claims, { maxLength: 6 }), { maxLength: 4 })
    .map((documents) => documents.map((list, index): ExtractionSketch => ({ id: `d${index}`, claims: list })));

  for (const row of EXPORTERS) {
    it(`writes every entity, relationship and claim of any graph as ${row.id}, and the same twice`, async () => {
      await fc.assert(
        fc.asyncProperty(sketches, async (documents) => {
          const knowledge = await buildKnowledge(documents);
          const text = await collectText(exportGraph(knowledge, row.id));
          const counts = COUNTERS[row.id]?.(text);
          const { entityCount, relationshipCount, claimCount } = knowledge.graph;
          expect(counts?.nodes ?? entityCount).toBe(entityCount);
          expect(counts?.edges ?? relationshipCount).toBe(relationshipCount);
          expect(counts?.claims ?? claimCount).toBe(claimCount);
          expect(await collectText(exportGraph(knowledge, row.id))).toBe(text);
        }),
        { numRuns: 15 },
      );
    });

    it(`stops writing ${row.id} when it is told to`, async () => {
      const long: ExtractionSketch[] = Array.from({ length: 40 }, (_, index) => ({
        id: `d${index}`,
        claims: [
          {
            subject: `Ann Lee${index}`,
            relation: 'ATTACK',
            object: 'Bo Ray',
            claimant: `Cy${index} ${'x'.repeat(4000)}`,
          },
        ],
      }));
      const knowledge = await buildKnowledge(long);
      const aborted = AbortSignal.abort();
      const early = await failureOf(() => collectText(exportGraph(knowledge, row.id, { signal: aborted })));
      expect(early.code).toBe('INTERRUPTED');

      const stop = new AbortController();
      let chunks = 0;
      const late = await failureOf(async () => {
        for await (const chunk of exportGraph(knowledge, row.id, { signal: stop.signal })) {
          expect(chunk.length).toBeGreaterThan(0);
          chunks++;
          stop.abort();
        }
      });
      expect([late.code, chunks]).toEqual(['INTERRUPTED', 1]);
    });
  }

  it('lets other work run while it writes', async () => {
    const knowledge = await buildKnowledge(
      Array.from({ length: 400 }, (_, index) => ({
        id: `d${index}`,
        claims: [
          { subject: `Ann Lee${index} ${'x'.repeat(2000)}`, relation: 'ATTACK' as const, object: `Bo Ray${index}` },
        ],
      })),
    );
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    for await (const chunk of exportGraph(knowledge, 'nquads')) expect(chunk.length).toBeLessThan(256 * 1024);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });
});
