import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  claimKey,
  decodeNodeId,
  encodeNodeId,
  findNode,
  findNodes,
  NODE_TYPES,
  readClaimKey,
} from '../../src/query/index.js';
import { buildKnowledge } from '../support/build-knowledge.js';

const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constant('\ud800'),
  fc.constant('a\udc00"\\\0'),
);

describe('global ids', () => {
  it('give back any type and key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NODE_TYPES), anyString, (type, key) => {
        expect(decodeNodeId(encodeNodeId(type, key))).toEqual({ type, key });
      }),
    );
  });

  it('are the base64url of type and key', () => {
    expect(encodeNodeId('Document', 'a')).toBe(Buffer.from('Document:a').toString('base64url'));
  });

  it('refuse everything that they could not have made', () => {
    for (const id of ['', 'x', 'RG9jdW1lbnQ', 'RG9jdW1lbnQ6YQ==', ' ', encodeNodeId('Claim', 'é').slice(0, -1)]) {
      expect(() => decodeNodeId(id), id).toThrow(expect.objectContaining({ code: 'ID_INVALID' }));
    }
    fc.assert(
      fc.property(anyString, (id) => {
        try {
          const { type, key } = decodeNodeId(id);
          expect(encodeNodeId(type, key)).toBe(id);
        } catch (error) {
          expect(error).toMatchObject({ code: 'ID_INVALID' });
        }
      }),
    );
  });
});

describe('claim keys', () => {
  it('give back any document id and claim id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), (documentId, ordinal) => {
        const reference = { documentId, claimId: `c${ordinal}` };
        expect(readClaimKey(claimKey(reference))).toEqual(reference);
      }),
    );
    expect(readClaimKey('no hash')).toBeNull();
  });
});

describe('findNode', () => {
  it('finds a thing of each type by its id, in the order of the ids, and null for what has gone', async () => {
    const knowledge = await buildKnowledge([
      { id: 'a#1', claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' }] },
    ]);
    const [relationship] = knowledge.graph.relationships();
    const [entity] = knowledge.graph.entitiesByName('Ann Lee');
    const ids = [
      encodeNodeId('Relationship', relationship?.id ?? ''),
      encodeNodeId('Claim', claimKey({ documentId: 'a#1', claimId: 'c1' })),
      encodeNodeId('Document', 'gone'),
      encodeNodeId('Entity', entity?.id ?? ''),
      encodeNodeId('Claim', 'a%231#c9'),
      encodeNodeId('Document', 'a#1'),
    ];
    const nodes = await findNodes(knowledge, ids);
    expect(nodes.map((node) => node?.type ?? null)).toEqual([
      'Relationship',
      'Claim',
      null,
      'Entity',
      null,
      'Document',
    ]);
    expect(await findNode(knowledge, ids[3] ?? '')).toEqual({ type: 'Entity', entity });
    await expect(findNode(knowledge, 'nonsense')).rejects.toMatchObject({ code: 'ID_INVALID' });
  });
});
