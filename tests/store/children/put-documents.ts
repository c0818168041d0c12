// Puts documents of its own, one that others put too, and judgements; prints the outcomes as JSON.
// usage: put-documents.ts URL NAME COUNT
import { writeSync } from 'node:fs';
import { openStore } from '../../../src/store/index.js';
import { buildJudgement } from '../../contracts/store.js';
import { buildStored } from '../../support/build-extraction.js';

const [url = '', name = '', count = '0'] = process.argv.slice(2);
const store = await openStore(url);
const outcomes: string[] = [];
for (let index = 0; index < Number(count); index++) {
  outcomes.push(await store.putDocument(buildStored({ id: `${name}-${index}`, title: name }), '1'));
  outcomes.push(await store.putDocument(buildStored({ id: 'shared', title: `${name} ${index}` }), '1'));
  outcomes.push((await store.appendJudgement(buildJudgement(`${name} ${index}`))).id);
}
await store.close();
writeSync(1, JSON.stringify(outcomes));
