import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const SCRIPT = new URL('./read-back.py', import.meta.url).pathname;
const PYTHON = process.env.CLAIMGRAPH_PYTHON ?? '/usr/bin/python3';
const REQUIRED = process.env.CLAIMGRAPH_REQUIRE_TOOLS === '1';

const run = promisify(execFile);

/**
 * True where the reader of `read-back.py` cannot run here, which is said in a line of its own. With
 * CLAIMGRAPH_REQUIRE_TOOLS=1 it is never true, so that the test runs and fails.
 */
export function lacksReader(reader: string): boolean {
  return lacks(`${PYTHON} with what "${reader}" needs`, PYTHON, [SCRIPT, reader]);
}

/** The same for Graphviz. */
export function lacksGraphviz(): boolean {
  return lacks('Graphviz (dot)', 'dot', ['-V']);
}

/** What a reader of `read-back.py` gives for a file. */
export async function readBack(reader: string, path: string): Promise<unknown> {
  const { stdout } = await run(PYTHON, [SCRIPT, reader, path], { maxBuffer: 2 ** 30 });
  return JSON.parse(stdout);
}

/** What `dot -Tdot_json` gives for a file; it draws nothing, and lays out. */
export async function readDot(path: string): Promise<unknown> {
  const { stdout } = await run('dot', ['-Tdot_json', path], { maxBuffer: 2 ** 30 });
  return JSON.parse(stdout);
}

const known = new Map<string, boolean>();

/** Asked once for each tool. */
function lacks(name: string, command: string, options: readonly string[]): boolean {
  if (REQUIRED) return false;
  const before = known.get(name);
  if (before !== undefined) return before;
  const missing = spawnSync(command, options, { stdio: 'ignore' }).status !== 0;
  if (missing) console.log(`Not installed, so its read-back tests are skipped: ${name}.`);
  known.set(name, missing);
  return missing;
}
