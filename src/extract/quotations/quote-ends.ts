import type { QuotedText } from './find-quoted.js';
import type { Scene } from './scene.js';

/** The end of a quoted text, or of the last paragraph in which it goes on. */
export function lastOfQuote({ quoted }: Scene, quote: QuotedText): number {
  let one = quote;
  for (let step = 0; one.goesOn && step < 20; step++) {
    const next = quoted.from(one.last);
    if (next === null || next.first - one.last > 2) break;
    one = next;
  }
  return one.last;
}

/** The quoted text's own beginning, or that of the paragraph before that it goes on from. */
export function firstOfQuote({ quoted }: Scene, quote: QuotedText): number {
  let one = quote;
  for (let step = 0; step < 20; step++) {
    const before = quoted.before(one.first);
    if (before === null || !before.goesOn || one.first - before.last > 2) break;
    one = before;
  }
  return one.first;
}
