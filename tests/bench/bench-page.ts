import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { startServer } from '../../src/api/index.js';
import { ingest, openKnowledge } from '../../src/pipeline/index.js';
import { findInputs } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';
import type { ExtractionSketch } from '../support/build-extraction.js';
import { serveKnowledge } from '../support/serve-knowledge.js';
import { CHROMIUM_PATH, startBrowser } from '../web/browser.js';
import type { BenchPart } from './bench-part.js';
import { median } from './median.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RUNS = 3;
const ENTITIES = 5000;
const RELATIONSHIPS = 20_000;

/** The explorer in headless Chromium, whose WebGL is drawn by software. */
export const page: BenchPart = {
  name: 'page',
  about: 'the explorer: size, time to the first view, frames a second while a large graph is moved',
  run: async () => {
    if (CHROMIUM_PATH === null) {
      console.log('page: left out, for Chromium is not installed (apt-get install chromium)');
      return true;
    }
    console.log(`page: script ${Math.round(scriptSize() / 1000)} kB compressed; at most 250 kB`);
    const first = await measureFirstView();
    console.log(
      `page: first view of data/examples after ${first} ms, processor throttled 4 times, median of ${RUNS} new browsers`,
    );
    const { frames, nodes, edges, drawn } = await measureMoving();
    console.log(
      `page: ${nodes} entities and ${edges} relationships drawn after ${drawn} ms, moved at ${frames} frames a second`,
    );
    return true;
  },
};

function scriptSize(): number {
  const folder = path.join(root, 'dist', 'page', 'assets');
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length, 0);
}

/** Milliseconds until the search takes words and the actors stand there, each time in a new browser. */
async function measureFirstView(): Promise<number> {
  const knowledge = await openKnowledge('memory:', { resources: loadResources() });
  for await (const _event of ingest(knowledge, findInputs([path.join(root, 'data', 'examples')])));
  const server = await startServer({ knowledge, port: 0 });
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const browser = await startBrowser();
    const opened = await browser.newPage();
    const session = await opened.context().newCDPSession(opened);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const start = performance.now();
    await opened.goto(`${server.url}/`, { waitUntil: 'commit' });
    await opened.locator('.actors li').first().waitFor();
    times.push(performance.now() - start);
    await browser.close();
  }
  await server.stop();
  await knowledge.close();
  return Math.round(median(times));
}

async function measureMoving(): Promise<Record<'frames' | 'nodes' | 'edges' | 'drawn', number>> {
  const served = await serveKnowledge(largeSketches());
  const browser = await startBrowser();
  const opened = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const start = performance.now();
  await opened.goto(`${served.url}/#/graph?limit=${RELATIONSHIPS}`);
  await opened.locator('.drawn li').first().waitFor({ timeout: 120_000 });
  const drawn = Math.round(performance.now() - start);
  const words = (await opened.locator('.graph-count').textContent()) ?? '';
  const nodes = Number(
    /[\d,]+/.exec((await opened.locator('.graph-panel h2').textContent()) ?? '')?.[0].replaceAll(',', ''),
  );
  await opened.locator('.drawing[data-resting="true"]').waitFor({ timeout: 300_000 });
  const frames = await countFrames(opened);
  await browser.close();
  await served.stop();
  return { frames, nodes, edges: Number(/[\d,]+/.exec(words)?.[0].replaceAll(',', '')), drawn };
}

/** Frames a second over a drag of some seconds. */
async function countFrames(opened: Page): Promise<number> {
  const { x, y, width, height } = (await opened.locator('.drawing').boundingBox())!;
  await opened.mouse.move(x + width / 2, y + height - 60);
  await opened.mouse.down();
  await opened.evaluate(
    'window.frames_ = 0; (function count() { window.frames_++; requestAnimationFrame(count); })(); window.from_ = performance.now();',
  );
  for (let step = 0; step < 120; step++) {
    await opened.mouse.move(
      x + width / 2 + Math.sin(step / 10) * 250,
      y + height - 60 - Math.abs(Math.sin(step / 14)) * 200,
    );
  }
  const rate = (await opened.evaluate('window.frames_ / (performance.now() - window.from_) * 1000')) as number;
  await opened.mouse.up();
  return Math.round(rate * 10) / 10;
}

/** Documents that together name the entities, each connected with eight others. */
function largeSketches(): readonly ExtractionSketch[] {
  const names = Array.from(
    { length: ENTITIES },
    (_none, index) => `${syllables(index)} ${syllables(index * 7 + 3)}berg`,
  );
  const sketches: ExtractionSketch[] = [];
  for (let from = 0; from < RELATIONSHIPS; from += 100) {
    const claims = Array.from({ length: 100 }, (_none, index) => {
      const place = from + index;
      const subject = names[place % ENTITIES]!;
      const object = names[(place * 13 + Math.floor(place / ENTITIES) * 101 + 17) % ENTITIES]!;
      return { subject, relation: place % 3 === 0 ? ('CONSULT' as const) : ('ACCUSE' as const), object };
    });
    sketches.push({ id: `d${from}`, claims });
  }
  return sketches;
}

const STARTS = ['Ba', 'De', 'Fi', 'Go', 'Hu', 'Ka', 'Le', 'Mi', 'No', 'Pu', 'Ra', 'Se', 'Ti', 'Vo', 'Zu'];

function syllables(number: number): string {
  const parts = [STARTS[number % 15]!];
  for (let rest = Math.floor(number / 15); rest > 0; rest = Math.floor(rest / 15))
    parts.push(STARTS[rest % 15]!.toLowerCase());
  return `${parts.join('')}n`;
}
