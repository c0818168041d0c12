import type { Document } from '../domain/index.js';
import { type InputFailure, type RawInput, type ReadOptions, readDocuments } from '../read/index.js';

/** Inputs as `findInputs` gives them: bytes to read, and paths that name nothing. */
export type Inputs = AsyncIterable<RawInput | InputFailure> | Iterable<RawInput | InputFailure>;

/** How inputs are read one after another. */
export interface ReadInputsOptions extends Partial<ReadOptions> {
  /** Ends the reading after the document under way; nothing is lost, and nothing is thrown. */
  readonly signal?: AbortSignal;
}

/** A document and the input that it came from, or why there is none. */
export type InputReading =
  | { readonly kind: 'DOCUMENT'; readonly document: Document; readonly input: string; readonly bytes: number }
  | ({ readonly kind: 'FAILED' } & InputFailure);

/** The documents of all inputs, in order, one at a time: the next one is read when it is asked for. */
export async function* readInputs(inputs: Inputs, options: ReadInputsOptions = {}): AsyncGenerator<InputReading> {
  const { signal, ...readOptions } = options;
  for await (const input of untilAborted(inputs, signal)) {
    if ('code' in input) {
      yield { kind: 'FAILED', ...input };
      continue;
    }
    for await (const reading of untilAborted(readDocuments(input, readOptions), signal)) {
      if (reading.kind === 'FAILURE') yield { kind: 'FAILED', ...reading.failure };
      else yield { kind: 'DOCUMENT', document: reading.document, input: input.name, bytes: reading.bytes };
    }
  }
}

/** The items until the signal fires, also where the next one never comes (standard input that nobody writes to). */
async function* untilAborted<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item> {
  if (signal === undefined) {
    yield* items;
    return;
  }
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let finished = false;
  try {
    while (!signal.aborted) {
      const step = await unlessAborted(iterator.next(), signal);
      if (step === null) return;
      if (step.done === true) {
        finished = true;
        return;
      }
      yield step.value;
    }
  } finally {
    // Not awaited: a generator that waits for input answers only after that input.
    if (!finished) void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

/** The value, or null where the signal fires first. The listener goes with it: a long input would pile them up. */
function unlessAborted<Value>(value: Promise<Value> | Value, signal: AbortSignal): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
    Promise.resolve(value)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
