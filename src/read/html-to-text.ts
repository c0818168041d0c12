import { decodeEntities } from './html-entities.js';

/**
 * The text of HTML: paragraphs with a blank line between them, line breaks as line ends, list items and table rows on
 * lines of their own. What is no prose (scripts, navigation, forms, captions) is left out. One pass over the markup
 * without a tree, so that no depth or breadth of it costs more than its length.
 */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  const unclosed = new Set<string>();
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    if (open === -1) break;
    parts.push(html.slice(position, open));
    const special = skipSpecial(html, open);
    if (special !== null) {
      if (html.startsWith('<![CDATA[', open)) parts.push(html.slice(open + 9, Math.max(open + 9, special - 3)));
      position = special;
      continue;
    }
    const name = tagName(html, open);
    const end = name === '' ? -1 : tagEnd(html, open);
    if (end === -1) {
      // A lone "<" is text; a tag that never ends is not.
      if (name === '') parts.push('<');
      position = name === '' ? open + 1 : html.length;
      continue;
    }
    parts.push(breakOf(name));
    position = skipElement(html, { name, end }, unclosed);
  }
  if (position < html.length) parts.push(html.slice(position));
  return tidy(decodeEntities(parts.join('')));
}

/** Marks that stand for breaks until white space is tidied: HTML may hold no such characters, and none that it holds shows. */
const PARAGRAPH_BREAK = '\u0001';
const LINE_BREAK = '\u0002';

const PARAGRAPHS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
  header hr main nav ol p pre section table ul`.split(/\s+/),
);
const LINES = new Set(['br', 'li', 'tr', 'caption', 'option', 'summary']);
/** Elements whose content is no prose of the article. */
const SKIPPED = new Set(
  `aside audio button canvas datalist dialog figcaption footer form head iframe map math nav noscript object option script
  select style svg template textarea title video`.split(/\s+/),
);

function breakOf(name: string): string {
  const bare = name.startsWith('/') ? name.slice(1) : name;
  if (PARAGRAPHS.has(bare)) return PARAGRAPH_BREAK;
  if (LINES.has(bare)) return LINE_BREAK;
  return bare === 'td' || bare === 'th' ? ' ' : '';
}

/** The end of a comment, declaration or CDATA section that begins here; null where none does. */
function skipSpecial(html: string, open: number): number | null {
  const closing = html.startsWith('<!--', open)
    ? '-->'
    : html.startsWith('<![CDATA[', open)
      ? ']]>'
      : html[open + 1] === '!' || html[open + 1] === '?'
        ? '>'
        : null;
  if (closing === null) return null;
  const end = html.indexOf(closing, open + 2);
  return end === -1 ? html.length : end + closing.length;
}

/** In small letters, with its slash where it closes; empty where no tag begins here. */
function tagName(html: string, open: number): string {
  return /^\/?[a-z][a-z\d]*/i.exec(html.slice(open + 1, open + 20))?.[0].toLowerCase() ?? '';
}

/** The offset behind the ">" that ends a tag; -1 where none does. Quotation marks may hold ">". */
function tagEnd(html: string, open: number): number {
  const next = /["'>]/g;
  next.lastIndex = open + 1;
  for (let match = next.exec(html); match !== null; match = next.exec(html)) {
    if (match[0] === '>') return match.index + 1;
    // A quotation mark counts only where an attribute's value begins.
    if (html[match.index - 1] !== '=') continue;
    const close = html.indexOf(match[0], match.index + 1);
    if (close === -1) break;
    next.lastIndex = close + 1;
  }
  const end = html.indexOf('>', open);
  return end === -1 ? -1 : end + 1;
}

/** The offset from which text goes on: behind the whole element where it holds no prose, else behind its tag. */
function skipElement(
  html: string,
  tag: { readonly name: string; readonly end: number },
  unclosed: Set<string>,
): number {
  if (!SKIPPED.has(tag.name) || html[tag.end - 2] === '/' || unclosed.has(tag.name)) return tag.end;
  const tags = new RegExp(`<(/?)${tag.name}(?![a-z\\d-])`, 'gi');
  tags.lastIndex = tag.end;
  const nests = !RAW.has(tag.name);
  let depth = 1;
  for (let match = tags.exec(html); match !== null; match = tags.exec(html)) {
    if (match[1] === '/') depth--;
    else if (nests) depth++;
    if (depth > 0) continue;
    const end = html.indexOf('>', match.index);
    return end === -1 ? html.length : end + 1;
  }
  // Never closed: the rest of the page is not thrown away for it, but scripts and styles are no text in any case.
  if (RAW.has(tag.name)) return html.length;
  unclosed.add(tag.name);
  return tag.end;
}

/** Elements that hold no tags, so that "<script>" in a script opens none. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'noscript']);

function tidy(text: string): string {
  return text
    .replaceAll(/[^\S\u00a0]+/g, ' ')
    .split(PARAGRAPH_BREAK)
    .map((paragraph) =>
      paragraph
        .split(LINE_BREAK)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n'),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
