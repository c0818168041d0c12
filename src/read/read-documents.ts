import type { RawInput, Reading, ReadOptions } from './raw-input.js';

/** Reads the documents of one input, in order. Never throws for what the input holds: that gives failures. */
export async function* readDocuments(_input: RawInput, _options: Partial<ReadOptions> = {}): AsyncIterable<Reading> {}
