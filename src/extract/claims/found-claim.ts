import type { ParticipantRole } from '../../domain/index.js';
import type { RelationType } from '../../ontology/index.js';
import type { Clause, NounGroup, NounPhrase, SentenceReading } from '../phrases/reading.js';
import type { TokenRange } from '../view.js';

/** A participant that is neither subject nor object. */
export interface OtherPhrase {
  readonly phrase: NounPhrase;
  readonly role: ParticipantRole;
}

/** A claim before it is qualified, attributed and given ids. */
export interface FoundClaim {
  readonly relation: RelationType;
  readonly predicate: string;
  readonly trigger: TokenRange;
  /** The trigger as the record gives it, with the verbs before it that govern it: "was expected to leave". */
  readonly wording: TokenRange;
  readonly subjects: NounGroup;
  readonly objects: NounGroup;
  readonly others: readonly OtherPhrase[];
  readonly role: TokenRange | null;
  /** Of states; null for events. */
  readonly tense: 'CURRENT' | 'FORMER' | 'FUTURE' | null;
  /** The clause that it was read from; null for event nouns and states without a verb. */
  readonly clause: Clause | null;
  /** The token of the tree that it was read from: of a verb's clause its node, of an event noun the noun. */
  readonly node: number;
  /** The node of the claim that it is about; −1 where it is about none, or what it is about is no claim. */
  readonly about: number;
  /** Index of its sentence. */
  readonly sentence: number;
}

/** A claim before its words and participants are settled. */
export type ClaimDraft = Omit<FoundClaim, 'wording'>;

/** Subject, object and the rest, as a frame sorts them. */
export interface Arguments {
  readonly subjects: NounGroup;
  readonly objects: NounGroup;
  readonly others: readonly OtherPhrase[];
}

/** Where a clause stands. */
export interface ClausePlace {
  readonly clause: Clause;
  readonly reading: SentenceReading;
  readonly sentence: number;
  /** Nodes of event nouns that a light verb has taken into its claim. */
  readonly used: Set<number>;
}
