import { parseFeed } from 'feedsmith';
import { ClaimgraphError } from '../base/index.js';
import { type DocumentFields, LONGEST_ID } from './create-document.js';
import { decodeText } from './decode-text.js';
import { decodeEntities } from './html-entities.js';
import { htmlToText } from './html-to-text.js';
import { isBlank, normalizeLine } from './normalize-text.js';
import { openPlainBytes, tooLarge } from './open-bytes.js';
import type { RawInput, Reading, ReadOptions } from './raw-input.js';
import { declaredCharset } from './read-html.js';
import { failureOf, readingOf } from './readings.js';
import { splitFeed } from './split-feed.js';

/** Reads RSS and Atom: a document an item, in memory for one of them; the feed's title is the source. */
export async function* readFeed(input: RawInput, options: ReadOptions): AsyncIterable<Reading> {
  let feed: Feed | null = null;
  let bytes = 0;
  let count = 0;
  for await (const part of splitFeed(openPlainBytes(input), options.maxDocument)) {
    feed ??= readHeader(part.header);
    const { root, title, charset } = feed;
    count++;
    bytes += part.size;
    if (part.kind === 'ITEM') {
      const make = () => readItem({ markup: part.markup, root, title, charset });
      const reading = readingOf(make, { input: input.name, line: null, bytes }, options);
      if (reading.kind === 'DOCUMENT') bytes = 0;
      yield reading;
    } else if (part.kind === 'TOO_LARGE') {
      yield failureOf(tooLarge(options.maxDocument), input.name);
    } else {
      yield failureOf(malformed(`The feed breaks off within its item ${count}.`), input.name);
    }
  }
  if (feed === null)
    throw new ClaimgraphError('INPUT_EMPTY', 'Expected an RSS or Atom feed with items, but there are none.');
}

interface Feed {
  /** The start tag of the root, which names the namespaces, and of RSS the channel's. */
  readonly root: string;
  readonly title: string | null;
  readonly charset: string | null;
}

const ROOT = /<(rss|feed|rdf:RDF|(?:[\w-]{1,20}:)feed)(?=[\s>])[^<>]{0,20000}>/i;

function readHeader(header: string): Feed {
  const root = ROOT.exec(header)?.[0];
  if (root === undefined) throw malformed('Expected an RSS or Atom feed, but its root is neither.');
  const charset = declaredCharset(Buffer.from(header.slice(0, 2048), 'latin1'));
  const title = /<(?:[\w-]{1,20}:)?title\b[^<>]{0,500}>\s{0,100}(?:<!\[CDATA\[)?([^<\]]{1,1000})/i.exec(header)?.[1];
  const decoded = title === undefined ? null : decodeEntities(decodeText(Buffer.from(title, 'latin1'), charset));
  return { root, title: normalizeLine(decoded), charset };
}

function readItem(item: { readonly markup: string } & Feed): DocumentFields {
  const name = /^<([\w:-]+)/.exec(item.root)?.[1] ?? 'rss';
  const isRss = /^rss$/i.test(name);
  const before = isRss ? `${item.root}<channel>` : item.root;
  const after = isRss ? `</channel></${name}>` : `</${name}>`;
  // RSS 1.0 has its items beside the channel, without which it is no feed.
  const channel = /^rdf/i.test(name) ? '<channel><title>-</title></channel>' : '';
  const markup = decodeText(Buffer.from(item.markup, 'latin1'), item.charset);
  const parsed = parseItem(before + channel + markup + after);
  const body = readBody(parsed);
  const title = readTitle(parsed.title);
  const text = [title ?? '', body].filter((part) => !isBlank(part)).join('\n\n');
  if (text === '') throw new ClaimgraphError('INPUT_EMPTY', 'An item of the feed holds neither title nor text.');
  const id = (typeof parsed.guid === 'object' ? parsed.guid?.value : parsed.guid) ?? parsed.id ?? null;
  return {
    text,
    title,
    id: id === null || id.length > LONGEST_ID ? null : id.trim(),
    source: item.title,
    url: parsed.link ?? parsed.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? null,
    publishedAt:
      parsed.pubDate ?? parsed.published ?? parsed.updated ?? parsed.dc?.dates?.[0] ?? parsed.dc?.date ?? null,
  };
}

interface AtomText {
  readonly value?: string;
  readonly type?: string;
}

/** What is used of an item of either format, as feedsmith names it. */
interface FeedItem {
  readonly title?: string | AtomText;
  readonly link?: string;
  readonly guid?: string | { readonly value?: string };
  readonly pubDate?: string;
  readonly description?: string;
  readonly content?: AtomText & { readonly encoded?: string };
  readonly dc?: { readonly date?: string; readonly dates?: readonly string[] };
  readonly id?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[];
  readonly published?: string;
  readonly updated?: string;
  readonly summary?: AtomText;
}

/** Empty where the parser sees no item. */
function parseItem(feed: string): FeedItem {
  const parsed = parseFeed(feed).feed as {
    readonly items?: readonly FeedItem[];
    readonly entries?: readonly FeedItem[];
  };
  return (parsed.items ?? parsed.entries)?.[0] ?? {};
}

function readBody({ content, description, summary }: FeedItem): string {
  const atom = content?.value === undefined ? summary : content;
  if (content?.encoded !== undefined) return htmlToText(content.encoded);
  if (description !== undefined) return htmlToText(description);
  if (atom?.value === undefined) return '';
  return isPlain(atom) ? atom.value.trim() : htmlToText(atom.value);
}

function readTitle(title: FeedItem['title']): string | null {
  if (title === undefined) return null;
  if (typeof title === 'string') return normalizeLine(htmlToText(title));
  return normalizeLine(isPlain(title) ? title.value : htmlToText(title.value ?? ''));
}

/** Atom's text without a type is plain, where it holds no markup all the same. */
function isPlain({ type, value = '' }: AtomText): boolean {
  return (type === undefined || type === 'text' || type === 'text/plain') && !/<\/?[a-z][^<>]*>/i.test(value);
}

function malformed(message: string): ClaimgraphError {
  return new ClaimgraphError('INPUT_MALFORMED', message);
}
