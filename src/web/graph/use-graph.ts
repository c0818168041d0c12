import { useEffect, useMemo, useState } from 'preact/hooks';
import { ask, CHANGES } from '../client/ask.js';
import { useCell } from '../client/cell.js';
import {
  RELATIONSHIP_PAGE,
  type RelationshipFilter,
  type RelationshipLabel,
  SURROUNDINGS,
} from '../operations/generated.js';
import { EMPTY_MODEL, type GraphModel, joinModels, modelOf } from './graph-model.js';
import type { GraphState } from './graph-state.js';

/** What was loaded for a graph, and how much of what there is. */
export interface LoadedGraph {
  readonly model: GraphModel;
  readonly loading: boolean;
  readonly error: Error | null;
  /** Relationships of the whole graph; null around entities, where only whether more was left out is known. */
  readonly total: number | null;
  readonly truncated: boolean;
  /** Relationships that have come while more of them are on their way. */
  readonly arrived: number;
}

const NOTHING: LoadedGraph = {
  model: EMPTY_MODEL,
  loading: true,
  error: null,
  total: null,
  truncated: false,
  arrived: 0,
};
export const FIRST_NEIGHBORS = 60;
export const FIRST_RELATIONSHIPS = 200;
const PAGE = 200;

/** Loads what surrounds the entities in the middle, else the relationships with the most claims of the whole graph. */
export function useGraph(
  { seeds, limit }: Pick<GraphState, 'seeds' | 'limit'>,
  where: RelationshipFilter | undefined,
): LoadedGraph {
  const changes = useCell(CHANGES);
  const [loaded, setLoaded] = useState(NOTHING);
  const question = useMemo(() => JSON.stringify({ seeds, limit, where }), [seeds, limit, where]);
  useEffect(() => {
    const stop = new AbortController();
    const show = (next: Partial<LoadedGraph>): void => {
      if (!stop.signal.aborted) setLoaded((before) => ({ ...before, ...next }));
    };
    show({ loading: true, error: null, arrived: 0 });
    const asked = JSON.parse(question) as Pick<GraphState, 'seeds' | 'limit'> & { where?: RelationshipFilter };
    const work = asked.seeds.length === 0 ? loadWhole(asked, show, stop.signal) : loadAround(asked, show, stop.signal);
    work.catch((error: Error) => show({ error, loading: false }));
    return () => stop.abort();
  }, [question, changes]);
  return loaded;
}

type Question = Pick<GraphState, 'seeds' | 'limit'> & { readonly where?: RelationshipFilter };
type Show = (next: Partial<LoadedGraph>) => void;

async function loadAround({ seeds, limit, where }: Question, show: Show, signal: AbortSignal): Promise<void> {
  const families = [...new Set(seeds.map(({ family }) => family))];
  const parts = await Promise.all(
    families.map(async (family) => {
      const ids = seeds.filter((seed) => seed.family === family).map(({ id }) => id);
      const filter = narrowTo(family, where);
      const variables = { seeds: ids, limit: Math.min(limit || FIRST_NEIGHBORS * ids.length, 500), where: filter };
      return (await ask(SURROUNDINGS, variables, signal)).neighborhood;
    }),
  );
  const model = joinModels(
    parts.map(({ entities, relationships }) =>
      modelOf(
        relationships,
        entities.map(({ entity }) => entity),
      ),
    ),
  );
  show({ model, loading: false, total: null, truncated: parts.some(({ truncated }) => truncated) });
}

async function loadWhole({ limit, where }: Question, show: Show, signal: AbortSignal): Promise<void> {
  const wanted = limit || FIRST_RELATIONSHIPS;
  const edges: RelationshipLabel[] = [];
  let after: string | undefined;
  for (;;) {
    const first = Math.min(PAGE, wanted - edges.length);
    const { relationships } = await ask(RELATIONSHIP_PAGE, { first, after, where }, signal);
    edges.push(...relationships.edges.map(({ node }) => node));
    const { hasNextPage, endCursor } = relationships.pageInfo;
    const more = hasNextPage && endCursor !== null && edges.length < wanted;
    // A large graph is drawn once, when all of it is there: to be laid out at every page would take longer than the pages.
    if (!more) {
      const total = relationships.totalCount;
      show({ model: modelOf(edges), total, truncated: edges.length < total, loading: false });
      return;
    }
    show({ arrived: edges.length });
    after = endCursor;
  }
}

function narrowTo(family: string | null, where: RelationshipFilter | undefined): RelationshipFilter | undefined {
  if (family === null) return where;
  const only = { family: { eq: family } };
  return where === undefined ? only : { AND: [only, where] };
}
