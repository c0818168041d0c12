import { describe, expect, it } from 'vitest';
import {
  deleteDocument,
  followKnowledge,
  type LiveKnowledge,
  mergeEntities,
  unmergeEntities,
} from '../../src/pipeline/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore } from '../../src/store/index.js';
import { buildStored, type ExtractionSketch } from '../support/build-extraction.js';

const resources = loadResources();
const AT = '2031-03-12T08:00:00.000Z';

async function know(...sketches: readonly ExtractionSketch[]): Promise<LiveKnowledge> {
  const store = await openStore('memory:');
  for (const sketch of sketches) await store.putDocument(buildStored(sketch), resources.reading);
  return followKnowledge(store, { resources });
}

/** Three documents that name one person, and a fourth that names another. */
function knowPeople(): Promise<LiveKnowledge> {
  return know(
    { id: 'd1', people: ['Ann Lee'], claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' }] },
    { id: 'd2', people: ['Ann Lee'] },
    { id: 'd3', people: ['Ann Lee'] },
    { id: 'd4', people: ['Cy Poe'] },
  );
}

function idOf(knowledge: LiveKnowledge, name: string): string {
  const [entity, ...others] = knowledge.graph.entitiesByName(name);
  expect(others).toEqual([]);
  return entity!.id;
}

describe('merging', () => {
  it('makes two entities one, and taking it back makes them two', async () => {
    const knowledge = await knowPeople();
    const [ann, cy] = [idOf(knowledge, 'Ann Lee'), idOf(knowledge, 'Cy Poe')];
    const before = [...knowledge.graph.entities()];
    const merged = await mergeEntities(knowledge, { entities: [ann, cy], reason: 'one person', at: AT });
    expect(merged.judgements).toEqual([
      expect.objectContaining({ verdict: 'SAME', by: 'PERSON', at: AT, reason: 'one person', undoes: null }),
    ]);
    expect(merged.entities.map((entity) => entity.referents.length)).toEqual([4]);

    const request = { judgement: merged.judgements[0]!.id, reason: 'a mistake', at: AT };
    const undone = await unmergeEntities(knowledge, request);
    expect(undone.judgements[0]!.undoes).toBe(merged.judgements[0]!.id);
    expect([...knowledge.graph.entities()]).toEqual(before);
    // Taken back already: nothing is left to write.
    expect((await unmergeEntities(knowledge, request)).judgements).toEqual([]);
    // Taking back the taking back merges again.
    await unmergeEntities(knowledge, { judgement: undone.judgements[0]!.id, reason: '', at: AT });
    expect(knowledge.graph.entityIdOf(cy)).toBe(ann);
  });

  it('writes nothing for entities that are one already', async () => {
    const knowledge = await knowPeople();
    const ann = idOf(knowledge, 'Ann Lee');
    const members = knowledge.graph.entity(ann)!.referents;
    const change = await mergeEntities(knowledge, { entities: members, reason: '', at: AT });
    expect(change.judgements).toEqual([]);
    expect(change.entities.map(({ id }) => id)).toEqual([ann]);
  });

  it('refuses fewer than two, and an entity that is not there', async () => {
    const knowledge = await knowPeople();
    const ann = idOf(knowledge, 'Ann Lee');
    const merge = (entities: readonly string[]): Promise<unknown> =>
      mergeEntities(knowledge, { entities, reason: '', at: AT });
    await expect(merge([ann])).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(merge([ann, '__proto__'])).rejects.toMatchObject({ code: 'ENTITY_NOT_FOUND' });
    expect(await knowledge.store.judgements()).toEqual([]);
  });

  it('joins again what a person has set apart', async () => {
    const knowledge = await knowPeople();
    const ann = idOf(knowledge, 'Ann Lee');
    const [first, second] = knowledge.graph.entity(ann)!.referents;
    await unmergeEntities(knowledge, { entity: ann, referents: [second!], reason: '', at: AT });
    expect(knowledge.graph.entityIdOf(second!)).not.toBe(knowledge.graph.entityIdOf(first!));
    await mergeEntities(knowledge, { entities: [first!, second!], reason: '', at: AT });
    expect(knowledge.graph.entity(first!)!.referents).toHaveLength(3);
  });
});

describe('setting referents apart', () => {
  it('keeps those set apart together, and the rest together', async () => {
    const knowledge = await knowPeople();
    const ann = idOf(knowledge, 'Ann Lee');
    const [first, second, third] = knowledge.graph.entity(ann)!.referents;
    const change = await unmergeEntities(knowledge, { entity: ann, referents: [third!, first!], reason: '', at: AT });
    expect(change.entities.map((entity) => entity.referents)).toEqual([[first, third], [second]]);
    expect(change.judgements[0]).toMatchObject({ verdict: 'DIFFERENT', left: first, right: second });
  });

  it('sets one apart from an entity that people merged', async () => {
    const knowledge = await knowPeople();
    const [ann, cy] = [idOf(knowledge, 'Ann Lee'), idOf(knowledge, 'Cy Poe')];
    await mergeEntities(knowledge, { entities: [ann, cy], reason: '', at: AT });
    const [first, second, third] = knowledge.graph.entity(ann)!.referents.filter((key) => key !== cy);
    await unmergeEntities(knowledge, { entity: ann, referents: [first!], reason: '', at: AT });
    expect(knowledge.graph.entity(first!)!.referents).toEqual([first]);
    expect(knowledge.graph.entity(cy)!.referents).toEqual([second, third, cy].sort());
  });

  it('refuses all of them, none of them, and one of another entity', async () => {
    const knowledge = await knowPeople();
    const [ann, cy] = [idOf(knowledge, 'Ann Lee'), idOf(knowledge, 'Cy Poe')];
    const all = knowledge.graph.entity(ann)!.referents;
    for (const referents of [all, [], [cy]]) {
      await expect(unmergeEntities(knowledge, { entity: ann, referents, reason: '', at: AT })).rejects.toMatchObject({
        code: 'ARGUMENT_INVALID',
      });
    }
    await expect(unmergeEntities(knowledge, { judgement: 'j9', reason: '', at: AT })).rejects.toMatchObject({
      code: 'JUDGEMENT_NOT_FOUND',
    });
    expect(await knowledge.store.judgements()).toEqual([]);
  });
});

describe('deleting a document', () => {
  it('takes exactly its claims from the graph', async () => {
    const knowledge = await knowPeople();
    const claims = knowledge.graph.claimCount;
    expect(await deleteDocument(knowledge, 'd1')).toBe(true);
    expect(knowledge.graph.claimCount).toBe(claims - 1);
    expect([...knowledge.graph.claims()].every((claim) => claim.documentId !== 'd1')).toBe(true);
    expect(await deleteDocument(knowledge, 'd1')).toBe(false);
  });
});
