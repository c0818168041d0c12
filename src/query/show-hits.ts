import { fold, type Span, wordsOf } from '../base/index.js';
import type { StoredDocument } from '../store/index.js';
import type { Knowledge } from './knowledge.js';
import { viewQuotations } from './load-claims.js';
import { loadDocuments } from './load-documents.js';
import { mapPage, type Page } from './pages.js';
import type { FoundHit, SearchHit } from './search-hit.js';

/** Fetches what a page of hits has found, and the words around what was met; one store read. What is gone is left out. */
export async function showHits(knowledge: Knowledge, page: Page<FoundHit>, text: string): Promise<Page<SearchHit>> {
  const ids = page.edges.flatMap(({ node }) => documentOf(node) ?? []);
  const distinct = [...new Set(ids)];
  const loaded = await loadDocuments(knowledge, distinct);
  const documents = new Map(distinct.map((id, index) => [id, loaded[index] ?? null]));
  const sought = new Set(wordsOf(fold(text)));
  return mapPage(page, (hit) =>
    showHit(knowledge, hit, { stored: documents.get(documentOf(hit) ?? '') ?? null, sought }),
  );
}

function documentOf(hit: FoundHit): string | null {
  if (hit.kind === 'ENTITY') return null;
  return hit.kind === 'CLAIM' ? hit.claim.documentId : hit.documentId;
}

function showHit(
  knowledge: Knowledge,
  hit: FoundHit,
  { stored, sought }: { readonly stored: StoredDocument | null; readonly sought: ReadonlySet<string> },
): SearchHit | null {
  const { match, form } = hit;
  if (hit.kind === 'ENTITY') {
    const entity = knowledge.graph.entity(hit.id);
    return entity === null ? null : { kind: hit.kind, match, form, entity, ...snippetOf(form, sought) };
  }
  if (stored === null) return null;
  if (hit.kind === 'CLAIM') {
    const claim = stored.extraction.claims.find(({ id }) => id === hit.claim.claimId);
    if (claim === undefined) return null;
    return { kind: hit.kind, match, claim: hit.claim, ...withForm(form, snippetOf(claim.sentence.quote, sought)) };
  }
  const quotation = viewQuotations(knowledge, stored).find((view) => view.quotation.id === hit.quotationId);
  if (quotation === undefined) return null;
  const content = quotation.quotation.content.map(({ quote }) => quote).join(' … ');
  return { kind: hit.kind, match, quotation, ...withForm(form, snippetOf(content, sought)) };
}

interface Snippet {
  readonly snippet: string;
  readonly marks: readonly Span[];
}

function withForm(form: string, { snippet, marks }: Snippet): Snippet & { readonly form: string } {
  const [first] = marks;
  return { form: form === '' && first !== undefined ? snippet.slice(first.start, first.end) : form, snippet, marks };
}

const LONGEST_SNIPPET = 240;
/** Code units that are shown before the first mark of a long text. */
const LEAD = 60;

/** The text, or the part of it around the first of the words, cut between words; what begins with one of them is marked. */
function snippetOf(text: string, sought: ReadonlySet<string>): Snippet {
  const marks: Span[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = fold(match[0]);
    for (const begun of sought) {
      if (!word.startsWith(begun)) continue;
      marks.push({ start: match.index, end: match.index + match[0].length });
      break;
    }
  }
  if (text.length <= LONGEST_SNIPPET) return { snippet: text, marks };
  const wanted = Math.max(0, Math.min((marks[0]?.start ?? 0) - LEAD, text.length - LONGEST_SNIPPET));
  const space = text.indexOf(' ', wanted);
  const start = wanted === 0 ? 0 : space !== -1 && space < (marks[0]?.start ?? 0) ? space + 1 : wanted;
  const last = text.lastIndexOf(' ', start + LONGEST_SNIPPET);
  const end = start + LONGEST_SNIPPET >= text.length ? text.length : last > start ? last : start + LONGEST_SNIPPET;
  return {
    snippet: text.slice(start, end).replace(/\p{Surrogate}/gu, ''),
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  };
}
