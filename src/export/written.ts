import type { Knowledge } from '../query/index.js';

/** Which nodes an export has written, so that it writes no edge without its ends. */
export interface Written {
  begin(): void;
  add(id: string): void;
  end(): void;
  /** True where no nodes were begun, or the graph is still what it was while all of them were written. Cheap. */
  isAll(): boolean;
  has(id: string): boolean;
}

/** Nothing written yet. */
export function createWritten({ graph }: Knowledge): Written {
  const ids = new Set<string>();
  let [hasBegun, beganAt, endedAt] = [false, 0, -1];
  return {
    begin: () => {
      hasBegun = true;
      beganAt = graph.version;
    },
    add: (id) => ids.add(id),
    end: () => {
      endedAt = graph.version;
    },
    isAll: () => !hasBegun || (beganAt === graph.version && endedAt === graph.version),
    has: (id) => ids.has(id),
  };
}
