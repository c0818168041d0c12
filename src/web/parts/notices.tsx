import type { ComponentChildren, JSX } from 'preact';
import type { Asked } from '../client/use-answer.js';

/** What a question gave, or that it is on its way, or why there is nothing. */
export function Answer<Data>({
  asked,
  children,
}: {
  readonly asked: Asked<Data>;
  readonly children: (data: Data) => ComponentChildren;
}): JSX.Element {
  if (asked.error !== null) return <Failure error={asked.error} />;
  if (asked.data === null) return <Waiting />;
  return <div aria-busy={asked.loading}>{children(asked.data)}</div>;
}

/** Says that an answer is on its way. */
export function Waiting(): JSX.Element {
  return (
    <p class="waiting" role="status">
      Reading …
    </p>
  );
}

/** Says what went wrong, in the words of the service. */
export function Failure({ error }: { readonly error: Error }): JSX.Element {
  return (
    <p class="failure" role="alert">
      {error.message}
    </p>
  );
}

/** A sentence in the place of things that are not there. */
export function Nothing({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p class="nothing">{children}</p>;
}
