import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a script of this folder prints, as JSON; a process of its own runs it, with TypeScript where it is written so. */
export function runChild(script: string, ...words: readonly (string | number)[]): unknown {
  const path = fileURLToPath(new URL(script, import.meta.url));
  // What is measured in bytes is measured without the compiler beside it.
  const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const output = execFileSync(process.execPath, [...loader, path, ...words.map(String)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}
