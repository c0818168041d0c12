import { ClaimgraphError, compareIds } from '../base/index.js';
import { readWhole, show } from './read-arguments.js';

/** What part of a list is asked for: `first` (after `after`), or `last` (before `before`). */
export interface PageRequest {
  /** 0 to 200; 25 where neither `first` nor `last` is given. */
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** One item of a page. */
export interface Edge<Item> {
  /** Opaque; names the item's place in the order, so that it stays valid while others come and go. */
  readonly cursor: string;
  readonly node: Item;
}

/** A part of a list, always in the list's order, as a Relay connection. */
export interface Page<Item> {
  readonly edges: readonly Edge<Item>[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    /** Null for an empty page. */
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Of the whole list. */
  readonly totalCount: number;
}

export const DEFAULT_PAGE_SIZE = 25;
export const MAXIMUM_PAGE_SIZE = 200;

/** The place of an item in an order: compared part by part, numbers before texts before null. Unique within a list. */
export type SortKey = readonly (string | number | null)[];

/** A list in an order; both are written into its cursors. */
export interface PageList<Item> {
  readonly kind: string;
  readonly order: string;
  readonly keyOf: (item: Item) => SortKey;
}

/** Takes the items of a list in any order, each once, and keeps those of one page. */
export interface PageDraft<Item> {
  add(item: Item): void;
  finish(): Page<Item>;
}

/** Begins a page. @throws ClaimgraphError ARGUMENT_INVALID for sizes, CURSOR_INVALID for cursors of other lists or orders. */
export function startPage<Item>(list: PageList<Item>, request: PageRequest | null | undefined): PageDraft<Item> {
  const { size, backward, after, before } = readRequest(list, request ?? {});
  let kept: { readonly item: Item; readonly key: SortKey }[] = [];
  let totalCount = 0;
  let inRange = 0;
  let atOrBefore = 0;
  let atOrAfter = 0;

  function trim(): void {
    kept.sort((a, b) => compareKeys(a.key, b.key));
    kept = backward ? kept.slice(Math.max(0, kept.length - size)) : kept.slice(0, size);
  }

  return {
    add(item) {
      totalCount++;
      const key = list.keyOf(item);
      if (after !== null && compareKeys(key, after) <= 0) atOrBefore++;
      else if (before !== null && compareKeys(key, before) >= 0) atOrAfter++;
      else {
        inRange++;
        kept.push({ item, key });
        // Sorting at twice the size keeps the memory at one page, and the time at that of a few comparisons an item.
        if (kept.length >= 2 * size + 64) trim();
      }
    },
    finish() {
      trim();
      const edges = kept.map(({ item, key }) => ({ cursor: encodeCursor(list, key), node: item }));
      const more = inRange > kept.length;
      return {
        edges,
        pageInfo: {
          hasNextPage: (more && !backward) || atOrAfter > 0,
          hasPreviousPage: (more && backward) || atOrBefore > 0,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
        totalCount,
      };
    },
  };
}

/** A list whose items are in order already. */
export interface OrderedList<Item> extends PageList<Item> {
  readonly length: number;
  readonly at: (index: number) => Item;
}

/** Cuts a page out of an ordered list: only the page is looked at, and what finds its cursors. Throws as `startPage` does. */
export function cutPage<Item>(list: OrderedList<Item>, request: PageRequest | null | undefined): Page<Item> {
  const { size, backward, after, before } = readRequest(list, request ?? {});
  const keyAt = (index: number): SortKey => list.keyOf(list.at(index));
  const start = after === null ? 0 : firstWhere(list.length, (index) => compareKeys(keyAt(index), after) > 0);
  const end =
    before === null ? list.length : firstWhere(list.length, (index) => compareKeys(keyAt(index), before) >= 0);
  const from = backward ? Math.max(start, end - size) : start;
  const to = Math.max(from, backward ? end : Math.min(end, start + size));
  const edges: Edge<Item>[] = [];
  for (let index = from; index < to; index++) {
    const node = list.at(index);
    edges.push({ cursor: encodeCursor(list, list.keyOf(node)), node });
  }
  return {
    edges,
    pageInfo: {
      hasNextPage: to < list.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: list.length,
  };
}

/** The first index for which it holds, as it does for all after it; the length where it never does. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The page with other nodes; an edge whose node gives null is left out. */
export function mapPage<Item, Node>(page: Page<Item>, view: (item: Item, index: number) => Node | null): Page<Node> {
  const edges = page.edges.flatMap(({ cursor, node }, index) => {
    const seen = view(node, index);
    return seen === null ? [] : [{ cursor, node: seen }];
  });
  return { ...page, edges };
}

interface ReadRequest {
  readonly size: number;
  readonly backward: boolean;
  readonly after: SortKey | null;
  readonly before: SortKey | null;
}

function readRequest(list: Pick<PageList<never>, 'kind' | 'order'>, request: PageRequest): ReadRequest {
  const backward = typeof request.last === 'number';
  if (backward && typeof request.first === 'number') {
    throw new ClaimgraphError('ARGUMENT_INVALID', 'Expected first or last, but got both. Leave one of them out.', {
      argument: 'first',
    });
  }
  const range = { least: 0, most: MAXIMUM_PAGE_SIZE, otherwise: DEFAULT_PAGE_SIZE };
  return {
    size: backward ? readWhole('last', request.last, range) : readWhole('first', request.first, range),
    backward,
    after: readCursor(list, request.after),
    before: readCursor(list, request.before),
  };
}

/** Which of two places comes first. */
export function compareKeys(a: SortKey, b: SortKey): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const order = compareParts(a[index] ?? null, b[index] ?? null);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareParts(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1;
  if (typeof b === 'number') return 1;
  if (a === null) return 1;
  return b === null ? -1 : compareIds(a, b);
}

function encodeCursor(list: Pick<PageList<never>, 'kind' | 'order'>, key: SortKey): string {
  return Buffer.from(JSON.stringify([list.kind, list.order, ...key]), 'utf8').toString('base64url');
}

function readCursor(list: Pick<PageList<never>, 'kind' | 'order'>, cursor: string | null | undefined): SortKey | null {
  if (cursor === null || cursor === undefined) return null;
  const parts = decodeCursor(cursor);
  const [kind, order, ...key] = parts ?? [];
  if (kind === list.kind && order === list.order && key.length > 0) return key;
  throw new ClaimgraphError(
    'CURSOR_INVALID',
    `Expected a cursor of ${list.kind} in the order ${list.order}, but got ${show(cursor)}. Take one from a page of the same query and order.`,
    { kind: list.kind, order: list.order },
  );
}

function decodeCursor(cursor: string): SortKey | null {
  if (typeof cursor !== 'string' || !/^[A-Za-z0-9_-]+$/.test(cursor)) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(parts)) return null;
  return parts.every((part) => part === null || typeof part === 'string' || typeof part === 'number') ? parts : null;
}
