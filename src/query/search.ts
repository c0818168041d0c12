import { ClaimgraphError } from '../base/index.js';
import type { Entity, IndexedClaim } from '../domain/index.js';
import { fold, wordsOf } from './fold.js';
import type { Knowledge } from './knowledge.js';
import { claimSortKey } from './list-claims.js';
import { type Page, type PageRequest, type SortKey, startPage } from './pages.js';
import { readChoice } from './read-arguments.js';
import { type Stoppable, startTurns, type Turns } from './turns.js';

/** How the words were met, best first. */
export const SEARCH_MATCHES = ['EXACT', 'PREFIX', 'WORD', 'SUBSTRING'] as const;

export type SearchMatch = (typeof SEARCH_MATCHES)[number];

/** One thing found: an entity by a name, or a claim by its predicate. */
export type SearchHit = {
  readonly match: SearchMatch /** The name or predicate that was met. */;
  readonly form: string;
} & ({ readonly kind: 'ENTITY'; readonly entity: Entity } | { readonly kind: 'CLAIM'; readonly claim: IndexedClaim });

/** The kinds of thing that a search can find. */
export const SEARCH_KINDS = ['ENTITY', 'CLAIM'] as const;

/** What to search for. */
export interface SearchRequest extends Stoppable {
  /** Not blank, at most 500 code units. */
  readonly text: string;
  /** Of 'ENTITY' and 'CLAIM'; both where it is left out. */
  readonly kinds?: readonly string[] | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/**
 * Entities by name, alias or acronym, and claims by predicate: exact before prefix, word, substring; entities before
 * claims; then by degree. Case and accents do not count. Words may be given in part, in any order; a predicate is not
 * met by substring.
 * @throws ClaimgraphError ARGUMENT_INVALID for a blank or too long text or an unknown kind, CURSOR_INVALID, INTERRUPTED.
 */
export async function search(knowledge: Knowledge, request: SearchRequest): Promise<Page<SearchHit>> {
  const { text } = request;
  if (text.trim() === '' || text.length > LONGEST_TEXT) {
    throw new ClaimgraphError(
      'ARGUMENT_INVALID',
      `Expected words to search for, at most ${LONGEST_TEXT} code units, but got ${text.trim() === '' ? 'none' : text.length}.`,
      { argument: 'text' },
    );
  }
  const kinds = new Set(
    (request.kinds ?? SEARCH_KINDS).map((kind) =>
      readChoice('kinds', kind, { words: SEARCH_KINDS, otherwise: 'ENTITY' }),
    ),
  );
  const turns = startTurns(request.signal);
  const draft = startPage<RankedHit>({ kind: 'search', order: 'RELEVANCE', keyOf: ({ key }) => key }, request.page);
  const sought = readSought(text);
  if (kinds.has('ENTITY')) await findEntities(knowledge, { sought, turns, add: draft.add });
  if (kinds.has('CLAIM')) await findClaims(knowledge, { sought, turns, add: draft.add });
  const page = draft.finish();
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.hit })) };
}

const LONGEST_TEXT = 500;

interface RankedHit {
  readonly hit: SearchHit;
  readonly key: SortKey;
}

/** What is sought, and where hits go. */
interface Hunt {
  readonly sought: Sought;
  readonly turns: Turns;
  readonly add: (hit: RankedHit) => void;
}

interface Sought {
  readonly folded: string;
  readonly words: readonly string[];
}

function readSought(text: string): Sought {
  const folded = fold(text);
  return { folded, words: wordsOf(folded) };
}

async function findEntities(knowledge: Knowledge, { sought, turns, add }: Hunt): Promise<void> {
  for (const entity of knowledge.graph.entities()) {
    if (turns.due()) await turns.rest();
    const met = bestForm(sought, [entity.name, ...entity.aliases]);
    if (met === null) continue;
    add({
      hit: { kind: 'ENTITY', entity, ...met },
      key: [SEARCH_MATCHES.indexOf(met.match), 0, -knowledge.graph.degree(entity.id), entity.id],
    });
  }
}

async function findClaims(knowledge: Knowledge, { sought, turns, add }: Hunt): Promise<void> {
  // A graph has many claims and few predicates.
  const matches = new Map<string, SearchMatch | null>();
  for (const claim of knowledge.graph.claims()) {
    if (turns.due()) await turns.rest();
    const form = claim.predicate;
    let match = matches.get(form);
    if (match === undefined) {
      match = matchOf(sought, form);
      matches.set(form, match);
    }
    if (match === null || match === 'SUBSTRING') continue;
    add({
      hit: { kind: 'CLAIM', claim, match, form },
      key: [SEARCH_MATCHES.indexOf(match), 1, 0, ...claimSortKey(claim)],
    });
  }
}

function bestForm(
  sought: Sought,
  forms: readonly string[],
): { readonly match: SearchMatch; readonly form: string } | null {
  let best: { readonly match: SearchMatch; readonly form: string } | null = null;
  for (const form of forms) {
    const match = matchOf(sought, form);
    if (match === null) continue;
    if (best === null || SEARCH_MATCHES.indexOf(match) < SEARCH_MATCHES.indexOf(best.match)) best = { match, form };
  }
  return best;
}

function matchOf({ folded, words }: Sought, form: string): SearchMatch | null {
  if (folded === '') return null;
  const other = fold(form);
  if (other === folded) return 'EXACT';
  if (other.startsWith(folded)) return 'PREFIX';
  if (words.length > 0) {
    const others = wordsOf(other);
    if (words.every((word) => others.some((candidate) => candidate.startsWith(word)))) return 'WORD';
  }
  return other.includes(folded) ? 'SUBSTRING' : null;
}
