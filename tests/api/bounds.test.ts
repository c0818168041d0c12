import { setTimeout as delay } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { serveForTest } from '../support/serve-knowledge.js';

function nested(levels: number): string {
  return `{ claims(first: 1) ${'{ edges { node { document { claims(first: 1) '.repeat(levels)}{ totalCount }${' } } } }'.repeat(levels)} }`;
}

describe('an operation', () => {
  it('may be as deep as tools ask the schema, and no deeper than the bound', async () => {
    const { ask } = await serveForTest();
    const introspection = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, oneOf: true });
    expect((await ask(introspection)).errors).toEqual([]);
    expect((await ask(nested(3))).errors).toEqual([]);
    const { data, errors, status } = await ask(nested(5));
    expect([data, errors[0]?.extensions.code, status]).toEqual([undefined, 'DEPTH_EXCEEDED', 400]);
  });

  it('is measured through its fragments', async () => {
    const { ask } = await serveForTest();
    const chain = Array.from(
      { length: 6 },
      (_, index) =>
        `fragment F${index} on Claim { document { claims(first: 1) { edges { node { id ...F${index + 1} } } } } }`,
    );
    const query = `{ claims(first: 1) { edges { node { ...F0 } } } } ${chain.join(' ')} fragment F6 on Claim { id }`;
    expect((await ask(query)).errors[0]?.extensions.code).toBe('DEPTH_EXCEEDED');
  });

  it('may not ask for lists of lists without end', async () => {
    const { ask } = await serveForTest();
    const query = `query ($n: Int) { claims(first: $n) { edges { node { document { claims(first: $n) { edges { node { document {
      claims(first: $n) { edges { node { id } } } } } } } } } } } }`;
    expect((await ask(query, { n: 5 })).errors).toEqual([]);
    expect((await ask(query, { n: 200 })).errors[0]?.extensions.code).toBe('COST_EXCEEDED');
    // Left out, a page has twenty-five items, and a default counts as what it says.
    expect((await ask(query.replace('$n: Int', '$n: Int = 200'))).errors[0]?.extensions.code).toBe('COST_EXCEEDED');
  });

  it('may not ask the same again and again under other names', async () => {
    const { ask } = await serveForTest();
    const aliases = (count: number): string =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ')} }`;
    expect((await ask(aliases(100))).errors).toEqual([]);
    expect((await ask(aliases(101))).errors[0]?.extensions.code).toBe('COST_EXCEEDED');
  });

  it('may not be longer than the bound', async () => {
    const { ask } = await serveForTest();
    const { errors } = await ask(`{ ${'__typename '.repeat(5000)} }`);
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('may not repeat a field until comparing them takes long', async () => {
    const { ask } = await serveForTest();
    const { data, errors } = await ask(`{ ${'__typename '.repeat(1990)} }`);
    expect([data, errors[0]?.extensions.code]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('may not spread fragments in a circle', async () => {
    const { ask } = await serveForTest();
    const { errors } = await ask(
      '{ claims { ...A } } fragment A on ClaimConnection { ...B } fragment B on ClaimConnection { ...A }',
    );
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('is stopped when its time is over', async () => {
    const { ask, knowledge } = await serveForTest(undefined, { timeout: 1 });
    const { catchUp } = knowledge;
    const catchUpLate = async (): Promise<number> => {
      await delay(100);
      return catchUp();
    };
    Object.defineProperty(knowledge, 'catchUp', { value: catchUpLate });
    const { errors } = await ask('{ statistics { claims } claims { edges { node { document { text } } } } }');
    expect(errors[0]?.extensions).toMatchObject({ code: 'TIMEOUT', claimgraph: 'INTERRUPTED' });
  });
});
