// Takes a picture of every view over data/examples, at two widths and in both themes, into screenshots/, which is not
// committed; with --readme it also writes the picture of the README.
// usage: npm run screenshots -- [--readme] [--only NAME]
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startServer } from '../../src/api/index.js';
import { ingest, openKnowledge } from '../../src/pipeline/index.js';
import { findInputs } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';
import { startBrowser } from './browser.js';
import { type ViewToShow, viewsToShow } from './views-to-show.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(root, 'screenshots');
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const THEMES = ['light', 'dark'] as const;

async function takeScreenshots(): Promise<void> {
  const words = process.argv.slice(2);
  const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : null;
  const knowledge = await openKnowledge('memory:', { resources: loadResources() });
  const inputs = findInputs([path.join(root, 'data/examples')]);
  for await (const _event of ingest(knowledge, inputs));
  const server = await startServer({ knowledge, port: 0 });
  const browser = await startBrowser();
  mkdirSync(folder, { recursive: true });
  try {
    const views = await viewsToShow(server.url);
    if (words.includes('--readme')) await takeOne(browser, server.url, viewOfReadme(views), README_PICTURE);
    for (const view of views.filter(({ name }) => only === null || only === undefined || name === only)) {
      for (const size of WIDTHS) {
        for (const theme of THEMES) {
          const file = path.join(folder, `${view.name}-${size.width}-${theme}.png`);
          await takeOne(browser, server.url, view, { file, size, theme, whole: !view.name.startsWith('graph') });
        }
      }
    }
  } finally {
    await browser.close();
    await server.stop();
    await knowledge.close();
  }
}

interface Picture {
  readonly file: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly theme: (typeof THEMES)[number];
  readonly whole: boolean;
}

const README_PICTURE: Picture = {
  file: path.join(root, 'docs', 'explorer.png'),
  size: { width: 1280, height: 760 },
  theme: 'light',
  whole: false,
};

function viewOfReadme(views: readonly ViewToShow[]): ViewToShow {
  const view = views.find(({ name }) => name === 'graph-around') ?? views[0]!;
  return { ...view, hash: view.hash.replace(/,[^&]+/, '') };
}

async function takeOne(browser: Browser, url: string, view: ViewToShow, picture: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: picture.size, colorScheme: picture.theme, reducedMotion: 'reduce' });
  await page.goto(`${url}/${view.hash}`);
  if (view.text !== undefined) await page.getByRole('textbox', { name: 'Text' }).fill(view.text);
  await page.locator(view.ready).first().waitFor();
  // Until the layout of a graph has come to rest.
  await page.waitForTimeout(view.name.startsWith('graph') ? 3000 : 300);
  mkdirSync(path.dirname(picture.file), { recursive: true });
  await page.screenshot({ path: picture.file, fullPage: picture.whole });
  await page.close();
  console.log(`${path.relative(root, picture.file)}: ${Math.round(statSync(picture.file).size / 1000)} kB`);
}

await takeScreenshots();
