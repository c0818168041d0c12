import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { partialOf } from '../../src/cli/partial-file.js';
import { writeExportFile } from '../../src/cli/write-export-file.js';
import { EXPORTERS, type ExportPart, exportParts } from '../../src/export/index.js';
import { openKnowledge } from '../../src/pipeline/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore } from '../../src/store/index.js';
import { buildStored } from '../support/build-extraction.js';
import { type BuiltKnowledge, buildKnowledge } from '../support/build-knowledge.js';
import { runClaimgraph, startClaimgraph } from '../support/run-claimgraph.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();
const TABLES = EXPORTERS.filter((row) => 'writeRows' in row).map(({ id }) => id);
const OF = { format: 'csv-edges', position: 3 };

let said: string[] = [];
beforeEach(() => {
  said = [];
});

const LISTENERS = {
  say: async (words: string) => {
    said.push(words);
  },
  count: () => undefined,
};

function write(file: string, begin: (after: string | null) => AsyncIterable<ExportPart>, of: object = OF) {
  return writeExportFile({ file, of: of as typeof OF, resume: true }, begin, LISTENERS);
}

/** The parts up to a number of them, and then an interruption. */
async function* breakOff(parts: AsyncIterable<ExportPart>, most: number): AsyncIterable<ExportPart> {
  let count = 0;
  for await (const part of parts) {
    if (count++ >= most) throw new ClaimgraphError('INTERRUPTED', 'It was stopped.');
    yield part;
  }
}

async function collect(parts: AsyncIterable<ExportPart>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part.text;
  return text;
}

describe('an export into a file', () => {
  let knowledge: BuiltKnowledge;
  beforeAll(async () => {
    knowledge = await buildKnowledge(
      Array.from({ length: 300 }, (_, index) => ({
        id: `doc ${index} é`,
        claims: [
          { subject: `Ann ${'y'.repeat(100)}${index}`, relation: 'ATTACK' as const, object: `Bo "Ray"\n${index}` },
          { subject: `Dee Fox ${index}`, relation: 'ACCUSE' as const, object: 'Ann Lee', claimant: `Cy Poe${index}` },
        ],
      })),
    );
  });

  for (const format of TABLES) {
    it(`of ${format} that breaks off anywhere, and again, is in the end the whole one`, async () => {
      const whole = await collect(exportParts(knowledge, format));
      const file = path.join(folder, `${format}.out`);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(6), { maxLength: 3 }), async (breaks) => {
          const begin = (after: string | null) => exportParts(knowledge, format, { after });
          for (const most of breaks) {
            await write(file, (after) => breakOff(begin(after), most)).catch((error) =>
              expect(error.code).toBe('INTERRUPTED'),
            );
          }
          await write(file, begin);
          expect(readFileSync(file, 'utf8') === whole).toBe(true);
          expect(readdirSync(folder).filter((name) => name.startsWith(format))).toEqual([`${format}.out`]);
        }),
        { numRuns: 8 },
      );
    });
  }

  it('goes on behind the last row that its note tells of where the process was killed', async () => {
    const file = path.join(folder, 'killed.csv');
    const parts: ExportPart[] = [];
    for await (const part of exportParts(knowledge, 'csv-edges')) parts.push(part);
    const [first] = parts as [ExportPart];
    expect(parts.length).toBeGreaterThan(1);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const left = partialOf(file, dead);
    writeFileSync(left.path, `${first.text}half a ro`);
    const bytes = Buffer.byteLength(first.text);
    writeFileSync(left.note, JSON.stringify({ of: OF, bytes, after: first.last }));
    const begun: (string | null)[] = [];
    await write(file, (after) => {
      begun.push(after);
      return exportParts(knowledge, 'csv-edges', { after });
    });
    expect(begun).toEqual([first.last]);
    expect(readFileSync(file, 'utf8')).toBe(parts.map(({ text }) => text).join(''));
  });

  it.each([
    ['of another position', 'moved.csv', { ...OF, position: 4 }, undefined],
    ['less than its note tells', 'short.csv', OF, 1_000_000],
  ])('begins anew, and says why, where what is left is %s', async (_why, name, of, bytes) => {
    const file = path.join(folder, name);
    const interrupted = write(file, (after) => breakOff(exportParts(knowledge, 'csv-edges', { after }), 1));
    await expect(interrupted).rejects.toMatchObject({ code: 'INTERRUPTED' });
    expect(existsSync(file)).toBe(false);
    const { note } = partialOf(file);
    if (bytes !== undefined) {
      writeFileSync(note, JSON.stringify({ ...JSON.parse(readFileSync(note, 'utf8')), bytes }));
    }
    await write(file, (after) => exportParts(knowledge, 'csv-edges', { after }), of);
    expect(said.at(-1)).toContain('from its beginning');
    expect(readFileSync(file, 'utf8')).toBe(await collect(exportParts(knowledge, 'csv-edges')));
    expect(readdirSync(folder).filter((each) => each.startsWith(name))).toEqual([name]);
  });

  it('leaves alone what another process is writing, and notes that are none', async () => {
    const file = path.join(folder, 'busy.csv');
    const theirs = partialOf(file, process.ppid);
    writeFileSync(theirs.path, 'theirs');
    writeFileSync(theirs.note, JSON.stringify({ of: OF, bytes: 6, after: 'a' }));
    writeFileSync(partialOf(file, 1).note, '{"bytes":');
    await write(file, (after) => exportParts(knowledge, 'csv-edges', { after }));
    expect(readFileSync(theirs.path, 'utf8')).toBe('theirs');
    expect(readFileSync(file, 'utf8')).toBe(await collect(exportParts(knowledge, 'csv-edges')));
  });

  it('leaves nothing where a format that is no table breaks off', async () => {
    const file = path.join(folder, 'whole.gexf');
    const interrupted = write(file, () => breakOff(exportParts(knowledge, 'gexf'), 1));
    await expect(interrupted).rejects.toMatchObject({ code: 'INTERRUPTED' });
    expect(readdirSync(folder).filter((name) => name.startsWith('whole'))).toEqual([]);
  });
});

describe('claimgraph export --resume', () => {
  it('makes a file whole that a killed process left', async () => {
    const store = await openStore(`sqlite:${path.join(folder, 'claimgraph.db')}`);
    for (let index = 0; index < 24; index++) {
      const claims = Array.from({ length: 5 }, (_, claim) => ({
        subject: `Ann Lee${index}`,
        relation: 'ATTACK' as const,
        object: `Bo Ray${claim}`,
      }));
      await store.putDocument(buildStored({ id: `d${index}`, claims }), loadResources().reading);
    }
    await store.close();
    const words = ['export', 'claims', '--output', 'claims.jsonl', '--resume'];
    const child = startClaimgraph(words, { folder });
    const isNoted = () => readdirSync(folder).some((name) => /^claims\.jsonl\.\d+\.partial\.json$/.test(name));
    while (!isNoted() && child.exitCode === null) await sleep(2);
    child.kill('SIGKILL');
    await new Promise((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once('close', resolve) : resolve(null),
    );
    const run = await runClaimgraph(words, { folder });
    expect(run.exitCode).toBe(0);
    const knowledge = await openKnowledge(`sqlite:${path.join(folder, 'claimgraph.db')}`, {
      resources: loadResources(),
    });
    const whole = await collect(exportParts(knowledge, 'claims'));
    await knowledge.close();
    expect(readFileSync(path.join(folder, 'claims.jsonl'), 'utf8')).toBe(whole);
    expect(readdirSync(folder).filter((name) => name.startsWith('claims.jsonl'))).toEqual(['claims.jsonl']);
  });

  it('is refused without a file, and behind a row that is named', async () => {
    expect((await runClaimgraph(['export', 'claims', '--resume'], { folder })).exitCode).toBe(2);
    const both = ['export', 'claims', '--resume', '--output', 'x', '--after', 'd1/c1'];
    expect((await runClaimgraph(both, { folder })).exitCode).toBe(2);
  });
});
