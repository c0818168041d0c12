/** What two names, or what is said beside them, have to do with each other. `kind` groups what counts once as agreement. */
interface FeatureRow {
  readonly weight: number;
  /** For each further one in common, up to two more. */
  readonly more: number;
  readonly kind: 'NAME' | 'COMPANY' | 'SURROUNDINGS' | 'AGAINST';
}

/**
 * What speaks for two entities being one, or against it. A likeness is the sum of the weights, 0 to 1. The weights were set
 * by hand on the stories of `tests/quality`, and held against `tests/bench/resolution`.
 */
const FEATURES = {
  /** "Smith", "John Smith". */
  SURNAME: { weight: 0.25, more: 0, kind: 'NAME' },
  /** "Kim", "Kim Jun Seo": the first word may be a surname, or a given name alone. */
  FIRST_WORD: { weight: 0.2, more: 0, kind: 'NAME' },
  /** "J. Smith", "John Smith". */
  INITIALS: { weight: 0.4, more: 0, kind: 'NAME' },
  /** "John Smith", "John Robert Smith". */
  FEWER_NAMES: { weight: 0.5, more: 0, kind: 'NAME' },
  /** "Faruk Haddaj", "Farouk Hadaj": they sound alike. */
  SPELLING: { weight: 0.5, more: 0, kind: 'NAME' },
  /** "Faris Haddaj", "Fares Hadaj": a letter or two apart. */
  NEAR_SPELLING: { weight: 0.35, more: 0, kind: 'NAME' },
  /** "SNC", "Syrian National Council". */
  ACRONYM: { weight: 0.35, more: 0, kind: 'NAME' },
  /** "Mayor Smith", "John Smith, the mayor". */
  ROLE: { weight: 0.25, more: 0, kind: 'COMPANY' },
  /** Their documents name other people by the same full names. */
  PERSON: { weight: 0.25, more: 0.1, kind: 'COMPANY' },
  /** Their documents name the same bodies. */
  ORGANIZATION: { weight: 0.25, more: 0.05, kind: 'COMPANY' },
  /** Their documents name the same towns. */
  PLACE: { weight: 0.2, more: 0.05, kind: 'COMPANY' },
  /** Their documents name the same countries or regions: much is there. */
  COUNTRY: { weight: 0.1, more: 0, kind: 'SURROUNDINGS' },
  /** Their documents are of the same week, or of two that follow each other. */
  DATE: { weight: 0.1, more: 0, kind: 'SURROUNDINGS' },
  /** Both have roles, and none in common. */
  OTHER_ROLE: { weight: -0.15, more: 0, kind: 'AGAINST' },
  /** One text speaks of both, and did not take them for one. */
  SAME_DOCUMENT: { weight: -0.4, more: 0, kind: 'AGAINST' },
} as const satisfies Readonly<Record<string, FeatureRow>>;

export type LikenessFeature = keyof typeof FEATURES;

/** In the order in which they are told. */
export const LIKENESS_FEATURES = Object.keys(FEATURES) as readonly LikenessFeature[];

/** How many things two entities have in common, by feature. */
export type FeatureCounts = Record<LikenessFeature, number>;

/** How alike two entities are, 0 to 1, and why; the features in the order of LIKENESS_FEATURES. */
export interface Likeness {
  readonly score: number;
  readonly features: readonly LikenessFeature[];
  /** How many things beside the name agree: two people in common are two. */
  readonly agreeing: number;
}

/** From this on two are one, where enough features agree and no other comes near. */
export const MERGE_FROM = 0.7;

/** From this on it cannot be told without a person: a surname needs company and a role, initials one of both. */
export const UNSURE_FROM = 0.5;

/** By so much the likest must be liker than the next: of two mayors called Smith "Mayor Smith" may be either. */
export const MARGIN = 0.1;

/** Names that may be the same by themselves need one feature that agrees; the others need two, and never merge alone. */
const ONE_IS_ENOUGH: ReadonlySet<LikenessFeature> = new Set(['FEWER_NAMES', 'SPELLING']);

/** From so many things of one kind on, more of them make no difference. */
export const ENOUGH_IN_COMMON = 3;

/** The likeness of what has these features in common, each so many times. */
export function weighLikeness(counts: Readonly<FeatureCounts>): Likeness {
  let score = 0;
  let agreeing = 0;
  const features: LikenessFeature[] = [];
  for (const { feature, weight, more, agrees } of ROWS) {
    const count = counts[feature];
    if (count === 0) continue;
    features.push(feature);
    score += weight + more * (Math.min(ENOUGH_IN_COMMON, count) - 1);
    if (agrees) agreeing += count;
  }
  return { score: Math.round(Math.max(0, Math.min(1, score)) * 100) / 100, features: features.slice(), agreeing };
}

/** Nothing in common yet. */
export function countNothing(): FeatureCounts {
  // Objects that are all written out alike are quick to read.
  return {
    SURNAME: 0,
    FIRST_WORD: 0,
    INITIALS: 0,
    FEWER_NAMES: 0,
    SPELLING: 0,
    NEAR_SPELLING: 0,
    ACRONYM: 0,
    ROLE: 0,
    PERSON: 0,
    ORGANIZATION: 0,
    PLACE: 0,
    COUNTRY: 0,
    DATE: 0,
    OTHER_ROLE: 0,
    SAME_DOCUMENT: 0,
  };
}

const ROWS = LIKENESS_FEATURES.map((feature) => {
  const { weight, more, kind } = FEATURES[feature];
  return { feature, weight, more, agrees: kind === 'COMPANY' || kind === 'SURROUNDINGS' };
});

/**
 * True where the algorithm may take them for one: alike enough, with one or two things beside the name that agree, of which
 * at least one is more than a country or a week, and no text that tells them apart.
 */
export function isOne({ score, features, agreeing }: Likeness): boolean {
  if (score < MERGE_FROM || features.includes('SAME_DOCUMENT')) return false;
  const needed = features.some((feature) => ONE_IS_ENOUGH.has(feature)) ? 1 : 2;
  return agreeing >= needed && features.some((feature) => FEATURES[feature].kind === 'COMPANY');
}
