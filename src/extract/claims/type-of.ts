import type { EntityType } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import { nominalAt } from '../nominal-at.js';
import type { NounPhrase } from '../phrases/reading.js';
import type { View } from '../view.js';

const PERSONS = new Set([
  'he',
  'she',
  'him',
  'her',
  'his',
  'i',
  'me',
  'my',
  'you',
  'your',
  'who',
  'himself',
  'herself',
]);
const GROUPS = new Set(['they', 'them', 'their', 'we', 'us', 'our', 'themselves']);
const ACTORS = new Set<EntityType>(['PERSON', 'GROUP', 'ORGANIZATION', 'PLACE', 'NATIONALITY']);

/** What a phrase stands for, by its name, its noun or its pronoun; undefined where nothing tells. */
export function typeOf(view: View, resources: Resources, phrase: NounPhrase): EntityType | undefined {
  if (phrase.name !== null) return phrase.name.type;
  const lower = view.lower(phrase.head);
  if (phrase.isPronoun) return PERSONS.has(lower) ? 'PERSON' : GROUPS.has(lower) ? 'GROUP' : undefined;
  // "arrested 26": people, where nothing else is said to be counted.
  if (view.tag(phrase.head) === 'NUM' && view.hint(phrase.head) === 'NUMBER' && phrase.head === phrase.node)
    return 'GROUP';
  const sense = nominalAt(view, resources, phrase.head);
  if (sense === undefined) return resources.peoples.has(view.word(phrase.head)) ? 'GROUP' : undefined;
  return sense.type === 'PERSON' && view.form(phrase.head) === 'NNS' ? 'GROUP' : sense.type;
}

/** True for what may do something: people, bodies, countries; "it" too. */
export function isActor(view: View, resources: Resources, phrase: NounPhrase): boolean {
  const type = typeOf(view, resources, phrase);
  return type === undefined ? phrase.isPronoun : ACTORS.has(type);
}
