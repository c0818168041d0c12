import { describe, expect, it } from 'vitest';
import { buildPdf } from '../support/build-pdf.js';
import { serveForTest } from '../support/serve-knowledge.js';

async function upload(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/octet-stream', ...headers } });
}

describe('POST /upload', () => {
  it('keeps the documents of a file, by its name or its media type', async () => {
    const { url, ask } = await serveForTest([]);
    const lines = '{"id":"a","text":"Ann Lee met Bo Ray."}\n{"text":" "}\n{"id":"b","text":"Cy Poe met Bo Ray."}\n';
    const answer = await upload(`${url}/upload?name=news.jsonl`, lines);
    expect(answer.status).toBe(200);
    const { counts, results, userErrors } = (await answer.json()) as {
      counts: unknown;
      results: readonly { key: string; id: string; outcome: string; claims: number }[];
      userErrors: unknown;
    };
    expect(counts).toEqual({ ADDED: 2, UPDATED: 0, UNCHANGED: 0, FAILED: 1 });
    expect(results.map(({ outcome, key, claims }) => [outcome, key, claims])).toEqual([
      ['ADDED', 'a', 1],
      ['ADDED', 'b', 1],
    ]);
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', claimgraph: 'INPUT_EMPTY', path: ['2'] }]);
    expect((await ask(`{ node(id: "${results[0]?.id}") { id } }`)).data.node.id).toBe(results[0]?.id);
    const html = '<html><body><article><p>Di Voss left Homs.</p></article></body></html>';
    const page = await upload(`${url}/upload`, html, { 'content-type': 'text/html' });
    expect(await page.json()).toMatchObject({ counts: { ADDED: 1 } });
    const pdf = await upload(`${url}/upload?name=a.pdf`, new Uint8Array(buildPdf([['Eve Orr met Fay Kim.']])));
    expect(await pdf.json()).toMatchObject({ counts: { ADDED: 1, FAILED: 0 } });
  });

  it('says what is no document', async () => {
    const { url } = await serveForTest([]);
    const answer = await upload(`${url}/upload?name=a.pdf`, 'this is no PDF');
    expect(await answer.json()).toMatchObject({ counts: { FAILED: 1 }, results: [], userErrors: [{ path: [] }] });
  });

  it('takes no more bytes than it may', async () => {
    const { url, store } = await serveForTest([], { uploadLimit: 1000 });
    const answer = await upload(`${url}/upload?name=a.txt`, 'Ann Lee met Bo Ray. '.repeat(100));
    expect(answer.status).toBe(413);
    // Without a content-length the limit is met on the way.
    const chunks = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('Ann Lee met Bo Ray. '.repeat(10)));
      },
    });
    const endless = await fetch(`${url}/upload?name=a.txt`, {
      method: 'POST',
      body: chunks,
      headers: { 'content-type': 'application/octet-stream' },
      duplex: 'half',
    } as RequestInit).then(
      async (response) => JSON.stringify(await response.json()),
      (error: Error) => error.message,
    );
    expect(endless).toMatch(/at most|fetch failed/);
    expect((await store.counts()).documents).toBe(0);
  });

  it('is not open to what a page of another site can send', async () => {
    const { url, store } = await serveForTest([]);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) {
      const answer = await upload(`${url}/upload`, 'Ann Lee met Bo Ray.', { 'content-type': type });
      expect([type, answer.status]).toEqual([type, 400]);
    }
    expect((await store.counts()).documents).toBe(0);
    const asked = { 'content-type': 'text/plain', 'apollo-require-preflight': 'true' };
    expect((await upload(`${url}/upload`, 'Ann Lee met Bo Ray.', asked)).status).toBe(200);
  });
});
