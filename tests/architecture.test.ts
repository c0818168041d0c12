import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkArchitecture, readArchitecture } from './support/check-architecture.js';
import { scanModule } from './support/scan-module.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const readme = readFileSync(path.join(root, 'src/README.md'), 'utf8');
const architecture = readArchitecture(readme, Object.keys({ ...dependencies, ...devDependencies }));

function readSources(): ReadonlyMap<string, string> {
  const folder = path.join(root, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return new Map(
    files.sort().map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(folder, file), 'utf8')]),
  );
}

describe('the architecture', () => {
  it('is what src/README.md says: layers, doors, packages, names, sizes, no cycles', () => {
    expect(checkArchitecture(readSources(), architecture)).toEqual([]);
  });

  it('is read from the table of src/README.md, lowest layer first', () => {
    expect(architecture.layers.slice(0, 3)).toEqual(['base', 'linear', 'ontology']);
    expect(architecture.layers.slice(-2)).toEqual(['cli', 'web']);
    expect(architecture.folderOfPackage.get('compromise')).toBe('annotate');
    expect(architecture.folderOfPackage.get('@apollo/server')).toBe('api');
    expect(architecture.folderOfPackage.get('@mozilla/readability')).toBe('read');
  });

  it('names no package that the project does not depend on', () => {
    expect(() => readArchitecture('| `base/` | the only folder that imports lodash |', ['zod'])).toThrow('lodash');
  });
});

/** A small house without a fault, changed by the given files. */
function check(changes: Readonly<Record<string, string>>): readonly string[] {
  const files = {
    'base/index.ts': "export { cut } from './cut.js';\n",
    'base/cut.ts': "import path from 'node:path';\nexport function cut(): string {\n  return path.sep;\n}\n",
    'annotate/index.ts':
      "import nlp from 'compromise';\nimport { cut } from '../base/index.js';\nexport const read = [nlp, cut];\n",
    'web/a.tsx':
      "import { h } from 'preact';\nimport { MultiGraph } from 'graphology';\nexport const a = [h, MultiGraph];\n",
    'index.ts': "export { read } from './annotate/index.js';\n",
    'cli/index.ts':
      "import { z } from 'zod';\nimport { read } from '../index.js';\nexport type Row = typeof read | typeof z;\n",
    ...changes,
  };
  return checkArchitecture(new Map(Object.entries(files)), architecture);
}

describe('the check of the architecture', () => {
  it('finds no fault in a house that keeps the rules', () => {
    expect(check({})).toEqual([]);
  });

  it.each([
    ['an import from a lower row', 'base/a.ts', "import { read } from '../annotate/index.js';", /lies above/],
    ['a type import from a lower row', 'base/a.ts', "import type { R } from '../annotate/index.js';", /lies above/],
    ['a re-export from a lower row', 'base/a.ts', "export { read } from '../annotate/index.js';", /lies above/],
    ['a type re-export from a lower row', 'base/a.ts', "export type { R } from '../annotate/index.js';", /lies above/],
    ['an import() from a lower row', 'base/a.ts', "const a = await import('../annotate/index.js');", /lies above/],
    ['an import type expression', 'base/a.ts', "type A = import('../annotate/index.js').A;", /lies above/],
    ['a side-effect import', 'base/a.ts', "import '../annotate/index.js';", /lies above/],
    ['an import that goes round the door', 'annotate/a.ts', "import { cut } from '../base/cut.js';", /behind the door/],
    ['an import() that cannot be checked', 'base/a.ts', 'const a = await import(name);', /one string/],
    ['an import() put together at run time', 'base/a.ts', "const a = await import('./' + name);", /one string/],
    ['a module that is not there', 'base/a.ts', "import { a } from './missing.js';", /no module/],
    ['a file outside of src', 'base/a.ts', "import a from '../../package.json';", /no module/],
    ['a package of another folder', 'base/a.ts', "import nlp from 'compromise';", /only annotate/],
    ['a part of a package of another folder', 'base/a.ts', "import nlp from 'compromise/one';", /only annotate/],
    ['a type import of a package', 'base/a.ts', "import type { GraphQLSchema } from 'graphql';", /only api/],
    [
      'an import out of a layer that stands apart',
      'web/a.tsx',
      "import { cut } from '../base/index.js';",
      /stands apart/,
    ],
    ['an import from a layer that stands apart', 'cli/a.ts', "import { a } from '../web/a.js';", /stands apart/],
    ['a package of the browser elsewhere', 'cli/a.ts', "import { h } from 'preact';", /only web/],
    ['a package that no folder is named for', 'cli/a.ts', "import _ from 'lodash';", /names no folder/],
    ['a folder that is not in the list', 'learn/a.ts', 'export const a = 1;', /no layer/],
    ['a file that imports itself', 'base/a.ts', "import { a } from './a.js';", /imports itself/],
    ['an export of everything', 'base/a.ts', "export * from './cut.js';", /one by one/],
    ['an export of everything under a name', 'base/a.ts', "export * as all from './cut.js';", /one by one/],
    ['a default export', 'base/a.ts', 'export default function cut() {}', /default/],
    ['a default export in a list', 'base/a.ts', 'const a = 1;\nexport { a as default };', /default/],
    ['a file over 400 lines', 'base/a.ts', 'work();\n'.repeat(401), /401 lines/],
    ['a file name in another case', 'base/cutText.ts', 'export const a = 1;', /kebab-case/],
    ['a banned word in a file name', 'base/text-helpers.ts', 'export const a = 1;', /"helpers"/],
    ['a banned word in a function name', 'base/a.ts', 'export async function readStatement() {}', /"Statement"/],
    ['a banned word in a table name', 'base/a.ts', 'export const FACT_ROWS = [];', /"FACT"/],
    ['a banned word in a re-export', 'base/a.ts', "export { type Row, cut as cutUtil } from './cut.js';", /"Util"/],
    ['a banned word in a class name', 'base/a.ts', 'export abstract class HTTPService {}', /"Service"/],
  ])('finds %s', (_, file, source, expected) => {
    const violations = check({ [file]: source });
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatch(expected);
    expect(violations[0]!.startsWith(file)).toBe(true);
  });

  it('finds a circle of three files', () => {
    const violations = check({
      'base/a.ts': "import './b.js';",
      'base/b.ts': "import type { C } from './c.js';",
      'base/c.ts': "export const a = () => import('./a.js');",
    });
    expect(violations).toEqual(['base/a.ts: imports itself: base/a.ts -> base/b.ts -> base/c.ts -> base/a.ts']);
  });

  it('leaves the rows of tables out of the count of lines', () => {
    const table = `export const ROWS = [\n${"  { id: 'A' },\n".repeat(900)}] as const;\nexport type Row = 1;\n`;
    expect(check({ 'base/a.ts': table })).toEqual([]);
    expect(check({ 'base/a.ts': table + 'work();\n'.repeat(400) })).toHaveLength(1);
  });

  it('counts a function under a table-like name as lines', () => {
    expect(check({ 'base/a.ts': `export const RUN = () => {\n${'  work();\n'.repeat(900)}};\n` })).toHaveLength(1);
  });
});

describe('scanModule', () => {
  it.each([
    ['a comment', "// import a from 'a';\n/* export default 1;\nimport 'b'; */"],
    ['a string', 'const a = "import \'b\'; export default 1";'],
    ['a template', `const a = \`import 'b';\nexport default \${ { import: \`\\\`\` } } export * from 'c'\`;`],
    ['a regular expression', "const a = /import 'b';[/\"'`]export default/u.test(b);"],
    ['a member', "a.import('b'); a.export('c'); const url = import.meta.url;"],
  ])('sees no import or export in %s', (_, source) => {
    expect(scanModule(source)).toMatchObject({ imports: [], exports: [] });
  });

  it('goes on behind quotation marks in regular expressions, templates and divisions', () => {
    const source = `const a = b / c / d;
      const e = /['"\`]/g;
      const f = \`\${a ? \`x\${{ b }}\` : '\`'}\`;
      import { g } from './g.js';`;
    expect(scanModule(source).imports).toEqual([{ specifier: './g.js', line: 4 }]);
  });

  it('gives the names that leave a module', () => {
    const source = `
      export type { A, B as C } from './a.js';
      export { d, type E, f as g };
      export const H = 1, notExportedByTheRule = 2;
      export const { i, j: k } = l;
      export function* m() {}
      export declare enum N {}
      export interface O { export: string }
      export type P = { default: 1 };
    `;
    expect(scanModule(source).exports).toEqual(['A', 'C', 'd', 'E', 'g', 'H', 'i', 'k', 'm', 'N', 'O', 'P']);
  });
});
