import { createKnowledgeGraph, type KnowledgeGraph } from '../../src/graph/index.js';
import type { Knowledge } from '../../src/query/index.js';
import { openStore } from '../../src/store/index.js';
import { buildStored, type ExtractionSketch } from './build-extraction.js';

/** A store in memory and the graph that follows it. */
export interface BuiltKnowledge extends Knowledge {
  readonly graph: KnowledgeGraph;
  put(sketch: ExtractionSketch): Promise<void>;
  remove(documentId: string): Promise<void>;
}

/** A store with the sketched documents, and its graph. */
export async function buildKnowledge(sketches: readonly ExtractionSketch[] = []): Promise<BuiltKnowledge> {
  const store = await openStore('memory:');
  const graph = createKnowledgeGraph();
  let position = 0;
  const knowledge: BuiltKnowledge = {
    store,
    graph,
    get position() {
      return position;
    },
    async put(sketch) {
      const stored = buildStored(sketch);
      await store.putDocument(stored, 'test');
      graph.putDocument(stored.extraction);
      position = (await store.counts()).position;
    },
    async remove(documentId) {
      await store.deleteDocument(documentId);
      graph.deleteDocument(documentId);
      position = (await store.counts()).position;
    },
  };
  for (const sketch of sketches) await knowledge.put(sketch);
  return knowledge;
}
