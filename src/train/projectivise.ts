/**
 * A tree without crossing arcs that is close to a given one (Nivre and Nilsson 2005): as long as arcs cross, the
 * shortest crossing one is lifted, its token attached to its head's head. Heads are indexes, −1 for the root.
 */
export function projectivise(heads: readonly number[]): readonly number[] {
  const lifted = [...heads];
  for (let arc = findCrossing(lifted); arc >= 0; arc = findCrossing(lifted))
    lifted[arc] = lifted[lifted[arc] as number] as number;
  return lifted;
}

/** The dependent of the shortest arc over a token that does not descend from the arc's head; −1 where there is none. */
function findCrossing(heads: readonly number[]): number {
  let shortest = -1;
  let size = Number.POSITIVE_INFINITY;
  heads.forEach((head, token) => {
    if (head < 0) return;
    const first = Math.min(head, token);
    const last = Math.max(head, token);
    if (last - first >= size) return;
    for (let inner = first + 1; inner < last; inner++) {
      let ancestor = inner;
      while (ancestor >= 0 && ancestor !== head) ancestor = heads[ancestor] as number;
      if (ancestor === head) continue;
      shortest = token;
      size = last - first;
      return;
    }
  });
  return shortest;
}
