import { compareIds } from '../../base/index.js';
import type { NameSpellings } from '../spelling-key.js';
import { tellingApart } from './blocks.js';
import { compareBodies, compareForms } from './compare-names.js';
import { EVIDENCE_KINDS, type EvidenceKey, type EvidenceKind, isCompany, kindOf, weeksAround } from './evidence.js';
import type { Kinship, Link, Unit } from './units.js';
import {
  countNothing,
  type FeatureCounts,
  isOne,
  type Likeness,
  type LikenessFeature,
  MARGIN,
  weighLikeness,
} from './weigh-likeness.js';

/**
 * The full names of its blocks that a weak name may stand for, the likest first, then by id: those of which company is said
 * that is said of it too. All others are too little like it to be chosen, or to stand in the way of one that is.
 */
export function contendersOf(weak: Unit, keys: readonly EvidenceKey[], spellings: NameSpellings): readonly Link[] {
  const links: Link[] = [];
  const company = keys.filter(isCompany);
  const surroundings = keys.filter((key) => !isCompany(key));
  for (const block of weak.blocks) {
    const found = new Map<Unit, FeatureCounts | null>();
    for (const key of company) {
      for (const full of tellingApart(block, key)) {
        let counts = found.get(full);
        if (counts === undefined) {
          const name = compareWeak(weak, full, spellings);
          counts = name === null ? null : beginCounts(name);
          found.set(full, counts);
        }
        if (counts !== null) count(counts, kindOf(key), 1);
      }
    }
    for (const [full, counts] of found) {
      if (counts === null) continue;
      for (const key of surroundings) if (saysAround(full, key)) count(counts, kindOf(key), 1);
      links.push({ to: full, likeness: weigh(counts, weak, full) });
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

/** What two full names have to do with each other; null where they contradict each other. Symmetric. */
export function compareFull(a: Unit, b: Unit, spellings: NameSpellings): LikenessFeature | null {
  return a.form !== null && b.form !== null
    ? compareForms(a.form, b.form, spellings)
    : compareBodies(a.name, b.name, spellings);
}

/** How alike two full names are. Symmetric. */
export function likenessOfKin(a: Unit, b: Unit, { name, shared }: Kinship): Likeness {
  const counts = beginCounts(name);
  for (const [index, kind] of EVIDENCE_KINDS.entries()) count(counts, kind, shared[index] ?? 0);
  return weigh(counts, a, b);
}

/** Scores are hundredths. */
const EPSILON = 1e-9;

/** Null where the weak name cannot stand for the full one. */
function compareWeak(weak: Unit, full: Unit, spellings: NameSpellings): LikenessFeature | null {
  // Bodies are in a block by their letters alone.
  return weak.form === null || full.form === null ? 'ACRONYM' : compareForms(weak.form, full.form, spellings);
}

function beginCounts(name: LikenessFeature): FeatureCounts {
  const counts = countNothing();
  counts[name] = 1;
  return counts;
}

/** Who is spoken of on Saturday is so on Monday. */
function saysAround({ evidence }: Unit, key: EvidenceKey): boolean {
  if (evidence === null) return false;
  return kindOf(key) === 'DATE' ? weeksAround(key).some((each) => evidence.has(each)) : evidence.has(key);
}

function count(counts: FeatureCounts, kind: EvidenceKind, by: number): void {
  const feature = kind === 'DOCUMENT' ? 'SAME_DOCUMENT' : kind;
  counts[feature] += by;
}

function weigh(counts: FeatureCounts, a: Unit, b: Unit): Likeness {
  if (a.roles > 0 && b.roles > 0 && counts.ROLE === 0) counts.OTHER_ROLE = 1;
  return weighLikeness(counts);
}
