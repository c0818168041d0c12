import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Document } from '../src/domain/index.js';
import { findInputs, readDocuments } from '../src/read/index.js';

const folder = fileURLToPath(new URL('../data/examples', import.meta.url));

async function readExamples(): Promise<ReadonlyMap<string, readonly Document[]>> {
  const byFile = new Map<string, readonly Document[]>();
  for await (const input of findInputs([folder])) {
    if ('code' in input) throw new Error(input.reason);
    const documents: Document[] = [];
    for await (const reading of readDocuments(input)) {
      if (reading.kind === 'FAILURE') throw new Error(reading.failure.reason);
      documents.push(reading.document);
    }
    byFile.set(input.name, documents);
  }
  return byFile;
}

describe('the examples', async () => {
  const byFile = await readExamples();
  const documents = [...byFile.values()].flat();

  it('are nineteen documents, each with a text of its own and a day to count from', () => {
    expect(documents).toHaveLength(19);
    expect(new Set(documents.map((document) => document.textHash)).size).toBe(19);
    for (const { timeAnchor } of documents) expect(timeAnchor).toMatch(/^2031-0[34]-\d\d$/);
  });

  it('open with a dateline, whose place is read', () => {
    for (const { dateline, text } of documents) {
      expect(dateline?.place, text.slice(0, 200)).toBeTruthy();
      expect(text.slice(dateline!.place!.start, dateline!.place!.end)).toMatch(/^[A-Z ]+$/);
    }
  });

  it('tell title, outlet, address and publication where pages and JSON Lines say them', () => {
    const published = [...byFile].filter(([file]) => /\.(html|jsonl)$/.test(file)).flatMap(([, found]) => found);
    expect(published).toHaveLength(10);
    expect(new Set(published.map(({ source }) => source))).toEqual(
      new Set(['Meridian Wire', 'The Lugomir Gazette', 'Puerto Claro Courier']),
    );
    for (const { title, url, publishedAt } of published) {
      expect(title).toMatch(/\w/);
      expect(url).toMatch(/^https:\/\/[a-z]+\.example\//);
      expect(publishedAt).toMatch(/^2031-0[34]-\d\d/);
    }
  });

  it('keep no furniture of their pages', () => {
    const pages = [...byFile].filter(([file]) => file.endsWith('.html')).flatMap(([, found]) => found);
    expect(pages).toHaveLength(7);
    for (const { text } of pages) {
      expect(text).not.toMatch(/cookies|Accept all|All rights reserved|Most read|Log in to leave|Subscribe for/);
    }
  });

  it('mark newswire furniture inside plain texts', () => {
    const furniture = documents.flatMap(({ furniture, text }) =>
      furniture.map(({ start, end }) => text.slice(start, end)),
    );
    for (const opening of ['Sign up for the Morning Brief', 'Photo: Relatives wait', 'Reporting by Quach Mai Lan']) {
      expect(furniture.some((words) => words.startsWith(opening))).toBe(true);
    }
  });
});
