export type { KnowledgeGraph, Neighbor } from './knowledge-graph.js';
