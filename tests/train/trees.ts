import type { TaggedTree } from '../../src/train/train-parser.js';

/** A sentence from lines of word, tag, form, head and label; heads count from 1, 0 is the root. */
export function treeOf(lines: string): TaggedTree {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u));
  return {
    words: rows.map(([word]) => word as string),
    tags: rows.map(([, tag, form]) => `${tag}|${form}`),
    heads: rows.map(([, , , head]) => Number(head) - 1),
    dependencies: rows.map(([, , , , label]) => label as string),
  };
}

const PEOPLE = ['Guards', 'Miners', 'Sailors', 'Judges', 'Farmers', 'Teachers'];
const ACTS = ['freed', 'warned', 'blamed', 'arrested', 'met', 'praised'];

/** A treebank of invented sentences: who did what to whom, in the active, the passive and with a relative clause. */
export function inventedTreebank(): readonly TaggedTree[] {
  return PEOPLE.flatMap((subject, first) =>
    ACTS.flatMap((act, second) => {
      const object = (PEOPLE[(first + second + 1) % PEOPLE.length] as string).toLowerCase();
      return [
        treeOf(`${subject} NOUN NNS 2 nsubj\n${act} VERB VBD 0 root\n${object} NOUN NNS 2 obj\n. PUNCT . 2 punct`),
        treeOf(`${subject} NOUN NNS 3 nsubj:pass\nwere AUX VBD 3 aux:pass\n${act} VERB VBN 0 root
          by ADP IN 5 case\n${object} NOUN NNS 3 obl:agent\n. PUNCT . 3 punct`),
        treeOf(`${subject} NOUN NNS 5 nsubj\nwho PRON WP 3 nsubj\n${act} VERB VBD 1 acl:relcl\n${object} NOUN NNS 3 obj
          left VERB VBD 0 root\n. PUNCT . 5 punct`),
      ];
    }),
  );
}
