import type { Parameters } from '../address/address.js';
import { changeParameters, currentAddress } from '../address/use-address.js';
import { createCell } from '../client/cell.js';
import { type GraphState, readGraphState, writeGraphState } from './graph-state.js';

/** What can be undone and done again; what is chosen is no step of it. */
interface Steps {
  readonly past: readonly GraphState[];
  readonly future: readonly GraphState[];
}

/** The steps of the graph that is shown. */
export const STEPS = createCell<Steps>({ past: [], future: [] });

const MOST_STEPS = 100;
let expected: string | null = null;

/** Changes what the graph shows; everything but a choice can be undone. */
export function changeGraph(changes: Partial<GraphState>): void {
  const before = readGraphState(currentAddress().parameters);
  const after = { ...before, ...changes };
  const { past } = STEPS.get();
  if (contentOf(before) !== contentOf(after)) STEPS.set({ past: [...past, before].slice(-MOST_STEPS), future: [] });
  goTo(after);
}

/** Takes the last step back. */
export function undoGraph(): void {
  const { past, future } = STEPS.get();
  const last = past.at(-1);
  if (last === undefined) return;
  STEPS.set({ past: past.slice(0, -1), future: [readGraphState(currentAddress().parameters), ...future] });
  goTo(last);
}

/** Does the step again that was taken back last. */
export function redoGraph(): void {
  const { past, future } = STEPS.get();
  const [next, ...rest] = future;
  if (next === undefined) return;
  STEPS.set({ past: [...past, readGraphState(currentAddress().parameters)], future: rest });
  goTo(next);
}

/** Forgets the steps where the graph came to be another way than by them: by a link, or by the browser going back. */
export function followGraph(parameters: Parameters): void {
  const content = contentOf(readGraphState(parameters));
  if (expected !== null && content !== expected) STEPS.set({ past: [], future: [] });
  expected = content;
}

function goTo(state: GraphState): void {
  expected = contentOf(state);
  changeParameters(writeGraphState(state));
}

function contentOf(state: GraphState): string {
  return JSON.stringify(writeGraphState({ ...state, selected: null, edge: null }));
}
