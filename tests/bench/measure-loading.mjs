// Loads the resources, or nothing, in a process of its own, and prints the processor time and the memory that it took.
// Not TypeScript, whose compiler would be in the memory measured.
// usage: node tests/bench/measure-loading.mjs nothing|resources
const times = process.argv[2] === 'resources' ? await load() : { modules: 0, resources: 0 };
const { rss } = process.memoryUsage();
process.stdout.write(JSON.stringify({ ...times, bytes: rss, peakBytes: process.resourceUsage().maxRSS * 1024 }));

/** Processor seconds of importing the modules, and of loading the resources by them. */
async function load() {
  const start = process.cpuUsage();
  const { loadResources } = await import('../../dist/resources/index.js');
  const modules = secondsSince(start);
  const startOfResources = process.cpuUsage();
  globalThis.resources = loadResources();
  return { modules, resources: secondsSince(startOfResources) };
}

function secondsSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
