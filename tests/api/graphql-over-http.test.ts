import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedKnowledge, serveKnowledge } from '../support/serve-knowledge.js';

let served: ServedKnowledge;
beforeAll(async () => {
  served = await serveKnowledge();
});
afterAll(() => served.stop());

const audits = serverAudits({ url: () => `${served.url}/graphql`, fetchFn: fetch });

describe('GraphQL over HTTP', () => {
  // What the specification says a server MUST and SHOULD do; MAY leaves it open.
  it.each(audits.filter(({ name }) => !name.startsWith('MAY')).map((audit) => [audit.name, audit] as const))(
    '%s',
    async (_, audit) => {
      const result = await audit.fn();
      expect(result).toMatchObject({ status: 'ok' });
    },
  );

  it('is audited by a suite that is not ours', () => {
    expect(audits.length).toBeGreaterThan(50);
  });
});
