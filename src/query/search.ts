import { ClaimgraphError, fold, wordsOf } from '../base/index.js';
import type { ReferentKey } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import { claimSortKey } from './list-claims.js';
import { type Page, type PageRequest, startPage } from './pages.js';
import { readChoice } from './read-arguments.js';
import { type FoundHit, SEARCH_KINDS, SEARCH_MATCHES, type SearchHit, type SearchMatch } from './search-hit.js';
import { showHits } from './show-hits.js';
import { type Stoppable, startTurns, type Turns } from './turns.js';

/** What to search for. */
export interface SearchRequest extends Stoppable {
  /** Not blank, at most 500 code units. */
  readonly text: string;
  /** Of SEARCH_KINDS; all where it is left out. */
  readonly kinds?: readonly string[] | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/**
 * Entities by name, alias or acronym, claims by predicate or sentence, quotations by content: exact before prefix, word,
 * substring and text; entities before the others; then by degree, or by BM25. Case and accents do not count. Words may be
 * given in part, in any order. At most a thousand of each kind are found.
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
  const draft = startPage<FoundHit>({ kind: 'search', order: 'RELEVANCE', keyOf: ({ key }) => key }, request.page);
  const hunt: Hunt = { text, sought: readSought(text), turns, add: draft.add };
  if (kinds.has('ENTITY')) await findEntities(knowledge, hunt);
  if (kinds.has('CLAIM') || kinds.has('QUOTATION')) await findPassages(knowledge, hunt, kinds);
  return showHits(knowledge, draft.finish(), text);
}

const LONGEST_TEXT = 500;
/** Forms and passages that the store gives, and entities that go by the forms. */
const MOST_FOUND = 1000;

/** What is sought, and where hits go. */
interface Hunt {
  readonly text: string;
  readonly sought: Sought;
  readonly turns: Turns;
  readonly add: (hit: FoundHit) => void;
}

interface Sought {
  readonly folded: string;
  readonly words: readonly string[];
}

function readSought(text: string): Sought {
  const folded = fold(text);
  return { folded, words: wordsOf(folded) };
}

async function findEntities(knowledge: Knowledge, { text, sought, turns, add }: Hunt): Promise<void> {
  const forms = (await knowledge.store.searchForms(text, MOST_FOUND)).flatMap((form) => {
    const match = matchOf(sought, form);
    return match === null ? [] : [{ form, match, rank: SEARCH_MATCHES.indexOf(match) }];
  });
  forms.sort((a, b) => a.rank - b.rank);
  const found = new Set<ReferentKey>();
  for (const { form, match, rank } of forms) {
    if (turns.due()) await turns.rest();
    for (const id of knowledge.graph.idsByName(form)) {
      if (found.has(id) || found.size >= MOST_FOUND) continue;
      found.add(id);
      add({ kind: 'ENTITY', id, match, form, key: [rank, 0, -knowledge.graph.degree(id), id] });
    }
  }
}

async function findPassages(
  knowledge: Knowledge,
  { text, sought, turns, add }: Hunt,
  kinds: ReadonlySet<string>,
): Promise<void> {
  for (const { documentId, kind, id, score } of await knowledge.store.searchPassages(text, MOST_FOUND)) {
    if (turns.due()) await turns.rest();
    if (!kinds.has(kind)) continue;
    if (kind === 'QUOTATION') {
      const key = [SEARCH_MATCHES.indexOf('TEXT'), 2, score, documentId, id.length, id];
      add({ kind, documentId, quotationId: id, match: 'TEXT', form: '', key });
      continue;
    }
    const claim = knowledge.graph.claim({ documentId, claimId: id });
    if (claim === null) continue;
    const met = matchOf(sought, claim.predicate);
    const match = met === null || met === 'SUBSTRING' ? 'TEXT' : met;
    const key = [SEARCH_MATCHES.indexOf(match), 1, score, ...claimSortKey(claim)];
    add({ kind, claim, match, form: match === 'TEXT' ? '' : claim.predicate, key });
  }
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
