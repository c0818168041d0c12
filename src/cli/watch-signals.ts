/** Listens to Ctrl-C and SIGTERM while a command runs. */
export interface SignalWatch {
  /** Aborted by the first of them. */
  readonly signal: AbortSignal;
  stop(): void;
}

/** The first signal asks the command to finish what is under way, and is announced; the second ends the process at once. */
export function watchSignals(announce: () => void, endAtOnce: () => never): SignalWatch {
  const controller = new AbortController();
  const listen = (): void => {
    if (controller.signal.aborted) endAtOnce();
    controller.abort();
    announce();
  };
  process.on('SIGINT', listen);
  process.on('SIGTERM', listen);
  return {
    signal: controller.signal,
    stop() {
      process.off('SIGINT', listen);
      process.off('SIGTERM', listen);
    },
  };
}
