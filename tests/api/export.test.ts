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

  it('that broke off is gone on with from any byte, as long as the graph is at its position', async () => {
    const { url, knowledge } = await serveForTest();
    for (const { id } of EXPORTERS) {
      const first = await fetch(`${url}/export/${id}`);
      const position = first.headers.get('x-claimgraph-position');
      expect(position).toBe(String(knowledge.position));
      const whole = Buffer.from(await first.arrayBuffer());
      for (const skip of [0, 1, Math.floor(whole.length / 2), whole.length - 1, whole.length, whole.length + 9]) {
        const rest = await fetch(`${url}/export/${id}?position=${position}&skip=${skip}`);
        expect([id, skip, rest.status]).toEqual([id, skip, 200]);
        expect(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(skip)), `${id} ${skip}`).toBe(true);
      }
    }
    const passed = await fetch(`${url}/export/gexf?position=${knowledge.position + 1}&skip=3`);
    expect(passed.status).toBe(409);
    expect(await passed.json()).toMatchObject({ errors: [{ extensions: { claimgraph: 'POSITION_LEFT' } }] });
  });

  it('of a table gives the rows behind one of them', async () => {
    const { url } = await serveForTest();
    const text = await (await fetch(`${url}/export/claims`)).text();
    const lines = text.split('\n');
    const third = JSON.parse(lines[2] as string);
    const after = encodeURIComponent(`${third.document.id}/${third.id}`);
    expect(await (await fetch(`${url}/export/claims?after=${after}`)).text()).toBe(lines.slice(3).join('\n'));
  });

  it.each([
    ['/export/csv-edges?skip=5', 400, 'ARGUMENT_INVALID'],
    ['/export/csv-edges?position=-1', 400, 'ARGUMENT_INVALID'],
    ['/export/csv-edges?position=1e3', 400, 'ARGUMENT_INVALID'],
    ['/export/csv-edges?position=1&position=2', 400, 'ARGUMENT_INVALID'],
    ['/export/gexf?after=d1/c1', 400, 'ARGUMENT_INVALID'],
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
