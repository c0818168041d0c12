import { expect, it } from 'vitest';
import { describePage } from './describe-page.js';
import { openPage } from './open-page.js';

describePage('the explorer', () => {
  it('leads from a search to the entity, the graph, a claim and its sentence', async () => {
    const { page, mishaps } = await openPage();
    const search = page.getByRole('combobox', { name: /Search people/ }).first();
    await search.fill('ann');
    await page.getByRole('option', { name: /Ann Lee/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Ann Lee' }).waitFor();
    await page.getByRole('link', { name: 'Show in the graph' }).click();
    await page.getByText(/of \d+ relationships? drawn/).waitFor();
    await page.getByRole('link', { name: 'attack', exact: true }).first().click();
    await page
      .getByRole('link', { name: /attack/ })
      .first()
      .waitFor();
    await page.locator('.claim .quote').first().click();
    await page.getByRole('button', { name: 'Shown in the text' }).waitFor();
    expect(await page.locator('.text .chosen').count()).toBeGreaterThan(0);
    expect(await page.locator('.text .part-trigger').textContent()).toBe('attack');
    expect(mishaps).toEqual([]);
  });

  it('shows the same view again from its address', async () => {
    const { page, served, mishaps } = await openPage();
    await page
      .getByRole('combobox', { name: /Search people/ })
      .first()
      .fill('di voss');
    await page.keyboard.press('ArrowDown');
    await page
      .getByRole('option', { name: /Di Voss/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Show in the graph' }).click();
    await page.getByRole('button', { name: 'Hide' }).waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.getByRole('button', { name: /^Bo Ray/ }).click();
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.getByText('1 hidden').waitFor();
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByText('1 hidden').waitFor();
    expect(address.startsWith(`${served.url}/#/graph?`)).toBe(true);
    expect(mishaps).toEqual([]);
  });
});
