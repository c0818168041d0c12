import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRelationshipId, relationshipId } from '../../src/graph/index.js';
import { RELATION_TYPES } from '../../src/ontology/index.js';
import { referentKeys } from '../../src/resolve/index.js';
import { buildExtraction } from '../support/build-extraction.js';

describe('the id of a relationship', () => {
  const key = fc
    .tuple(
      fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('a KILL b', 'x#PERSON/y/0 KILL z', ' ')),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Ann / 0 KILL b#c', 'KILL')),
    )
    .map(([id, name]) => [...referentKeys(buildExtraction({ id, organizations: [name] })).values()][0] ?? '');
  const relation = fc.constantFrom(...RELATION_TYPES.map((row) => row.id));

  it('gives back its parts, whatever the document ids and names', () => {
    fc.assert(
      fc.property(key, relation, key, (subject, relation, object) => {
        const parts = { subject, relation, object };
        expect(parseRelationshipId(relationshipId(parts))).toEqual(parts);
      }),
    );
  });

  it('is not found in other text', () => {
    for (const text of ['', 'a KILL b', 'a#PERSON/x/0 FROB b#PERSON/y/0', 'a#PERSON/x/0 KILL b#PERSON/y']) {
      expect(parseRelationshipId(text)).toBeNull();
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseRelationshipId(text)));
  });
});
