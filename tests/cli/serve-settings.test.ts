import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAccessKey } from '../../src/api/index.js';
import type { Surroundings } from '../../src/cli/command.js';
import { SERVE_SETTINGS } from '../../src/cli/serve-settings.js';
import { serverOptions } from '../../src/cli/server-options.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();

function options(
  given: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string>> = {},
): ReturnType<typeof serverOptions> {
  return serverOptions({ words: [], options: given }, { environment } as unknown as Surroundings);
}

function write(name: string, content: string, mode = 0o600): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

describe('the settings of a server', () => {
  it('come by flag before environment before file', () => {
    const config = write(
      'config.json',
      '{"port": 1, "host": "::1", "cost": 3, "page": false, "origins": ["https://a.example"]}',
    );
    const read = options({ config, port: 5 }, { PORT: '6', CLAIMGRAPH_HOST: '127.0.0.2', CLAIMGRAPH_TIMEOUT: '700' });
    expect(read).toMatchObject({
      port: 5,
      host: '127.0.0.2',
      timeout: 700,
      bounds: { cost: 3 },
      page: false,
      origins: ['https://a.example'],
    });
  });

  it('are refused where they are wrong', () => {
    for (const [name, content] of [
      ['unknown.json', '{"ports": 1}'],
      ['list.json', '[]'],
      ['broken.json', '{'],
      ['value.json', '{"depth": "deep"}'],
    ] as const) {
      expect(() => options({ config: write(name, content) })).toThrow(
        expect.objectContaining({ code: 'ARGUMENT_INVALID' }),
      );
    }
    expect(() => options({}, { PORT: 'high' })).toThrow(expect.objectContaining({ code: 'ARGUMENT_INVALID' }));
    expect(() => options({ keys: path.join(folder, 'none') })).toThrow(
      expect.objectContaining({ code: 'INPUT_UNREADABLE' }),
    );
  });

  it('take keys only from a file that nobody else can read', () => {
    const { key } = createAccessKey('anna', 'WRITE');
    const line = `# keys\n\n${JSON.stringify(key)}\n`;
    expect(options({ keys: write('keys', line) }).keys).toEqual([key]);
    for (const file of [write('open', line, 0o644), write('empty', '\n')]) {
      expect(() => options({ keys: file })).toThrow(expect.objectContaining({ code: 'ACCESS_UNSAFE' }));
    }
  });

  it('are those of the table in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = SERVE_SETTINGS.map(
      ({ flags, environment, name, description }) =>
        `| \`${flags.replaceAll('|', '\\|')}\` | \`${environment}\` | \`${name}\` | ${description} |`,
    );
    for (const row of rows) expect(readme).toContain(row);
  });
});
