import { useEffect, useState } from 'preact/hooks';

/** A value that views follow. */
export interface Cell<Value> {
  get(): Value;
  set(value: Value): void;
  /** Calls back after each change; gives what ends it. */
  follow(callback: () => void): () => void;
}

/** Makes a cell that holds a value from the start. */
export function createCell<Value>(first: Value): Cell<Value> {
  let value = first;
  const callbacks = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const callback of [...callbacks]) callback();
    },
    follow: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
  };
}

/** The value of a cell; the component is drawn again whenever it changes. */
export function useCell<Value>(cell: Cell<Value>): Value {
  const [, redraw] = useState({});
  useEffect(() => cell.follow(() => redraw({})), [cell]);
  return cell.get();
}
