import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { ClaimgraphError } from '../base/index.js';
import type { DocumentFields } from './create-document.js';
import { decodeText } from './decode-text.js';
import { readHtmlMetadata } from './html-metadata.js';
import { htmlToText } from './html-to-text.js';
import { readWhole } from './readings.js';

/** Reads a web page: the article's title, a blank line and its paragraphs. */
export const readHtml = readWhole((bytes) => parseHtml(decodeText(bytes, declaredCharset(bytes))));

/**
 * The article of a page, with what the page says of itself. Pages too large, too deep or too odd for a tree are read
 * without one: their whole body is the article then.
 * @throws ClaimgraphError INPUT_EMPTY where it holds no text.
 */
export function parseHtml(html: string): DocumentFields {
  const clean = html.replaceAll(/[\u0000-\u0008\u000e-\u001f]/g, ' ');
  const metadata = readHtmlMetadata(clean);
  const body = readArticle(clean) ?? htmlToText(mainPart(clean));
  if (body === '') throw new ClaimgraphError('INPUT_EMPTY', 'Expected a text, but the page holds none.');
  const { title } = metadata;
  return { ...metadata, text: title === null ? body : `${title}\n\n${withoutTitle(body, title)}`.trimEnd() };
}

/** The character set that a page or feed says it is in, within its first bytes; null where it says none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return (
    /^\s{0,20}<\?xml\b[^>]{0,100}\bencoding\s?=\s?["']([\w.:-]{1,40})/i.exec(head)?.[1] ??
    /<meta\b[^>]{0,200}\bcharset\s?=\s?["']?([\w.:-]{1,40})/i.exec(head)?.[1] ??
    null
  );
}

/** Bounds of what a tree is built for: beyond them readability takes seconds, or runs out of stack. */
const LARGEST_TREE = { length: 4_000_000, tags: 20_000, depth: 200, tagLength: 20_000 };
/** Short news is an article too; readability's own bound of 500 makes it look for more on the page. */
const SHORTEST_ARTICLE = 140;
/** Elements that are never the article, and those whose class or id says that they are furniture. */
const FURNITURE_ELEMENTS =
  'aside, nav, form, button, dialog, figcaption, footer, noscript, [role="dialog"], [aria-hidden="true"]';
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:newsletters?|sign-?up|subscribe|subscription|cookies?|consent|gdpr|related|recirc|recommended|promo|advert|advertisement|ads?|social|share|sharing|comments?|sponsored|outbrain|taboola|most-read|trending|byline|caption|credit)(?:$|[\s_-])/i;

function readArticle(html: string): string | null {
  if (!fitsTree(html)) return null;
  try {
    const page = /<html\b/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
    const { document } = parseHTML(page);
    dropFurniture(document);
    const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: SHORTEST_ARTICLE,
    }).parse();
    const text = htmlToText(article?.content ?? '');
    return text.length >= SHORTEST_ARTICLE ? text : null;
  } catch {
    // Whatever the tree could not bear is read without one.
    return null;
  }
}

function dropFurniture(document: ReturnType<typeof parseHTML>['document']): void {
  for (const element of document.querySelectorAll(FURNITURE_ELEMENTS)) element.remove();
  for (const element of document.querySelectorAll('[class], [id]')) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    // A wrapper of the whole page can be named so too ("has-ads"): what holds the headline stays.
    if (FURNITURE_NAME.test(names) && element.querySelector('h1, article, main') === null && !isPage(element)) {
      element.remove();
    }
  }
}

function isPage(element: { readonly tagName: string }): boolean {
  return /^(?:html|body|main|article|h1)$/i.test(element.tagName);
}

/** One pass over the tags: void elements aside, what opens and does not close makes the tree deep. */
function fitsTree(html: string): boolean {
  if (html.length > LARGEST_TREE.length) return false;
  let tags = 0;
  let depth = 0;
  let last = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z\d]*)?/gi)) {
    if (match.index - last > LARGEST_TREE.tagLength && html.indexOf('>', last) - last > LARGEST_TREE.tagLength)
      return false;
    last = match.index;
    if (++tags > LARGEST_TREE.tags) return false;
    if (match[1] === '/') depth = Math.max(0, depth - 1);
    else if (!SHALLOW.has((match[2] ?? 'br').toLowerCase())) depth++;
    if (depth > LARGEST_TREE.depth) return false;
  }
  return html.length - last <= LARGEST_TREE.tagLength || html.indexOf('>', last) - last <= LARGEST_TREE.tagLength;
}

/** Elements that need no end tag, and so do not make the tree deep. */
const SHALLOW = new Set(
  'area base br col dd dt embed hr img input li link meta option p param path source td th tr track use wbr'.split(' '),
);

/** The part of a page that is most likely the article, where readability finds none. */
function mainPart(html: string): string {
  for (const name of ['article', 'main', 'body']) {
    const open = new RegExp(`<${name}(?![a-z\\d-])`, 'i').exec(html);
    if (open === null) continue;
    const end = html.toLowerCase().lastIndexOf(`</${name}`);
    return html.slice(open.index, end > open.index ? end : html.length);
  }
  return html;
}

/** The title stands once: where the article opens with it, that line goes. */
function withoutTitle(body: string, title: string): string {
  const end = body.indexOf('\n');
  const first = end === -1 ? body : body.slice(0, end);
  return first.trim().toLowerCase() === title.toLowerCase() ? body.slice(first.length).trimStart() : body;
}
