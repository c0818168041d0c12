import { oneOf } from './lexicon-cells.js';
import { cell, readLexicon } from './read-lexicon.js';

/** Groups of pronouns: the forms of one go by one name. */
export const PRONOUN_GROUPS = ['I', 'WE', 'YOU', 'HE', 'SHE', 'IT', 'THEY', 'THIS', 'THESE'] as const;
export type PronounGroup = (typeof PRONOUN_GROUPS)[number];

/** What a pronoun is; `reflexive` where it looks within its clause ("himself"). */
export interface PronounSense {
  readonly group: PronounGroup;
  readonly reflexive: boolean;
}

/** The pronouns that stand for a referent, by their lower-case forms. */
export function readPronouns(): ReadonlyMap<string, PronounSense> {
  const rows = readLexicon('pronouns');
  return new Map(
    rows.map((row) => [
      cell(row, 'pronoun'),
      { group: oneOf(PRONOUN_GROUPS, cell(row, 'group')), reflexive: cell(row, 'reflexive') === 'yes' },
    ]),
  );
}
