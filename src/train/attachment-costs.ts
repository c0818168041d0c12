import { LEFT, type ParserState, RIGHT, SHIFT } from '../annotate/index.js';

/**
 * The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013, section 4.3): writes for each action how many
 * arcs of the true tree can no longer be drawn once it is taken. `heads` are those of the true tree, `length` for the
 * root. Arcs that were lost before cost nothing. Actions that may not be taken get a cost as well, without a meaning.
 */
export function attachmentCosts(state: ParserState, heads: ArrayLike<number>, costs: Int32Array): void {
  const { length, stack, depth, next } = state;
  costs.fill(0);
  if (next < length) {
    // A token that is pushed gets no head below the top of the stack, and no child on the stack.
    const head = heads[next] as number;
    let cost = head === length && depth > 0 ? 1 : 0;
    for (let index = 0; index < depth; index++) {
      const token = stack[index] as number;
      if (heads[token] === next || (head === token && index < depth - 1)) cost++;
    }
    costs[SHIFT] = cost;
  }
  if (depth === 0) return;
  const top = stack[depth - 1] as number;
  const below = depth > 1 ? (stack[depth - 2] as number) : -1;
  const head = heads[top] as number;
  let children = 0;
  for (let token = next; token < length; token++) if (heads[token] === top) children++;
  const headToCome = head >= next && head < length;
  const rootToCome = head === length && depth === 1;
  costs[LEFT] = children + (head !== next && (headToCome || rootToCome || head === below) ? 1 : 0);
  costs[RIGHT] = children + (headToCome ? 1 : 0);
}
