import { formatCount } from './format-count.js';
import type { Output } from './output.js';

/** How far a run over inputs is. */
export interface ProgressState {
  readonly documents: number;
  readonly failed: number;
  /** Share of the inputs that is done, 0 to 1; null where their size is unknown. */
  readonly share: number | null;
  readonly elapsedMilliseconds: number;
}

/** The line of progress on a terminal. */
export interface Progress {
  /** Redraws the line, ten times a second at most; at once where it was taken away. */
  show(state: Omit<ProgressState, 'elapsedMilliseconds'>): void;
  /** Takes the line away, so that another can be printed in its place. */
  clear(): void;
}

/** Draws on a terminal; stays silent elsewhere, and where `quiet` is asked for. `now` gives milliseconds. */
export function openProgress(output: Output, options: { readonly quiet: boolean; now(): number }): Progress {
  const line = openLine(output, options);
  return {
    show: (state) => line.show((elapsedMilliseconds) => formatProgress({ ...state, elapsedMilliseconds })),
    clear: line.clear,
  };
}

/** A line of any words that are drawn again and again in one place. */
export interface Line {
  /** Redraws it, ten times a second at most; at once where it was taken away. */
  show(format: (elapsedMilliseconds: number) => string): void;
  clear(): void;
}

/** Draws as `openProgress` does. */
export function openLine(output: Output, options: { readonly quiet: boolean; now(): number }): Line {
  if (!output.isTerminal || options.quiet) return { show() {}, clear() {} };
  const started = options.now();
  let drawn = Number.NEGATIVE_INFINITY;
  let visible = false;
  return {
    show(format) {
      const now = options.now();
      if (visible && now - drawn < 100) return;
      drawn = now;
      visible = true;
      void output.write(`\r\u001b[K${format(now - started)}`);
    },
    clear() {
      if (visible) void output.write('\r\u001b[K');
      visible = false;
    },
  };
}

/** "1,204 documents, 3 failed · 41 a second · about 2 min left". The rate comes after the first second. */
export function formatProgress(state: ProgressState): string {
  const failed = state.failed > 0 ? `, ${state.failed.toLocaleString('en')} failed` : '';
  const parts = [`${formatCount(state.documents, 'document')}${failed}`];
  const seconds = state.elapsedMilliseconds / 1000;
  if (seconds >= 1) {
    const rate = state.documents / seconds;
    parts.push(`${rate >= 10 ? Math.round(rate).toLocaleString('en') : rate.toFixed(1)} a second`);
    if (state.share !== null && state.share > 0.01) {
      parts.push(`about ${formatSeconds((seconds * (1 - state.share)) / state.share)} left`);
    }
  }
  return parts.join(' · ');
}

function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
