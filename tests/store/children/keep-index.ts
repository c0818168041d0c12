// usage: keep-index.ts URL STAMP CHUNKS BYTE — keeps an index of so many megabytes of that byte, and says how far it is
import { openStore } from '../../../src/store/index.js';

const [url, stamp, chunks, byte] = process.argv.slice(2) as [string, string, string, string];
const store = await openStore(url, { access: 'READ' });
await store
  .keepIndex?.(stamp, chunksOf(Number(chunks)))
  .then(() => console.log('kept'))
  .catch((error: { readonly code?: string }) => console.log(error.code));
await store.close();

function* chunksOf(count: number): Generator<Uint8Array> {
  for (let chunk = 0; chunk < count; chunk++) {
    yield new Uint8Array(1024 * 1024).fill(Number(byte));
    console.log(chunk);
  }
}
