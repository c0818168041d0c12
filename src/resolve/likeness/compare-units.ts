import { compareIds } from '../../base/index.js';
import type { NameSpellings } from '../spelling-key.js';
import { tellingApart } from './blocks.js';
import { compareBodies, compareForms } from './compare-names.js';
import { type EvidenceKey, kindOf, withWeeksAround } from './evidence.js';
import type { Link, Unit } from './units.js';
import { isOne, type Likeness, type LikenessFeature, MARGIN, weighLikeness } from './weigh-likeness.js';

/** The full names of its blocks that a weak name may stand for, the likest first, then by id. */
export function contendersOf(weak: Unit, keys: readonly EvidenceKey[], spellings: NameSpellings): readonly Link[] {
  const links: Link[] = [];
  for (const block of weak.blocks.keys()) {
    const shared = new Map<Unit, Map<LikenessFeature, number>>();
    for (const key of withWeeksAround(keys)) {
      for (const full of tellingApart(block, key)) {
        const counts = shared.get(full) ?? new Map<LikenessFeature, number>();
        shared.set(full, counts);
        countKey(counts, key);
      }
    }
    for (const [full, counts] of shared) {
      const name = block.id.startsWith('letters') ? 'ACRONYM' : compareWeak(weak, full, spellings);
      if (name === null) continue;
      links.push({ to: full, likeness: weigh(name, counts, { bothHaveRoles: weak.roles > 0 && full.roles > 0 }) });
    }
  }
  return links.sort((a, b) => b.likeness.score - a.likeness.score || compareIds(a.to.id, b.to.id));
}

/** The one of them that the weak name stands for: like enough, and liker than any of another group by the margin. */
export function choose([best, ...others]: readonly Link[]): Link | null {
  if (best === undefined || !isOne(best.likeness)) return null;
  const next = others.find(({ to }) => to.group !== best.to.group);
  return next !== undefined && best.likeness.score - next.likeness.score < MARGIN - EPSILON ? null : best;
}

/** How alike two full names are; null where they contradict each other. Both have their evidence. */
export function likenessOfFull(a: Unit, b: Unit, spellings: NameSpellings): Likeness | null {
  const name =
    a.form !== null && b.form !== null
      ? compareForms(a.form, b.form, spellings)
      : compareBodies(a.name, b.name, spellings);
  if (name === null) return null;
  const [fewer, more] = [a.evidence ?? NONE, b.evidence ?? NONE].sort((x, y) => x.size - y.size) as [Counts, Counts];
  const counts = countShared(fewer.keys(), more);
  return weigh(name, counts, { bothHaveRoles: a.roles > 0 && b.roles > 0 });
}

type Counts = ReadonlyMap<EvidenceKey, number>;

const NONE: Counts = new Map();
/** Scores are hundredths. */
const EPSILON = 1e-9;

function compareWeak({ form: a }: Unit, { form: b }: Unit, spellings: NameSpellings): LikenessFeature | null {
  return a === null || b === null ? null : compareForms(a, b, spellings);
}

function countShared(keys: Iterable<EvidenceKey>, others: Counts): Map<LikenessFeature, number> {
  const counts = new Map<LikenessFeature, number>();
  for (const key of keys) if (others.has(key)) countKey(counts, key);
  return counts;
}

function countKey(counts: Map<LikenessFeature, number>, key: EvidenceKey): void {
  const kind = kindOf(key);
  const feature = kind === 'DOCUMENT' ? 'SAME_DOCUMENT' : kind;
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
}

function weigh(
  name: LikenessFeature,
  counts: Map<LikenessFeature, number>,
  { bothHaveRoles }: { readonly bothHaveRoles: boolean },
): Likeness {
  counts.set(name, 1);
  if (bothHaveRoles && !counts.has('ROLE')) counts.set('OTHER_ROLE', 1);
  return weighLikeness(counts);
}
