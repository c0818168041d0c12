import { useEffect, useState } from 'preact/hooks';
import { ask, CHANGES } from '../client/ask.js';
import { useCell } from '../client/cell.js';
import {
  type Operation,
  READER_CLAIMS,
  READER_MENTIONS,
  READER_QUOTATIONS,
  type ReaderClaimsData,
  type ReaderMentionsData,
  type ReaderQuotationsData,
} from '../operations/generated.js';

export type ReadClaim = NonNullable<NonNullable<ReaderClaimsData['document']>['claims']['edges'][number]['node']>;
type ReadMention = NonNullable<ReaderMentionsData['document']>['mentions']['edges'][number]['node'];
type ReadQuotation = NonNullable<ReaderQuotationsData['document']>['quotations']['edges'][number]['node'];

/** What was read from a document; it grows while pages come in. */
export interface DocumentParts {
  readonly claims: readonly ReadClaim[];
  readonly totalClaims: number;
  readonly mentions: readonly ReadMention[];
  readonly quotations: readonly ReadQuotation[];
  readonly loading: boolean;
  readonly error: Error | null;
}

const NOTHING: DocumentParts = { claims: [], totalClaims: 0, mentions: [], quotations: [], loading: true, error: null };

/** Most pages of each kind that are asked for: a book is not marked whole. */
const MOST_PAGES = 20;

/** Loads mentions, quotations and claims of a document, page by page. */
export function useDocumentParts(id: string): DocumentParts {
  const changes = useCell(CHANGES);
  const [parts, setParts] = useState(NOTHING);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const load = async (): Promise<void> => {
      const [claims, mentions, quotations] = await Promise.all([
        takePages(READER_CLAIMS, id, ({ document }) => document?.claims ?? null, signal),
        takePages(READER_MENTIONS, id, ({ document }) => document?.mentions ?? null, signal),
        takePages(READER_QUOTATIONS, id, ({ document }) => document?.quotations ?? null, signal),
      ]);
      setParts({
        claims: claims.nodes.filter((claim) => claim !== null),
        totalClaims: claims.total ?? claims.nodes.length,
        mentions: mentions.nodes,
        quotations: quotations.nodes,
        loading: false,
        error: null,
      });
    };
    setParts((before) => ({ ...before, loading: true }));
    load().catch((error: Error) => {
      if (!signal.aborted) setParts({ ...NOTHING, loading: false, error });
    });
    return () => stop.abort();
  }, [id, changes]);
  return parts;
}

interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount?: number;
}

async function takePages<Data, Node>(
  operation: Operation<Data, { readonly id: string; readonly after?: string | undefined }>,
  id: string,
  pageOf: (data: Data) => Page<Node> | null,
  signal: AbortSignal,
): Promise<{ readonly nodes: readonly Node[]; readonly total: number | undefined }> {
  const nodes: Node[] = [];
  let after: string | undefined;
  for (let count = 0; count < MOST_PAGES; count++) {
    const page = pageOf(await ask(operation, { id, after }, signal));
    if (page === null) break;
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage || page.pageInfo.endCursor === null) return { nodes, total: page.totalCount };
    after = page.pageInfo.endCursor;
  }
  return { nodes, total: undefined };
}
