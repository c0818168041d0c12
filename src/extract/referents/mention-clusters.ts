import type { EntityType } from '../../ontology/index.js';
import type { FoundMention, Gender, GrammaticalNumber } from './mention.js';

/** The mentions joined so far, and what is known of each cluster. A cluster goes by its least mention. */
export interface MentionClusters {
  find(mention: number): number;
  /** Joins two clusters; what is known of one is known of both. */
  join(a: number, b: number): void;
  size(mention: number): number;
  /** HE or SHE as soon as one mention tells. */
  gender(mention: number): Gender;
  number(mention: number): GrammaticalNumber;
  /** The type of its first name, else of its first description. */
  type(mention: number): EntityType | null;
  /** True where one of its mentions is a name; adjectives of origin do not count. */
  named(mention: number): boolean;
  /** The last of its mentions. */
  last(mention: number): number;
  /** The labels of its mentions, each once; those that came late to a cluster of many are left out. */
  labels(mention: number): readonly number[];
}

/** Of one cluster. */
const MOST_LABELS = 12;

/** Clusters of one mention each, which go by the labels given. Union-find with path halving. */
export function createMentionClusters(
  mentions: readonly FoundMention[],
  labels: readonly (readonly number[])[],
): MentionClusters {
  const parent = Int32Array.from(mentions, (_, index) => index);
  const last = Int32Array.from(parent);
  const size = new Int32Array(mentions.length).fill(1);
  const genders = mentions.map(({ gender }) => gender);
  const numbers = mentions.map(({ number }) => number);
  const named = Uint8Array.from(mentions, ({ kind }) => (kind === 'NAME' ? 1 : 0));
  const types = mentions.map(({ type, kind }) => (kind === 'PRONOUN' ? null : type));
  const labelled = [...labels];
  const find = (mention: number): number => {
    let at = mention;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  return {
    find,
    join(a, b) {
      const [x, y] = [find(a), find(b)];
      if (x === y) return;
      const [root, other] = x < y ? [x, y] : [y, x];
      parent[other] = root;
      last[root] = Math.max(last[root] as number, last[other] as number);
      size[root] = (size[root] as number) + (size[other] as number);
      labelled[root] = joinLabels(labelled[root] ?? [], labelled[other] ?? []);
      genders[root] = surerGender(genders[root] as Gender, genders[other] as Gender);
      if (numbers[root] === 'UNKNOWN') numbers[root] = numbers[other] as GrammaticalNumber;
      const byOther = types[root] === null || (named[root] === 0 && named[other] === 1);
      if (byOther && types[other] !== null) types[root] = types[other] as EntityType;
      if (named[other] === 1) named[root] = 1;
    },
    size: (mention) => size[find(mention)] as number,
    gender: (mention) => genders[find(mention)] as Gender,
    number: (mention) => numbers[find(mention)] as GrammaticalNumber,
    type: (mention) => types[find(mention)] ?? null,
    named: (mention) => named[find(mention)] === 1,
    last: (mention) => last[find(mention)] as number,
    labels: (mention) => labelled[find(mention)] ?? [],
  };
}

const SURENESS: Readonly<Record<Gender, number>> = { UNKNOWN: 0, HUMAN: 1, THING: 2, HE: 3, SHE: 3 };

function surerGender(a: Gender, b: Gender): Gender {
  return SURENESS[b] > SURENESS[a] ? b : a;
}

function joinLabels(mine: readonly number[], theirs: readonly number[]): readonly number[] {
  const more = theirs.filter((label) => !mine.includes(label));
  return more.length === 0 ? mine : [...mine, ...more].slice(0, MOST_LABELS);
}
