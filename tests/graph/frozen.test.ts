import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import type { Extraction, ReferentKey, Retraction } from '../../src/domain/index.js';
import {
  buildGraph,
  createKnowledgeGraph,
  freezeGraph,
  type GraphReading,
  type KnowledgeGraph,
  thawGraph,
} from '../../src/graph/index.js';
import { claimFingerprint, referentKeys } from '../../src/resolve/index.js';
import { loadResources } from '../../src/resources/index.js';
import { buildExtraction } from '../support/build-extraction.js';
import { dumpGraph } from '../support/dump-graph.js';
import { carryOut, type Record, steps } from '../support/generate-changes.js';

const { incidentWords, places, nameSpellings, wellKnownAcronyms } = loadResources();
const OPTIONS = { incidentWords, places, nameSpellings, wellKnownAcronyms };

/** What a graph says when it is asked by names, by every key and by every id, besides its dump. */
function askAll(graph: GraphReading, keys: readonly ReferentKey[]): unknown {
  const names = [...graph.entities()].flatMap(({ name, aliases }) => [name, ...aliases, `The ${name}`, `Dr. ${name}`]);
  const forms = [...graph.nameForms()].map(({ form, ids }) => [form, [...ids].sort()] as const);
  return {
    dump: dumpGraph(graph),
    version: graph.version,
    byKey: keys.map((key) => [graph.entity(key), graph.entityIdOf(key), graph.degree(key), [...graph.claimsOf(key)]]),
    judgementsByKey: keys.map(graph.judgementsOf),
    byName: names.map((name) => [graph.entitiesByName(name), [...graph.idsByName(name)].sort()]),
    forms: forms.sort(([a], [b]) => (a < b ? -1 : 1)),
    byId: [...graph.relationships()].map(({ id }) => graph.relationship(id)),
    claims: [...graph.claims()].map(graph.claim),
    incidentOfEachClaim: [...graph.claims()].map(graph.incidentOf),
    retractions: [...graph.retractions()].map(({ claim }) => graph.retractionOf(claim)),
    linked: [...graph.entities()].map(({ id }) => {
      const number = graph.links.numberOf(id);
      return number === null ? null : [graph.links.idOf(number), graph.links.degree(number)];
    }),
    order: orderOfLinks(graph),
  };
}

/** The ids of what has relationships, by the order of its numbers. */
function orderOfLinks({ links, entities }: GraphReading): readonly (string | null)[] {
  const numbers = [...entities()].flatMap(({ id }) => links.numberOf(id) ?? []);
  return numbers.reverse().sort(links.compare).map(links.idOf);
}

function keysOf(record: Record): readonly ReferentKey[] {
  const keys = [...record.extractions.values()].flatMap((extraction) => [...referentKeys(extraction).values()]);
  return [...keys, '', '#', 'a', 'a#', 'a%#PERSON/john smith/0', 'a%23#', '__proto__', 'nowhere#PERSON/nobody/0'];
}

/** Retracts every third claim of what is left, and puts its document again. */
function retractSome(graph: KnowledgeGraph, extractions: Iterable<Extraction>): void {
  let count = 0;
  for (const extraction of extractions) {
    for (const claim of extraction.claims) {
      if (++count % 3 > 0) continue;
      const said = { documentId: extraction.id, claim: claimFingerprint(extraction, claim), reason: 'Misread' };
      const retraction: Retraction = { id: `x${count}`, ...said, effect: 'RETRACT', at: '2024-05-01T12:00:00Z' };
      graph.applyRetraction(retraction);
    }
    graph.putDocument(extraction);
  }
}

function bytesOf(graph: GraphReading): Uint8Array {
  return Buffer.concat([...freezeGraph(graph)]);
}

/** What thawing gives, or the code of what it throws. */
async function tryThaw(chunks: Iterable<Uint8Array>): Promise<GraphReading | string> {
  try {
    return await thawGraph(chunks);
  } catch (error) {
    if (error instanceof ClaimgraphError) return error.code;
    throw error;
  }
}

describe('a frozen graph', () => {
  it('answers everything as the graph did that was frozen, whatever changes came before', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (given, retracting) => {
        const { graph, record } = carryOut(given, OPTIONS);
        if (retracting) retractSome(graph, record.extractions.values());
        const keys = keysOf(record);
        const frozen = await thawGraph(freezeGraph(graph));
        expect(askAll(frozen, keys)).toEqual(askAll(graph, keys));
      }),
      { numRuns: 60 },
    );
  });

  it('is frozen anew as the same bytes', async () => {
    const [given] = fc.sample(steps, { numRuns: 1, seed: 7 });
    const { graph } = carryOut(given!, OPTIONS);
    const bytes = bytesOf(graph);
    expect(bytesOf(await thawGraph([bytes]))).toEqual(bytes);
  });

  it('may be empty', async () => {
    const graph = createKnowledgeGraph();
    expect(askAll(await thawGraph(freezeGraph(graph)), ['', 'a#PERSON/a/0'])).toEqual(
      askAll(graph, ['', 'a#PERSON/a/0']),
    );
  });

  it('is read from chunks that are cut anywhere, from streams too', async () => {
    const bytes = bytesOf(buildGraph([buildExtraction({ id: 'd', people: ['Ann Lee', 'Бо Рей'] })], []));
    async function* stream(size: number) {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    }
    for (const size of [1, 7, 1 << 20]) {
      const names = [...(await thawGraph(stream(size))).entities()].map(({ name }) => name);
      expect(names).toEqual(['Ann Lee', 'Бо Рей']);
    }
  });

  it('is not written of a graph that changes meanwhile', () => {
    const graph = buildGraph([buildExtraction({ id: 'd', people: ['Ann Lee'] })], []);
    const freezing = freezeGraph(graph);
    freezing.next();
    graph.deleteDocument('d');
    expect(() => [...freezing]).toThrow(expect.objectContaining({ code: 'INTERRUPTED' }));
  });

  it('gives turns before it has its first bytes', () => {
    const graph = buildGraph([buildExtraction({ id: 'd', people: ['Ann Lee'] })], []);
    const lengths = [...freezeGraph(graph)].map((chunk) => chunk.length);
    expect(lengths.indexOf(0)).toBeLessThan(lengths.findIndex((length) => length > 0));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1 << 20);
  });
});

describe('bytes that are no frozen graph', () => {
  const { graph, record } = carryOut(fc.sample(steps, { numRuns: 1, seed: 3 })[0]!, OPTIONS);
  const bytes = bytesOf(graph);
  const dump = askAll(graph, keysOf(record));

  it('are refused where they are cut off, also in the header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        expect(await tryThaw([bytes.subarray(0, length)])).toBe('INDEX_UNREADABLE');
      }),
      { numRuns: 300 },
    );
  });

  it('are refused where a bit of them fell over, wherever it stands', async () => {
    const place = fc.oneof(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 2000 }));
    await fc.assert(
      fc.asyncProperty(place, fc.nat({ max: 7 }), async (at, bit) => {
        const damaged = bytes.slice();
        damaged[at]! ^= 1 << bit;
        expect(await tryThaw([damaged])).toBe('INDEX_UNREADABLE');
      }),
      { numRuns: 600 },
    );
  });

  it('are refused where something stands before or behind them, or between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length }),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        async (at, more) => {
          const answer = await tryThaw([bytes.subarray(0, at), more, bytes.subarray(at)]);
          // What is put between may be what stands there, over and over.
          if (typeof answer === 'string') expect(answer).toBe('INDEX_UNREADABLE');
          else expect(askAll(answer, keysOf(record))).toEqual(dump);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are refused where they are anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 })), async (chunks) => {
        expect(await tryThaw(chunks)).toBe('INDEX_UNREADABLE');
      }),
      { numRuns: 300 },
    );
    expect(await tryThaw([])).toBe('INDEX_UNREADABLE');
  });
});
