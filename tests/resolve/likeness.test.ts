import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIds } from '../../src/base/index.js';
import type { Extraction } from '../../src/domain/index.js';
import { createResolution, type Resolution, resolve } from '../../src/resolve/index.js';
import { buildExtraction, type ExtractionSketch, type ReferentSketch } from '../support/build-extraction.js';
import { buildJudgement, buildUndo } from '../support/build-judgement.js';

/** The names of the persons and bodies that are taken for one, by document: `a: Smith = b: John Smith`. */
function mergedIn(sketches: readonly ExtractionSketch[], orders = 3): readonly string[] {
  const extractions = sketches.map(buildExtraction);
  const [first, ...others] = Array.from({ length: orders }, (_, turn) => {
    const turned = [...extractions.slice(turn), ...extractions.slice(0, turn)];
    return mergesOf(resolve(turn === 1 ? turned.reverse() : turned, []));
  });
  for (const other of others) expect(other).toEqual(first);
  return first ?? [];
}

function mergesOf(resolution: Resolution): readonly string[] {
  const merges: string[] = [];
  for (const cluster of resolution.clusters()) {
    const members = [...resolution.referentsOf(cluster)].filter(({ referent }) => referent.type !== 'PLACE');
    const names = new Set(members.map(({ referent }) => referent.name));
    if (names.size < 2) continue;
    merges.push(
      members
        .map(({ documentId, referent }) => `${documentId}: ${referent.name}`)
        .sort(compareIds)
        .join(' = '),
    );
  }
  return merges.sort(compareIds);
}

/** Every entity with why its referents are one. */
function partsOf(resolution: Resolution): readonly string[] {
  const parts = [...resolution.clusters()].map((cluster) =>
    JSON.stringify([resolution.entityOf(cluster)?.referents, resolution.judgementsOf(cluster)]),
  );
  return parts.sort(compareIds);
}

const COMPANY = { people: ['Ilva Conte', 'Dario Neri'], places: ['Orlo'] };

/** Two documents with one referent each, and company that they share. */
function countMerged(first: ReferentSketch, second: ReferentSketch, shared: Partial<ExtractionSketch> = {}): number {
  return mergedIn([
    { id: 'a', referents: [first], ...shared },
    { id: 'b', referents: [second], ...shared },
  ]).length;
}

describe('names that are not enough by themselves', () => {
  it.each([
    ['a surname', 'Smith', 'John Smith'],
    ['a surname with a title', 'Mayor Smith', 'John Smith'],
    ['a first word', 'Kim', 'Kim Jun Seo'],
    ['initials', 'A. R. Marlo', 'Alberto Marlo'],
    ['fewer names', 'John Smith', 'John Robert Smith'],
    ['a spelling', 'Faruk Hadaj', 'Farouk Haddaj'],
    ['a spelling a letter apart', 'Kamil Karimov', 'Kamil Kerimov'],
  ])('are taken for a full name that keeps the same company: %s', (_, weak, full) => {
    expect(countMerged({ name: weak }, { name: full }, COMPANY)).toBe(1);
  });

  it.each([
    ['a surname', 'Smith', 'John Smith'],
    ['initials', 'J. Smith', 'John Smith'],
    ['fewer names', 'John Smith', 'John Robert Smith'],
    ['a spelling', 'Faruk Hadaj', 'Farouk Haddaj'],
  ])('never merge alone: %s', (_, weak, full) => {
    expect(countMerged({ name: weak }, { name: full })).toBe(0);
  });

  it('need two things that agree besides the name, and more than a country and a week', () => {
    const [smith, john]: readonly ReferentSketch[] = [{ name: 'Smith' }, { name: 'John Smith' }];
    const mayor = (referent: ReferentSketch) => ({ ...referent, roles: ['mayor'] });
    expect(countMerged(mayor(smith!), mayor(john!))).toBe(0);
    expect(countMerged(smith!, john!, { places: ['Orlo'], publishedAt: '2031-03-12' })).toBe(0);
    expect(countMerged(mayor(smith!), mayor(john!), { places: ['Orlo'] })).toBe(1);
  });

  it('are taken for a body by its letters, or by those that a text gives it', () => {
    const shared = { organizations: ['Harbor Union'], places: ['Orlo'] };
    const body: ReferentSketch = { name: 'Northern Relief Council', type: 'ORGANIZATION' };
    expect(countMerged({ name: 'NRC', type: 'ORGANIZATION' }, body, shared)).toBe(1);
    expect(countMerged({ name: 'NRC', type: 'ORGANIZATION' }, body, { places: ['Orlo'] })).toBe(0);
    const other: ReferentSketch = { name: 'Noor Brigades', type: 'ORGANIZATION', acronyms: ['KAN'] };
    expect(countMerged({ name: 'KAN', type: 'ORGANIZATION' }, other, shared)).toBe(1);
  });

  it('stay alone where two full names come as near', () => {
    expect(
      mergedIn([
        { id: 'a', referents: [{ name: 'Smith' }], ...COMPANY },
        { id: 'b', referents: [{ name: 'John Smith' }], ...COMPANY },
        { id: 'c', referents: [{ name: 'Adam Smith' }], ...COMPANY },
      ]),
    ).toEqual([]);
  });

  it('make no chain: two first names of one surname are never one', () => {
    const merges = mergedIn([
      { id: 'a', referents: [{ name: 'Smith' }], ...COMPANY, publishedAt: '2031-03-12' },
      { id: 'b', referents: [{ name: 'John Smith' }], ...COMPANY, publishedAt: '2031-03-12' },
      { id: 'c', referents: [{ name: 'Adam Smith' }], places: ['Orlo'] },
      { id: 'd', referents: [{ name: 'A. Smith' }], ...COMPANY },
    ]);
    expect(merges).toEqual(['a: Smith = b: John Smith']);
  });

  it('stay apart from one that their own text names besides', () => {
    expect(
      mergedIn([
        { id: 'a', referents: [{ name: 'Smith' }, { name: 'John Smith' }], ...COMPANY },
        { id: 'b', referents: [{ name: 'John Smith' }], ...COMPANY },
      ]),
    ).toEqual([]);
  });

  it('count another role at the same time against it', () => {
    const shared = { people: ['Ilva Conte'], places: ['Orlo'], publishedAt: '2031-03-12' };
    const smith = { name: 'Smith', roles: ['judge'] };
    expect(countMerged(smith, { name: 'John Smith', roles: ['judge'] }, shared)).toBe(1);
    expect(countMerged(smith, { name: 'John Smith', roles: ['surgeon'] }, shared)).toBe(0);
  });

  it('part again from a full name when what they had in common goes', () => {
    const [weak, full, alone] = [
      buildExtraction({ id: 'a', referents: [{ name: 'Smith' }], ...COMPANY }),
      buildExtraction({ id: 'b', referents: [{ name: 'John Smith' }], ...COMPANY }),
      buildExtraction({ id: 'b', referents: [{ name: 'John Smith' }] }),
    ];
    const resolution = resolve([weak, full], []);
    expect(mergesOf(resolution)).toHaveLength(1);
    const { moved } = resolution.putDocument(alone);
    expect([...moved]).toEqual(['a#PERSON/smith/0']);
    expect(mergesOf(resolution)).toEqual([]);
  });

  it('are set apart by people, and told why they are one', () => {
    const resolution = resolve(
      [
        buildExtraction({ id: 'a', referents: [{ name: 'Smith' }], ...COMPANY }),
        buildExtraction({ id: 'b', referents: [{ name: 'John Smith' }], ...COMPANY }),
      ],
      [],
    );
    const cluster = resolution.clusterOf('a#PERSON/smith/0');
    expect(cluster === null ? [] : resolution.judgementsOf(cluster)).toMatchObject(
      [{ left: 'a#PERSON/smith/0', right: 'b#PERSON/john smith/0', score: 0.8, reason: /surname, person, place/ }].map(
        ({ reason, ...rest }) => ({ ...rest, reason: expect.stringMatching(reason) }),
      ),
    );
    const different = buildJudgement(1, 'DIFFERENT', ['a#PERSON/smith/0', 'b#PERSON/john smith/0']);
    resolution.applyJudgement(different);
    expect(mergesOf(resolution)).toEqual([]);
    resolution.applyJudgement(buildUndo(2, different));
    expect(mergesOf(resolution)).toHaveLength(1);
  });
});

describe('two people of one full name', () => {
  const mayor: ExtractionSketch = { referents: [{ name: 'John Smith', roles: ['mayor'] }], people: ['Ilva Conte'] };
  const surgeon: ExtractionSketch = { referents: [{ name: 'John Smith', roles: ['surgeon'] }], people: ['Bo Ray'] };
  const peopleIn = (sketches: readonly ExtractionSketch[]): readonly string[] => {
    const resolution = resolve(sketches.map(buildExtraction), []);
    const smiths = resolution.clustersByName('John Smith').map((cluster) => resolution.entityOf(cluster)?.documents);
    return smiths.map((documents) => documents?.join(' ') ?? '').sort(compareIds);
  };

  it('are two where they have other roles at the same time, and nothing in common', () => {
    const day = { publishedAt: '2031-03-12' };
    expect(
      peopleIn([
        { id: 'a', ...mayor, ...day },
        { id: 'b', ...surgeon, ...day },
        { id: 'c', ...mayor },
      ]),
    ).toEqual(['a c', 'b']);
  });

  it.each([
    ['they keep the same company', { people: ['Ilva Conte'] }],
    ['one of them has no role', { referents: [{ name: 'John Smith' }] }],
    ['years lie between', { publishedAt: '2033-03-12' }],
  ] satisfies readonly (readonly [string, ExtractionSketch])[])('are one where %s', (_, other) => {
    const [first, second] = [
      { id: 'a', publishedAt: '2031-03-12', ...mayor },
      { id: 'b', publishedAt: '2031-03-12', ...surgeon, ...other },
    ];
    expect(peopleIn([first, second])).toEqual(['a b']);
  });

  it('draw those of the same surname to the one whose company they keep', () => {
    const weak: ExtractionSketch = { referents: [{ name: 'Smith', roles: ['surgeon'] }], people: ['Bo Ray'] };
    expect(
      mergedIn([
        { id: 'a', ...mayor },
        { id: 'b', ...surgeon },
        { id: 'c', ...weak },
      ]),
    ).toEqual(['b: John Smith = c: Smith']);
  });
});

/** Names that meet in every way, each with a role or none. */
const NAMES = [
  'Smith',
  'Kim',
  'J. Smith',
  'John Smith',
  'Jane Smith',
  'John Robert Smith',
  'Jhon Smith',
  'Kim Jun Seo',
  'Farouk Haddaj',
  'Faruk Hadaj',
  'Haddaj',
];
const BODIES = ['NRC', 'Northern Relief Council', 'National Road Company', 'Northern Releef Council'];

const sketch: fc.Arbitrary<ExtractionSketch> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    names: fc.subarray(NAMES, { minLength: 1, maxLength: 2 }),
    bodies: fc.subarray(BODIES, { maxLength: 1 }),
    roles: fc.subarray(['mayor', 'judge', 'surgeon'], { maxLength: 1 }),
    people: fc.subarray(['Ilva Conte', 'Dario Neri', 'Bo Ray'], { maxLength: 2 }),
    places: fc.subarray(['Orlo', 'Dorna'], { maxLength: 1 }),
    publishedAt: fc.constantFrom(null, '2031-03-12', '2031-03-18', '2031-05-01'),
  })
  .map(({ names, bodies, roles, ...rest }) => ({
    ...rest,
    organizations: bodies,
    referents: names.map((name) => ({ name, roles })),
  }));
/** One of two people of one name. */
const namesake: fc.Arbitrary<ExtractionSketch> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  referents: fc.constantFrom(
    [{ name: 'John Smith', roles: ['mayor'] }, { name: 'Ilva Conte' }],
    [{ name: 'John Smith', roles: ['surgeon'] }, { name: 'Bo Ray' }],
  ),
});
const change = fc.oneof(
  { weight: 4, arbitrary: sketch.map((put) => ({ put })) },
  { weight: 2, arbitrary: namesake.map((put) => ({ put })) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'c', 'd').map((remove) => ({ remove })) },
);

describe('likeness after any sequence of changes', () => {
  it('is what it is for the documents that are left, in any order, and merges often enough to show it', () => {
    let merges = 0;
    let splits = 0;
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20, size: 'max' }), (changes) => {
        const resolution = createResolution();
        const left = new Map<string, Extraction>();
        for (const each of changes) {
          if ('remove' in each) {
            resolution.deleteDocument(each.remove);
            left.delete(each.remove);
          } else {
            const extraction = buildExtraction(each.put);
            resolution.putDocument(extraction);
            left.set(extraction.id, extraction);
          }
        }
        const found = mergesOf(resolution);
        merges += found.length;
        const again = resolve([...left.values()].reverse(), []);
        expect(partsOf(resolution)).toEqual(partsOf(again));
        splits += partsOf(again).filter((part) => part.includes('/john smith/')).length > 1 ? 1 : 0;
      }),
      { numRuns: 200 },
    );
    expect(merges).toBeGreaterThan(30);
    expect(splits).toBeGreaterThan(5);
  });
});
