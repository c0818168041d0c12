import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LiveKnowledge } from '../pipeline/index.js';

/** How one request went. */
export interface RequestOutcome {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** What a server counts, for Prometheus. */
export interface Metrics {
  readonly contentType: string;
  observeRequest(outcome: RequestOutcome): void;
  observeOperation(kind: string, outcome: 'ANSWERED' | 'REFUSED' | 'FAILED', cost: number): void;
  /** All of it in the text format of Prometheus. */
  write(): Promise<string>;
}

/** Counts from zero. Names begin with claimgraph_, those of the process with process_ and nodejs_. */
export function createMetrics(knowledge: LiveKnowledge): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'claimgraph_request_seconds',
    help: 'How long requests took, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 30],
    registers,
  });
  const operations = new Counter({
    name: 'claimgraph_operations_total',
    help: 'GraphQL operations, by kind and outcome.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const costs = new Histogram({
    name: 'claimgraph_operation_cost',
    help: 'What GraphQL operations cost, as their answers say.',
    buckets: [10, 100, 1000, 10_000, 100_000],
    registers,
  });
  const held = new Gauge({
    name: 'claimgraph_held',
    help: 'How many documents, entities, relationships and claims there are, and the position in the change log.',
    labelNames: ['what'],
    registers,
    async collect() {
      const { documents, position } = await knowledge.store.counts();
      const { graph } = knowledge;
      this.set({ what: 'documents' }, documents);
      this.set({ what: 'position' }, position);
      this.set({ what: 'entities' }, graph.entityCount);
      this.set({ what: 'relationships' }, graph.relationshipCount);
      this.set({ what: 'claims' }, graph.claimCount);
    },
  });
  void held;
  return {
    contentType: registry.contentType,
    observeRequest: ({ route, method, status, seconds }) =>
      requests.observe({ route, method: METHODS.has(method) ? method : 'OTHER', status }, seconds),
    observeOperation(kind, outcome, cost) {
      operations.inc({ kind, outcome });
      costs.observe(cost);
    },
    write: () => registry.metrics(),
  };
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
