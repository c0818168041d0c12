import type { EntityType } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { View } from '../view.js';

/**
 * A name keeps one type throughout a document: single words that end the name of a person are that person's surname,
 * and equal names take the type that is surest over all their places. Order and number stay.
 */
export function settleNames(view: View, resources: Resources, found: readonly Name[]): readonly Name[] {
  const names = alignLists(view, found);
  const surnames = new Map<string, number>();
  const weights = new Map<string, Map<EntityType, number>>();
  for (const name of names) {
    const written = view.quote(name).quote;
    const byType = weights.get(written) ?? new Map<EntityType, number>();
    byType.set(name.type, (byType.get(name.type) ?? 0) + name.confidence ** 2);
    if (isPlaced(view, resources, name)) byType.set('PLACE', (byType.get('PLACE') ?? 0) + PLACED);
    weights.set(written, byType);
    if (name.type === 'PERSON' && (name.last - name.first > 1 || name.title !== ''))
      surnames.set(view.word(name.last - 1), name.confidence);
  }
  return names.map((name) => {
    const written = view.quote(name).quote;
    const surname = name.last - name.first === 1 ? surnames.get(written) : undefined;
    if (surname !== undefined && name.confidence < 0.9 && !resources.countryNames.has(written))
      return { ...name, type: 'PERSON', confidence: surname };
    const byType = [...(weights.get(written) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const [type] = byType[0] ?? [name.type];
    return type === name.type ? name : { ...name, type };
  });
}

/** How much "the foreign minister of Dravina" tells for a place, beside the squares of the recogniser's confidence. */
const PLACED = 1;

/** "the president of Dravina", "the capital of Dravina": one word behind an office or a place's word and "of". */
function isPlaced(view: View, resources: Resources, { first, last, type, title }: Name): boolean {
  if (last - first !== 1 || title !== '' || type === 'NATIONALITY' || view.lower(first - 1) !== 'of') return false;
  const { type: sense, sector } = resources.nominals.get(view.lemma(first - 2)) ?? {};
  return sense === 'PLACE' || sector === 'GOV' || sector === 'MIL';
}

/** Under it, a name in a list takes the type of the one beside it. */
const UNSURE = 0.5;

/** "Hama, Homs, and Rastan": a name of unsure type in a list has the type of its surer neighbour. */
function alignLists(view: View, names: readonly Name[]): readonly Name[] {
  const aligned = [...names];
  const align = (index: number, other: number) => {
    const [name, neighbour] = [aligned[index], aligned[other]];
    if (name === undefined || neighbour === undefined || name.title !== '' || neighbour.type === 'NATIONALITY') return;
    if (name.confidence >= UNSURE || neighbour.confidence <= name.confidence || name.type === neighbour.type) return;
    const [first, second] = index < other ? [name, neighbour] : [neighbour, name];
    const between = view.text.slice(view.span(first).end, view.span(second).start);
    if (/^(?:,|,? and|,? or)\s+$/.test(between)) aligned[index] = { ...name, type: neighbour.type };
  };
  for (let index = 1; index < aligned.length; index++) align(index, index - 1);
  for (let index = aligned.length - 2; index >= 0; index--) align(index, index + 1);
  return aligned;
}
