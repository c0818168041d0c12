import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { describePage } from './describe-page.js';
import { openPage } from './open-page.js';
import { viewsToShow } from './views-to-show.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

describePage('every view', () => {
  it.each(['light', 'dark'] as const)('has nothing that axe-core objects to, in the %s theme', async (colorScheme) => {
    // The policy of the page would keep the checker out, which is a script that no page has.
    const { page, served, goTo } = await openPage(undefined, { colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
    await page.addScriptTag({ path: axe });
    const found: string[] = [];
    for (const view of await viewsToShow(served.url)) {
      await goTo(view.hash);
      if (view.text !== undefined) await page.getByRole('textbox', { name: 'Text' }).fill(view.text);
      await page.locator(view.ready).first().waitFor();
      const violations = (await page.evaluate(
        'axe.run().then(({ violations }) => violations)',
      )) as readonly Violation[];
      for (const { id, nodes } of violations)
        found.push(
          `${view.name}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
        );
    }
    expect(found).toEqual([]);
  });

  it('fits into a window of 360 pixels, and uses one of 3840', async () => {
    const { page, served, goTo } = await openPage(undefined, { viewport: { width: 360, height: 740 } });
    for (const width of [360, 3840]) {
      await page.setViewportSize({ width, height: 740 });
      for (const view of await viewsToShow(served.url)) {
        await goTo(view.hash);
        if (view.text !== undefined) await page.getByRole('textbox', { name: 'Text' }).fill(view.text);
        await page.locator(view.ready).first().waitFor();
        expect([view.name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([view.name, width]);
      }
    }
  });
});
