import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import {
  CLAIM_FIELDS,
  DOCUMENT_FIELDS,
  ENTITY_FIELDS,
  FILTER_OPERATORS,
  listClaims,
  parseFilter,
  RELATIONSHIP_FIELDS,
} from '../../src/query/index.js';
import { buildKnowledge } from '../support/build-knowledge.js';

/** JSON that often comes close to a filter. */
const anyWhere = fc.letrec<{ where: unknown }>((tie) => ({
  where: fc.oneof(
    { maxDepth: 6 },
    fc.jsonValue(),
    fc.dictionary(
      fc.constantFrom(...CLAIM_FIELDS.map(({ id }) => id), '__proto__', 'constructor', 'toString'),
      fc.oneof(
        fc.jsonValue(),
        fc.dictionary(
          fc.constantFrom(...Object.keys(FILTER_OPERATORS), '__proto__', 'valueOf'),
          fc.oneof(
            fc.constantFrom<unknown>('KILL', 'Ann Lee', 'AFFIRMED', '2012-03-12', true, 0.5, ['KILL'], null, 'a'),
            fc.constant({ from: '2012-03-12' }),
            fc.jsonValue(),
          ),
        ),
      ),
    ),
    fc.record({ AND: fc.array(tie('where'), { maxLength: 3 }) }),
    fc.record({ OR: fc.array(tie('where'), { maxLength: 3 }) }),
    fc.record({ NOT: tie('where') }),
  ),
})).where;

function errorOf(run: () => unknown): ClaimgraphError {
  try {
    run();
  } catch (error) {
    if (error instanceof ClaimgraphError) return error;
    throw error;
  }
  throw new Error('Expected an error.');
}

describe('parseFilter', () => {
  it('throws nothing but FILTER_INVALID for any JSON', () => {
    fc.assert(
      fc.property(anyWhere, (where) => {
        for (const fields of [CLAIM_FIELDS, RELATIONSHIP_FIELDS, ENTITY_FIELDS, DOCUMENT_FIELDS]) {
          try {
            parseFilter(where, fields);
          } catch (error) {
            expect(error).toMatchObject({ code: 'FILTER_INVALID' });
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('throws only FILTER_INVALID and codes of what is not there when it is asked', async () => {
    const knowledge = await buildKnowledge([
      { id: 'a', claims: [{ subject: 'Ann Lee', relation: 'KILL', object: 'Bo Ray' }] },
    ]);
    let chosen = 0;
    await fc.assert(
      fc.asyncProperty(anyWhere, async (where) => {
        try {
          chosen += (await listClaims(knowledge, { where })).totalCount;
        } catch (error) {
          expect(['FILTER_INVALID', 'ENTITY_NOT_FOUND', 'DOCUMENT_NOT_FOUND']).toContain(
            (error as ClaimgraphError).code,
          );
        }
      }),
      { numRuns: 500 },
    );
    expect(chosen).toBeGreaterThan(0);
  });

  it.each([
    [{ kill: { eq: 'x' } }, 'where.kill'],
    [{ relation: { like: 'KILL' } }, 'where.relation.like'],
    [{ relation: { eq: 'KILLS' } }, 'where.relation.eq'],
    [{ relation: {} }, 'where.relation'],
    [{ relation: 'KILL' }, 'where.relation'],
    [{ relation: null }, 'where.relation'],
    [{ relation: { in: [] } }, 'where.relation.in'],
    [{ relation: { in: 'KILL' } }, 'where.relation.in'],
    [{ OR: [] }, 'where.OR'],
    [{ AND: [{}, { NOT: { time: { before: '2012-02-30' } } }] }, 'where.AND[1].NOT.time.before'],
    [{ time: { overlaps: { from: '2012-03-12', to: '2012-03-11' } } }, 'where.time.overlaps'],
    [{ time: { overlaps: {} } }, 'where.time.overlaps'],
    [{ time: { overlaps: { until: '2012-03-12' } } }, 'where.time.overlaps'],
    [{ confidence: { gt: '1' } }, 'where.confidence.gt'],
    [{ attributed: { eq: 'yes' } }, 'where.attributed.eq'],
    [{ source: { contains: '  ' } }, 'where.source.contains'],
    [[], 'where'],
    ['relation', 'where'],
    [JSON.parse('{"__proto__": {"eq": "x"}}'), 'where.__proto__'],
  ])('names what is wrong in %j', (where, path) => {
    const error = errorOf(() => parseFilter(where, CLAIM_FIELDS));
    expect(error.code).toBe('FILTER_INVALID');
    expect(error.details.path).toBe(path);
  });

  it('names the word that was probably meant, and what is allowed', () => {
    const error = errorOf(() => parseFilter({ relation: { eq: 'KILLS' } }, CLAIM_FIELDS));
    expect(error.message).toContain('Did you mean KILL?');
    expect(error.details.allowed).toContain('ATTACK');
    expect(errorOf(() => parseFilter({ claiment: { eq: 'x' } }, CLAIM_FIELDS)).message).toContain('mean claimant?');
  });

  it('bounds the nesting, the conditions, the values and the texts', () => {
    let deep: unknown = {};
    for (let level = 0; level < 10_000; level++) deep = { NOT: deep };
    const tooLarge = [
      deep,
      { AND: Array.from({ length: 300 }, () => ({})) },
      { source: { in: Array.from({ length: 3000 }, () => 'x') } },
      { source: { eq: 'x'.repeat(5000) } },
    ];
    for (const where of tooLarge) {
      expect(errorOf(() => parseFilter(where, CLAIM_FIELDS)).code).toBe('FILTER_INVALID');
    }
  });
});
