import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { describePage } from './describe-page.js';
import { noteMishaps, openPage } from './open-page.js';

describePage('what the explorer changes', () => {
  it('reads files that are dropped, and shows what was read', async () => {
    const { page, mishaps } = await openPage([]);
    await page.getByText('Nothing has been read yet').waitFor();
    const text =
      'Mayor Ines Ortolan met General Bo Ray in Port Avel on Friday. Dockers said police had beaten two men.';
    const data = await page.evaluateHandle(
      `(() => { const all = new DataTransfer(); all.items.add(new File([${JSON.stringify(text)}], 'strike.txt', { type: 'text/plain' })); return all; })()`,
    );
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: data });
    await page.getByText(/1 document read, \d+ claims?/).waitFor();
    await page.locator('.actors').getByText('Ines Ortolan').waitFor();
    await page.getByRole('link', { name: 'strike.txt' }).click();
    await page.locator('.reader .text').getByText('Port Avel').waitFor();
    expect(mishaps).toEqual([]);
  });

  it('says what could not be read of a file that was chosen', async () => {
    const { page, mishaps } = await openPage([]);
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'claimgraph-')), 'broken.pdf');
    writeFileSync(file, '%PDF-1.7 and nothing more');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('1 not read').waitFor();
    expect(mishaps).toEqual([]);
  });

  it('reads a pasted text at once, stores nothing of it, and keeps it on demand', async () => {
    const { page, served, mishaps, goTo } = await openPage([]);
    await goTo('#/read');
    await page
      .getByRole('textbox', { name: 'Text' })
      .fill('Activists said soldiers had killed 12 people in Orlo. The army denied it.');
    await page.getByRole('button', { name: /kill/ }).first().click();
    expect(await page.locator('.read-output .part-trigger').first().textContent()).toContain('killed');
    expect((await served.store.counts()).documents).toBe(0);
    await page.getByRole('button', { name: 'Keep it in the store' }).click();
    await page.locator('.reader .text').waitFor();
    expect((await served.store.counts()).documents).toBe(1);
    expect(mishaps).toEqual([]);
  });

  it('merges two entities with a reason, and takes it back', async () => {
    const { page, mishaps, goTo, served } = await openPage();
    const { data } = await served.ask('{ entityByName(name: "Bo Ray") { id } }');
    await goTo(`#/entity?id=${data.entityByName[0].id}`);
    await page.getByRole('button', { name: 'Merge with …' }).click();
    const box = page.getByRole('combobox', { name: 'The same as' });
    await box.fill('cy poe');
    await page.getByRole('option', { name: /Cy Poe/ }).click();
    await page.getByRole('textbox', { name: /Reason/ }).fill('one man under two names');
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('Merged with Cy Poe.').waitFor();
    await page.locator('.aliases').getByText('Cy Poe').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').waitFor();
    await page.locator('.aliases').getByText('Cy Poe').waitFor({ state: 'detached' });
    expect(mishaps).toEqual([]);
  });

  it('asks for a key where the service wants one, and goes on with it', async () => {
    const { page, served } = await openPage();
    const url = await guardWithKey(served.url);
    await page.goto('about:blank');
    const mishaps = noteMishaps(page, url);
    await page.goto(`${url}/`);
    await page.getByRole('dialog').getByLabel('Key').fill('open sesame');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.actors li').first().waitFor();
    expect(mishaps).toEqual([]);
  });
});

/** A server before another one, which lets nothing of GraphQL through without a key, as a proxy at a newspaper would. */
async function guardWithKey(target: string): Promise<string> {
  const guard = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/graphql') && incoming.headers.authorization !== 'Bearer open sesame') {
      outgoing.writeHead(401, { 'content-type': 'application/json' });
      outgoing.end(
        JSON.stringify({ errors: [{ message: 'A key is wanted.', extensions: { code: 'UNAUTHENTICATED' } }] }),
      );
      return;
    }
    const { host: _host, ...headers } = incoming.headers;
    const onward = request(`${target}${incoming.url}`, { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => guard.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void guard.close());
  const address = guard.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}
