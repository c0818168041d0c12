import type { AccountsData, ClaimParts } from '../operations/generated.js';
import { daysOf, qualityWords } from '../words/describe.js';

type Account = AccountsData['compareAccounts']['accounts'][number];
type Conflict = AccountsData['compareAccounts']['conflicts'][number];

/** The questions of the matrix, with the kinds of conflict that show in each. */
export const QUESTIONS = [
  { id: 'who', label: 'Who did it', kinds: ['AGENT', 'CAUSE'] },
  { id: 'what', label: 'What', kinds: ['POLARITY'] },
  { id: 'whom', label: 'To whom', kinds: ['VICTIM'] },
  { id: 'count', label: 'How many', kinds: ['COUNT'] },
  { id: 'when', label: 'When', kinds: ['TIME'] },
  { id: 'where', label: 'Where', kinds: ['PLACE'] },
] as const;
export type Question = (typeof QUESTIONS)[number]['id'];

/** One thing that a claimant says to one question, and where. */
export interface CellEntry {
  readonly words: string;
  readonly claim: ClaimParts;
  /** Conflicts that it is one side of. */
  readonly conflicts: readonly Conflict[];
}

/** What one claimant says to each question. */
export interface MatrixRow {
  readonly account: Account;
  readonly cells: Readonly<Record<Question, readonly CellEntry[]>>;
}

/** Lays accounts out by questions; the same words of one claimant to one question stand there once. */
export function buildMatrix(accounts: readonly Account[], conflicts: readonly Conflict[]): readonly MatrixRow[] {
  return accounts.map((account) => {
    const claims = account.claims.edges.flatMap(({ node }) => (node === null ? [] : [node]));
    const cellOf = ({ id, kinds }: (typeof QUESTIONS)[number]): readonly CellEntry[] => {
      const entries = new Map<string, CellEntry>();
      for (const claim of claims) {
        const met = conflicts.filter(
          ({ kind, a, b }) => kinds.some((one) => one === kind) && (a.id === claim.id || b.id === claim.id),
        );
        for (const words of answerOf(claim, id)) {
          const key = words.toLowerCase();
          const before = entries.get(key);
          if (before === undefined) entries.set(key, { words, claim, conflicts: met });
          else if (met.length > 0) entries.set(key, { ...before, conflicts: [...before.conflicts, ...met] });
        }
      }
      return [...entries.values()];
    };
    return { account, cells: Object.fromEntries(QUESTIONS.map((row) => [row.id, cellOf(row)])) as MatrixRow['cells'] };
  });
}

function answerOf(claim: ClaimParts, question: Question): readonly string[] {
  switch (question) {
    case 'who':
      return claim.subjects.map(({ quote }) => quote);
    case 'what': {
      const verb = claim.relation.id === 'OTHER' ? claim.predicate : claim.relation.label;
      return [[verb, ...qualityWords(claim).map((word) => `(${word})`)].join(' ')];
    }
    case 'whom':
      return claim.objects.map(({ quote }) => quote);
    case 'count':
      return [...claim.objects, ...claim.subjects].flatMap(({ counts }) => (counts === null ? [] : [counts.quote]));
    case 'when':
      return claim.time === null
        ? []
        : [claim.time.from === null ? claim.time.quote : daysOf(claim.time.from, claim.time.to)];
    case 'where':
      return claim.place === null ? [] : [claim.place.quote];
  }
}
