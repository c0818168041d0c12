import type { EntityType } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import type { Linking } from './link-names.js';

/**
 * The happenings and works that a text speaks of more than once ("a report … it"), by the least mention of their
 * cluster. What is told of once is no entity: "opened an inquiry".
 */
export function findMatters(
  view: View,
  resources: Resources,
  { mentions, clusters }: Linking,
): ReadonlyMap<number, EntityType> {
  const matters = new Map<number, EntityType>();
  mentions.forEach(({ kind, head }, index) => {
    if (kind !== 'NOMINAL' || clusters.type(index) !== null || clusters.size(index) < 2) return;
    const type = resources.matters.get(view.lemma(head));
    if (type !== undefined && !matters.has(clusters.find(index))) matters.set(clusters.find(index), type);
  });
  return matters;
}
