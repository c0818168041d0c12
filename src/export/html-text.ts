import { replaceControls } from './text-forms.js';

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  // Readers turn a bare one into a line feed.
  ['\r', '&#13;'],
]);

/** The text for the content of an element or for an attribute in quotes; controls that XML forbids become U+FFFD. */
export function escapeHtml(text: string): string {
  return replaceControls(text).replace(/[&<>"'\r]/g, (character) => REFERENCES.get(character) as string);
}

/** A text that somebody else wrote, escaped, whose direction does not reach beyond it. */
export function foreignText(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

/** A link to a page of the web; its words alone where the address is of no page, as those of scripts are not. */
export function webLink(url: string, words: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return foreignText(words);
  return `<a href="${escapeHtml(url)}" rel="noopener noreferrer external">${foreignText(words)}</a>`;
}
