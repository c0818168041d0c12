/** Precision and recall of a clustering, each 0 to 1. */
export interface BCubed {
  readonly precision: number;
  readonly recall: number;
}

/**
 * B-cubed (Bagga and Baldwin, 1998): for each mention, how much of its cluster is of its entity, and how much of its entity
 * is in its cluster; the means over all mentions. Takes the cluster and the entity of each mention, at least one.
 */
export function scoreBCubed(mentions: readonly { readonly cluster: string; readonly entity: string }[]): BCubed {
  const clusters = countBy(mentions.map(({ cluster }) => cluster));
  const entities = countBy(mentions.map(({ entity }) => entity));
  const both = countBy(mentions.map(({ cluster, entity }) => `${cluster}\n${entity}`));
  let precision = 0;
  let recall = 0;
  for (const [key, count] of both) {
    const [cluster = '', entity = ''] = key.split('\n');
    precision += (count * count) / (clusters.get(cluster) ?? 1);
    recall += (count * count) / (entities.get(entity) ?? 1);
  }
  return { precision: precision / mentions.length, recall: recall / mentions.length };
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
