import { useLayoutEffect, useState } from 'preact/hooks';
import type { Operation } from '../operations/generated.js';
import { ask, CHANGES } from './ask.js';
import { useCell } from './cell.js';

/** What is known of a question: the last data stays while a new answer is on its way. */
export interface Asked<Data> {
  readonly data: Data | null;
  readonly error: Error | null;
  readonly loading: boolean;
}

/** Asks again whenever the variables change or something in the store did; null asks nothing. */
export function useAnswer<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables | null,
): Asked<Data> {
  const changes = useCell(CHANGES);
  const key = variables === null ? null : JSON.stringify(variables);
  const [asked, setAsked] = useState<Asked<Data> & { readonly key: string | null }>({
    data: null,
    error: null,
    loading: key !== null,
    key: null,
  });
  // Before the browser paints, which may take longer than the answer.
  useLayoutEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    setAsked((before) => ({ ...before, loading: true }));
    ask(operation, JSON.parse(key) as Variables, stop.signal).then(
      (data) => setAsked({ data, error: null, loading: false, key }),
      (error: Error) => {
        if (!stop.signal.aborted) setAsked({ data: null, error, loading: false, key });
      },
    );
    return () => stop.abort();
  }, [operation, key, changes]);
  return key === null ? { data: null, error: null, loading: false } : asked;
}
