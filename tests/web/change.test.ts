import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createAccessKey } from '../../src/api/index.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { describePage } from './describe-page.js';
import { openPage } from './open-page.js';

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
    const file = path.join(temporaryFolder(), 'broken.pdf');
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

  it('keeps two names apart that may be one, and offers the pair again when that is taken back', async () => {
    const { page, mishaps, goTo } = await openPage([
      { id: 'a', people: ['A. R. Marlo', 'Ilva Conte'] },
      { id: 'b', people: ['Alberto Marlo', 'Enrico Marlo', 'Ilva Conte'] },
    ]);
    await goTo('#/review');
    await page.getByRole('button', { name: 'They are two …' }).click();
    await page.getByRole('textbox', { name: /Reason/ }).fill('born in different years');
    await page.getByRole('button', { name: 'Keep apart' }).click();
    await page.getByText('A. R. Marlo and Alberto Marlo are two.').waitFor();
    await page.getByText('Nothing is left to review.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.candidates').getByRole('link', { name: 'Alberto Marlo' }).waitFor();
    expect(mishaps).toEqual([]);
  });

  it('asks for a key where the service wants one, until it gets the right one, and says what the key does not allow', async () => {
    const reader = createAccessKey('reader', 'READ');
    const { page, mishaps } = await openPage(undefined, {}, { keys: [reader.key] });
    await page.getByRole('dialog').getByLabel('Key').fill('open sesame');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The service did not take this key.').waitFor();
    await page.getByRole('dialog').getByLabel('Key').fill(reader.secret);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.actors li').first().waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const file = path.join(temporaryFolder(), 'strike.txt');
    writeFileSync(file, 'Ann Lee met Bo Ray.');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.added .failed').waitFor();
    expect(mishaps).toEqual([]);
  });
});
