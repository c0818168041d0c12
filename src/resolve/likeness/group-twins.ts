import { compareIds } from '../../base/index.js';
import { likenessOfKin } from './compare-units.js';
import type { Link, Unit } from './units.js';
import { isOne, type Likeness, MARGIN } from './weigh-likeness.js';

/** More full names than this are too many to be spellings of one, and none of them merge. */
export const MOST_TWINS = 24;

/** What becomes of a full name: the group that it is in, and why where that is not its own. */
export interface Grouped {
  readonly group: string;
  readonly link: Link | null;
}

/**
 * Groups full names that are spellings of one, without chains: the likest pairs first, and two groups only where no name of
 * one contradicts one of the other. A name that is about as like to two that contradict each other joins neither.
 * A group goes by the least id. Gives each of them, whatever their order; the kin of each must be among them.
 */
export function groupTwins(units: Iterable<Unit>): ReadonlyMap<Unit, Grouped> {
  const twins = [...units].sort((a, b) => compareIds(a.id, b.id));
  const groups = new Map(twins.map((unit) => [unit, [unit]]));
  if (twins.length <= MOST_TWINS) {
    const pairs = comparePairs(twins);
    const contradict = (a: Unit, b: Unit): boolean => {
      const likeness = likenessOf(pairs, a, b);
      return likeness === undefined || likeness.features.includes('SAME_DOCUMENT');
    };
    for (const { a, b, score } of likestFirst(twins, pairs)) {
      const [one, other] = [groups.get(a) as Unit[], groups.get(b) as Unit[]];
      if (one === other || one.some((left) => other.some((right) => contradict(left, right)))) continue;
      const rival = (unit: Unit, chosen: Unit): boolean =>
        twins.some((third) => {
          const likeness = third === chosen || third === unit ? undefined : likenessOf(pairs, unit, third);
          return (
            likeness !== undefined && isOne(likeness) && score - likeness.score < MARGIN && contradict(third, chosen)
          );
        });
      if (rival(a, b) || rival(b, a)) continue;
      for (const unit of other) groups.set(unit, one);
      one.push(...other);
    }
    return new Map(twins.map((unit) => [unit, describe(unit, groups.get(unit) ?? [unit], pairs)]));
  }
  return new Map(twins.map((unit) => [unit, { group: unit.id, link: null }]));
}

/** By both units, the one of the lesser id first. */
type Pairs = ReadonlyMap<Unit, ReadonlyMap<Unit, Likeness>>;

function comparePairs(twins: readonly Unit[]): Pairs {
  return new Map(
    twins.map((unit) => {
      const later = [...(unit.kin ?? [])].filter(([other]) => compareIds(unit.id, other.id) < 0);
      return [unit, new Map(later.map(([other, kinship]) => [other, likenessOfKin(unit, other, kinship)]))];
    }),
  );
}

/** The same either way round; undefined where they contradict each other. */
function likenessOf(pairs: Pairs, a: Unit, b: Unit): Likeness | undefined {
  return pairs.get(a)?.get(b) ?? pairs.get(b)?.get(a);
}

function likestFirst(
  twins: readonly Unit[],
  pairs: Pairs,
): readonly { readonly a: Unit; readonly b: Unit; readonly score: number }[] {
  const found = twins.flatMap((a, index) =>
    twins.slice(index + 1).flatMap((b) => {
      const likeness = likenessOf(pairs, a, b);
      return likeness !== undefined && isOne(likeness) ? [{ a, b, score: likeness.score }] : [];
    }),
  );
  return found.sort((x, y) => y.score - x.score);
}

function describe(unit: Unit, group: readonly Unit[], pairs: Pairs): Grouped {
  const first = group.reduce((least, other) => (compareIds(other.id, least.id) < 0 ? other : least));
  if (first === unit) return { group: unit.id, link: null };
  const likeness = likenessOf(pairs, unit, first) ?? { score: 0, features: [], agreeing: 0 };
  return { group: first.id, link: { to: first, likeness } };
}
