import { createHash } from 'node:crypto';
import type { Store } from './store.js';

/** Documents and changes that are read at once. */
const BATCH = 200;

/**
 * SHA-256 over everything that a store's record tells: counts, every document with its extraction and identity by id,
 * judgements, retractions and the whole log of changes. Two stores of one hash answer alike, but for the order of what
 * search finds.
 */
export async function hashStore(store: Store, show: (documents: number) => void = () => undefined): Promise<string> {
  const hash = createHash('sha256');
  const add = (part: unknown): void => {
    // JSON holds lone surrogates apart, which UTF-8 would make one.
    hash.update(JSON.stringify(part)).update('\n');
  };
  add(await store.counts());
  let documents = 0;
  for (let after: string | null = null; ; ) {
    const ids = await store.documentIds({ after, limit: BATCH });
    const [identities, stored] = [await store.identities(ids), await store.documents(ids)];
    for (const id of ids) {
      const { textHash, metadataHash, reading } = identities.get(id) ?? {};
      add([id, textHash, metadataHash, reading, stored.get(id)?.document, stored.get(id)?.extraction]);
    }
    documents += ids.length;
    show(documents);
    after = ids.at(-1) ?? null;
    if (ids.length < BATCH) break;
  }
  for (const judgement of await store.judgements()) add(judgement);
  for (const retraction of await store.retractions()) add(retraction);
  for (let after = 0; ; ) {
    const changes = await store.changes({ after, limit: BATCH });
    for (const change of changes) add(change);
    after = changes.at(-1)?.position ?? after;
    if (changes.length < BATCH) break;
  }
  return hash.digest('hex');
}
