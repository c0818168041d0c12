import { compareIds } from '../../src/base/index.js';
import type { Extraction, Judgement, ReferentKey } from '../../src/domain/index.js';
import { resolve } from '../../src/resolve/index.js';

/**
 * The entities as sets of keys, each ascending, the sets by their first key: found without any index, referent by
 * referent, from all that there is. What the product keeps up to date must be equal to it.
 */
export function naiveEntities(
  extractions: readonly Extraction[],
  judgements: readonly Judgement[],
): readonly (readonly ReferentKey[])[] {
  const names = namesOf(extractions);
  const deciding = activeJudgements(judgements).filter(
    ({ verdict, left, right, undoes }) =>
      undoes === null && verdict !== 'UNSURE' && left !== right && names.has(left) && names.has(right),
  );
  const labels = new Map([...names.keys()].map((key) => [key, key]));
  const forbidden: (readonly [ReferentKey, ReferentKey])[] = [];
  const together = (a: ReferentKey, b: ReferentKey) => labels.get(a) === labels.get(b);
  const mayJoin = (a: ReferentKey, b: ReferentKey) =>
    !forbidden.some(([x, y]) => (together(x, a) && together(y, b)) || (together(x, b) && together(y, a)));
  const join = (a: ReferentKey, b: ReferentKey) => {
    const [from, to] = [labels.get(a), labels.get(b) ?? b];
    for (const [key, label] of labels) if (label === from) labels.set(key, to);
  };
  const different: Judgement[] = [];
  for (const judgement of deciding.toReversed()) {
    const { verdict, left, right } = judgement;
    if (verdict === 'SAME' && mayJoin(left, right)) join(left, right);
    if (verdict === 'DIFFERENT' && !together(left, right)) {
      forbidden.push([left, right]);
      different.unshift(judgement);
    }
  }
  const judged = new Set(deciding.flatMap(({ left, right }) => [left, right]));
  const apart = new Set<ReferentKey>();
  for (const { left, right } of different) {
    const staying = new Set(
      [...judged].filter((key) => together(key, right) && !apart.has(key)).map((key) => names.get(key)),
    );
    for (const key of judged) if (together(key, left) && staying.has(names.get(key) ?? '')) apart.add(key);
  }
  const groups = groupBy(names);
  for (const [, keys] of [...groups].sort(([a], [b]) => compareIds(a, b))) {
    const rest = keys.filter((key) => !judged.has(key));
    const candidates = keys.filter((key) => judged.has(key) && !apart.has(key)).sort(compareIds);
    const first = rest[0] ?? candidates[0];
    if (first === undefined) continue;
    for (const key of rest) join(key, first);
    for (const key of candidates) if (!together(key, first) && mayJoin(key, first)) join(key, first);
  }
  const sets = [...groupBy(labels).values()];
  return sets.map((keys) => keys.sort(compareIds)).sort((a, b) => compareIds(a[0] ?? '', b[0] ?? ''));
}

/** The keys that have each value. */
function groupBy(values: ReadonlyMap<ReferentKey, string>): ReadonlyMap<string, ReferentKey[]> {
  const groups = new Map<string, ReferentKey[]>();
  for (const [key, value] of values) groups.set(value, [...(groups.get(value) ?? []), key]);
  return groups;
}

/**
 * What the algorithm alone holds each referent together with: the least key among those. It follows from all documents at
 * once, put in ascending order, and so from no change.
 */
function namesOf(extractions: readonly Extraction[]): ReadonlyMap<ReferentKey, string> {
  const ascending = [...extractions].sort((a, b) => compareIds(a.id, b.id));
  const resolution = resolve(ascending, []);
  const names = new Map<ReferentKey, string>();
  for (const cluster of resolution.clusters()) {
    for (const { key } of resolution.referentsOf(cluster)) names.set(key, resolution.groupIdOf(key) ?? key);
  }
  return names;
}

function activeJudgements(judgements: readonly Judgement[]): readonly Judgement[] {
  const takenBack = new Set<string>();
  const active = judgements.toReversed().filter(({ id, undoes }, index, newestFirst) => {
    if (takenBack.has(id)) return false;
    if (newestFirst.slice(index + 1).some((older) => older.id === undoes) && undoes !== null) takenBack.add(undoes);
    return true;
  });
  return active.reverse();
}
