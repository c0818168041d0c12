/** Union-find over the indexes of mentions; the root of a group is its least member. */
export interface Groups {
  find(mention: number): number;
  join(a: number, b: number): void;
}

/** Makes groups of one mention each, for mentions 0 to `size` - 1. */
export function createGroups(size: number): Groups {
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const find = (mention: number): number => {
    let root = mention;
    while (parent[root] !== root) root = parent[root] as number;
    parent[mention] = root;
    return root;
  };
  const join = (a: number, b: number) => {
    const [x, y] = [find(a), find(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  };
  return { find, join };
}
