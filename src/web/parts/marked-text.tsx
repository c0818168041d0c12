import type { JSX } from 'preact';
import { type MarkedSpan, markSpans } from '../words/mark-spans.js';

/** A text with marked spans. It is always put into the page as text. */
export function MarkedText({
  text,
  spans,
  offset = 0,
}: {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
  readonly offset?: number;
}): JSX.Element {
  return (
    <>
      {markSpans(text, spans, offset).map(({ start, text: words, kinds }) =>
        kinds.length === 0 ? (
          words
        ) : (
          <span key={start} class={`mark ${kinds.join(' ')}`}>
            {words}
          </span>
        ),
      )}
    </>
  );
}
