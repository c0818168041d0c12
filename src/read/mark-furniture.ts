import type { Span } from '../base/index.js';

/** The parts of a text that are not the writer's; ascending, disjoint. */
export function markFurniture(_text: string): readonly Span[] {
  return [];
}
