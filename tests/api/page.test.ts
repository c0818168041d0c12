import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { serveForTest } from '../support/serve-knowledge.js';

const assets = new URL('../../dist/page/assets/', import.meta.url);

describe('the explorer as it is served', () => {
  it('comes with every file that it names, under a policy that allows nothing else', async () => {
    const { url } = await serveForTest();
    const page = await fetch(`${url}/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const html = await page.text();
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=/);
    const named = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(2);
    for (const file of named) expect([file, (await fetch(`${url}/${file}`)).status]).toEqual([file, 200]);
  });

  it('lets assets be kept for good, as a change of them changes their names', async () => {
    const { url } = await serveForTest();
    const [file] = readdirSync(assets);
    const answer = await fetch(`${url}/assets/${file}`);
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  it('names no other server in its styles, and holds at most 250 kB of script, compressed', () => {
    let size = 0;
    for (const file of readdirSync(assets)) {
      const content = readFileSync(new URL(file, assets));
      if (file.endsWith('.css')) expect(content.toString().match(/https?:|url\(["']?data:/g)).toBeNull();
      if (file.endsWith('.js')) size += gzipSync(content, { level: 9 }).length;
    }
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(250_000);
  });
});

describe('the source of the explorer', () => {
  it('puts nothing into the page as markup, and makes no code out of words', () => {
    const folder = new URL('../../src/web/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      const found = text.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/g);
      expect([file, found]).toEqual([file, null]);
    }
  });
});
