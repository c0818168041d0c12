// Prepares a fresh clone, in plain JavaScript because it runs before anything is installed or compiled:
// installs the locked packages where they are missing or out of date, compiles src/ to dist/, and builds the page of
// src/web to dist/page where that is older than what it is built from.
// usage: node src/setup.mjs [--clean]
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Milliseconds of the last change; 0 where there is no such file. */
function changedAt(...names) {
  return statSync(path.join(root, ...names), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

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

/** Milliseconds of the last change of any file below a folder; 0 where there is no such folder. */
function changedBelow(folder) {
  if (changedAt(folder) === 0) return 0;
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => changedAt(folder, file)));
}

const compiler = ['node_modules', 'typescript', 'bin', 'tsc'];
// npm writes its own copy of the lock last, so an installation that was cut off has none. One without the packages for
// development, as NODE_ENV=production makes it, has no compiler.
if (changedAt('node_modules', '.package-lock.json') < changedAt('package-lock.json') || changedAt(...compiler) === 0) {
  console.error('claimgraph: installing packages (npm ci), about a minute …');
  run('npm', 'ci', '--include=dev', '--no-audit', '--no-fund');
}
if (process.argv.includes('--clean')) rmSync(path.join(root, 'dist'), { recursive: true, force: true });
run(process.execPath, path.join(root, ...compiler), '--project', path.join(root, 'tsconfig.json'));

// A folder changes when a file in it goes, so that what was deleted counts too; and so it does with the packages.
const pageChangedAt = Math.max(changedBelow('src/web'), changedAt('vite.config.ts'), changedAt('package-lock.json'));
if (changedAt('src', 'web') > 0 && pageChangedAt > changedAt('dist', 'page', 'index.html')) {
  run(process.execPath, path.join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build');
}
