import type { Random } from './random.js';
import type { TaggedTree } from './train-parser.js';

/**
 * New trees with a phrase between commas behind a subject, as news has in every paragraph and treebanks of the web
 * seldom: "The captain, [a father of two], was pulled from a raft." For each chosen sentence one, made of its own tree
 * and of a phrase out of another: an apposition, an age, a source, a speaker or a relative clause. `share` is how many
 * of the sentences with such a subject are chosen, from 0 to 1. In the order of the sentences; the same random numbers
 * give the same trees.
 */
export function insertPhrases(
  trees: readonly TaggedTree[],
  { share, random }: { readonly share: number; readonly random: Random },
): readonly TaggedTree[] {
  const pools = POOLS.map((pool) => trees.flatMap((tree) => phrasesOf(tree, pool)));
  const made: TaggedTree[] = [];
  for (const tree of trees) {
    const subject = subjectBeforeVerb(tree);
    if (subject === null || random() >= share) continue;
    const pool = pick(pools, random);
    const phrase = pool.length === 0 ? ageOf(random) : random() < AGE_SHARE ? ageOf(random) : pick(pool, random);
    made.push(insertPhrase(tree, subject, phrase));
  }
  return made;
}

/** A piece of a tree: heads are places in it, −1 for its own head. */
interface Phrase extends TaggedTree {
  /** Whether it hangs on the verb, or else on the subject. */
  readonly isOfVerb: boolean;
  /** Its relation to what it hangs on. */
  readonly relation: string;
}

/** Which phrases of the treebanks stand between commas elsewhere, and where they hang then. */
interface Pool {
  readonly relation: string;
  readonly isOfVerb: boolean;
  fits(tree: TaggedTree, head: number, first: number, last: number): boolean;
}

const POOLS: readonly Pool[] = [
  {
    relation: 'appos',
    isOfVerb: false,
    fits: (tree, head) => /^(NOUN|PROPN)\|/.test(tree.tags[head] as string),
  },
  {
    relation: 'obl',
    isOfVerb: true,
    fits: (tree, _, first) => tree.words[first]?.toLowerCase() === 'according' && tree.words[first + 1] === 'to',
  },
  {
    relation: 'parataxis',
    isOfVerb: true,
    fits: (tree, head, first, last) =>
      head === last &&
      /^VERB\|VB[DPZ]$/.test(tree.tags[head] as string) &&
      tree.dependencies.slice(first, last).some(isSubject),
  },
  {
    relation: 'acl:relcl',
    isOfVerb: false,
    fits: (tree, _, first, last) => last > first + 1 && /^wh(o|ich)$/.test(tree.words[first] as string),
  },
];

/** Brackets, quotation marks and addresses may be half of what belongs together. */
const PLAIN_WORD = /^[\p{L}\p{N}'’.,-]+$/u;
/** Longer phrases would be most of their sentence. */
const LONGEST_PHRASE = 9;
const AGE_SHARE = 0.15;

function phrasesOf(tree: TaggedTree, { relation, isOfVerb, fits }: Pool): readonly Phrase[] {
  return tree.dependencies.flatMap((dependency, head) => {
    if (dependency !== relation) return [];
    const span = spanOf(tree, head);
    if (span === null) return [];
    let [first, last] = span;
    while (first < head && isPunctuation(tree, first)) first++;
    while (last > head && isPunctuation(tree, last)) last--;
    if (last - first >= LONGEST_PHRASE || !fits(tree, head, first, last)) return [];
    const places = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    if (!places.every((index) => PLAIN_WORD.test(tree.words[index] as string))) return [];
    const at = (index: number) => tree.heads[index] as number;
    return [
      {
        relation,
        isOfVerb,
        words: places.map(
          (index) => (isName(tree, index) ? tree.words[index] : tree.words[index]?.toLowerCase()) as string,
        ),
        tags: places.map((index) => tree.tags[index] as string),
        heads: places.map((index) => (index === head ? -1 : at(index) - first)),
        dependencies: places.map((index) => tree.dependencies[index] as string),
      },
    ];
  });
}

function ageOf(random: Random): Phrase {
  const age = String(18 + Math.floor(random() * 70));
  return { words: [age], tags: ['NUM|CD'], heads: [-1], dependencies: ['appos'], relation: 'appos', isOfVerb: false };
}

interface Subject {
  readonly head: number;
  readonly last: number;
  readonly verb: number;
}

/** The first subject with a name or noun that its verb, or what belongs to it, follows at once. */
function subjectBeforeVerb(tree: TaggedTree): Subject | null {
  for (let head = 0; head < tree.words.length; head++) {
    if (!isSubject(tree.dependencies[head] as string) || !/^(NOUN|PROPN)\|/.test(tree.tags[head] as string)) continue;
    const verb = tree.heads[head] as number;
    const last = spanOf(tree, head)?.[1];
    if (last === undefined || verb <= last || !tree.tags[verb]?.startsWith('VERB|')) continue;
    const next = last + 1;
    if (next === verb || (tree.heads[next] === verb && !isPunctuation(tree, next))) return { head, last, verb };
  }
  return null;
}

function insertPhrase(tree: TaggedTree, { head, last, verb }: Subject, phrase: Phrase): TaggedTree {
  const count = phrase.words.length + 2;
  const moved = (index: number) => (index > last ? index + count : index);
  const own = last + 2;
  const phraseHead = own + phrase.heads.indexOf(-1);
  const governor = moved(phrase.isOfVerb ? verb : head);
  const inside = <T>(values: readonly T[], phraseValues: readonly T[], comma: T): readonly T[] => [
    ...values.slice(0, last + 1),
    comma,
    ...phraseValues,
    comma,
    ...values.slice(last + 1),
  ];
  const heads = tree.heads.map((index) => (index < 0 ? index : moved(index)));
  const phraseHeads = phrase.heads.map((index) => (index < 0 ? governor : own + index));
  const names = phrase.dependencies.map((name, index) => (phrase.heads[index] === -1 ? phrase.relation : name));
  return {
    words: inside(tree.words, phrase.words, ','),
    tags: inside(tree.tags, phrase.tags, 'PUNCT|,'),
    heads: inside(heads, phraseHeads, phraseHead),
    dependencies: inside(tree.dependencies, names, 'punct'),
  };
}

/** The first and last token below a head, itself included; null where others stand between them. */
function spanOf(tree: TaggedTree, head: number): readonly [first: number, last: number] | null {
  const isBelow = (token: number): boolean => {
    let at = token;
    for (let steps = 0; at >= 0 && steps <= tree.heads.length; steps++) {
      if (at === head) return true;
      at = tree.heads[at] as number;
    }
    return false;
  };
  let first = head;
  let last = head;
  while (first > 0 && isBelow(first - 1)) first--;
  while (last + 1 < tree.heads.length && isBelow(last + 1)) last++;
  const isWhole = tree.heads.every((_, token) => (token >= first && token <= last) || !isBelow(token));
  return isWhole ? [first, last] : null;
}

function isSubject(dependency: string): boolean {
  return dependency === 'nsubj' || dependency === 'nsubj:pass';
}

function isName({ tags }: TaggedTree, token: number): boolean {
  return /^(PROPN|NUM)\||\|PRP$/.test(tags[token] as string);
}

function isPunctuation({ dependencies }: TaggedTree, token: number): boolean {
  return dependencies[token] === 'punct';
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T;
}
