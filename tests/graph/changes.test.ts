import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReferentKey } from '../../src/domain/index.js';
import { buildGraph, createKnowledgeGraph, relationshipId } from '../../src/graph/index.js';
import { buildJudgement, buildUndo } from '../support/build-judgement.js';
import { dumpGraph, dumpSteps, dumpWithoutLog } from '../support/dump-graph.js';
import { carryOut, document, key, type Record, steps, take } from '../support/generate-changes.js';
import { naiveEntities } from '../support/naive-entities.js';

describe('the graph after any sequence of changes', () => {
  it('equals a rebuild from what is left, also where it was read in between', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (given, reading) => {
        const graph = createKnowledgeGraph();
        const record: Record = { extractions: new Map(), log: [] };
        for (const step of given) {
          take(step, graph, record);
          if (reading) dumpGraph(graph);
        }
        expect(dumpGraph(graph)).toEqual(dumpGraph(buildGraph(record.extractions.values(), record.log)));
      }),
      { numRuns: 150 },
    );
  });

  it('has each referent in exactly the entity that a search through everything puts it in', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { graph, record } = carryOut(given);
        const entities = [...graph.entities()];
        expect(entities.map((entity) => entity.referents)).toEqual(
          naiveEntities([...record.extractions.values()], record.log),
        );
        for (const entity of entities) {
          expect(entity.id).toBe(entity.referents[0]);
          for (const member of entity.referents) expect(graph.entityIdOf(member)).toBe(entity.id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which documents came', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (given, random) => {
        const { graph, record } = carryOut(given);
        const shuffled = [...record.extractions.values()]
          .map((extraction) => ({ extraction, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at);
        const other = createKnowledgeGraph();
        // Judgements may also come before the documents that they are about.
        const early = shuffled.length % 2;
        for (const { extraction } of shuffled.slice(0, early)) other.putDocument(extraction);
        for (const judgement of record.log) other.applyJudgement(judgement);
        for (const { extraction } of shuffled.slice(early)) other.putDocument(extraction);
        expect(dumpGraph(other)).toEqual(dumpGraph(graph));
      }),
      { numRuns: 100 },
    );
  });

  it('is what it was after a judgement that is taken back', () => {
    fc.assert(
      fc.property(steps, fc.tuple(key, key), fc.boolean(), (given, keys, same) => {
        const { graph, record } = carryOut(given);
        const before = dumpWithoutLog(graph);
        const judgement = buildJudgement(record.log.length + 1, same ? 'SAME' : 'DIFFERENT', keys);
        graph.applyJudgement(judgement);
        graph.applyJudgement(buildUndo(record.log.length + 2, judgement));
        expect(dumpWithoutLog(graph)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('has the relationships that its claims give, and finds at each entity what is there', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { graph } = carryOut(given);
        const claims = [...graph.claims()];
        const idOf = (member: ReferentKey) => graph.entityIdOf(member) ?? '';
        const expected = claims.flatMap(({ subjects, relation, objects }) =>
          subjects.flatMap((subject) =>
            objects.map((object) => relationshipId({ subject: idOf(subject), relation, object: idOf(object) })),
          ),
        );
        const relationships = [...graph.relationships()];
        expect(new Set(relationships.map(({ id }) => id))).toEqual(new Set(expected));
        expect(relationships.length).toBe(new Set(expected).size);
        for (const relationship of relationships) expect(graph.relationship(relationship.id)).toEqual(relationship);
        for (const { id, referents } of graph.entities()) {
          const members = new Set(referents);
          const own = claims.filter(({ subjects, objects, others, place, claimants }) =>
            [...subjects, ...objects, ...others, place ?? '', ...claimants].some((member) => members.has(member)),
          );
          expect(graph.claimsOf(id)).toEqual(own);
          const around = relationships.filter(({ subject, object }) => subject === id || object === id);
          expect(graph.neighbors(id).map(({ relationship }) => relationship)).toEqual(around);
          expect(graph.degree(id)).toBe(around.length);
          expect(dumpSteps(graph, id)).toEqual(
            around.map(({ id: link, subject, object, claims, support }) => ({
              entity: subject === id ? object : subject,
              claims: claims.length,
              supporting: support.claims,
              id: link,
            })),
          );
        }
        for (const claim of claims) expect(graph.claim(claim)).toEqual(claim);
      }),
      { numRuns: 150 },
    );
  });

  it('loses exactly a document that is deleted', () => {
    fc.assert(
      fc.property(steps, document, (given, added) => {
        const { graph, record } = carryOut(
          given.filter((step) => step.kind !== 'PUT' || step.extraction.id !== added.id),
        );
        if (record.extractions.has(added.id)) return;
        const before = dumpGraph(graph);
        graph.putDocument(added);
        graph.deleteDocument(added.id);
        expect(dumpGraph(graph)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
