import type { Span } from '../../src/base/index.js';
import type { LabelledCase } from './read-cases.js';

/** A labelled name at one place of the text. */
export interface LabelledName extends Span {
  readonly name: string;
  readonly type: LabelledCase['names'][string];
}

const OCCURRENCE = /^(.*?)(?:#(\d+))?$/su;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Every occurrence of the labelled names outside furniture, ascending; within a longer name, the shorter is none. */
export function locateNames(labels: LabelledCase): readonly LabelledName[] {
  const taken: Span[] = labels.furniture.flatMap((words) => occurrences(labels.text, words));
  const names: LabelledName[] = [];
  for (const [name, type] of Object.entries(labels.names).sort(([left], [right]) => right.length - left.length)) {
    for (const span of occurrences(labels.text, name)) {
      if (taken.some((one) => one.start < span.end && span.start < one.end)) continue;
      taken.push(span);
      names.push({ ...span, name, type });
    }
  }
  return names.sort((left, right) => left.start - right.start);
}

/**
 * The spans of alternative words (`a teacher / who`), each at its first or stated occurrence (`said#2`).
 * @throws Error where the text does not hold them.
 */
export function locateWords(labels: LabelledCase, words: string): readonly Span[] {
  return words.split(' / ').map((alternative) => {
    const [, form = '', ordinal = '1'] = OCCURRENCE.exec(alternative) ?? [];
    const names = locateNames(labels);
    const found = occurrences(labels.text, form).filter(
      (span) =>
        !names.some((name) => name.start <= span.start && span.end <= name.end && name.end - name.start > form.length),
    )[Number(ordinal) - 1];
    if (found === undefined)
      throw new Error(`case ${labels.id}: expected "${alternative}" in the text, but it is not there; mend the label.`);
    return found;
  });
}

function occurrences(text: string, words: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (!WORD_CHARACTER.test(text[start - 1] ?? ' ') && !WORD_CHARACTER.test(text[end] ?? ' '))
      spans.push({ start, end });
  }
  return spans;
}
