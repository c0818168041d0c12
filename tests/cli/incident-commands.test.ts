import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatColumns } from '../../src/cli/format-columns.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore } from '../../src/store/index.js';
import { buildStored, type ExtractionSketch } from '../support/build-extraction.js';
import { type Run, runClaimgraph } from '../support/run-claimgraph.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();
const SHELLED = {
  relation: 'ATTACK',
  subject: 'Red Guard',
  object: 'Bo Ray',
  place: 'Valdoro',
  time: '2031-03-09',
} as const;
const SKETCHES: readonly ExtractionSketch[] = [
  {
    id: 'd1',
    source: 'Courier',
    publishedAt: '2031-03-10',
    organizations: ['Red Guard'],
    claims: [{ ...SHELLED, claimant: 'Ann Lee' }],
  },
  {
    id: 'd2',
    source: 'Post',
    publishedAt: '2031-03-11',
    organizations: ['Red Guard'],
    claims: [{ ...SHELLED, claimant: 'Cy Poe', stance: 'DENIES' }],
  },
];

function claimgraph(...words: readonly string[]): Promise<Run> {
  return runClaimgraph(words, { folder });
}

beforeAll(async () => {
  const store = await openStore(`sqlite:${path.join(folder, 'claimgraph.db')}`);
  for (const sketch of SKETCHES) await store.putDocument(buildStored(sketch), loadResources().reading);
  await store.close();
});

describe('claimgraph incidents', () => {
  it('lists them with what compare takes', async () => {
    const { output } = await claimgraph('incidents', '--contested');
    expect(output).toMatch(/Red Guard attack Bo Ray, Valdoro +FORCE +2031-03-09 +2 +2 +1 +d1#c1/);
    expect(JSON.parse((await claimgraph('incidents', '--json')).output)).toMatchObject({ id: 'd1#c1', conflicts: 1 });
  });
});

describe('claimgraph conflicts', () => {
  it('shows what they are and both sentences', async () => {
    const { output } = await claimgraph('conflicts');
    expect(output).toContain('POLARITY: Ann Lee says so (“attack”), Cy Poe says that it is not so (“attack”).');
    expect(output).toMatch(/d1#c1: “Ann Lee said that [\s\S]*d2#c1: “Cy Poe denied that /);
  });

  it('gives JSON, and says where there is none', async () => {
    const conflict = JSON.parse((await claimgraph('conflicts', '--json')).output);
    expect(conflict).toMatchObject({ kind: 'POLARITY', incident: 'd1#c1', a: { id: 'c1' }, b: { id: 'c1' } });
    expect((await claimgraph('conflicts', '--kind', 'COUNT')).output).toBe('No claims contradict each other.\n');
  });
});

describe('claimgraph compare', () => {
  it('puts the sentences of two accounts side by side', async () => {
    const { output } = await claimgraph('compare', 'd2#c1');
    const lines = output.split('\n');
    expect(lines[0]).toBe('Red Guard attack Bo Ray, Valdoro  d1#c1');
    expect(lines[2]).toMatch(/^Ann Lee +Cy Poe$/);
    expect(output).toContain('POLARITY');
  });

  it('takes a place, and gives JSON', async () => {
    const comparison = JSON.parse((await claimgraph('compare', '--place', 'Valdoro', '--json')).output);
    expect(comparison.accounts.map(({ name }: { readonly name: string }) => name)).toEqual(['Ann Lee', 'Cy Poe']);
    expect(comparison.conflicts).toHaveLength(1);
    expect((await claimgraph('compare')).exitCode).toBe(2);
  });
});

describe('claimgraph export --format', () => {
  it('writes entities with their documents, and conflicts with the extent of both claims', async () => {
    const { output } = await claimgraph('export', '--format', 'evaluation-graph');
    const { nodes, disputes } = JSON.parse(output);
    expect(nodes.find(({ name }: { readonly name: string }) => name === 'Red Guard').documents).toEqual(['d1', 'd2']);
    const text = buildStored(SKETCHES[0]).document.text;
    const [a, b] = disputes[0].claims;
    expect(text.slice(a.start, a.end)).toBe('Red Guard attack Bo Ray');
    expect([a.docId, b.docId]).toEqual(['d1', 'd2']);
    expect((await claimgraph('export', 'gexf', '--format', 'dot')).exitCode).toBe(2);
  });
});

describe('formatColumns', () => {
  it('wraps words in as many columns as there is room for, and puts the others below', () => {
    const columns = ['One', 'Two', 'Three'].map((heading) => ({
      heading,
      paragraphs: [`${heading} says this and that, at length.`],
    }));
    const text = formatColumns(columns, 72);
    expect(text.split('\n')[0]).toMatch(/^One +Two$/);
    expect(text).toContain('\nThree\n-----\n');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
    expect(formatColumns([], 80)).toBe('');
  });
});

describe('claimgraph review', () => {
  it('asks for each pair, and keeps what was answered', async () => {
    const own = temporaryFolder();
    const store = await openStore(`sqlite:${path.join(own, 'claimgraph.db')}`);
    const company = ['Ilva Conte'];
    for (const [id, people] of [
      ['a', ['A. R. Marlo', 'P. Quint']],
      ['b', ['Alberto Marlo', 'Petra Quint']],
    ] as const) {
      await store.putDocument(buildStored({ id, people: [...people, ...company] }), loadResources().reading);
    }
    await store.close();
    const listed = await runClaimgraph(['review', '--list'], { folder: own });
    expect(listed.output).toContain('A. R. Marlo | Alberto Marlo  (0.65: initials, person)');
    const run = await runClaimgraph(['review'], { folder: own, input: 'y\nn\n' });
    expect(run.output).toContain('Are they one? [y/n/skip]');
    expect(run.output).toContain('2 pairs judged.');
    expect((await runClaimgraph(['review'], { folder: own })).output).toBe('Nothing is left to review.\n');
    const marlo = await runClaimgraph(['entity', 'Alberto Marlo', '--json'], { folder: own });
    expect(JSON.parse(marlo.output).documents).toEqual(['a', 'b']);
    const quint = await runClaimgraph(['entity', 'Petra Quint', '--json'], { folder: own });
    expect(JSON.parse(quint.output).documents).toEqual(['b']);
  });
});
