import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.js';
import { finish, type Run, runClaimgraph, startClaimgraph, waitForOutput } from '../support/run-claimgraph.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const root = temporaryFolder();
let folders = 0;

/** A new folder with these files. */
function folderOf(files: Readonly<Record<string, string>> = {}): string {
  folders += 1;
  const folder = path.join(root, String(folders));
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

function linesOf(run: Run): readonly string[] {
  return run.output.split('\n').filter((line) => line !== '');
}

function wire(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const text = `Ann Lee criticized Bo Ray in Valdoro on Monday, in speech ${index}.`;
    return `${JSON.stringify({ id: `d${index}`, text })}\n`;
  }).join('');
}

describe('claimgraph extract', () => {
  it('writes one record a document, in input order', async () => {
    const folder = folderOf({ 'b.txt': 'Ann Lee met Bo Ray.', 'a.txt': 'Cy Poe left.', 'wire.jsonl': wire(2) });
    const run = await runClaimgraph(['extract', 'b.txt', 'wire.jsonl', 'a.txt'], { folder });
    expect(run.exitCode).toBe(0);
    const records = linesOf(run).map((line) => JSON.parse(line));
    expect(records.map((record) => record.text.split(' ')[0])).toEqual(['Ann', 'Ann', 'Ann', 'Cy']);
    expect(records[1]).toMatchObject({ format: 'claimgraph/1', id: 'd0' });
  });

  it('leaves the text out where it is asked to', async () => {
    const folder = folderOf({ 'a.txt': 'Ann Lee met Bo Ray.' });
    const run = await runClaimgraph(['extract', 'a.txt', '--no-text'], { folder });
    expect(JSON.parse(run.output)).not.toHaveProperty('text');
    expect(run.output).toContain('"format":"claimgraph/1"');
  });

  it('reads standard input of a media type that is told', async () => {
    const run = await runClaimgraph(['extract', '-', '--media-type', 'application/x-ndjson'], {
      folder: folderOf(),
      input: wire(3),
    });
    expect(run.exitCode).toBe(0);
    expect(linesOf(run)).toHaveLength(3);
  });

  it('counts times from the day that is given', async () => {
    const folder = folderOf({ 'a.txt': 'Ann Lee met Bo Ray on Monday.' });
    const run = await runClaimgraph(['extract', 'a.txt', '--date', '2031-03-12'], { folder });
    expect(JSON.parse(run.output).document.timeAnchor).toBe('2031-03-12');
  });

  it('ends quietly where its reader has gone', async () => {
    const child = startClaimgraph(['extract', 'wire.jsonl'], { folder: folderOf({ 'wire.jsonl': wire(3000) }) });
    child.stdout.once('data', () => child.stdout.destroy());
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const exitCode = await new Promise((resolve) => child.once('close', resolve));
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
  });

  it('names the file, the line and the reason of what it cannot read, and goes on', async () => {
    const folder = folderOf({
      'empty.txt': ' \n',
      'wire.jsonl': `${wire(1)}{"text": broken\n${wire(2).split('\n')[1]}\n`,
      'last.txt': 'Cy Poe left.',
    });
    const run = await runClaimgraph(['extract', 'empty.txt', 'missing.txt', 'wire.jsonl', 'last.txt'], { folder });
    expect(run.exitCode).toBe(1);
    expect(linesOf(run)).toHaveLength(3);
    expect(run.errors).toMatch(/empty\.txt: .+ \[INPUT_EMPTY\]/);
    expect(run.errors).toMatch(/missing\.txt: .+ \[INPUT_NOT_FOUND\]/);
    expect(run.errors).toMatch(/wire\.jsonl:2: .+ \[INPUT_MALFORMED\]/);
    expect(run.errors).toMatch(/3 documents.*; 3 failed/);
  });

  it('refuses a document that is too large, and reads the others', async () => {
    const folder = folderOf({ 'large.txt': 'Ann met Bo. '.repeat(1000), 'small.txt': 'Ann met Bo.' });
    const run = await runClaimgraph(['extract', 'large.txt', 'small.txt', '--max-document', '1kB'], { folder });
    expect(run.exitCode).toBe(1);
    expect(linesOf(run)).toHaveLength(1);
    expect(run.errors).toMatch(/large\.txt: .+ \[INPUT_TOO_LARGE\]/);
  });
});

describe('claimgraph ingest', () => {
  it('acknowledges each document, and changes nothing the second time', async () => {
    const folder = folderOf({ 'wire.jsonl': wire(2) });
    const first = await runClaimgraph(['ingest', 'wire.jsonl'], { folder });
    expect(first).toMatchObject({ exitCode: 0, output: 'added d0\nadded d1\n' });
    expect(first.errors).toContain('2 documents: 2 added, 0 updated, 0 unchanged; 0 failed');
    const second = await runClaimgraph(['ingest', 'wire.jsonl'], { folder });
    expect(second).toMatchObject({ exitCode: 0, output: 'unchanged d0\nunchanged d1\n' });
    writeFileSync(path.join(folder, 'wire.jsonl'), wire(1).replace('Monday', 'Tuesday'));
    const third = await runClaimgraph(['ingest', 'wire.jsonl', '--json', '--quiet'], { folder });
    expect(JSON.parse(third.output)).toMatchObject({ outcome: 'UPDATED', id: 'd0', input: 'wire.jsonl' });
    expect(third.errors).toBe('');
  });

  it('takes the store from the environment, and from its option before that', async () => {
    const folder = folderOf({ 'wire.jsonl': wire(1) });
    const environment = { CLAIMGRAPH_STORE: 'sqlite:other.db' };
    await runClaimgraph(['ingest', 'wire.jsonl'], { folder, environment });
    const other = await openStore(`sqlite:${path.join(folder, 'other.db')}`, { create: false });
    expect(await other.documentIds({ after: null, limit: 9 })).toEqual(['d0']);
    await other.close();
    const run = await runClaimgraph(['ingest', 'wire.jsonl', '--store', 'sqlite:third.db'], { folder, environment });
    expect(run.output).toBe('added d0\n');
  });

  it('fails with 1 where something failed, names it, and keeps the rest', async () => {
    const folder = folderOf({ 'wire.jsonl': `${wire(1)}[1, 2\n` });
    const run = await runClaimgraph(['ingest', 'wire.jsonl', '--json'], { folder });
    expect(run.exitCode).toBe(1);
    expect(linesOf(run).map((line) => JSON.parse(line).outcome)).toEqual(['ADDED', 'FAILED']);
    expect(run.errors).toMatch(/wire\.jsonl:2: /);
  });

  it('says that nothing is there to read', async () => {
    const run = await runClaimgraph(['ingest', 'nothing.txt'], { folder: folderOf() });
    expect(run).toMatchObject({ exitCode: 1, output: '' });
    expect(run.errors).toContain('[INPUT_NOT_FOUND]');
  });

  it('does not touch a file that is no store', async () => {
    const folder = folderOf({ 'wire.jsonl': wire(1), 'notes.db': 'my notes' });
    const run = await runClaimgraph(['ingest', 'wire.jsonl', '--store', 'sqlite:notes.db'], { folder });
    expect(run.exitCode).toBe(1);
    expect(run.errors).toContain('[STORE_FOREIGN]');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'finishes the document under way at %s, says what was done, ends with 130',
    async (signal) => {
      const folder = folderOf({ 'wire.jsonl': wire(5000) });
      const child = startClaimgraph(['ingest', 'wire.jsonl'], { folder });
      const ended = finish(child);
      await waitForOutput(child, /added d3\n/);
      child.kill(signal);
      const run = await ended;
      expect(run.exitCode).toBe(130);
      const acknowledged = linesOf(run).map((line) => line.replace('added ', ''));
      expect(acknowledged.length).toBeLessThan(5000);
      expect(run.errors).toContain(`stopped after ${acknowledged.length} documents: ${acknowledged.length} added`);
      const store = await openStore(`sqlite:${path.join(folder, 'claimgraph.db')}`, { create: false });
      expect([...(await store.documentIds({ after: null, limit: 9999 }))].sort()).toEqual([...acknowledged].sort());
      await store.close();
    },
  );

  it('can be interrupted while it waits for standard input', async () => {
    const child = startClaimgraph(['ingest', '-', '--media-type', 'application/x-ndjson'], { folder: folderOf() });
    const ended = finish(child);
    // More than a reader looks at before it begins.
    child.stdin.write(`${JSON.stringify({ id: 'd0', text: 'Ann met Bo.', more: 'x'.repeat(300_000) })}\n`);
    await waitForOutput(child, /added d0\n/);
    child.kill('SIGINT');
    expect((await ended).exitCode).toBe(130);
  });
});
