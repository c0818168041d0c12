import type { Extraction, Judgement } from '../domain/index.js';
import { createKnowledgeGraph } from './create-knowledge-graph.js';
import type { GraphOptions, KnowledgeGraph } from './knowledge-graph.js';

/** The graph of the extractions, one a document in any order, and the judgements, in the log's order. Pure. */
export function buildGraph(
  extractions: Iterable<Extraction>,
  judgements: Iterable<Judgement>,
  options: GraphOptions = {},
): KnowledgeGraph {
  const graph = createKnowledgeGraph(options);
  for (const extraction of extractions) graph.putDocument(extraction);
  for (const judgement of judgements) graph.applyJudgement(judgement);
  return graph;
}
