import path from 'node:path';
import { type ScannedModule, scanModule } from './scan-module.js';

/** What `src/README.md` says of the folders. */
export interface Architecture {
  /** Layers, lowest first: folders of `src/`, and `index.ts`. */
  readonly layers: readonly string[];
  /** The layer that alone imports a package, by package. */
  readonly folderOfPackage: ReadonlyMap<string, string>;
  /** Layers that import no other one, and that no other one imports. */
  readonly apart: ReadonlySet<string>;
  /** Packages that such a layer may import although they are another one's. */
  readonly shared: ReadonlyMap<string, ReadonlySet<string>>;
}

const PACKAGES_FOR_ALL = new Set(['zod', 'pino']);
const BANNED_WORDS = new Set([
  'handler',
  'manager',
  'helper',
  'util',
  'utils',
  'utility',
  'utilities',
  'service',
  'fact',
  'triple',
  'statement',
  'assertion',
]);
const MAXIMUM_LINES = 400;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/;
const LAYER_ROW = /^\| `([a-z]+\/|index\.ts)` \| (.*) \|$/gm;
const ONLY_FOLDER = /the only folder that imports ([^;:|]+)/;
const SHARED = /it also imports ([^;:|]+)/;

/**
 * Reads the table of layers.
 * @throws Error where a row names a package that package.json does not depend on.
 */
export function readArchitecture(readme: string, packages: readonly string[]): Architecture {
  const layers: string[] = [];
  const folderOfPackage = new Map<string, string>();
  const apart = new Set<string>();
  const shared = new Map<string, ReadonlySet<string>>();
  for (const [, name, purpose] of readme.matchAll(LAYER_ROW)) {
    const layer = name!.replace('/', '');
    layers.push(layer);
    if (purpose!.includes('stands apart')) apart.add(layer);
    for (const name of packagesNamed(ONLY_FOLDER, purpose!, packages)) folderOfPackage.set(name, layer);
    shared.set(layer, new Set(packagesNamed(SHARED, purpose!, packages)));
  }
  return { layers, folderOfPackage, apart, shared };
}

function packagesNamed(pattern: RegExp, purpose: string, packages: readonly string[]): readonly string[] {
  return (pattern.exec(purpose)?.[1]?.split(/, | and /) ?? []).flatMap((word) => {
    const named = packages.filter((name) => namesPackage(word.trim(), name));
    if (named.length === 0) throw new Error(`src/README.md: no dependency is called "${word.trim()}"`);
    return named;
  });
}

/** True for "readability" and `@mozilla/readability`, and for "Apollo Server" and `@apollo/server`. */
function namesPackage(word: string, name: string): boolean {
  const spoken = word.toLowerCase().replaceAll('`', '');
  return spoken === name || spoken === name.split('/').at(-1) || spoken === name.replace('@', '').replace('/', ' ');
}

/**
 * Checks modules against the layers and the rules of names and sizes.
 * @param files sources by path below `src/`, with forward slashes
 * @returns one sentence a violation, by file; empty where all is well
 */
export function checkArchitecture(files: ReadonlyMap<string, string>, architecture: Architecture): readonly string[] {
  const modules = new Map([...files].map(([file, source]) => [file, scanModule(source)]));
  return [
    ...[...modules].flatMap(([file, module]) => [
      ...checkNames(file, module),
      ...checkSize(file, module),
      ...checkImports(file, module, modules, architecture),
    ]),
    ...findCycles(modules),
  ];
}

function checkNames(file: string, module: ScannedModule): readonly string[] {
  const violations: string[] = [];
  const name = path.posix.basename(file);
  if (!KEBAB_CASE.test(name)) violations.push(`${file}: file names are in kebab-case`);
  for (const word of file.split(/[/.-]/)) {
    if (isBanned(word)) violations.push(`${file}: the word "${word}" is not used in file names`);
  }
  for (const exported of module.exports) {
    if (exported === '*') violations.push(`${file}: export names one by one, not "export *"`);
    else if (exported === 'default') violations.push(`${file}: nothing is a default export`);
    else {
      const words = exported.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2');
      const banned = words.split('_').find(isBanned);
      if (banned !== undefined) violations.push(`${file}: the word "${banned}" is not used in names (${exported})`);
    }
  }
  return violations;
}

function isBanned(word: string): boolean {
  const lower = word.toLowerCase();
  return BANNED_WORDS.has(lower) || BANNED_WORDS.has(lower.replace(/s$/, ''));
}

function checkSize(file: string, module: ScannedModule): readonly string[] {
  const lines = module.lineCount - module.tableLineCount;
  return lines > MAXIMUM_LINES ? [`${file}: ${lines} lines, tables aside; at most ${MAXIMUM_LINES}`] : [];
}

function checkImports(
  file: string,
  module: ScannedModule,
  modules: ReadonlyMap<string, ScannedModule>,
  architecture: Architecture,
): readonly string[] {
  const layer = layerOf(file);
  const height = architecture.layers.indexOf(layer);
  if (height < 0) return [`${file}: src/README.md lists no layer "${layer}"`];
  return module.imports.flatMap(({ specifier, line }) => {
    const where = `${file}:${line}`;
    if (specifier === null) return [`${where}: import() takes one string`];
    if (!specifier.startsWith('.')) return checkPackage(where, specifier, layer, architecture);
    const target = targetOf(file, specifier, modules);
    if (!specifier.endsWith('.js') || !modules.has(target)) return [`${where}: "${specifier}" is no module of src/`];
    const targetLayer = layerOf(target);
    if (targetLayer === layer) return [];
    if (architecture.apart.has(layer) || architecture.apart.has(targetLayer)) {
      return [
        `${where}: ${architecture.apart.has(layer) ? layer : targetLayer} stands apart; "${specifier}" is of another layer`,
      ];
    }
    if (architecture.layers.indexOf(targetLayer) > height) {
      return [`${where}: ${layer} lies above ${targetLayer} in the list, and may not import "${specifier}"`];
    }
    const door = targetLayer === 'index.ts' ? target : `${targetLayer}/index.ts`;
    return target === door
      ? []
      : [`${where}: "${specifier}" is behind the door of ${targetLayer}; import its index.ts`];
  });
}

function checkPackage(where: string, specifier: string, layer: string, architecture: Architecture): readonly string[] {
  if (specifier.startsWith('node:')) return [];
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
  if (PACKAGES_FOR_ALL.has(name)) return [];
  const folder = architecture.folderOfPackage.get(name);
  if (folder === layer || architecture.shared.get(layer)?.has(name)) return [];
  return folder === undefined
    ? [`${where}: src/README.md names no folder that imports ${name}`]
    : [`${where}: only ${folder}/ imports ${name}`];
}

function layerOf(file: string): string {
  return file.split('/')[0]!;
}

function targetOf(file: string, specifier: string, modules: ReadonlyMap<string, ScannedModule>): string {
  const target = path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts');
  return modules.has(`${target}x`) ? `${target}x` : target;
}

/** One sentence for each file that closes a circle of imports, in the order in which a walk meets them. */
function findCycles(modules: ReadonlyMap<string, ScannedModule>): readonly string[] {
  const violations: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      violations.push(`${file}: imports itself: ${[...trail.slice(trail.indexOf(file)), file].join(' -> ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const { specifier } of modules.get(file)?.imports ?? []) {
      if (specifier?.startsWith('.')) walk(targetOf(file, specifier, modules), [...trail, file]);
    }
    done.add(file);
  };
  for (const file of modules.keys()) walk(file, []);
  return violations;
}
