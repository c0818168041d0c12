import { describe, expect, it } from 'vitest';
import type { Conflict, Incident } from '../../src/domain/index.js';
import { buildGraph, type KnowledgeGraph } from '../../src/graph/index.js';
import { loadResources } from '../../src/resources/index.js';
import { buildExtraction, type ClaimSketch, type ExtractionSketch } from '../support/build-extraction.js';
import { buildJudgement } from '../support/build-judgement.js';

const { incidentWords } = loadResources();

function graphOf(...sketches: readonly ExtractionSketch[]): KnowledgeGraph {
  return buildGraph(sketches.map(buildExtraction), [], { incidentWords });
}

function told(incidents: Iterable<Incident>): readonly string[] {
  return [...incidents].map(({ claims }) =>
    claims.map(({ documentId, claimId }) => `${documentId}.${claimId}`).join(' '),
  );
}

function conflictsOf(graph: KnowledgeGraph): readonly string[] {
  const show = ({ kind, a, b }: Conflict) => `${kind} ${a.documentId}.${a.claimId} ${b.documentId}.${b.claimId}`;
  return [...graph.incidents()].flatMap(graph.conflictsOf).map(show);
}

const dead = (min: number | null, max: number | null, words = 'people') =>
  ({ words: `${min ?? max} ${words}`, counts: { min, max, unit: words }, entity: false }) as const;

/** One sketch a document, of one claim and a source of its own, all of one week and about Valdoro. */
function accounts(...claims: readonly ClaimSketch[]): KnowledgeGraph {
  return graphOf(
    ...claims.map((claim, index) => ({
      id: `d${index + 1}`,
      source: `Paper ${index + 1}`,
      publishedAt: `2031-03-1${index}`,
      places: ['Valdoro'],
      referents: CAST,
      claims: [claim],
    })),
  );
}

const CAST = [
  { name: 'the soldiers', type: 'GROUP', label: 'soldiers', sector: 'MIL' },
  { name: 'the rebels', type: 'GROUP', label: 'rebels', sector: 'REB' },
  { name: 'the gunmen', type: 'GROUP', label: 'gunmen' },
  { name: 'the villagers', type: 'GROUP', label: 'villagers', sector: 'CVL' },
] as const;
const KILLING = { relation: 'KILL', place: 'Valdoro', time: '2031-03-09' } as const;

describe('incidents', () => {
  it('gather the claims of one happening from several documents', () => {
    const graph = accounts(
      { ...KILLING, subject: 'soldiers', object: 'villagers' },
      { ...KILLING, subject: 'soldiers', object: 'villagers', claimant: 'Ann Lee' },
    );
    expect(told(graph.incidents())).toEqual(['d1.c1 d2.c1']);
    const [incident] = graph.incidents();
    expect(incident).toMatchObject({ kind: 'FORCE', from: '2031-03-09', documents: ['d1', 'd2'], sources: 2 });
    expect(incident && graph.incidentOf(incident.claims[1]!)).toEqual(incident);
  });

  it('keep apart what happened on other days, or in other towns', () => {
    const shot = { ...KILLING, subject: 'soldiers', object: 'villagers' } as const;
    expect(told(accounts(shot, { ...shot, time: '2031-03-02' }).incidents())).toHaveLength(2);
    expect(told(accounts(shot, { ...shot, place: 'Puerto Claro' }).incidents())).toHaveLength(2);
  });

  it('hold no states, and nothing that is planned, called for or supposed', () => {
    const graph = accounts(
      { subject: 'Ann Lee', relation: 'LEADS', object: 'Red Guard' },
      { ...KILLING, subject: 'soldiers', object: 'villagers', modality: 'PLANNED' },
    );
    expect([...graph.incidents()]).toEqual([]);
    expect(graph.incidentOf({ documentId: 'd1', claimId: 'c1' })).toBeNull();
  });

  it('count copies of one text as one source, also under other names', () => {
    const sentences = ['soldiers', 'rebels', 'gunmen'].map(
      (subject): ClaimSketch => ({ ...KILLING, subject, object: 'villagers' }),
    );
    const wire = { referents: CAST, places: ['Valdoro'], publishedAt: '2031-03-10', claims: sentences };
    const graph = graphOf({ ...wire, id: 'a', source: 'Wire' }, { ...wire, id: 'b', source: 'Daily' });
    expect([...graph.incidents()].map(({ sources }) => sources)).toEqual([1]);
  });

  it('follow the entities: a judgement that two names are one thing brings their claims together', () => {
    const meet = (id: string, name: string) =>
      buildExtraction({
        id,
        publishedAt: '2031-03-10',
        places: ['Valdoro'],
        claims: [{ subject: name, relation: 'CONSULT', object: 'Cy Poe', time: '2031-03-09' }],
      });
    const extractions = [meet('a', 'Ann Lee'), meet('b', 'Annie Lee')];
    const apart = buildGraph(extractions, [], { incidentWords });
    expect(told(apart.incidents())).toEqual(['a.c1', 'b.c1']);
    const judgement = buildJudgement(1, 'SAME', ['a#PERSON/ann lee/0', 'b#PERSON/annie lee/0']);
    expect(told(buildGraph(extractions, [judgement], { incidentWords }).incidents())).toEqual(['a.c1 b.c1']);
    apart.applyJudgement(judgement);
    expect(told(apart.incidents())).toEqual(['a.c1 b.c1']);
  });
});

describe('conflicts', () => {
  it('oppose a claim and a denial of it', () => {
    const shelled = { ...KILLING, relation: 'ATTACK', subject: 'soldiers', object: 'villagers' } as const;
    const graph = accounts(shelled, { ...shelled, claimant: 'Ann Lee', stance: 'DENIES' });
    expect(conflictsOf(graph)).toEqual(['POLARITY d1.c1 d2.c1']);
    expect(conflictsOf(accounts(shelled, { ...shelled, polarity: 'NEGATED' }))).toHaveLength(1);
    expect(
      conflictsOf(accounts(shelled, { ...shelled, polarity: 'NEGATED', claimant: 'Ann Lee', stance: 'DENIES' })),
    ).toEqual([]);
  });

  it('oppose two who are said to have done it, and not an unknown one and a known one', () => {
    const killed = { ...KILLING, object: 'villagers' } as const;
    expect(conflictsOf(accounts({ ...killed, subject: 'soldiers' }, { ...killed, subject: 'rebels' }))).toEqual([
      'AGENT d1.c1 d2.c1',
    ]);
    expect(conflictsOf(accounts({ ...killed, subject: 'soldiers' }, { ...killed, subject: 'gunmen' }))).toEqual([]);
  });

  it('oppose counts that exclude each other, and no others', () => {
    const counted = (min: number | null, max: number | null, words?: string): ClaimSketch => ({
      ...KILLING,
      object: dead(min, max, words),
    });
    expect(conflictsOf(accounts(counted(43, 43), counted(70, null)))).toEqual(['COUNT d1.c1 d2.c1']);
    expect(conflictsOf(accounts(counted(17, null), counted(43, 43)))).toEqual([]);
    expect(conflictsOf(accounts(counted(15, 15, 'officers'), counted(21, 21)))).toEqual([]);
  });

  it('take a later count of the same source for news, not for a contradiction', () => {
    const toll = (id: string, day: string, count: number): ExtractionSketch => ({
      id,
      source: 'Wire',
      publishedAt: day,
      places: ['Valdoro'],
      claims: [{ ...KILLING, object: dead(count, count) }],
    });
    expect(conflictsOf(graphOf(toll('a', '2031-03-10', 17), toll('b', '2031-03-11', 43)))).toEqual([]);
  });

  it('oppose civilians and fighters as those whom it befell', () => {
    const graph = accounts(
      { ...KILLING, subject: 'soldiers', object: 'villagers' },
      { ...KILLING, subject: 'soldiers', object: 'rebels' },
    );
    expect(conflictsOf(graph)).toEqual(['VICTIM d1.c1 d2.c1']);
  });

  it('oppose days and towns of what happens to somebody only once', () => {
    const held = { relation: 'DETAIN', object: 'Bo Ray', place: 'Cairo', time: '2031-03-09' } as const;
    expect(conflictsOf(accounts(held, { ...held, time: '2031-03-10' }))).toEqual(['TIME d1.c1 d2.c1']);
    expect(conflictsOf(accounts(held, { ...held, place: 'Alexandria' }))).toEqual(['PLACE d1.c1 d2.c1']);
  });

  it('oppose an accusation and a rejection of "that"', () => {
    const graph = graphOf({
      id: 'a',
      referents: CAST,
      claims: [
        { subject: 'Ann Lee', relation: 'ACCUSE', object: 'soldiers', predicate: 'accuse' },
        { subject: 'Bo Ray', relation: 'REJECT', object: { words: 'that', entity: false }, predicate: 'reject' },
      ],
    });
    expect(conflictsOf(graph)).toEqual(['POLARITY a.c1 a.c2']);
  });

  it('oppose what somebody alleges and a rejection that names its kind', () => {
    const graph = graphOf({
      id: 'a',
      referents: CAST,
      claims: [
        { subject: 'soldiers', relation: 'THREATEN', object: 'villagers', claimant: 'Ann Lee' },
        { subject: 'Cy Poe', relation: 'LEADS', object: 'Red Guard', claimant: 'Cy Poe' },
        { subject: 'Cy Poe', relation: 'CONSULT', object: 'Dee Fox', claimant: 'Dee Fox' },
        { subject: 'Bo Ray', relation: 'REJECT', object: { words: 'the allegation of threats', entity: false } },
      ],
    });
    expect(conflictsOf(graph)).toEqual(['POLARITY a.c1 a.c4']);
  });

  it('oppose what was done to some and a claim that it was done to nobody, or never at all', () => {
    const held = { relation: 'DETAIN', time: '2031-03-09', place: 'Valdoro' } as const;
    const some = { ...held, subject: 'soldiers', object: 'villagers' } as const;
    const nobody = {
      ...held,
      object: { words: 'no one', entity: false },
      polarity: 'NEGATED',
      claimant: 'Ann Lee',
    } as const;
    expect(conflictsOf(accounts(some, nobody))).toEqual(['POLARITY d1.c1 d2.c1']);
    const fired = { ...KILLING, relation: 'ATTACK', subject: 'soldiers' } as const;
    const never = {
      ...fired,
      predicate: 'open fire',
      object: { words: 'fire', entity: false },
      polarity: 'NEGATED',
    } as const;
    expect(conflictsOf(accounts({ ...fired, object: 'villagers' }, never))).toEqual(['POLARITY d1.c1 d2.c1']);
  });

  it('oppose a whole that is less than one of its parts', () => {
    const counted = (count: number, words?: string): ClaimSketch => ({ ...KILLING, object: dead(count, count, words) });
    expect(conflictsOf(accounts(counted(12), counted(30, 'officers')))).toEqual(['COUNT d1.c1 d2.c1']);
    expect(conflictsOf(accounts(counted(30), counted(12, 'officers')))).toEqual([]);
  });

  it('oppose what is said to have started a fire, and not what started talks', () => {
    const started = (subject: string, object: string): ClaimSketch => ({
      subject: { words: subject, entity: false },
      relation: 'OTHER',
      predicate: 'start',
      object: { words: object, entity: false },
      claimant: subject,
    });
    const cast = (id: string, claim: ClaimSketch): ExtractionSketch => ({
      id,
      source: id,
      publishedAt: '2031-03-10',
      places: ['Valdoro'],
      people: ['Bo Ray', 'Cy Poe'],
      claims: [claim],
    });
    const told = (object: string) =>
      conflictsOf(graphOf(cast('a', started('a fault', object)), cast('b', started('a boiler', object))));
    expect(told('the fire')).toEqual(['CAUSE a.c1 b.c1']);
    expect(told('talks')).toEqual([]);
  });

  it('oppose payments that a text tells of and a denial of the one who was paid, in whatever words', () => {
    const money = { words: 'a cent', entity: false } as const;
    const paid: ExtractionSketch = {
      id: 'a',
      claims: [
        { subject: 'Dee Fox', relation: 'OTHER', predicate: 'take in', object: { words: 'bribes', entity: false } },
        { subject: 'Bo Ray', relation: 'OTHER', predicate: 'pay', object: 'Dee Fox', claimant: 'Ann Lee' },
        {
          subject: 'Dee Fox',
          relation: 'OTHER',
          predicate: 'get from',
          object: money,
          claimant: 'Cy Poe',
          stance: 'DENIES',
        },
      ],
    };
    expect(conflictsOf(graphOf(paid))).toEqual(['POLARITY a.c1 a.c3', 'POLARITY a.c2 a.c3']);
  });

  it('leave alone who rejects an offer', () => {
    const graph = graphOf({
      id: 'a',
      claims: [
        { subject: 'Ann Lee', relation: 'CONSULT', object: 'Bo Ray', claimant: 'Cy Poe' },
        { subject: 'Bo Ray', relation: 'REJECT', object: { words: 'the offer', entity: false } },
      ],
    });
    expect(conflictsOf(graph)).toEqual([]);
  });

  it('read a toll from "the number of dead", and a payment from who gives and who takes', () => {
    const toll = graphOf({
      id: 'a',
      source: 'Wire',
      claims: [
        {
          subject: { words: 'the number of dead', entity: false },
          relation: 'OTHER',
          predicate: 'climb',
          others: [{ words: '43', role: 'OTHER', preposition: 'to', entity: false }],
        },
        { relation: 'KILL', object: dead(70, null), claimant: 'Ann Lee' },
      ],
    });
    expect(conflictsOf(toll)).toEqual(['COUNT a.c1 a.c2']);
    const paid = accounts(
      { subject: 'Bo Ray', relation: 'OTHER', predicate: 'pay', object: 'Dee Fox' },
      {
        subject: 'Dee Fox',
        relation: 'OTHER',
        predicate: 'take',
        object: { words: 'money', entity: false },
        polarity: 'NEGATED',
      },
    );
    expect(conflictsOf(paid)).toEqual(['POLARITY d1.c1 d2.c1']);
  });
});
