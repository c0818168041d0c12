import { beforeAll, describe, expect, it } from 'vitest';
import { createKnowledgeGraph, freezeGraph, thawGraph } from '../../src/graph/index.js';
import {
  claimKey,
  communities,
  compareAccounts,
  encodeNodeId,
  entityClaims,
  entityRelationships,
  entityTypes,
  type Knowledge,
  listClaims,
  listConflicts,
  listDocuments,
  listEntities,
  listIncidents,
  listRelationships,
  mergeCandidates,
  neighborhood,
  paths,
  ranking,
  relationTypes,
  search,
  statistics,
  timeline,
} from '../../src/query/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore } from '../../src/store/index.js';
import { generateNetwork } from '../bench/generate-network.js';
import { buildStored, type ExtractionSketch } from '../support/build-extraction.js';

const { incidentWords } = loadResources();
const SHOOTING = {
  relation: 'KILL',
  subject: 'Ora Venn',
  object: 'Bo Tarr',
  place: 'Valdoro',
  time: '2031-03-09',
} as const;
/** Two accounts of one happening that cannot both hold, and names that may be one. */
const SKETCHES: readonly ExtractionSketch[] = [
  {
    id: 'one',
    source: 'Gazette',
    publishedAt: '2031-03-10',
    places: ['Valdoro'],
    people: ['Ora Venn', 'Bo Tarr', 'Ada Brook Lind'],
    claims: [
      { ...SHOOTING, claimant: 'Ada Brook Lind' },
      { subject: 'Ada Brook Lind', relation: 'LEADS', object: 'Valdoro', modality: 'PLANNED' },
    ],
  },
  {
    id: 'two',
    source: 'Herald',
    publishedAt: '2031-03-11',
    places: ['Valdoro'],
    people: ['Ora Venn', 'Bo Tarr', 'Ada Lind'],
    claims: [{ ...SHOOTING, claimant: 'Ada Lind', polarity: 'NEGATED' }],
  },
];

let live: Knowledge;
let frozen: Knowledge;
let ids: readonly string[];

beforeAll(async () => {
  const store = await openStore('memory:');
  const graph = createKnowledgeGraph({ incidentWords });
  for (const stored of [...generateNetwork({ seed: 11, entities: 120 }), ...SKETCHES.map(buildStored)]) {
    await store.putDocument(stored, 'test');
    graph.putDocument(stored.extraction);
  }
  const { position } = await store.counts();
  live = { store, graph, position };
  frozen = { store, graph: await thawGraph(freezeGraph(graph)), position };
  ids = [...graph.entities()].map(({ id }) => id);
});

/** What both graphs answer; an error counts as its message. */
async function expectSame(ask: (knowledge: Knowledge) => Promise<unknown>): Promise<void> {
  const told = (knowledge: Knowledge) => ask(knowledge).catch((error: Error) => error.message);
  expect(await told(frozen)).toEqual(await told(live));
}

const FILTERS = [
  undefined,
  { relation: { in: ['LEADS', 'CONSULT'] } },
  { confidence: { gte: 0.7 }, participantType: { eq: 'PERSON' } },
  { publishedAt: { before: '2024-01-01' }, polarity: { eq: 'AFFIRMED' } },
];

describe('a query over a frozen graph', () => {
  it('finds the paths that the live graph has', async () => {
    for (const [index, from] of ids.entries()) {
      const to = ids[(index * 7 + 3) % ids.length]!;
      const where = FILTERS[index % FILTERS.length];
      await expectSame((knowledge) =>
        paths(knowledge, { from, to, where, k: 1 + (index % 5), maxHops: 2 + (index % 4) }),
      );
    }
  });

  it('finds the same around an entity', async () => {
    for (const [index, seed] of ids.entries()) {
      const where = FILTERS[index % FILTERS.length];
      const bounds = { depth: 1 + (index % 3), limit: 5 + (index % 40) };
      await expectSame((knowledge) => neighborhood(knowledge, { seeds: [seed], where, ...bounds }));
      await expectSame((knowledge) => entityClaims(knowledge, { entity: seed, part: 'ANY', page: { first: 10 } }));
      await expectSame((knowledge) => entityRelationships(knowledge, { entity: seed, where, page: { first: 10 } }));
    }
  });

  it('searches and lists the same, in every order', async () => {
    for (const text of ['venn', 'works', 'b', 'da', 'lead', 'ada lind', 'kill', 'valdoro']) {
      await expectSame((knowledge) => search(knowledge, { text }));
    }
    for (const order of ['NAME', 'DEGREE', 'MENTIONS']) {
      await expectSame((knowledge) => listEntities(knowledge, { order, page: { first: 30 } }));
    }
    await expectSame((knowledge) => listEntities(knowledge, { where: { type: { eq: 'PLACE' }, degree: { gt: 2 } } }));
    for (const where of FILTERS) {
      await expectSame((knowledge) => listClaims(knowledge, { where, page: { first: 200 } }));
      await expectSame((knowledge) => listRelationships(knowledge, { where, page: { first: 200 } }));
      await expectSame((knowledge) => listEntities(knowledge, { relationshipWhere: where, page: { last: 20 } }));
    }
    await expectSame((knowledge) => listDocuments(knowledge, { page: { first: 5 } }));
  });

  it('counts, ranks and groups the same', async () => {
    for (const where of FILTERS) {
      await expectSame((knowledge) => statistics(knowledge, { where }));
      await expectSame((knowledge) => timeline(knowledge, { where, bucket: 'YEAR' }));
      await expectSame((knowledge) => communities(knowledge, { where }));
      for (const by of ['DEGREE', 'PAGERANK', 'BETWEENNESS']) {
        await expectSame((knowledge) => ranking(knowledge, { where, by }));
      }
    }
    await expectSame((knowledge) => relationTypes(knowledge));
    await expectSame((knowledge) => entityTypes(knowledge));
    await expectSame((knowledge) => mergeCandidates(knowledge, { page: { first: 50 } }));
  });

  it('tells the same incidents, conflicts and accounts', async () => {
    await expectSame((knowledge) => listIncidents(knowledge, { page: { first: 100 } }));
    await expectSame((knowledge) => listConflicts(knowledge, { page: { first: 100 } }));
    expect((await listConflicts(frozen, {})).edges.length).toBeGreaterThan(0);
    const claims = [...live.graph.claims()].filter((claim) => live.graph.incidentOf(claim) !== null);
    for (const claim of claims.slice(-8)) {
      await expectSame((knowledge) =>
        compareAccounts(knowledge, { incident: encodeNodeId('Incident', claimKey(claim)) }),
      );
    }
  });
});
