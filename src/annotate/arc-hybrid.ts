/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011), with the root behind the last token as
 * in Goldberg and Nivre 2013, and one departure: only the last token on the stack may be attached to the root, so
 * every tree has a single one. Each token is pushed once and popped once: the number of steps is twice that of tokens.
 */

/** What a step does: push the next token; attach the top of the stack to the next token; or to the one below it. */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
export const ACTION_COUNT = 3;

/**
 * Where the parser stands in a sentence. Tokens go by their index in the sentence; the index `length` is the root,
 * `length + 1` stands for no token. Columns have room for both. Written in place: it is reused from sentence to sentence.
 */
export interface ParserState {
  length: number;
  /** Codes of words, tags, and of both together; with those of the root and of no token behind them. */
  word: Int32Array;
  tag: Int32Array;
  both: Int32Array;
  /** By token: the next verb behind it; `length + 1` where there is none. */
  verb: Int32Array;
  /** Tokens whose head is not known, the top at `depth - 1`. */
  stack: Int32Array;
  depth: number;
  /** The next token to push; `length` when all are pushed. */
  next: number;
  /** By token: head (−1 while it has none), and label. */
  head: Int32Array;
  label: Int32Array;
  /** By token: outermost child, and the one attached before it, on either side; `length + 1` where there is none. */
  left: Int32Array;
  left2: Int32Array;
  right: Int32Array;
  right2: Int32Array;
  /** By token: how many children on either side, and the set of their labels as bits. */
  leftCount: Int32Array;
  rightCount: Int32Array;
  leftLabels: Int32Array;
  rightLabels: Int32Array;
}

/** A state with room for sentences of up to `capacity` tokens. */
export function createParserState(capacity: number): ParserState {
  const column = () => new Int32Array(capacity + 2);
  return {
    length: 0,
    word: column(),
    tag: column(),
    both: column(),
    verb: column(),
    stack: column(),
    depth: 0,
    next: 0,
    head: column(),
    label: column(),
    left: column(),
    left2: column(),
    right: column(),
    right2: column(),
    leftCount: column(),
    rightCount: column(),
    leftLabels: column(),
    rightLabels: column(),
  };
}

/** Clears the tree of a sentence of `length` tokens; the codes of its words and tags are the caller's to set. */
export function beginSentence(state: ParserState, length: number): void {
  const end = length + 2;
  state.length = length;
  state.depth = 0;
  state.next = 0;
  state.head.fill(-1, 0, end);
  state.label.fill(-1, 0, end);
  state.left.fill(length + 1, 0, end);
  state.left2.fill(length + 1, 0, end);
  state.right.fill(length + 1, 0, end);
  state.right2.fill(length + 1, 0, end);
  state.leftCount.fill(0, 0, end);
  state.rightCount.fill(0, 0, end);
  state.leftLabels.fill(0, 0, end);
  state.rightLabels.fill(0, 0, end);
}

/** Whether every token but none more has its head. */
export function isComplete(state: ParserState): boolean {
  return state.next === state.length && state.depth === 0;
}

/** Whether an action may be taken; in every state that is not complete, at least one may. */
export function isLegal(state: ParserState, action: number): boolean {
  if (action === SHIFT) return state.next < state.length;
  if (action === RIGHT) return state.depth >= 2;
  return state.depth >= 1 && (state.next < state.length || state.depth === 1);
}

/** Pushes the next token. */
export function shift(state: ParserState): void {
  state.stack[state.depth++] = state.next++;
}

/** The head that LEFT or RIGHT would give to the top of the stack; `length` is the root. */
export function headOf(state: ParserState, action: number): number {
  return action === LEFT ? state.next : (state.stack[state.depth - 2] as number);
}

/** Attaches the top of the stack, whose own children are all known, and pops it. */
export function attach(state: ParserState, head: number, label: number): void {
  const token = state.stack[--state.depth] as number;
  state.head[token] = head;
  state.label[token] = label;
  const bit = 1 << (label % 31);
  if (token < head) {
    state.left2[head] = state.left[head] as number;
    state.left[head] = token;
    state.leftCount[head] = (state.leftCount[head] as number) + 1;
    state.leftLabels[head] = (state.leftLabels[head] as number) | bit;
  } else {
    state.right2[head] = state.right[head] as number;
    state.right[head] = token;
    state.rightCount[head] = (state.rightCount[head] as number) + 1;
    state.rightLabels[head] = (state.rightLabels[head] as number) | bit;
  }
}
