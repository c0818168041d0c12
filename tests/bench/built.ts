/**
 * The built project, for what users run is measured, not its sources. Each folder is loaded when it is asked for, so
 * that a process which measures something else does not load it.
 */
export const built = {
  read: () => load<typeof import('../../src/read/index.js')>('read'),
  annotate: () => load<typeof import('../../src/annotate/index.js')>('annotate'),
  extract: () => load<typeof import('../../src/extract/index.js')>('extract'),
  resources: () => load<typeof import('../../src/resources/index.js')>('resources'),
  resolve: () => load<typeof import('../../src/resolve/index.js')>('resolve'),
  graph: () => load<typeof import('../../src/graph/index.js')>('graph'),
  store: () => load<typeof import('../../src/store/index.js')>('store'),
  query: () => load<typeof import('../../src/query/index.js')>('query'),
  export: () => load<typeof import('../../src/export/index.js')>('export'),
  pipeline: () => load<typeof import('../../src/pipeline/index.js')>('pipeline'),
  api: () => load<typeof import('../../src/api/index.js')>('api'),
};

async function load<Module>(folder: string): Promise<Module> {
  const door = new URL(`../../dist/${folder}/index.js`, import.meta.url).href;
  return (await import(door)) as Module;
}
