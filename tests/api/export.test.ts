import { describe, expect, it } from 'vitest';
import { EXPORTERS, exportGraph } from '../../src/export/index.js';
import { serveForTest } from '../support/serve-knowledge.js';

describe('an export over HTTP', () => {
  it('gives in every format what the exporter writes', async () => {
    const { url, knowledge } = await serveForTest();
    for (const { id, mediaType, extension } of EXPORTERS) {
      const response = await fetch(`${url}/export/${id}`);
      expect([id, response.status, response.headers.get('content-type')]).toEqual([id, 200, mediaType]);
      expect(response.headers.get('content-disposition')).toContain(`.${extension}"`);
      let expected = '';
      for await (const chunk of exportGraph(knowledge, id)) expected += chunk;
      expect(await response.text()).toBe(expected);
    }
  });

  it('gives only the claims that the filter chooses', async () => {
    const { url } = await serveForTest();
    const linesFor = async (where: object): Promise<number> => {
      const response = await fetch(`${url}/export/claims?where=${encodeURIComponent(JSON.stringify(where))}`);
      return (await response.text()).trimEnd().split('\n').length;
    };
    expect(await linesFor({})).toBe(8);
    expect(await linesFor({ relation: { eq: 'ATTACK' } })).toBe(2);
  });

  it.each([
    ['/export/nosuch', 404, 'FORMAT_UNKNOWN'],
    ['/export/__proto__', 404, 'FORMAT_UNKNOWN'],
    ['/export/gexf?where={', 400, 'FILTER_INVALID'],
    ['/export/gexf?where={"relatoin":{"eq":"KILL"}}', 400, 'FILTER_INVALID'],
    ['/export/gexf?where=1&where=2', 400, 'FILTER_INVALID'],
  ])('of %s is refused with %i', async (path, status, code) => {
    const { url } = await serveForTest();
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { claimgraph: code } }] });
  });
});
