import { decodeEntities } from './html-entities.js';

/** What a Markdown file says, without its marks. */
export interface MarkdownText {
  /** Paragraphs with a blank line between them; a paragraph, a heading, a list item and a table row are one line each. */
  readonly text: string;
  /** The first heading of the first level; null where there is none. */
  readonly title: string | null;
}

/**
 * Takes the marks out of Markdown: headings, emphasis, links, lists, quotations and tables become plain lines; code,
 * images, comments and rules are left out. Line by line, each in time linear in its length.
 */
export function markdownToText(markdown: string): MarkdownText {
  const blocks: Block[] = [];
  let title: string | null = null;
  let fence: string | null = null;
  let open: Block | null = null;

  function close(): void {
    open = null;
  }
  function add(kind: Block['kind'], line: string): void {
    open = { kind, lines: [line] };
    blocks.push(open);
  }

  for (const raw of withoutComments(markdown).split('\n')) {
    if (fence !== null) {
      if (raw.trim().startsWith(fence) && /^[`~\s]*$/.test(raw)) fence = null;
      continue;
    }
    const line = unquote(raw);
    const trimmed = line.trim();
    const fenceOpen = /^(?:`{3,}|~{3,})/.exec(trimmed);
    if (fenceOpen !== null) {
      fence = fenceOpen[0];
      close();
    } else if (trimmed === '' || DEFINITION.test(trimmed)) {
      close();
    } else if (open === null && /^(?: {4}|\t)/.test(line) && blocks.at(-1)?.kind !== 'ITEM') {
      // Indented code. Below a list item, the indent is a paragraph of the item.
    } else if (/^#{1,6}(?:\s|$)/.test(trimmed)) {
      const heading = trimmed.replace(/^#{1,6}\s*/, '').replace(/\s#{1,20}$/, '');
      if (title === null && /^#\s/.test(trimmed)) title = inlineText(heading);
      add('HEADING', heading);
      close();
    } else if (open !== null && (open as Block).kind === 'PARAGRAPH' && /^(?:=+|-{2,})$/.test(trimmed)) {
      if (title === null && trimmed.startsWith('=')) title = inlineText((open as Block).lines.join(' '));
      close();
    } else if (/^(?:[-*_]\s?){3,}$/.test(trimmed) || /^\|?(?:\s?:?-+:?\s?\|)+(?:\s?:?-+:?)?$/.test(trimmed)) {
      close();
    } else if (trimmed.startsWith('|')) {
      add('ROW', trimmed.replaceAll(/\s*\|\s*/g, ' ').trim());
      close();
    } else if (LIST_MARK.test(line)) {
      add('ITEM', line.replace(LIST_MARK, ''));
    } else if (open === null) {
      add('PARAGRAPH', trimmed);
    } else {
      (open as Block).lines.push(trimmed);
    }
  }
  return { text: join(blocks), title };
}

interface Block {
  readonly kind: 'PARAGRAPH' | 'HEADING' | 'ITEM' | 'ROW';
  readonly lines: string[];
}

const LIST_MARK = /^\s{0,12}(?:[-*+•]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s)?/;
/** `[name]: https://…`, `[^1]: a footnote's first line stays`: only addresses are definitions. */
const DEFINITION = /^\[[^\]^]{1,200}\]:\s/;

/** Items and rows that follow one another stay together. */
function join(blocks: readonly Block[]): string {
  let text = '';
  let last: Block['kind'] | null = null;
  for (const { kind, lines } of blocks) {
    const line = inlineText(lines.map((part) => part.replace(/(?: {2,}|\\)$/, '')).join(' '));
    if (line === '') continue;
    const together = last === kind && (kind === 'ITEM' || kind === 'ROW');
    text += text === '' ? line : `${together ? '\n' : '\n\n'}${line}`;
    last = kind;
  }
  return text;
}

/** Backslashes hide a mark until the others are gone. */
const HIDDEN_START = 0xe000;

function inlineText(line: string): string {
  const hidden = line.replaceAll(/\\([!-/:-@[-`{-~])/g, (_, mark: string) =>
    String.fromCharCode(HIDDEN_START + mark.charCodeAt(0)),
  );
  const bare = hidden
    .replaceAll(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])?/g, '')
    .replaceAll(/\[\^[^[\]\s]{1,40}\]:?/g, '')
    .replaceAll(/\[([^[\]]*)\]\((?:[^()]|\([^()]{0,200}\)){0,2000}\)/g, '$1')
    .replaceAll(/\[([^[\]]*)\]\[[^[\]]*\]/g, '$1')
    .replaceAll(/<(?:https?:|mailto:)([^<>\s]*)>/g, '')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/`+/g, '')
    .replaceAll(/~~/g, '')
    .replaceAll(/(?<=\S)\*{1,3}|\*{1,3}(?=\S)/g, '')
    .replaceAll(/(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu, '');
  const shown = decodeEntities(bare).replaceAll(/[\ue021-\ue07e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - HIDDEN_START),
  );
  return shown.replaceAll(/\s+/g, ' ').trim();
}

function unquote(line: string): string {
  return /^\s{0,3}>/.test(line) ? line.replace(/^(?:\s{0,3}>\s?){1,20}/, '') : line;
}

function withoutComments(markdown: string): string {
  const parts: string[] = [];
  let position = 0;
  for (let open = markdown.indexOf('<!--'); open !== -1; open = markdown.indexOf('<!--', position)) {
    const end = markdown.indexOf('-->', open + 4);
    if (end === -1) break;
    parts.push(markdown.slice(position, open));
    position = end + 3;
  }
  return parts.join('') + markdown.slice(position);
}
