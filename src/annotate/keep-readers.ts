import type { Resources } from '../resources/index.js';
import { createNameRecognizer, type NameRecognizer } from './recognize-names.js';

const nameRecognizers = new WeakMap<Resources, NameRecognizer>();

/**
 * The recogniser of names that goes with resources: made for the first document, and kept as long as they are, since it
 * reads faster the more words it has met. What it answers does not depend on them.
 */
export function nameRecognizerOf(resources: Resources): NameRecognizer {
  const held = nameRecognizers.get(resources);
  if (held !== undefined) return held;
  const made = createNameRecognizer(resources.nameModel, resources.gazetteer);
  nameRecognizers.set(resources, made);
  return made;
}
