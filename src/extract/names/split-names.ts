import type { RecognizedName } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { TokenRange, View } from '../view.js';

/**
 * Cuts what the recogniser took for one body where it lists several: "Orlo Steel Company, Tarsin Bank" at the comma, and
 * "Orlo Football Club and Tarsin Cricket Club" at "and", where a body's word ends both sides. Order stays.
 */
export function splitNames(
  view: View,
  resources: Resources,
  recognized: readonly RecognizedName[],
): readonly RecognizedName[] {
  return recognized.flatMap((name) => {
    if (name.nameClass !== 'ORG' || name.last - name.first < 3) return [name];
    const parts: RecognizedName[] = [];
    let first = name.first;
    for (let index = name.first + 1; index < name.last - 1; index++) {
      if (index === first || !isBorder(view, resources, { first, last: name.last }, index)) continue;
      parts.push({ ...name, first, last: index });
      first = index + 1;
      while (/^(?:and|the)$/i.test(view.lower(first)) && first < name.last - 1) first++;
      index = first;
    }
    return [...parts, { ...name, first }];
  });
}

function isBorder(view: View, resources: Resources, { first, last }: TokenRange, index: number): boolean {
  const word = view.lower(index);
  if (word === ',') return !isTail(view, resources, { first: index + 1, last });
  if (word !== 'and') return false;
  return (
    last - index > 2 &&
    isBodyWord(view, resources, index - 1) &&
    isBodyWord(view, resources, last - 1) &&
    index - first > 1
  );
}

/** "Orlo, Inc.", "University of Orlo, Tarsin": what belongs to the name before the comma. */
function isTail(view: View, resources: Resources, { first, last }: TokenRange): boolean {
  if (/^(?:inc|ltd|llc|plc|co|corp|sa|ag|jr)\.?$/.test(view.lower(first))) return true;
  for (let index = first; index < last; index++) if (view.lower(index) === ',') return false;
  return view.lower(first) !== 'and' && !isBodyWord(view, resources, last - 1);
}

function isBodyWord(view: View, resources: Resources, index: number): boolean {
  return resources.nameWords.get(view.lower(index).replace(/\.$/, '')) === 'ORGANIZATION';
}
