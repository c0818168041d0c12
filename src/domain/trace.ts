import type { Extraction, Quote } from './extraction.js';

/** One step of a path through the tree: from a word to its head (UP) or to one that hangs on it (DOWN). */
export interface TraceStep {
  readonly direction: 'UP' | 'DOWN';
  /** The grammatical label of the arc, after Universal Dependencies. */
  readonly dependency: string;
  /** The word that the step leads to. */
  readonly word: Quote;
}

/** How a participant was found: the words from the trigger to it by the tree. Empty where the trigger holds it. */
export interface TracePath {
  readonly part: 'SUBJECT' | 'OBJECT' | 'OTHER';
  readonly participant: Quote;
  readonly steps: readonly TraceStep[];
}

/** Why a claim was read. */
export interface ClaimTrace {
  /** Id of the claim in the record. */
  readonly claim: string;
  /** What kind of words it was read from. */
  readonly rule: string;
  readonly paths: readonly TracePath[];
  /** The words behind its polarity and modality, from the trigger outwards; empty for what is simply so. */
  readonly because: readonly Quote[];
  /** What its confidence is reckoned from, by name; those that are 0 are left out. */
  readonly features: Readonly<Record<string, number>>;
}

/** Why each claim of a record was read, in the record's order. It stands beside the record, never in it. */
export interface Trace {
  readonly claims: readonly ClaimTrace[];
}

/** A record, and why it says what it says. */
export interface TracedExtraction {
  readonly extraction: Extraction;
  readonly trace: Trace;
}
