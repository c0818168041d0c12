import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FindOptions, findInputs, type InputFailure, type RawInput } from '../../src/read/index.js';
import { collectReadings } from '../support/read-inputs.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();

beforeAll(() => {
  for (const name of [
    'b.txt',
    'a.md',
    'deep/c.TXT',
    'deep/deeper/d.jsonl',
    '.hidden.txt',
    '.git/e.txt',
    'image.png',
    'odd[1].txt',
  ]) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), 'Soldiers left.');
  }
  mkdirSync(path.join(folder, 'empty'));
  symlinkSync(folder, path.join(folder, 'deep', 'round'));
  symlinkSync(path.join(folder, 'b.txt'), path.join(folder, 'deep', 'link.txt'));
});

async function find(paths: readonly string[], options?: FindOptions): Promise<readonly (RawInput | InputFailure)[]> {
  const found: (RawInput | InputFailure)[] = [];
  for await (const input of findInputs(paths, options)) found.push(input);
  return found;
}

/** Names of the inputs within the folder, and codes of failures. */
async function namesOf(paths: readonly string[], options?: FindOptions): Promise<readonly string[]> {
  const found = await find(
    paths.map((name) => path.join(folder, name)),
    options,
  );
  return found.map((input) => ('code' in input ? input.code : path.relative(folder, input.name)));
}

describe('findInputs', () => {
  it('finds what is read in a folder and below it, in order, without hidden files and links', async () => {
    expect(await namesOf([''])).toEqual(['a.md', 'b.txt', 'deep/c.TXT', 'deep/deeper/d.jsonl', 'odd[1].txt']);
  });

  it('finds every file of a folder where the media type is given', async () => {
    expect(await namesOf([''], { mediaType: 'text/plain' })).toContain('image.png');
  });

  it('takes files as they are named, whatever their extension', async () => {
    expect(await namesOf(['image.png', 'b.txt', 'odd[1].txt', 'deep/link.txt'])).toEqual([
      'image.png',
      'b.txt',
      'odd[1].txt',
      'deep/link.txt',
    ]);
  });

  it('finds what a pattern matches, in order', async () => {
    expect(await namesOf(['**/*.{txt,TXT}'])).toEqual(['b.txt', 'deep/c.TXT', 'odd[1].txt']);
  });

  it('says what is not there, and goes on', async () => {
    expect(await namesOf(['missing.txt', '*.pdf', 'empty', 'b.txt/c.txt', 'b.txt'])).toEqual([
      'INPUT_NOT_FOUND',
      'INPUT_NOT_FOUND',
      'INPUT_NOT_FOUND',
      'INPUT_NOT_FOUND',
      'b.txt',
    ]);
    expect(await find(['\0'])).toMatchObject([{ code: 'INPUT_NOT_FOUND' }]);
  });

  it('fetches no web address, and says so', async () => {
    const found = await find(['https://a.example/b.html', 'HTTP://a.example']);
    expect(found).toMatchObject([
      { input: 'https://a.example/b.html', code: 'INPUT_UNREADABLE', reason: expect.stringMatching(/not fetched/) },
      { code: 'INPUT_UNREADABLE' },
    ]);
  });

  it('takes standard input for a dash', async () => {
    const [input] = await find(['-'], {
      mediaType: 'text/plain',
      standardInput: async function* () {
        yield Buffer.from('Soldiers left.');
      },
    });
    expect(input).toMatchObject({ name: '-', mediaType: 'text/plain' });
    expect(await collectReadings(input as RawInput)).toMatchObject([
      { document: { text: 'Soldiers left.' }, bytes: 14 },
    ]);
  });
});

describe('readDocuments', () => {
  it('says what is wrong with a file that went away, or is a folder', async () => {
    const [file] = (await find([path.join(folder, 'b.txt')])) as readonly RawInput[];
    expect(await collectReadings(file as RawInput)).toMatchObject([{ kind: 'DOCUMENT' }]);
    const gone = path.join(folder, 'gone.txt');
    writeFileSync(gone, 'Soldiers left.');
    const [input] = (await find([gone])) as readonly RawInput[];
    rmSync(gone);
    expect(await collectReadings(input as RawInput)).toMatchObject([
      { failure: { input: gone, line: null, code: 'INPUT_NOT_FOUND' } },
    ]);
    mkdirSync(gone);
    expect(await collectReadings(input as RawInput)).toMatchObject([{ failure: { code: 'INPUT_UNREADABLE' } }]);
  });

  it('refuses a media type that is not read, and names those that are', async () => {
    const [input] = (await find([path.join(folder, 'b.txt')], { mediaType: 'Image/PNG; q=1' })) as readonly RawInput[];
    expect(await collectReadings(input as RawInput)).toMatchObject([
      { failure: { code: 'FORMAT_UNKNOWN', reason: expect.stringMatching(/text\/html.*"image\/png"/) } },
    ]);
  });
});
