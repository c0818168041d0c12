/** How far is read ahead. */
export interface Ahead<Item> {
  /** Items that are there at once, at most; at least 1. */
  readonly most: number;
  /** What an item weighs; beside one that is there, no more are asked for while they weigh more than `heaviest`. */
  weigh(item: Item): number;
  readonly heaviest: number;
}

/**
 * Gives the items in their order, and asks for the next ones while whoever takes them does something else. Each is given
 * as soon as it is there, whether or not another one comes. Whoever stops taking ends the source.
 */
export async function* readAhead<Item>(items: AsyncIterable<Item>, ahead: Ahead<Item>): AsyncGenerator<Item> {
  const ready: Item[] = [];
  let weight = 0;
  let done = false;
  let failure: { readonly error: unknown } | null = null;
  let wakeTaker = (): void => undefined;
  let wakeSource = (): void => undefined;

  const isFull = (): boolean => ready.length >= ahead.most || (ready.length > 0 && weight > ahead.heaviest);
  const fill = async (): Promise<void> => {
    try {
      for await (const item of items) {
        ready.push(item);
        weight += ahead.weigh(item);
        wakeTaker();
        while (!done && isFull()) await new Promise<void>((resolve) => (wakeSource = resolve));
        if (done) return;
      }
    } catch (error) {
      failure = { error };
    } finally {
      done = true;
      wakeTaker();
    }
  };
  // Not awaited at the end: a source that waits for input answers only after that input.
  void fill();
  try {
    for (;;) {
      while (ready.length === 0 && !done) await new Promise<void>((resolve) => (wakeTaker = resolve));
      const item = ready.shift();
      if (item === undefined) break;
      weight -= ahead.weigh(item);
      wakeSource();
      yield item;
    }
    if (failure !== null) throw (failure as { readonly error: unknown }).error;
  } finally {
    done = true;
    wakeSource();
  }
}
