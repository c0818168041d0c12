import { MODALITIES, type Modality, POLARITIES, type Polarity } from '../domain/index.js';
import { oneOf, oneOfOr } from './lexicon-cells.js';
import { cell, type LexiconRow, readWords } from './read-lexicon.js';

/** What a negation of the governor makes of what follows: turns it round, leaves it as it is, or leaves it open. */
export const NEGATION_EFFECTS = ['FLIPS', 'KEEPS', 'OPEN'] as const;
export type NegationEffect = (typeof NEGATION_EFFECTS)[number];

/** What a word makes of the verb that it governs, and whose act that is. */
export interface Governor {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly subject: 'SUBJECT' | 'OBJECT';
  /** TO, ING, THAT, WH, BARE, PARTICIPLE, NOUN, or the preposition before a verb in -ing; never empty. */
  readonly complements: ReadonlySet<string>;
  readonly negated: NegationEffect;
}

/** Governors by dictionary form, in the order of the file; none is empty. */
export interface Governors {
  readonly verbGovernors: ReadonlyMap<string, readonly Governor[]>;
  /** "the plan to", "his refusal to". */
  readonly nounGovernors: ReadonlyMap<string, readonly Governor[]>;
  /** "likely to", "unable to". */
  readonly adjectiveGovernors: ReadonlyMap<string, readonly Governor[]>;
  /** "allegedly", "almost". */
  readonly adverbGovernors: ReadonlyMap<string, readonly Governor[]>;
}

const PARTS = ['VERB', 'NOUN', 'ADJECTIVE', 'ADVERB'] as const;
const ANY_VERB = 'TO ING';

/** Reads the rows of `governing-verbs.tsv`. @throws ClaimgraphError RESOURCE_INVALID for an unknown value. */
export function readGovernors(rows: readonly LexiconRow[]): Governors {
  const found = new Map(PARTS.map((part) => [part, new Map<string, Governor[]>()]));
  for (const [word, { part, governor }] of readWords(rows, readGovernor)) {
    const ofPart = found.get(part) as Map<string, Governor[]>;
    const others = ofPart.get(word);
    if (others === undefined) ofPart.set(word, [governor]);
    else others.push(governor);
  }
  const of = (part: (typeof PARTS)[number]) => found.get(part) as ReadonlyMap<string, readonly Governor[]>;
  return {
    verbGovernors: of('VERB'),
    nounGovernors: of('NOUN'),
    adjectiveGovernors: of('ADJECTIVE'),
    adverbGovernors: of('ADVERB'),
  };
}

function readGovernor(row: LexiconRow): { readonly part: (typeof PARTS)[number]; readonly governor: Governor } {
  return {
    part: oneOfOr(PARTS, cell(row, 'part'), 'VERB'),
    governor: {
      polarity: oneOf(POLARITIES, cell(row, 'polarity')),
      modality: oneOf(MODALITIES, cell(row, 'modality')),
      subject: oneOf(['SUBJECT', 'OBJECT'], cell(row, 'subject')),
      complements: new Set((cell(row, 'complements') || ANY_VERB).split(' ')),
      negated: oneOfOr(NEGATION_EFFECTS, cell(row, 'negated'), 'FLIPS'),
    },
  };
}
