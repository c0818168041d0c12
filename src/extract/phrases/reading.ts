import type { Name } from '../name.js';
import type { TokenRange } from '../view.js';

/** A noun phrase with its modifiers before and close behind its head: "the devastated central city", "dozens of people". */
export interface NounPhrase extends TokenRange {
  /** Its last noun, name or pronoun: what is counted in "dozens of people"; of a name, its last token. */
  readonly head: number;
  /** The token that stands for it in the tree: "dozens" of "dozens of people"; of a name, often its first. */
  readonly node: number;
  readonly name: Name | null;
  readonly isPronoun: boolean;
  /** True for "Monday", "last week": when, and no participant. */
  readonly isTime: boolean;
  /** The preposition before it, in lower case; null where none. Coordinated phrases share that of the first. */
  readonly preposition: string | null;
  /** The phrase that it belongs to by 's, or a possessive pronoun: "Syria" in "Syria's restrictions". */
  readonly possessor: NounPhrase | null;
  /** Tokens of the number before it: "about 500", "between 47 and 53", "dozens"; null where none. */
  readonly count: TokenRange | null;
}

/** A verb with its auxiliaries: "had immediately been rounded up". */
export interface VerbPhrase extends TokenRange {
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

/** Noun phrases that share one role: "Russia and China". At least one, where nothing else is said. */
export type NounGroup = readonly NounPhrase[];

/**
 * What a clause is to what it hangs on. RELATIVE "who left", REDUCED "killed in the war" (both of a noun), CONTENT "a
 * plan to leave" (of a noun), COMPLEMENT of a verb or adjective, PURPOSE "to stop them", CONDITION "if they leave",
 * ADVERBIAL of any other kind, PARENTHESIS beside it, MAIN on its own. A coordinated clause is what the first one is.
 */
export type ClauseKind =
  | 'MAIN'
  | 'COMPLEMENT'
  | 'RELATIVE'
  | 'REDUCED'
  | 'CONTENT'
  | 'ADVERBIAL'
  | 'PURPOSE'
  | 'CONDITION'
  | 'PARENTHESIS';

/** A verb with what stands around it. */
export interface Clause {
  readonly verb: VerbPhrase;
  /** The token that stands for it in the tree: the verb; of a copular clause, its predicate. */
  readonly node: number;
  readonly kind: ClauseKind;
  /** Empty where the text leaves the subject out. For a passive, the one that is acted upon. */
  readonly subjects: NounGroup;
  /** Of a copular clause, the noun that it says its subject is. */
  readonly objects: NounGroup;
  /** "gave them money": the second of two bare objects' first. */
  readonly recipients: NounGroup;
  /** Prepositional phrases of the verb, in order of text; those behind its last object too. */
  readonly obliques: readonly NounGroup[];
  /** The predicate adjective of a copular clause: "responsible"; −1 where none. */
  readonly adjective: number;
  /** The clause whose verb takes this one without a finite verb: "called on" for "to join"; null where none does. */
  readonly governor: Clause | null;
  /** The clause above it in the tree, over nouns too; null for the topmost. */
  readonly parent: Clause | null;
  /** The clause that it is coordinated with, the first of them; null for the first. */
  readonly first: Clause | null;
  /** The noun that a clause of kind RELATIVE, REDUCED or CONTENT tells of. */
  readonly noun: NounPhrase | null;
  /** The clauses of kind COMPLEMENT that it takes, in order of text; those coordinated with them too. */
  readonly complements: readonly Clause[];
  /** The word that opens it: "if", "that", "because"; null where none. */
  readonly subordinator: string | null;
  /** True where it tells of a noun: "resolutions that …". */
  readonly relative: boolean;
  /** True for "it" that stands for nothing, and "there". */
  readonly expletive: boolean;
}

/** A second description of the same thing: "Kofi Annan, a former secretary general". */
export interface Apposition {
  readonly phrase: NounPhrase;
  readonly description: NounPhrase;
}

/** A noun and a prepositional phrase that tells of it: "an activist| in Homs". */
export interface Modifier {
  readonly phrase: NounPhrase;
  readonly modifier: NounPhrase;
}

/** What a sentence says, read off its tree. */
export interface SentenceReading {
  /** Every noun phrase, possessors included, possessive pronouns not; in order of text. */
  readonly phrases: readonly NounPhrase[];
  /** In order of their verbs. */
  readonly clauses: readonly Clause[];
  readonly appositions: readonly Apposition[];
  /** In order of text. */
  readonly modifiers: readonly Modifier[];
  /** The clause of a verb or of a node of the tree. */
  clauseAt(token: number): Clause | undefined;
  /** The phrase of a head, a node of the tree, or any token of a name. */
  phraseAt(token: number): NounPhrase | undefined;
  /** The prepositional phrases that tell of a noun, in order of text. */
  modifiersOf(phrase: NounPhrase): readonly NounPhrase[];
  /** The names, peoples and nouns before the head of a phrase, each as a phrase: "police" of "a police raid". */
  innerOf(phrase: NounPhrase): readonly NounPhrase[];
  /** The other descriptions of what a phrase stands for. */
  appositionsOf(phrase: NounPhrase): readonly NounPhrase[];
}

/** The reading of a sentence that says nothing. */
export const NO_READING: SentenceReading = {
  phrases: [],
  clauses: [],
  appositions: [],
  modifiers: [],
  clauseAt: () => undefined,
  phraseAt: () => undefined,
  modifiersOf: () => [],
  innerOf: () => [],
  appositionsOf: () => [],
};
