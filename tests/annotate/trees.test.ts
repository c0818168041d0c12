import fc from 'fast-check';
import { expect, it } from 'vitest';
import { annotate, DEPENDENCIES } from '../../src/annotate/index.js';
import { createDocument } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';

const RESOURCES = loadResources();

/** The tree of a text as "word ← head label", in the order of words. */
function read(text: string): readonly string[] {
  const { tokens } = annotate(createDocument({ text }), RESOURCES);
  return tokens.lower.map((word, index) => {
    const head = tokens.head[index] as number;
    return `${word} ← ${head < 0 ? 'ROOT' : tokens.lower[head]} ${DEPENDENCIES[tokens.dependency[index] as number]}`;
  });
}

it('reads subject and object', () => {
  const tree = read('The gunmen abducted a doctor.');
  expect(tree).toContain('gunmen ← abducted nsubj');
  expect(tree).toContain('doctor ← abducted obj');
});

it('reads the subject and the agent of the passive, and a relative clause', () => {
  const tree = read('Two soldiers who guarded the dam were killed by gunmen.');
  expect(tree).toContain('soldiers ← killed nsubj:pass');
  expect(tree).toContain('gunmen ← killed obl:agent');
  expect(tree).toContain('guarded ← soldiers acl:relcl');
});

it('reads a clause that is told', () => {
  expect(read('The minister said that the army shelled the town.')).toContain('shelled ← said ccomp');
});

it('gives every sentence of any text one root, and heads within the sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const annotated = annotate(createDocument({ text: `Guards ${text}` }), RESOURCES);
      for (const { first, last } of annotated.sentences) {
        const heads = [...annotated.tokens.head.subarray(first, last)];
        expect(heads.filter((head) => head < 0)).toHaveLength(1);
        expect(heads.every((head) => head < 0 || (head >= first && head < last))).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
