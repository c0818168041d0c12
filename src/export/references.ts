import type { ReferentKey } from '../domain/index.js';
import type { GraphReading } from '../graph/index.js';
import type { EntityReference } from './export-rows.js';
import { toWellFormed } from './text-forms.js';

/** Gives the entity of an id as rows refer to it; null for null, and for an entity that is gone. */
export type References = (id: ReferentKey | null) => EntityReference | null;

const REMEMBERED = 10_000;

/** Remembers some entities, for the graph makes the whole entity each time that it is asked for one. */
export function createReferences(graph: GraphReading): References {
  const remembered = new Map<ReferentKey, EntityReference>();
  let version = graph.version;
  return (id) => {
    if (id === null) return null;
    if (graph.version !== version || remembered.size >= REMEMBERED) remembered.clear();
    version = graph.version;
    const known = remembered.get(id);
    if (known !== undefined) return known;
    const entity = graph.entity(id);
    if (entity === null) return null;
    const reference = { id: entity.id, name: toWellFormed(entity.name), type: entity.type };
    remembered.set(id, reference);
    return reference;
  };
}
