import { describe, expect, it } from 'vitest';
import type { Extraction, Judgement } from '../../src/domain/index.js';
import type { EntityType } from '../../src/ontology/index.js';
import { createResolution, type Resolution, resolve } from '../../src/resolve/index.js';
import { loadResources } from '../../src/resources/index.js';
import { buildExtraction, type ReferentSketch } from '../support/build-extraction.js';
import { buildJudgement, buildUndo } from '../support/build-judgement.js';

const { nameSpellings } = loadResources();
const ACRONYMS = new Map([
  ['US', 'United States'],
  ['Nato', 'North Atlantic Treaty Organization'],
  ['NATO', 'North Atlantic Treaty Organization'],
]);

/** The entities, each as its sorted keys. */
function entitiesOf(resolution: Resolution): readonly (readonly string[])[] {
  const members = [...resolution.clusters()].map((cluster) => resolution.entityOf(cluster)?.referents ?? []);
  return members.toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

/** How many entities two documents with one referent each have. */
function countOfTwo(first: ReferentSketch, second: ReferentSketch): number {
  const extractions = [
    buildExtraction({ id: 'a', referents: [first] }),
    buildExtraction({ id: 'b', referents: [second] }),
  ];
  return resolve(extractions, [], { wellKnownAcronyms: ACRONYMS, nameSpellings }).size;
}

function namesakes(count: number): readonly Extraction[] {
  return Array.from({ length: count }, (_, index) => buildExtraction({ id: `d${index}`, people: ['Ann Lee'] }));
}

const ann = (index: number) => `d${index}#PERSON/ann lee/0`;

describe('names across documents', () => {
  const one: readonly (readonly [EntityType, string, string])[] = [
    ['PERSON', 'Ann Lee', 'Dr. Ann Lee'],
    ['PERSON', 'Bashar al-Assad', 'Bashar Al Assad'],
    ['PERSON', 'J. Edgar Rowe', 'J. Edgar Rowe'],
    ['PERSON', 'Ann Lee Jr.', 'Ann Lee, Jr'],
    ['ORGANIZATION', 'Acme Inc.', 'Acme Incorporated'],
    ['ORGANIZATION', 'Dravinan Interior Ministry', 'the Dravinan Interior Ministry'],
    ['PLACE', 'Homs', 'Homs'],
    ['PLACE', 'the U.S.', 'United States'],
    ['ORGANIZATION', 'Nato', 'NATO'],
    ['NATIONALITY', 'Syrian', 'Syrian'],
    ['PLACE', 'HOMS', 'Homs'],
    ['PERSON', 'Đỗ Minh Anh', 'Do Minh Anh'],
    ['PERSON', 'Mohamed al-Bachour', 'Muhammad Bachur'],
    ['PERSON', 'Yousef Kassem', 'Youssef Qasim'],
    ['PERSON', 'Dmitriy Belov', 'Dmitry Beloff'],
    ['PERSON', 'Sergei Kovalsky', 'Sergey Kovalskiy'],
  ];
  for (const [type, first, second] of one) {
    it(`takes ${first} and ${second} for one ${type}`, () => {
      expect(countOfTwo({ name: first, type }, { name: second, type })).toBe(1);
    });
  }

  const two: readonly (readonly [EntityType, string, string, string])[] = [
    ['PERSON', 'Assad', 'Assad', 'a surname alone'],
    ['PERSON', 'al-Assad', 'al-Assad', 'a surname with a particle'],
    ['PERSON', 'Mr. Lee', 'Mr. Lee', 'a surname with an honorific'],
    ['PERSON', 'Lee Jr.', 'Lee Jr.', 'a surname with a generation'],
    ['PERSON', 'Madonna', 'Madonna', 'a name of one word'],
    ['PERSON', 'J. Smith', 'J. Smith', 'an initial'],
    ['PERSON', 'JK Smith', 'JK Smith', 'initials without dots'],
    ['PERSON', 'J. Smith', 'John Smith', 'an initial and a name that it may stand for'],
    ['PERSON', 'Ann Lee', 'Ann Lee Jr.', 'generations'],
    ['PERSON', 'Hassan Darwish', 'Hussein Darwish', 'given names that are spelled alike'],
    ['PERSON', 'Mahmoud Darwish', 'Mohammed Darwish', 'given names of like consonants'],
    ['PERSON', 'Karen Cole', 'Karin Kohl', 'names that are not transliterated'],
    ['ORGANIZATION', 'SNC', 'SNC', 'an acronym that is not well known'],
    ['ORGANIZATION', 'S.N.C.', 'S.N.C.', 'an acronym with dots'],
    ['ORGANIZATION', 'Interior Ministry', 'Interior Ministry', 'a body that every country has'],
    [
      'ORGANIZATION',
      'the Ministry of Defense',
      'Ministry of Defense',
      'a body that every country has, written otherwise',
    ],
    ['PLACE', '!!!', '!!!', 'nothing but punctuation'],
    ['ORGANIZATION', '\u{1F525}', '\u{1F525}', 'a picture'],
    ['PLACE', 'x'.repeat(300), `${'x'.repeat(299)}y`, 'names that differ beyond what is kept of them'],
  ];
  for (const [type, first, second, what] of two) {
    it(`keeps apart ${what}`, () => {
      expect(countOfTwo({ name: first, type }, { name: second, type })).toBe(2);
    });
  }

  it('keeps apart things of different types', () => {
    expect(countOfTwo({ name: 'Washington', type: 'PLACE' }, { name: 'Washington', type: 'ORGANIZATION' })).toBe(2);
  });

  it('keeps apart what is only described', () => {
    expect(countOfTwo({ name: 'the soldiers', type: 'GROUP' }, { name: 'the soldiers', type: 'GROUP' })).toBe(2);
  });

  it('takes an acronym that a document defines by its full name', () => {
    const defined: ReferentSketch = { name: 'Syrian National Council', type: 'ORGANIZATION', acronyms: ['SNC'] };
    expect(countOfTwo(defined, { name: 'Syrian National Council', type: 'ORGANIZATION' })).toBe(1);
    expect(countOfTwo(defined, { name: 'SNC', type: 'ORGANIZATION' })).toBe(2);
  });

  it('keeps a second one of that name in a document apart', () => {
    const extractions = [
      buildExtraction({
        id: 'a',
        referents: [
          { name: 'Ann Lee', label: 'first' },
          { name: 'Ann Lee', label: 'second' },
        ],
      }),
      buildExtraction({ id: 'b', people: ['Ann Lee'] }),
    ];
    expect(entitiesOf(resolve(extractions, []))).toEqual([
      ['a#PERSON/ann lee/0', 'b#PERSON/ann lee/0'],
      ['a#PERSON/ann lee/1'],
    ]);
  });

  it('takes a second place of that name in a document for the first, written otherwise', () => {
    const places = [
      { name: 'HOMS', type: 'PLACE', label: 'dateline' },
      { name: 'Homs', type: 'PLACE', label: 'town' },
    ] as const;
    expect(resolve([buildExtraction({ id: 'a', referents: places })], []).size).toBe(1);
  });

  it('is not confused by names of object members', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const extractions = names.map((id) => buildExtraction({ id, organizations: names }));
    expect(resolve(extractions, []).size).toBe(names.length);
  });
});

describe("people's judgements", () => {
  it('join what names do not, and are taken back', () => {
    const extractions = [
      buildExtraction({ id: 'a', people: ['Lee'] }),
      buildExtraction({ id: 'b', people: ['Ann Lee'] }),
    ];
    const same = buildJudgement(1, 'SAME', ['a#PERSON/lee/0', 'b#PERSON/ann lee/0']);
    expect(resolve(extractions, [same]).size).toBe(1);
    expect(resolve(extractions, [same, buildUndo(2, same)]).size).toBe(2);
  });

  it('joins all namesakes by one judgement on one of them', () => {
    const extractions = [...namesakes(3), buildExtraction({ id: 'x', people: ['A. Lee'] })];
    const same = buildJudgement(1, 'SAME', ['x#PERSON/a lee/0', ann(1)]);
    expect(resolve(extractions, [same]).size).toBe(1);
  });

  it('set apart the left one, whose namesakes stay with the right one, also those that come later', () => {
    const resolution = resolve(namesakes(3), [buildJudgement(1, 'DIFFERENT', [ann(0), ann(2)])]);
    expect(entitiesOf(resolution)).toEqual([[ann(0)], [ann(1), ann(2)]]);
    for (const extraction of namesakes(5).slice(3)) resolution.putDocument(extraction);
    expect(entitiesOf(resolution)).toEqual([[ann(0)], [ann(1), ann(2), ann(3), ann(4)]]);
  });

  it('set several apart one after the other, and join those', () => {
    const judgements = [
      buildJudgement(1, 'DIFFERENT', [ann(0), ann(4)]),
      buildJudgement(2, 'DIFFERENT', [ann(1), ann(4)]),
    ];
    expect(entitiesOf(resolve(namesakes(5), judgements))).toEqual([[ann(0)], [ann(1)], [ann(2), ann(3), ann(4)]]);
    const joined = [...judgements, buildJudgement(3, 'SAME', [ann(0), ann(1)])];
    expect(entitiesOf(resolve(namesakes(5), joined))).toEqual([
      [ann(0), ann(1)],
      [ann(2), ann(3), ann(4)],
    ]);
  });

  it('leave those apart who were set apart when the one that they were set apart from leaves too', () => {
    const judgements = [
      buildJudgement(1, 'DIFFERENT', [ann(0), ann(1)]),
      buildJudgement(2, 'DIFFERENT', [ann(1), ann(2)]),
    ];
    expect(entitiesOf(resolve(namesakes(4), judgements))).toEqual([[ann(0)], [ann(1)], [ann(2), ann(3)]]);
  });

  it('win over older ones that they contradict, which come back when the newer ones go', () => {
    const same = buildJudgement(1, 'SAME', [ann(0), 'x#PERSON/bo ray/0']);
    const different = buildJudgement(2, 'DIFFERENT', [ann(0), 'x#PERSON/bo ray/0']);
    const extractions = [...namesakes(1), buildExtraction({ id: 'x', people: ['Bo Ray'] })];
    const resolution = resolve(extractions, [same, different]);
    expect(resolution.size).toBe(2);
    expect(resolution.idleJudgements().map(({ judgement }) => judgement.id)).toEqual(['j1']);
    resolution.applyJudgement(buildUndo(3, different));
    expect(resolution.size).toBe(1);
    expect(resolution.idleJudgements().map(({ judgement }) => judgement.id)).toEqual(['j2']);
  });

  it('are not overridden by names: two namesakes may be joined to two others that differ', () => {
    const extractions = [...namesakes(2), buildExtraction({ id: 'x', people: ['Bo Ray', 'Cy Poe'] })];
    const judgements = [
      buildJudgement(1, 'DIFFERENT', ['x#PERSON/bo ray/0', 'x#PERSON/cy poe/0']),
      buildJudgement(2, 'SAME', [ann(0), 'x#PERSON/bo ray/0']),
      buildJudgement(3, 'SAME', [ann(1), 'x#PERSON/cy poe/0']),
    ];
    expect(entitiesOf(resolve(extractions, judgements))).toEqual([
      [ann(0), 'x#PERSON/bo ray/0'],
      [ann(1), 'x#PERSON/cy poe/0'],
    ]);
  });

  it('have effect again when what takes them back is taken back', () => {
    const same = buildJudgement(1, 'DIFFERENT', [ann(0), ann(1)]);
    const undo = buildUndo(2, same);
    expect(resolve(namesakes(2), [same, undo]).size).toBe(1);
    expect(resolve(namesakes(2), [same, undo, buildUndo(3, undo)]).size).toBe(2);
  });

  it('wait for the referents that they name', () => {
    const resolution = createResolution();
    resolution.applyJudgement(buildJudgement(1, 'DIFFERENT', [ann(0), ann(1)]));
    for (const extraction of namesakes(2)) resolution.putDocument(extraction);
    expect(resolution.size).toBe(2);
    resolution.deleteDocument('d0');
    expect(resolution.idleJudgements()).toHaveLength(1);
    for (const extraction of namesakes(1)) resolution.putDocument(extraction);
    expect(resolution.size).toBe(2);
    expect(resolution.idleJudgements()).toEqual([]);
  });

  it('say why they have no effect', () => {
    const unsure = buildJudgement(1, 'UNSURE', [ann(0), ann(1)]);
    const itself = buildJudgement(2, 'DIFFERENT', [ann(0), ann(0)]);
    const unknown: Judgement = { ...buildUndo(3, unsure), undoes: 'j99' };
    const resolution = resolve(namesakes(2), [unsure, itself, unknown]);
    expect(resolution.idleJudgements().map(({ judgement }) => judgement.id)).toEqual(['j1', 'j2', 'j3']);
    expect(resolution.size).toBe(1);
  });

  it('are the only ones that count in the log, and count once', () => {
    const different = buildJudgement(1, 'DIFFERENT', [ann(0), ann(1)]);
    expect(resolve(namesakes(2), [{ ...different, by: 'ALGORITHM' }]).size).toBe(1);
    const resolution = resolve(namesakes(2), [different, different, buildUndo(2, different)]);
    expect(resolution.size).toBe(1);
  });

  it('tell, with the names, why referents are one', () => {
    const extractions = [...namesakes(2), buildExtraction({ id: 'x', people: ['A. Lee'] })];
    const same = buildJudgement(1, 'SAME', ['x#PERSON/a lee/0', ann(1)]);
    const resolution = resolve(extractions, [same]);
    const cluster = resolution.clusterOf(ann(0));
    const why = cluster === null ? [] : resolution.judgementsOf(cluster);
    expect(why.map(({ id, by, left, right }) => ({ id, by, left, right }))).toEqual([
      { id: 'j1', by: 'PERSON', left: 'x#PERSON/a lee/0', right: ann(1) },
      { id: `name:${ann(1)}`, by: 'ALGORITHM', left: ann(1), right: ann(0) },
    ]);
  });
});
