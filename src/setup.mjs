// Prepares a fresh clone, in plain JavaScript because it runs before anything is installed or compiled:
// installs the locked packages where they are missing or out of date, then compiles src/ to dist/.
// usage: node src/setup.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const installed = path.join(root, 'node_modules', '.claimgraph-lock');
const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');

/** Runs a command in the project's folder and shows its output; leaves with its exit code where it fails. */
function run(command, ...words) {
  try {
    execFileSync(command, words, {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
      shell: process.platform === 'win32',
    });
  } catch (error) {
    console.error(`claimgraph: "${[command, ...words].join(' ')}" failed; nothing was started.`);
    process.exit(error.status ?? 1);
  }
}

if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  console.error('claimgraph: installing packages (npm ci), about a minute …');
  run('npm', 'ci', '--no-audit', '--no-fund');
  writeFileSync(installed, lock);
}
run(
  process.execPath,
  path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
  '--project',
  path.join(root, 'tsconfig.json'),
);
