import type { RawInput, Reading, ReadOptions } from './raw-input.js';
import { readCsv } from './read-csv.js';
import { readDocx } from './read-docx.js';
import { readFeed } from './read-feed.js';
import { readHtml } from './read-html.js';
import { readJsonLines } from './read-json-lines.js';
import { readMarkdown } from './read-markdown.js';
import { readPdf } from './read-pdf.js';
import { readPlainText } from './read-plain-text.js';

/** One input format: a row of READERS. */
export interface Reader {
  /** Upper case, as `PLAIN_TEXT`. */
  readonly id: string;
  /** Lower case, the usual one first. */
  readonly mediaTypes: readonly string[];
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** One sentence for people. */
  readonly description: string;
  /** True where a content without a name is of this format, told by its first bytes as a character each. */
  readonly matches: (head: string) => boolean;
  /**
   * The documents of an input, in order, and failures of single ones.
   * @throws ClaimgraphError INPUT_* where the input as a whole cannot be read; any other error means the same.
   */
  readonly read: (input: RawInput, options: ReadOptions) => AsyncIterable<Reading>;
}

/** Every input format; a content without a name is of the first one that it matches. */
export const READERS: readonly Reader[] = [
  {
    id: 'PDF',
    mediaTypes: ['application/pdf', 'application/x-pdf'],
    extensions: ['pdf'],
    description: 'PDF files that hold text: lines joined into paragraphs.',
    matches: (head) => head.slice(0, 1024).includes('%PDF-'),
    read: readPdf,
  },
  {
    id: 'DOCX',
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    extensions: ['docx'],
    description: 'Word documents (DOCX): their paragraphs.',
    matches: (head) => head.startsWith('PK\u0003\u0004') && /\[Content_Types\]\.xml|word\//.test(head),
    read: readDocx,
  },
  {
    id: 'FEED',
    mediaTypes: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/xml', 'text/xml'],
    extensions: ['rss', 'atom', 'rdf', 'xml'],
    description: 'RSS and Atom feeds: a document an item.',
    matches: (head) => /^\W{0,9}(?:<\?xml|<rss|<feed|<rdf:RDF)(?=[\s>])/i.test(head) && !/<html(?=[\s>])/i.test(head),
    read: readFeed,
  },
  {
    id: 'HTML',
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    extensions: ['html', 'htm', 'xhtml'],
    description: 'Web pages: title and article, without the furniture of the page.',
    matches: (head) => /<(?:!doctype\s+html|html|head|body)(?=[\s>])/i.test(head.slice(0, 1024)),
    read: readHtml,
  },
  {
    id: 'JSON_LINES',
    mediaTypes: ['application/jsonl', 'application/x-ndjson', 'application/x-jsonlines', 'application/json-lines'],
    extensions: ['jsonl', 'ndjson'],
    description: 'JSON Lines: a document a line, {id?, text, title?, source?, url?, publishedAt?}.',
    matches: (head) => /^\s{0,99}\{\s{0,99}"/.test(head) && /"text"\s{0,9}:/.test(head),
    read: readJsonLines,
  },
  {
    id: 'CSV',
    mediaTypes: ['text/csv', 'application/csv', 'text/tab-separated-values'],
    extensions: ['csv', 'tsv'],
    description: 'Tables with a column of texts: a document a row.',
    // No content is surely a table: prose has commas too.
    matches: () => false,
    read: readCsv,
  },
  {
    id: 'MARKDOWN',
    mediaTypes: ['text/markdown', 'text/x-markdown'],
    extensions: ['md', 'markdown'],
    description: 'Markdown: the text that it shows.',
    matches: () => false,
    read: readMarkdown,
  },
  {
    id: 'PLAIN_TEXT',
    mediaTypes: ['text/plain'],
    extensions: ['txt', 'text'],
    description: 'Plain text in UTF-8, UTF-16 or Windows-1252.',
    matches: () => true,
    read: readPlainText,
  },
];
