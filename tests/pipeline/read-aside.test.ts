import { describe, expect, it } from 'vitest';
import { createDocumentReader, extractDocument } from '../../src/pipeline/index.js';
import { createDocument } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';

const resources = loadResources();
const LONG = createDocument({
  id: 'long',
  text: 'Mayor Ilva Conte said Bruno Salt had attacked Ines Ortolan. '.repeat(40),
});

describe('a reader of documents', () => {
  it('gives the record that reading at once gives, and lets others have their turn meanwhile', async () => {
    const reader = createDocumentReader(resources);
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    const short = createDocument({ text: 'Ann Lee met Bo Ray.' });
    expect(await reader.read(short)).toEqual(extractDocument(short, resources));
    turns = 0;
    const record = await reader.read(LONG);
    expect(turns).toBeGreaterThan(5);
    clearInterval(timer);
    expect(JSON.stringify(record)).toBe(JSON.stringify(extractDocument(LONG, resources)));
    await reader.close();
    await reader.close();
  });

  it('stops where it is told to, and reads the next one all the same', async () => {
    const reader = createDocumentReader(resources);
    const stop = new AbortController();
    const stopped = reader.read(LONG, stop.signal);
    const next = reader.read(LONG);
    setTimeout(() => stop.abort(), 20);
    await expect(stopped).rejects.toMatchObject({ code: 'INTERRUPTED' });
    expect((await next).claims.length).toBeGreaterThan(0);
    await reader.close();
  });
});
