import { expect, it } from 'vitest';
import { describePage } from './describe-page.js';
import { openPage } from './open-page.js';

describePage('the search view', () => {
  it('shows what was met in names, sentences and quotations, and leads there', async () => {
    const { page, mishaps, goTo } = await openPage();
    await goTo('#/search?text=attack');
    expect(await page.locator('.hits .met').first().textContent()).toMatch(/attack/i);
    await page.locator('.hits .quote').first().click();
    await page.locator('.reader .text').waitFor();
    expect(mishaps).toEqual([]);
  });
});
