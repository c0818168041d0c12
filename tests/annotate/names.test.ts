import { describe, expect, it } from 'vitest';
import { annotate, createNameRecognizer } from '../../src/annotate/index.js';
import { annotateText, documentFrom, RESOURCES } from '../support/read-text.js';

/** What the recogniser finds, each name with its class. */
function namesIn(text: string): readonly string[] {
  const { document, tokens, names } = annotateText(text);
  return names.map(
    ({ first, last, nameClass }) => `${document.text.slice(tokens.start[first], tokens.end[last - 1])} ${nameClass}`,
  );
}

describe('the recogniser', () => {
  it.each([
    ['in capitals', 'POLICE IN LONDON ARREST JOHN CARTER', ['LONDON LOC', 'JOHN CARTER PER']],
    ['in lower case', 'i saw sarah in chicago last night', ['sarah PER', 'chicago LOC']],
    ['with particles', 'Hamad al-Rashidi met Ursula von Essen.', ['Hamad al-Rashidi PER', 'Ursula von Essen PER']],
    ['of many origins', 'Nguyen Van Thanh met Bjørn Aasland.', ['Nguyen Van Thanh PER', 'Bjørn Aasland PER']],
  ])('reads names %s', (_, text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  it('answers the same whatever it has read before', () => {
    const text = 'Lena Osso left Orlo for Tarsin. Osso works for the Orlo Gazette.';
    const { document, tokens, sentences } = annotate(documentFrom(text), RESOURCES);
    const words = Array.from(tokens.start, (start, index) => document.text.slice(start, tokens.end[index]));
    const asked = { words, tags: tokens.tag, pennTags: tokens.form, sentences };
    const recognizer = createNameRecognizer(RESOURCES.nameModel, RESOURCES.gazetteer);
    const before = recognizer(asked);
    const other = words.map((word) => `${word}x`);
    recognizer({ ...asked, words: other });
    expect(recognizer(asked)).toEqual(before);
    expect(createNameRecognizer(RESOURCES.nameModel, RESOURCES.gazetteer)(asked)).toEqual(before);
  });
});
