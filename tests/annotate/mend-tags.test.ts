import { describe, expect, it } from 'vitest';
import { annotate, TAGS } from '../../src/annotate/index.js';
import { createDocument } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';

const RESOURCES = loadResources();

/** The universal tag of the first token with a wording. */
function tagOf(text: string, word: string): string | undefined {
  const { tokens } = annotate(createDocument({ text }), RESOURCES);
  return TAGS[tokens.tag[tokens.lower.indexOf(word)] as number];
}

describe('tags that words beside tell', () => {
  it.each([
    ['She said neighbors had told him that 300 masked men had come.', 'that', 'SCONJ'],
    ['Ann Lee told reporters that water came in.', 'that', 'SCONJ'],
    ['He warned them that would not work.', 'that', 'PRON'],
    ['Two gunmen on a motorcycle shot dead a guard.', 'shot', 'VERB'],
    ['The attackers set fire to a bus.', 'set', 'VERB'],
    ['A set of keys was found.', 'set', 'NOUN'],
    ['Fishermen in wooden boats rescued 61 passengers.', 'fishermen', 'NOUN'],
    ['The union agreed after the fund promised not to close the mills.', 'after', 'SCONJ'],
    ['The bridge was closed after a fire in the hold of a ferry.', 'after', 'ADP'],
    ['A suit filed by the city of Orlo accuses Tarsin of hiding a leak.', 'accuses', 'VERB'],
    ['The police said the number of dead climbed to 43.', 'climbed', 'VERB'],
  ])('%s %s %s', (text, word, tag) => {
    expect(tagOf(text, word)).toBe(tag);
  });
});
