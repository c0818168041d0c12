/** Values that wait for a reader, a bounded number of them. */
export interface EventQueue<Value> extends AsyncIterableIterator<Value, undefined, undefined> {
  return(): Promise<IteratorResult<Value, undefined>>;
  throw(error: unknown): Promise<IteratorResult<Value, undefined>>;
  push(value: Value): void;
}

/**
 * A queue of at most so many values. Where the reader is so slow that it is full, what waits is dropped, and the reader
 * gets the error that `overflow` makes. `finish` is called once, when it ends in whichever way.
 */
export function createEventQueue<Value>(
  most: number,
  { overflow, finish }: { readonly overflow: () => Error; readonly finish: () => void },
): EventQueue<Value> {
  let waiting: Value[] = [];
  let wake: (() => void) | null = null;
  let failure: Error | null = null;
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    waiting = [];
    finish();
    wake?.();
  };
  return {
    push(value) {
      if (isOver) return;
      if (waiting.length >= most) {
        failure = overflow();
        end();
        return;
      }
      waiting.push(value);
      wake?.();
    },
    async next() {
      for (;;) {
        const [value] = waiting.splice(0, 1);
        if (value !== undefined) return { done: false, value };
        if (failure !== null) {
          const error = failure;
          failure = null;
          throw error;
        }
        if (isOver) return { done: true, value: undefined };
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = null;
      }
    },
    async return() {
      end();
      return { done: true, value: undefined };
    },
    async throw(error) {
      end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
