import { createClient } from 'graphql-ws';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';

/** What a subscription has given so far. */
export interface Heard {
  readonly values: unknown[];
  /** Resolves with the first so many values. */
  take(count: number): Promise<readonly unknown[]>;
}

/** Subscribes at a server, for the rest of the test. */
export function listen(
  url: string,
  query: string,
  options: { variables?: Record<string, unknown>; key?: string } = {},
): Heard {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(options.key === undefined ? {} : { connectionParams: { authorization: `Bearer ${options.key}` } }),
  });
  const values: unknown[] = [];
  let wake = (): void => {};
  const end = client.subscribe(
    { query, variables: options.variables ?? {} },
    {
      next: (value) => {
        values.push(value);
        wake();
      },
      error: (error) => {
        values.push({ error });
        wake();
      },
      complete: () => {},
    },
  );
  onTestFinished(async () => {
    end();
    await client.dispose();
  });
  return {
    values,
    async take(count) {
      while (values.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return values.slice(0, count);
    },
  };
}
