// A server of the built project over a generated network, in a process of its own that says how it fares.
// Started by `start-measured-server.ts`; usage: node --import tsx tests/bench/measured-server.ts ENTITIES SEED
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { built } from './built.js';
import { generateNetwork } from './generate-network.js';
import type { ServerReport } from './start-measured-server.js';

/** How often it looks, in milliseconds. */
const LOOK = 5;

const [entities, seed] = process.argv.slice(2).map(Number) as [number, number];
const { startServer } = await built.api();
const { openKnowledge } = await built.pipeline();
const resources = (await built.resources()).loadResources();
const knowledge = await openKnowledge('memory:', { resources });
for (const stored of generateNetwork({ seed, entities })) await knowledge.store.putDocument(stored, 'generated');
await knowledge.catchUp();
let faults = 0;
const server = await startServer({ knowledge, port: 0, logInternal: () => faults++ });

// What the processor did between two looks is what held the second one up, with others' turns on a busy machine left out.
let longestTurn = 0;
let last = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(last);
  last = process.cpuUsage();
  longestTurn = Math.max(longestTurn, (user + system) / 1000);
}, LOOK);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

process.on('message', () => {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  const report: ServerReport = { longestTurn, heap: heapUsed, memory: rss, faults };
  process.send?.(report);
  last = process.cpuUsage();
  longestTurn = 0;
});
process.on('disconnect', () => process.exit());
process.send?.({ url: server.url });
