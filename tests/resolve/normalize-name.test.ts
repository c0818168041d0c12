import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../src/ontology/index.js';
import { normalizeName } from '../../src/resolve/index.js';

describe('normalizeName', () => {
  const cases: readonly (readonly [string, EntityType, string])[] = [
    ['Zoë Ångström', 'PERSON', 'zoe angstrom'],
    ['Lars Løkke', 'PERSON', 'lars lokke'],
    ['Dr. Amal Al-Haddad', 'PERSON', 'amal al haddad'],
    ['Mr. Vice President Bo Ray', 'PERSON', 'bo ray'],
    ['President', 'PERSON', 'president'],
    ['J.K. Rowe', 'PERSON', 'j k rowe'],
    ['Ann Lee Jr.', 'PERSON', 'ann lee jr'],
    ['U.S. Army', 'ORGANIZATION', 'us army'],
    ['the United Nations', 'ORGANIZATION', 'united nations'],
    ['Acme Corporation', 'ORGANIZATION', 'acme corp'],
    ['Acme, Inc.', 'ORGANIZATION', 'acme inc'],
    ['Incorporated', 'ORGANIZATION', 'incorporated'],
    ['Rowe & Sons', 'ORGANIZATION', 'rowe and sons'],
    ['Sana’a', 'PLACE', 'sanaa'],
    ["Sana'a", 'PLACE', 'sanaa'],
    ['The Hague', 'PLACE', 'hague'],
    ['İzmir', 'PLACE', 'izmir'],
    ['Deir-ez-Zor', 'PLACE', 'deir ez zor'],
    ['ＮＡＴＯ', 'ORGANIZATION', 'nato'],
    ['\u200Fحلب\u200E', 'PLACE', 'حلب'],
    ['हिन्दी', 'WORK', 'हिन्दी'],
    ['🔥', 'ORGANIZATION', '🔥'],
    ['\uD800', 'ORGANIZATION', ''],
    ['!!!', 'PERSON', ''],
    ['', 'PERSON', ''],
    ['__proto__', 'ORGANIZATION', 'proto'],
  ];
  for (const [name, type, expected] of cases) {
    it(`makes ${JSON.stringify(expected)} of the ${type} ${JSON.stringify(name)}`, () => {
      expect(normalizeName(name, type)).toBe(expected);
    });
  }

  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.constantFrom('The ', 'Mr. ', 'J.', 'U.S.', ' Inc.', '’', '-', '/', '#', 'İ', 'ﷺ', '\uDC00', 'ab'))
      .map((parts) => parts.join('')),
  );
  const anyType = fc.constantFrom<EntityType>('PERSON', 'ORGANIZATION', 'PLACE', 'GROUP');

  it('never gives what a key could not hold, whatever the name', () => {
    fc.assert(
      fc.property(anyName, anyType, (name, type) => {
        const normalized = normalizeName(name, type);
        expect(normalized).not.toMatch(/[/#A-Z\u0000-\u001F]|^ | $| {2}|\p{Surrogate}/u);
        expect(normalized.length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('leaves a short normalised name as it is', () => {
    fc.assert(
      fc.property(anyName, anyType, (name, type) => {
        const normalized = normalizeName(name, type);
        fc.pre(normalized.length < 190);
        expect(normalizeName(normalized, type)).toBe(normalized);
      }),
    );
  });

  it('cuts a name of a megabyte, and no character in two', () => {
    expect(normalizeName('A’é. '.repeat(200_000), 'PERSON')).toHaveLength(200);
    expect(normalizeName(`a${'\u{1F525}'.repeat(200_000)}`, 'PERSON')).toHaveLength(199);
  });
});
