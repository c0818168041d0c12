import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A folder of its own for the file of tests that asks for it, removed when they are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimgraph-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
