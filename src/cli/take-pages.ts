import { MAXIMUM_PAGE_SIZE, type Page, type PageRequest } from '../query/index.js';

/** The first items of a list that comes in pages, and how many there are in all. */
export async function takePages<Item>(
  limit: number,
  readPage: (page: PageRequest) => Promise<Page<Item>>,
): Promise<{ readonly items: readonly Item[]; readonly totalCount: number }> {
  const items: Item[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page<Item> = await readPage({ first: Math.min(MAXIMUM_PAGE_SIZE, limit - items.length), after });
    for (const edge of page.edges) items.push(edge.node);
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage || items.length >= limit || after === null) {
      return { items, totalCount: page.totalCount };
    }
  }
}

/** "25 of 310 claims shown; see more with --limit." Empty where all are shown. */
export function describeRest(shown: number, totalCount: number, things: string): string {
  return shown >= totalCount ? '' : `\n${shown} of ${totalCount} ${things} shown; see more with --limit.\n`;
}
