import type { DocumentFields } from './create-document.js';
import { decodeText } from './decode-text.js';
import { findTitle } from './find-title.js';
import { markdownToText } from './markdown-to-text.js';
import { normalizeText } from './normalize-text.js';
import { readWhole } from './readings.js';

/** Reads Markdown as the text that it shows; front matter gives title, source, address and date. */
export const readMarkdown = readWhole((bytes) => parseMarkdown(normalizeText(decodeText(bytes))));

function parseMarkdown(markdown: string): DocumentFields {
  const { fields, body } = readFrontMatter(markdown);
  const { text, title } = markdownToText(body);
  return {
    text,
    title: fields.get('title') ?? title ?? findTitle(text),
    source: fields.get('source') ?? fields.get('publisher') ?? null,
    url: fields.get('url') ?? fields.get('canonical') ?? null,
    publishedAt: fields.get('date') ?? fields.get('published') ?? fields.get('publishedat') ?? null,
  };
}

const LONGEST_FRONT_MATTER = 10_000;

/** `name: value` lines between two lines of `---` at the very beginning; anything deeper is passed over. */
function readFrontMatter(markdown: string): { readonly fields: ReadonlyMap<string, string>; readonly body: string } {
  const fields = new Map<string, string>();
  const end = markdown.startsWith('---\n')
    ? markdown.slice(0, LONGEST_FRONT_MATTER).search(/\n(?:---|\.\.\.)(?:\n|$)/)
    : -1;
  const lines =
    end === -1
      ? []
      : markdown
          .slice(4, end + 1)
          .split('\n')
          .filter((line) => line.trim() !== '');
  // Between two rules there can also be text.
  if (lines.length === 0 || !lines.every((line) => /^(?:[\w-]{1,40}\s?:|\s|-\s|#)/.test(line)))
    return { fields, body: markdown };
  for (const line of lines) {
    const match = /^([\w-]{1,40})\s?:\s(.*)$/.exec(line);
    const value = match?.[2]?.trim().replace(/^(["'])(.*)\1$/, '$2') ?? '';
    if (match !== null && value !== '') fields.set((match[1] as string).toLowerCase(), value);
  }
  return { fields, body: markdown.slice(end + 4) };
}
