// Takes a store along the sequence, from where it is, until it is killed; prints each position after its commit.
// usage: follow-sequence.ts URL
import { writeSync } from 'node:fs';
import { openStore } from '../../../src/store/index.js';
import { operationAt, perform } from './sequence.js';

const store = await openStore(process.argv[2] ?? '');
for (let position = (await store.counts()).position + 1; ; position++) {
  await perform(operationAt(position), store);
  writeSync(1, `${position}\n`);
}
