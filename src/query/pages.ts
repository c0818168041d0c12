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
