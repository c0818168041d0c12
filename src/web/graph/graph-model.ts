import type { EntityLabel, RelationshipLabel } from '../operations/generated.js';

/** An entity as the drawing shows it. */
export interface GraphNode extends EntityLabel {
  /** How many relationships it has in the store, shown or not. */
  readonly degree: number;
}

/** What is drawn: entities, and relationships between them; each id once. */
export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly RelationshipLabel[];
}

export const EMPTY_MODEL: GraphModel = { nodes: [], edges: [] };

/** Relationships with those at their ends. */
export function modelOf(edges: readonly RelationshipLabel[], others: readonly GraphNode[] = []): GraphModel {
  const nodes = new Map<string, GraphNode>();
  for (const node of others) nodes.set(node.id, node);
  for (const { subject, object } of edges) nodes.set(subject.id, subject).set(object.id, object);
  const unique = new Map(edges.map((edge) => [edge.id, edge]));
  return { nodes: [...nodes.values()], edges: [...unique.values()] };
}

/** Several models in one. */
export function joinModels(models: readonly GraphModel[]): GraphModel {
  return modelOf(
    models.flatMap(({ edges }) => edges),
    models.flatMap(({ nodes }) => nodes),
  );
}

/** What of a model is left without some entities and some families of relations; the entities stay where edges go. */
export function narrowModel(
  model: GraphModel,
  { hidden, families }: { readonly hidden: ReadonlySet<string>; readonly families: ReadonlySet<string> | null },
): GraphModel {
  const nodes = model.nodes.filter(({ id }) => !hidden.has(id));
  const there = new Set(nodes.map(({ id }) => id));
  const edges = model.edges.filter(
    ({ subject, object, relation }) =>
      there.has(subject.id) && there.has(object.id) && (families === null || families.has(relation.family)),
  );
  return { nodes, edges };
}

/** How many drawn relationships each entity has. */
export function drawnDegrees(model: GraphModel): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { subject, object } of model.edges) {
    degrees.set(subject.id, (degrees.get(subject.id) ?? 0) + 1);
    if (object.id !== subject.id) degrees.set(object.id, (degrees.get(object.id) ?? 0) + 1);
  }
  return degrees;
}

/**
 * How far each edge bends, so that parallel and opposite ones lie apart: 0 for one alone, else spread about 0.
 * The sign counts from the lesser id, as an edge that runs the other way would bend to the other side.
 */
export function edgeBends(edges: readonly RelationshipLabel[]): ReadonlyMap<string, number> {
  const groups = new Map<string, RelationshipLabel[]>();
  for (const edge of edges) {
    const key = [edge.subject.id, edge.object.id].sort().join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  }
  const bends = new Map<string, number>();
  for (const group of groups.values()) {
    group.forEach((edge, index) => {
      const bend = (index - (group.length - 1) / 2) * (group.length > 4 ? 1.2 / group.length : 0.28);
      bends.set(edge.id, edge.subject.id < edge.object.id ? bend : -bend);
    });
  }
  return bends;
}
