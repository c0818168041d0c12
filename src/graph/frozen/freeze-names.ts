import type { GraphReading } from '../knowledge-graph.js';
import type { Some } from './columns.js';
import type { FrozenEntities } from './freeze-entities.js';
import { createLists } from './growing.js';
import { createTextWriter, type TextWriter } from './text-writer.js';
import { type Turns, turn } from './turn.js';

/** By which names entities are found. */
export interface FrozenNames {
  readonly forms: TextWriter;
  readonly columns: Some<'formEntities' | 'formEntity'>;
}

/** Keeps the forms of names, each with its entities, ascending. */
export function* freezeNames(
  graph: GraphReading,
  { columns: { referentEntity }, referentOf }: FrozenEntities,
): Turns<FrozenNames> {
  const forms = createTextWriter();
  const entities = createLists();
  for (const { form, ids } of graph.nameForms()) {
    if (forms.count % 128 === 0) yield* turn();
    forms.add(form);
    const numbers = ids.map((id) => referentEntity[referentOf(id)]!);
    for (const number of numbers.sort((a, b) => a - b)) entities.push(number);
    entities.end();
  }
  const { starts, values } = entities.finish();
  return { forms, columns: { formEntities: starts, formEntity: values } };
}
