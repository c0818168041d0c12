import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, type GraphReading } from '../../src/graph/index.js';
import {
  deleteDocument,
  type LiveKnowledge,
  mergeEntities,
  openKnowledge,
  unmergeEntities,
} from '../../src/pipeline/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { buildStored } from '../support/build-extraction.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const resources = loadResources();
const folder = temporaryFolder();
const AT = '2031-03-12T08:00:00.000Z';
const NAMES = ['Ann Lee', 'Bo Ray', 'Cy Poe'];
let stores = 0;

function newStore(): string {
  stores += 1;
  return `sqlite:${path.join(folder, `store-${stores}.db`)}`;
}

function article(id: number, version: number): ReturnType<typeof buildStored> {
  const subject = NAMES[(id + version) % 3]!;
  const object = NAMES[(id * version + 1) % 3]!;
  return buildStored({ id: `d${id}`, claims: [{ subject, relation: 'ATTACK', object }], opening: `${version}.` });
}

async function rebuild(store: Store): Promise<GraphReading> {
  const extractions = [];
  for await (const { extraction } of store.scan()) extractions.push(extraction);
  return buildGraph(extractions, await store.judgements(), { wellKnownAcronyms: resources.wellKnownAcronyms });
}

function contentOf(graph: GraphReading): unknown {
  return [[...graph.entities()], [...graph.relationships()], [...graph.claims()]];
}

type Step =
  | { readonly kind: 'PUT'; readonly id: number; readonly version: number }
  | { readonly kind: 'DELETE'; readonly id: number }
  | { readonly kind: 'MERGE' | 'UNMERGE'; readonly first: number; readonly second: number }
  | { readonly kind: 'CATCH_UP' };

const small = fc.nat({ max: 5 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('PUT' as const), id: small, version: small }) },
  fc.record({ kind: fc.constant('DELETE' as const), id: small }),
  fc.record({ kind: fc.constantFrom('MERGE' as const, 'UNMERGE' as const), first: fc.nat(), second: fc.nat() }),
  fc.constant({ kind: 'CATCH_UP' as const }),
);

async function take(step: Step, writer: LiveKnowledge): Promise<void> {
  if (step.kind === 'PUT') await writer.store.putDocument(article(step.id, step.version), resources.reading);
  else if (step.kind === 'DELETE') await deleteDocument(writer, `d${step.id}`);
  else if (step.kind === 'CATCH_UP') await writer.catchUp();
  else {
    await writer.catchUp();
    const entities = [...writer.graph.entities()];
    if (entities.length === 0) return;
    const [first, second] = [entities[step.first % entities.length]!, entities[step.second % entities.length]!];
    if (step.kind === 'MERGE') {
      await mergeEntities(writer, { entities: [first.id, second.id], reason: '', at: AT });
    } else if (first.referents.length > 1) {
      const referents = [first.referents[step.second % first.referents.length]!];
      await unmergeEntities(writer, { entity: first.id, referents, reason: '', at: AT });
    }
  }
}

describe('a graph that follows a store', () => {
  it('equals a rebuild after any changes by two who write the same file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), anyStep), { maxLength: 25 }), async (steps) => {
        const url = newStore();
        const one = await openKnowledge(url, { resources });
        const other = await openKnowledge(url, { resources });
        for (const [first, step] of steps) await take(step, first ? one : other);
        const position = await one.catchUp();
        expect(await other.catchUp()).toBe(position);
        const rebuilt = contentOf(await rebuild(one.store));
        expect(contentOf(one.graph)).toEqual(rebuilt);
        expect(contentOf(other.graph)).toEqual(rebuilt);
        await Promise.all([one.close(), other.close()]);
      }),
      { numRuns: 40 },
    );
  });

  it('puts referents apart, and keeps the two sides whole, whatever people judged before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 15 }), fc.nat(), fc.nat(), async (steps, which, cut) => {
        const knowledge = await openKnowledge('memory:', { resources });
        for (let id = 0; id < 4; id++) await take({ kind: 'PUT', id, version: 1 }, knowledge);
        for (const step of steps) await take(step, knowledge);
        await knowledge.catchUp();
        const split = [...knowledge.graph.entities()].filter((entity) => entity.referents.length > 1);
        if (split.length === 0) return;
        const { id, referents } = split[which % split.length]!;
        const apart = referents.slice(0, 1 + (cut % (referents.length - 1)));
        const rest = referents.filter((key) => !apart.includes(key));
        await unmergeEntities(knowledge, { entity: id, referents: apart, reason: '', at: AT });
        expect(knowledge.graph.entity(apart[0]!)!.referents).toEqual(apart);
        expect(knowledge.graph.entity(rest[0]!)!.referents).toEqual(rest);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps namesakes apart that were set apart, when the rest of their entity is split later', async () => {
    const knowledge = await openKnowledge('memory:', { resources });
    for (let id = 0; id < 4; id++) await take({ kind: 'PUT', id, version: 1 }, knowledge);
    const [ray, poe, otherRay] = ['d0#PERSON/bo ray/0', 'd1#PERSON/cy poe/0', 'd3#PERSON/bo ray/0'] as const;
    await mergeEntities(knowledge, { entities: [ray, poe], reason: '', at: AT });
    await unmergeEntities(knowledge, { entity: ray, referents: [ray], reason: '', at: AT });
    await unmergeEntities(knowledge, { entity: poe, referents: [poe], reason: '', at: AT });
    expect([ray, poe, otherRay].map((key) => knowledge.graph.entity(key)?.referents)).toEqual([
      [ray],
      [poe],
      [otherRay],
    ]);
  });

  it('takes each change once where catching up overlaps', async () => {
    const url = newStore();
    const [reader, writer] = [await openKnowledge(url, { resources }), await openKnowledge(url, { resources })];
    for (let id = 0; id < 20; id++) await writer.store.putDocument(article(id, 1), resources.reading);
    const positions = await Promise.all([reader.catchUp(), reader.catchUp(), reader.catchUp()]);
    expect(new Set(positions)).toEqual(new Set([20]));
    expect(contentOf(reader.graph)).toEqual(contentOf(await rebuild(writer.store)));
    await Promise.all([reader.close(), writer.close()]);
  });

  it('misses nothing that is written while it loads', async () => {
    const url = newStore();
    const writer = await openStore(url);
    for (let id = 0; id < 50; id++) await writer.putDocument(article(id, 1), resources.reading);
    const loading = openKnowledge(url, { resources });
    for (let id = 0; id < 60; id += 3) {
      await writer.putDocument(article(id, 2), resources.reading);
      await writer.deleteDocument(`d${id + 1}`);
    }
    const knowledge = await loading;
    await knowledge.catchUp();
    expect(contentOf(knowledge.graph)).toEqual(contentOf(await rebuild(writer)));
    await Promise.all([knowledge.close(), writer.close()]);
  });

  it('is stopped by its signal, and leaves the store closed', async () => {
    const url = newStore();
    const writer = await openStore(url);
    await writer.putDocument(article(1, 1), resources.reading);
    await expect(openKnowledge(url, { resources, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'INTERRUPTED',
    });
    await writer.close();
  });
});
