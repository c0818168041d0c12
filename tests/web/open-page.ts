import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { type ServedKnowledge, serveKnowledge } from '../support/serve-knowledge.js';
import { startBrowser } from './browser.js';

/** A page of the explorer over a store of its own, with what went wrong in it. */
export interface OpenedPage {
  readonly page: Page;
  readonly served: ServedKnowledge;
  /** Errors of scripts, refusals of the policy, and requests that left the origin; empty where all is well. */
  readonly mishaps: readonly string[];
  /** Goes to an address of the page, such as `#/graph`. */
  goTo(hash: string): Promise<void>;
}

let browser: Promise<Browser> | null = null;
afterAll(async () => {
  await (await browser)?.close();
  browser = null;
});

/** Opens the explorer over the given sketches for one test. */
export async function openPage(
  sketches?: Parameters<typeof serveKnowledge>[0],
  options: BrowserContextOptions = {},
  server: Parameters<typeof serveKnowledge>[1] = {},
): Promise<OpenedPage> {
  const served = await serveKnowledge(sketches, server);
  browser ??= startBrowser();
  const context = await (await browser).newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const mishaps = noteMishaps(page, served.url);
  onTestFinished(async () => {
    await context.close();
    await served.stop();
  });
  await page.goto(`${served.url}/`);
  return {
    page,
    served,
    mishaps,
    goTo: async (hash) => {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
    },
  };
}

/** Notes what should never happen in a page of that origin. */
export function noteMishaps(page: Page, origin: string): readonly string[] {
  const mishaps: string[] = [];
  page.on('pageerror', (error) => mishaps.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      mishaps.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('blob:'))
      mishaps.push(`request: ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    mishaps.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return mishaps;
}
