import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './support/temporary-folder.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Notes how it is called, and leaves what an installation leaves that setup looks at. */
const NPM = `#!/bin/sh
echo "$@" >> npm-calls
mkdir -p node_modules/typescript/bin
echo 'require("fs").writeFileSync("compiled", "")' > node_modules/typescript/bin/tsc
echo '{}' > node_modules/.package-lock.json
`;

/** A clone with nothing installed, and an npm of our own in front of the path. */
function cloneFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'bin'));
  writeFileSync(path.join(folder, 'bin', 'npm'), NPM);
  chmodSync(path.join(folder, 'bin', 'npm'), 0o755);
  cpSync(path.join(root, 'src', 'setup.mjs'), path.join(folder, 'src', 'setup.mjs'));
  writeFileSync(path.join(folder, 'package-lock.json'), '{}');
  utimesSync(path.join(folder, 'package-lock.json'), 1_000_000, 1_000_000);
  return folder;
}

async function setUp(folder: string): Promise<void> {
  const env = { ...process.env, PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env.PATH}` };
  await promisify(execFile)(process.execPath, ['src/setup.mjs'], { cwd: folder, env });
}

function callsIn(folder: string): readonly string[] {
  return readFileSync(path.join(folder, 'npm-calls'), 'utf8').trimEnd().split('\n');
}

// The npm of this test is a script of the shell.
describe.skipIf(process.platform === 'win32')('setup', () => {
  const fresh = cloneFolder();
  const incomplete = cloneFolder();

  it('installs once, the compiler too where the environment asks for production alone, and compiles', async () => {
    await setUp(fresh);
    await setUp(fresh);
    expect(callsIn(fresh)).toEqual([expect.stringMatching(/^ci .*--include=dev/)]);
    expect(readFileSync(path.join(fresh, 'compiled'), 'utf8')).toBe('');
  });

  it('installs again where what is there lacks the compiler', async () => {
    mkdirSync(path.join(incomplete, 'node_modules'));
    writeFileSync(path.join(incomplete, 'node_modules', '.package-lock.json'), '{}');
    await setUp(incomplete);
    expect(callsIn(incomplete)).toHaveLength(1);
  });

  it('runs before a package is packed, which would have no program otherwise', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(scripts.prepack).toBe(scripts.build);
  });
});
