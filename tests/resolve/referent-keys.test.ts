import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../src/domain/index.js';
import { parseReferentKey, referentKeys } from '../../src/resolve/index.js';
import { buildExtraction } from '../support/build-extraction.js';

const keysOf = (extraction: Extraction) => [...referentKeys(extraction).values()];

describe('referentKeys', () => {
  it('names a referent by document, type, normalised name, and ordinal among equals', () => {
    const extraction = buildExtraction({
      id: 'd1',
      referents: [
        { name: 'Dr. Ann Lee', label: 'first' },
        { name: 'Ann Lee', label: 'second' },
        { name: 'Ann Lee', type: 'ORGANIZATION', label: 'third' },
      ],
    });
    expect(referentKeys(extraction)).toEqual(
      new Map([
        ['r1', 'd1#PERSON/ann lee/0'],
        ['r2', 'd1#PERSON/ann lee/1'],
        ['r3', 'd1#ORGANIZATION/ann lee/0'],
      ]),
    );
  });

  it('names what is only described by the head of the description', () => {
    const groups = [
      'the soldiers',
      'dozens of Syrian civilians from the north',
      'hundreds of thousands of people',
      'members of the council',
      'dozens',
      'of',
      '…',
    ];
    expect(keysOf(buildExtraction({ id: 'd', groups }))).toEqual([
      'd#GROUP/soldiers/0',
      'd#GROUP/civilians/0',
      'd#GROUP/people/0',
      'd#GROUP/members/0',
      'd#GROUP/dozens/0',
      'd#GROUP/of/0',
      'd#GROUP//0',
    ]);
  });

  it('leaves out a referent that the text has only pronouns for', () => {
    const extraction = buildExtraction({ id: 'd', people: ['Ann Lee'], groups: ['they'] });
    const mentions = extraction.mentions.map((mention) =>
      mention.quote === 'they' ? { ...mention, kind: 'PRONOUN' as const } : mention,
    );
    expect(keysOf({ ...extraction, mentions })).toEqual(['d#PERSON/ann lee/0']);
  });

  it('escapes what parts a key in the id of the document', () => {
    const keys = keysOf(buildExtraction({ id: '100%#1/%23', places: ['Homs'] }));
    expect(keys).toEqual(['100%25%231/%2523#PLACE/homs/0']);
    expect(parseReferentKey(keys[0] ?? '')).toEqual({
      documentId: '100%#1/%23',
      type: 'PLACE',
      name: 'homs',
      ordinal: 0,
    });
  });

  it('gives each referent a key of its own that parses back to its document and type', () => {
    const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    const names = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(id, names, (documentId, given) => {
        const organizations = given.map((name, index) => ({
          name,
          label: String(index),
          type: 'ORGANIZATION' as const,
        }));
        const extraction = buildExtraction({ id: documentId, referents: organizations });
        const keys = keysOf(extraction);
        expect(new Set(keys).size).toBe(given.length);
        for (const key of keys) expect(parseReferentKey(key)).toMatchObject({ documentId, type: 'ORGANIZATION' });
      }),
    );
  });
});

describe('parseReferentKey', () => {
  for (const text of [
    '',
    'd',
    'd#PERSON/a',
    'd#NOBODY/a/0',
    '#PERSON/a/0',
    'd#PERSON/a/00',
    'd#PERSON/a/b/0',
    'a%b#PERSON/a/0',
  ]) {
    it(`knows that ${JSON.stringify(text)} is no key`, () => {
      expect(parseReferentKey(text)).toBeNull();
    });
  }

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseReferentKey(text)));
  });
});
