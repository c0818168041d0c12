import type { Resources } from '../../../resources/index.js';
import type { View } from '../../view.js';

/** A number in the text, from some token to the one before `last`. */
export interface NumberReading {
  readonly last: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
}

const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;
const RANGE_DIGITS = /^(\d+)[-–](\d+)$/;

/** Reads the number that begins at a token: "3,000", "two hundred and five", "2.5 million", "dozens", "several"; null where none does. */
export function readNumber(view: View, { numberWords }: Resources, first: number, end: number): NumberReading | null {
  let [total, group, last] = [0, Number.NaN, first];
  for (let index = first; index < end; index++) {
    const lower = view.lower(index);
    const word = numberWords.get(lower);
    const isOpen = Number.isNaN(group);
    if (word?.kind === 'MULTIPLE' || word?.kind === 'VAGUE' || word?.kind === 'PAIR')
      return isOpen && total === 0 ? readPlural(view, { numberWords }, index, end) : null;
    if (lower.charCodeAt(0) >= 48 && lower.charCodeAt(0) <= 57) {
      const range = RANGE_DIGITS.exec(lower);
      if (range !== null && isOpen) {
        const [min, max] = [Number(range[1]), Number(range[2])];
        return min < max ? { last: index + 1, min, max, approximate: false } : null;
      }
      if (!isOpen || !DIGITS.test(lower)) break;
      group = Number(lower.replaceAll(',', ''));
    } else if (word?.kind === 'CARDINAL') group = (isOpen ? 0 : group) + word.value;
    else if (word?.kind === 'HALF') group = (isOpen ? 0 : group) + word.value;
    else if (word?.kind === 'SCALE') {
      if (isOpen && index === first) return null;
      group = (isOpen ? 1 : group) * word.value;
      if (word.value >= 1000) [total, group] = [total + group, 0];
    } else if ((lower === 'a' || lower === 'an') && index === first) {
      const next = numberWords.get(view.lower(index + 1));
      if (next?.kind !== 'SCALE' && next?.kind !== 'PAIR' && next?.kind !== 'VAGUE') return null;
      if (next.kind === 'SCALE') group = 1;
      continue;
    } else if (
      lower === '-' &&
      view.glued(index) &&
      index > first &&
      numberWords.get(view.lower(index + 1))?.kind === 'CARDINAL'
    )
      continue;
    else if (lower === 'and' && !isOpen && group >= 100 && isSmall(view, { numberWords }, index + 1)) continue;
    // "half a million".
    else if ((lower === 'a' || lower === 'of') && index === first + 1 && group === 0.5) continue;
    else break;
    last = index + 1;
  }
  if (Number.isNaN(group)) return null;
  const value = total + group;
  return last > first && Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER
    ? { last, min: value, max: value, approximate: false }
    : null;
}

/** "dozens", "tens of thousands", "several hundred": at least so many, no one knows how many more. */
function readPlural(
  view: View,
  { numberWords }: Pick<Resources, 'numberWords'>,
  first: number,
  end: number,
): NumberReading | null {
  const word = numberWords.get(view.lower(first));
  if (word === undefined) return null;
  const of = view.lower(first + 1) === 'of' ? 1 : 0;
  const next = first + 1 + of < end ? numberWords.get(view.lower(first + 1 + of)) : undefined;
  if (word.kind === 'PAIR') return { last: first + 1, min: word.value, max: word.value, approximate: false };
  const isScaled = next?.kind === 'SCALE' || (next?.kind === 'MULTIPLE' && of === 1);
  const scale = next?.kind === 'SCALE' ? next.value : isScaled ? (next as { value: number }).value / 2 : 1;
  return { last: first + (isScaled ? 2 + of : 1), min: word.value * scale, max: null, approximate: true };
}

/** "two hundred and five": what follows "and" belongs to the number. */
function isSmall(view: View, { numberWords }: Pick<Resources, 'numberWords'>, index: number): boolean {
  const word = numberWords.get(view.lower(index));
  return word?.kind === 'CARDINAL' && view.tag(index) === 'NUM';
}
