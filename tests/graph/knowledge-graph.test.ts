import { describe, expect, it } from 'vitest';
import type { Quotation } from '../../src/domain/index.js';
import { buildGraph, createKnowledgeGraph, type KnowledgeGraph } from '../../src/graph/index.js';
import { generateRecords } from '../bench/generate-records.js';
import { buildExtraction, type ExtractionSketch } from '../support/build-extraction.js';
import { buildJudgement, buildUndo } from '../support/build-judgement.js';
import { dumpSteps } from '../support/dump-graph.js';

const graphOf = (...sketches: readonly ExtractionSketch[]): KnowledgeGraph =>
  buildGraph(sketches.map(buildExtraction), []);

describe('a graph of thousands of relationships', () => {
  it('lists each of them, however many came since it was last read', () => {
    const graph = createKnowledgeGraph();
    const records = [...generateRecords({ seed: 3, count: 1_500 })].map(({ extraction }) => extraction);
    for (const record of records) graph.putDocument(record);
    const listed = [...graph.relationships()].map(({ id }) => id);
    expect(graph.relationshipCount).toBeGreaterThan(3_000);
    expect(listed).toHaveLength(graph.relationshipCount);
    for (const { id } of records.slice(0, 500)) graph.deleteDocument(id);
    for (const record of records.slice(0, 500)) graph.putDocument(record);
    expect([...graph.relationships()].map(({ id }) => id)).toEqual(listed);
    expect([...graph.entities()]).toHaveLength(graph.entityCount);
  });
});

describe('entities', () => {
  it('sum up their referents', () => {
    const graph = graphOf(
      {
        id: 'b',
        referents: [{ name: 'Ann Lee', aliases: ['Lee'], roles: ['mayor'], sector: 'GOV' }],
        claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' }],
      },
      { id: 'a', referents: [{ name: 'Dr. Ann Lee', roles: ['envoy', 'mayor'], sector: 'GOV' }] },
      { id: 'c', people: ['Ann Lee'] },
    );
    expect(graph.entity('c#PERSON/ann lee/0')).toEqual({
      id: 'a#PERSON/ann lee/0',
      type: 'PERSON',
      name: 'Ann Lee',
      named: true,
      aliases: ['Dr. Ann Lee', 'Lee'],
      roles: ['envoy', 'mayor'],
      sector: 'GOV',
      referents: ['a#PERSON/ann lee/0', 'b#PERSON/ann lee/0', 'c#PERSON/ann lee/0'],
      documents: ['a', 'b', 'c'],
      mentionCount: 5,
      location: null,
    });
    expect(graph.entity('d#PERSON/ann lee/0')).toBeNull();
    expect(graph.entityIdOf('nonsense')).toBeNull();
  });

  it('go by a name where one is known, however often they are only described', () => {
    const graph = buildGraph(
      [
        buildExtraction({ id: 'a', groups: ['the rebels'] }),
        buildExtraction({ id: 'b', groups: ['the rebels'] }),
        buildExtraction({ id: 'c', organizations: ['Free Army'] }),
      ],
      [
        buildJudgement(1, 'SAME', ['a#GROUP/rebels/0', 'c#ORGANIZATION/free army/0']),
        buildJudgement(2, 'SAME', ['b#GROUP/rebels/0', 'c#ORGANIZATION/free army/0']),
      ],
    );
    expect(graph.entity('a#GROUP/rebels/0')).toMatchObject({ name: 'Free Army', named: true, aliases: ['the rebels'] });
  });

  it('are found by name, alias and acronym, however these are written, and never by a part', () => {
    const graph = graphOf({
      id: 'a',
      referents: [{ name: 'Syrian National Council', type: 'ORGANIZATION', acronyms: ['SNC'] }],
      people: ['Ann Lee'],
    });
    const idsOf = (name: string) => graph.entitiesByName(name).map(({ id }) => id);
    expect(idsOf('the SYRIAN national-council')).toEqual(['a#ORGANIZATION/syrian national council/0']);
    expect(idsOf('S.N.C.')).toEqual(['a#ORGANIZATION/syrian national council/0']);
    expect(idsOf('Mrs. Ann Lee')).toEqual(['a#PERSON/ann lee/0']);
    expect(idsOf('Lee')).toEqual([]);
    expect(idsOf('!!!')).toEqual([]);
    expect(idsOf('__proto__')).toEqual([]);
  });
});

describe('relationships', () => {
  it('join each subject with each object, once for each claim', () => {
    const graph = graphOf({
      id: 'a',
      claims: [
        { subject: ['Ann Lee', 'Bo Ray'], relation: 'CONSULT', object: 'Cy Poe' },
        { subject: 'Ann Lee', relation: 'CONSULT', object: 'Cy Poe' },
        { subject: 'Ann Lee', relation: 'CONSULT', object: { words: 'bribes', entity: false } },
      ],
    });
    expect([...graph.relationships()].map(({ id, claims }) => [id, claims.map(({ claimId }) => claimId)])).toEqual([
      ['a#PERSON/ann lee/0 CONSULT a#PERSON/cy poe/0', ['c1', 'c2']],
      ['a#PERSON/bo ray/0 CONSULT a#PERSON/cy poe/0', ['c1']],
    ]);
    expect(graph.claimsOf('a#PERSON/ann lee/0').map(({ claimId }) => claimId)).toEqual(['c1', 'c2', 'c3']);
  });

  it('count voices for and against, and neither for what is only possible', () => {
    const claim = { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' } as const;
    const graph = graphOf(
      { id: 'a', source: 'Daily', claims: [claim, { ...claim, claimant: 'Cy Poe' }] },
      { id: 'b', source: 'Daily', claims: [claim, { ...claim, claimant: null }] },
      {
        id: 'c',
        claims: [
          { ...claim, claimant: ['Di Fox', 'Cy Poe'] },
          { ...claim, modality: 'POSSIBLE' },
        ],
      },
      {
        id: 'd',
        claims: [
          { ...claim, polarity: 'NEGATED' },
          { ...claim, claimant: 'Ann Lee', stance: 'DENIES' },
        ],
      },
    );
    const [relationship] = graph.relationships();
    expect(relationship?.claims).toHaveLength(8);
    // The Daily's own voice, and Cy Poe; "it was reported" is nobody's.
    expect(relationship?.support).toEqual({ claims: 5, sources: 2, claimants: 2 });
    expect(relationship?.dispute).toEqual({ claims: 2, sources: 1, claimants: 2 });
  });

  it('count copies of one text as one source', () => {
    const claims = ['Bo Ray', 'Cy Poe', 'Di Fox'].map(
      (object) => ({ subject: 'Ann Lee', relation: 'ATTACK', object }) as const,
    );
    const graph = graphOf({ id: 'a', source: 'Wire', claims }, { id: 'b', source: 'Daily', claims });
    expect(graph.relationshipCount).toBeGreaterThan(0);
    for (const { support } of graph.relationships()) expect(support.sources).toBe(1);
  });

  it('count two claimants as one once they are judged the same', () => {
    const claim = { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' } as const;
    const graph = graphOf(
      { id: 'a', claims: [{ ...claim, claimant: 'Poe' }] },
      { id: 'b', claims: [{ ...claim, claimant: 'Cy Poe' }] },
    );
    const claimants = () => [...graph.relationships()][0]?.support.claimants;
    expect(claimants()).toBe(2);
    const same = buildJudgement(1, 'SAME', ['a#PERSON/poe/0', 'b#PERSON/cy poe/0']);
    graph.applyJudgement(same);
    expect(claimants()).toBe(1);
    graph.applyJudgement(buildUndo(2, same));
    expect(claimants()).toBe(2);
  });

  it('are dated by their claims, else by publication', () => {
    const claim = { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' } as const;
    const graph = graphOf({ id: 'a', publishedAt: '2012-03-15T08:00:00Z', claims: [claim] });
    const seen = () => [...graph.relationships()].map(({ firstSeen, lastSeen }) => [firstSeen, lastSeen]);
    expect(seen()).toEqual([['2012-03-15', '2012-03-15']]);
    graph.putDocument(buildExtraction({ id: 'b', claims: [{ ...claim, time: '2012-03-10/2012-03-12' }] }));
    expect(seen()).toEqual([['2012-03-10', '2012-03-12']]);
    graph.deleteDocument('b');
    graph.putDocument(buildExtraction({ id: 'a', claims: [claim] }));
    expect(seen()).toEqual([[null, null]]);
  });

  it('follow entities that merge and part, under ids from before too', () => {
    const graph = graphOf(
      { id: 'a', claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Ray' }] },
      { id: 'b', claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' }] },
    );
    expect(graph.relationshipCount).toBe(2);
    const same = buildJudgement(1, 'SAME', ['a#PERSON/ray/0', 'b#PERSON/bo ray/0']);
    graph.applyJudgement(same);
    expect(graph.relationshipCount).toBe(1);
    expect(graph.relationship('b#PERSON/ann lee/0 ATTACK b#PERSON/bo ray/0')?.id).toBe(
      'a#PERSON/ann lee/0 ATTACK a#PERSON/ray/0',
    );
    graph.applyJudgement(buildUndo(2, same));
    expect([...graph.relationships()].map(({ object }) => object)).toEqual(['a#PERSON/ray/0', 'b#PERSON/bo ray/0']);
  });

  it('to itself is one step forward', () => {
    const graph = graphOf({ id: 'a', claims: [{ subject: 'Ann Lee', relation: 'INJURE', object: 'Ann Lee' }] });
    const id = 'a#PERSON/ann lee/0';
    expect(graph.degree(id)).toBe(1);
    expect(graph.neighbors(id).map(({ entity, direction }) => [entity, direction])).toEqual([[id, 'FORWARD']]);
    expect(dumpSteps(graph, id)).toEqual([{ entity: id, claims: 1, supporting: 1, id: `${id} INJURE ${id}` }]);
  });

  it('keep their direction at either end', () => {
    const graph = graphOf({ id: 'a', claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' }] });
    expect(graph.neighbors('a#PERSON/bo ray/0')).toMatchObject([
      { entity: 'a#PERSON/ann lee/0', direction: 'BACKWARD', relationship: { subject: 'a#PERSON/ann lee/0' } },
    ]);
    expect(graph.neighbors('nobody')).toEqual([]);
    expect(graph.degree('nobody')).toBe(0);
  });
});

describe('claims', () => {
  it('keep who takes part, who says so, and when', () => {
    const graph = graphOf({
      id: 'a',
      source: 'Daily',
      publishedAt: '2012-03-15',
      claims: [
        {
          subject: ['Ann Lee', 'Ann Lee'],
          relation: 'ATTACK',
          object: { words: 'bribes', entity: false },
          others: [{ words: 'Cy Poe', role: 'RECIPIENT', preposition: 'to' }],
          claimant: ['Bo Ray', null],
          stance: 'DOUBTS',
          place: 'Homs',
          time: '2012-03-12',
          confidence: 0.7,
        },
      ],
    });
    expect([...graph.claims()]).toEqual([
      {
        documentId: 'a',
        claimId: 'c1',
        relation: 'ATTACK',
        predicate: 'attack',
        subjects: ['a#PERSON/ann lee/0'],
        objects: [],
        others: ['a#PERSON/cy poe/0'],
        place: 'a#PLACE/homs/0',
        claimants: ['a#PERSON/bo ray/0'],
        claimantsLeftOut: false,
        attributed: true,
        stance: 'DOUBTS',
        polarity: 'AFFIRMED',
        modality: 'ACTUAL',
        from: '2012-03-12',
        to: '2012-03-12',
        confidence: 0.7,
        sentence: expect.any(Object),
        source: 'Daily',
        publishedAt: '2012-03-15',
      },
    ]);
    for (const key of ['cy poe', 'bo ray']) expect(graph.claimsOf(`a#PERSON/${key}/0`)).toHaveLength(1);
    expect(graph.claimsOf('a#PLACE/homs/0')).toHaveLength(1);
    expect(graph.claim({ documentId: 'a', claimId: 'c2' })).toBeNull();
    expect(graph.claim({ documentId: 'constructor', claimId: 'c1' })).toBeNull();
  });
});

describe('a claim of the index', () => {
  it('tells where its sentence stands, and whether it leaves out a claimant that is no entity', () => {
    const extraction = buildExtraction({
      id: 'a',
      claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', claimant: 'Cy Poe' }],
    });
    const wordsOf = { ...extraction, quotations: extraction.quotations.map(sayInWords) };
    for (const [record, leftOut] of [[extraction, false] as const, [wordsOf, true] as const]) {
      const claim = buildGraph([record], []).claim({ documentId: 'a', claimId: 'c1' });
      const { start, end, quote } = extraction.claims[0]!.sentence;
      expect(claim).toMatchObject({ sentence: { start, end }, claimantsLeftOut: leftOut });
      expect(extraction.text.slice(start, end)).toBe(quote);
    }
  });
});

/** The same quotation of someone who is no entity. */
function sayInWords(quotation: Quotation): Quotation {
  return {
    ...quotation,
    claimant: quotation.claimant === null ? null : { ...quotation.claimant, referent: null },
  };
}

describe('the version', () => {
  it('rises with each change and with nothing else', () => {
    const graph = createKnowledgeGraph();
    graph.deleteDocument('a');
    expect(graph.version).toBe(0);
    graph.putDocument(buildExtraction({ id: 'a', people: ['Ann Lee'] }));
    expect(graph.version).toBe(1);
    graph.entity('a#PERSON/ann lee/0');
    expect(graph.version).toBe(1);
    graph.deleteDocument('a');
    expect([graph.version, graph.entityCount]).toEqual([2, 0]);
  });
});

describe('a walk that lasts over a change', () => {
  it('leaves out what has gone', () => {
    const graph = graphOf(
      { id: 'a', claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Lee' }] },
      { id: 'b', claims: [{ subject: 'Bo Ray', relation: 'ATTACK', object: 'Ray' }] },
    );
    const walks = [graph.entities(), graph.relationships(), graph.claims()].map((walk) => walk[Symbol.iterator]());
    for (const walk of walks) expect(walk.next().done).toBe(false);
    graph.deleteDocument('b');
    const [entities = [], relationships = [], claims = []] = walks.map((walk) => [
      ...{ [Symbol.iterator]: () => walk },
    ]);
    expect([entities.length, relationships.length, claims.length]).toEqual([1, 0, 0]);
  });
});
