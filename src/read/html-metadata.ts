import { decodeEntities } from './html-entities.js';
import { normalizeDate } from './normalize-date.js';
import { normalizeLine } from './normalize-text.js';

/** What a web page says of itself; null where it says nothing. */
export interface HtmlMetadata {
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
}

/** Reads the metadata of a page from its JSON-LD and meta elements, without a tree. */
export function readHtmlMetadata(html: string): HtmlMetadata {
  const meta = readMeta(html);
  const article = readJsonLd(html);
  const from = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value !== undefined);
  const source = article.source ?? from(SOURCE_NAMES) ?? null;
  const title = article.title ?? from(TITLE_NAMES) ?? withoutSite(elementText(html, 'title'), source);
  const dates = [article.publishedAt, ...DATE_NAMES.map((name) => meta.get(name)), timeOf(html)];
  return {
    title: normalizeLine(title ?? elementText(html, 'h1')),
    source: normalizeLine(source),
    url: webAddress(meta.get('canonical')) ?? webAddress(meta.get('og:url')) ?? webAddress(article.url),
    publishedAt: dates.map((date) => normalizeDate(date ?? null)).find((date) => date !== null) ?? null,
  };
}

const TITLE_NAMES = ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'title'];
const SOURCE_NAMES = ['og:site_name', 'publisher', 'dc.publisher', 'application-name', 'article:publisher_name'];
const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'publishdate',
  'publish-date',
  'pubdate',
  'sailthru.date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'date',
];
/** Types of schema.org that an article has. */
const ARTICLE_TYPE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*NewsArticle|BlogPosting|LiveBlogPosting|Report|OpinionNewsArticle|CreativeWork|WebPage)$/;
/** Metadata stand at the beginning; more than that is not looked through. */
const TAG = /<(meta|link)\b((?:[^>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,4000})>/gi;
const ATTRIBUTE = /([\w:-]{1,40})\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const MOST_TAGS = 500;
const HEAD_LENGTH = 300_000;

/** Contents of meta elements by name or property in small letters, the first of each, and of `<link rel="canonical">`. */
function readMeta(html: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let tags = 0;
  for (const [, kind = '', attributes = ''] of html.slice(0, HEAD_LENGTH).matchAll(TAG)) {
    if (++tags > MOST_TAGS) break;
    const values = new Map<string, string>();
    for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
      values.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
    }
    const isLink = kind.toLowerCase() === 'link';
    const name = isLink ? values.get('rel') : (values.get('property') ?? values.get('name') ?? values.get('itemprop'));
    const content = isLink ? values.get('href') : values.get('content');
    const key = name?.trim().toLowerCase();
    if (key !== undefined && content !== undefined && content.trim() !== '' && !found.has(key)) found.set(key, content);
  }
  return found;
}

type Article = { readonly [Name in keyof HtmlMetadata]: string | undefined };

/** The first article of the page's JSON-LD. */
function readJsonLd(html: string): Article {
  const none = { title: undefined, source: undefined, url: undefined, publishedAt: undefined };
  for (let open = SCRIPT_OPEN.exec(html), scripts = 0; open !== null && scripts < 20; scripts++) {
    const start = open.index + open[0].length;
    const end = html.indexOf('</script', start);
    const article = end === -1 ? undefined : findArticle(parseJson(html.slice(start, end)), 0);
    if (article !== undefined) return articleOf(article);
    const rest = new RegExp(SCRIPT_OPEN, 'gi');
    rest.lastIndex = start;
    open = rest.exec(html);
  }
  return none;
}

const SCRIPT_OPEN = /<script\b[^>]{0,200}\bapplication\/ld\+json\b[^>]{0,200}>/i;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Broken metadata is as good as none.
    return null;
  }
}

function findArticle(value: unknown, depth: number): Readonly<Record<string, unknown>> | undefined {
  if (depth > 3 || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    for (const part of value.slice(0, 200)) {
      const found = findArticle(part, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const record = value as Readonly<Record<string, unknown>>;
  const types = [record['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) return record;
  return findArticle(record['@graph'], depth + 1);
}

function articleOf(record: Readonly<Record<string, unknown>>): Article {
  const publisher = [record.publisher].flat()[0];
  const name = typeof publisher === 'object' && publisher !== null ? (publisher as { name?: unknown }).name : publisher;
  return {
    title: words(record.headline) ?? words(record.name),
    source: words(name),
    url: words(record.url) ?? words(record.mainEntityOfPage),
    publishedAt: words(record.datePublished) ?? words(record.dateCreated),
  };
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? decodeEntities(value) : undefined;
}

/** The text of the first element of that name, which holds no long markup; null where there is none. */
function elementText(html: string, name: string): string | null {
  const open = new RegExp(`<${name}\\b[^>]{0,200}>`, 'i').exec(html);
  if (open === null) return null;
  const start = open.index + open[0].length;
  const end = html.slice(start, start + 2000).search(new RegExp(`</${name}`, 'i'));
  return end === -1 ? null : normalizeLine(decodeEntities(html.slice(start, start + end).replaceAll(/<[^<>]*>/g, ' ')));
}

/** "Dock strike ends | Harbor Press" is the title "Dock strike ends", where the page names its site so. */
function withoutSite(title: string | null, source: string | null): string | null {
  if (title === null || source === null) return title;
  const bare = title.endsWith(source) ? title.slice(0, -source.length).replace(/\s[-–—|:·»]{1,2}\s{0,5}$/, '') : title;
  return bare.trim() === '' || bare.length + source.length === title.length ? title : bare;
}

function timeOf(html: string): string | undefined {
  return /<time\b[^>]{0,200}?\bdatetime\s?=\s?["']?([^"'>\s]{8,40})/i.exec(html)?.[1];
}

function webAddress(value: string | undefined): string | null {
  const address = value?.trim() ?? '';
  return /^https?:\/\/\S+$/i.test(address) && address.length <= 2000 ? address : null;
}
