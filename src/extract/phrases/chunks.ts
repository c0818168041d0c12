import type { Name } from '../name.js';
import type { TokenRange } from '../view.js';

/** A noun phrase without what follows its head: "the devastated central city". */
export interface NounPhrase extends TokenRange {
  readonly kind: 'NOUN';
  /** Its last noun, name or pronoun; of a name, its last token. */
  readonly head: number;
  readonly name: Name | null;
  readonly isPronoun: boolean;
  /** True for "Monday", "last week": when, and no participant. */
  readonly isTime: boolean;
  /** The preposition before it, in lower case; null where none. */
  readonly preposition: string | null;
  /** The phrase that it belongs to by 's: "Syria" in "Syria's restrictions". */
  readonly possessor: NounPhrase | null;
  /** Tokens of the number before it: "about 500", "between 47 and 53", "dozens of"; null where none. */
  readonly count: TokenRange | null;
}

/** A verb with its auxiliaries: "had immediately been rounded up". */
export interface VerbPhrase extends TokenRange {
  readonly kind: 'VERB';
  readonly head: number;
  /** Dictionary form, with the particle that belongs to it: "round up". */
  readonly lemma: string;
  readonly passive: boolean;
  readonly negated: boolean;
  /** The modal in lower case ("would"); null where none. */
  readonly modal: string | null;
  /** FINITE "left", INFINITIVE "to leave", GERUND "leaving", PARTICIPLE "built" without an auxiliary. */
  readonly mood: 'FINITE' | 'INFINITIVE' | 'GERUND' | 'PARTICIPLE';
  readonly copula: boolean;
  /** True where the verb's own form is past: "left", "built". */
  readonly past: boolean;
  /** The preposition before a gerund: "without reaching". */
  readonly preposition: string | null;
}

/** A comma, quotation mark, conjunction or subordinator between phrases. */
export interface Mark extends TokenRange {
  readonly kind: 'MARK';
  /** In lower case; quotation marks as they are written. */
  readonly word: string;
  readonly role: 'COMMA' | 'STOP' | 'QUOTE' | 'COORDINATOR' | 'SUBORDINATOR' | 'RELATIVE';
}

export type Chunk = NounPhrase | VerbPhrase | Mark;
