/**
 * What was right, of what the labels hold and of what the record holds. For a share of a single list the two are equal,
 * so that one formula serves both: F1 is 2 · right / (labelled + read).
 */
export interface Tally {
  readonly right: number;
  readonly labelled: number;
  readonly read: number;
}

/** One thing that was read wrongly, in words for people. */
export interface Miss {
  readonly measure: Measure;
  readonly caseId: string;
  readonly what: string;
}

/** The measures, in the order of the table. */
export const MEASURES = {
  names: 'spans and types of names, F1',
  referents: 'pairs of labelled mentions that are one thing, F1',
  'claims found': 'relation or predicate, and a head word at each end',
  'claims all right': 'found, and every part that is labelled',
  relations: 'relation type, of the claims found',
  ends: 'subjects and objects, each resolved, of the claims found',
  attribution: 'claimant and stance, or the document’s own voice, of the claims found',
  qualification: 'polarity and modality, of the claims found',
  times: 'words and first day, of the claims found that have one',
  places: 'place, of the claims found that have one',
  counts: 'least and greatest number, of the claims found that have one',
  'forbidden avoided': 'readings that would be wrong, and are not there',
  quotations: 'claimant and cue, F1',
  'quotation content': 'nine tenths of it, of the quotations found',
} as const;

export type Measure = keyof typeof MEASURES;
export type Tallies = Readonly<Record<Measure, Tally>>;

export const NOTHING: Tally = { right: 0, labelled: 0, read: 0 };

/** F1 of a tally, 0 to 1; for a share, the share. 1 where there was nothing to read and nothing was read. */
export function score({ right, labelled, read }: Tally): number {
  return labelled + read === 0 ? 1 : (2 * right) / (labelled + read);
}

/** A tally of yes and no. */
export function share(right: number, of: number): Tally {
  return { right, labelled: of, read: of };
}

/** The sum of many cases' tallies; without any, nothing. */
export function sumTallies(all: readonly Tallies[]): Tallies {
  const sums = Object.keys(MEASURES).map((key) => {
    const tallies = all.map((one) => one[key as Measure]);
    const sum = tallies.reduce(
      (left, right) => ({
        right: left.right + right.right,
        labelled: left.labelled + right.labelled,
        read: left.read + right.read,
      }),
      NOTHING,
    );
    return [key, sum];
  });
  return Object.fromEntries(sums) as Tallies;
}
