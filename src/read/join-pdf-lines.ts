/** A line of a page, with its place in points; `bottom` counts upwards. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
}

/**
 * Joins the lines of pages into paragraphs with a blank line between them: a wider gap, a larger letter, an indent, or a
 * short line that ends a sentence ends a paragraph; a page does not. Words broken at line ends are put together. Page
 * numbers, and lines that stand at the top or bottom of most pages, are left out. Empty where there is no text.
 */
export function joinPdfLines(pages: readonly (readonly PdfLine[])[]): string {
  const lines = withoutRunningLines(pages);
  const gap = usualGap(lines);
  const width = Math.max(0, ...lines.slice(0, 2000).map((line) => line.right - line.left));
  const hyphenated = hyphenatedWords(lines);
  const paragraphs: string[] = [];
  let before: PdfLine | null = null;
  for (const line of lines) {
    const text = line.text.replaceAll(/\s+/g, ' ').trim();
    const last = paragraphs.length - 1;
    if (before === null || endsParagraph(before, line, { gap, width })) paragraphs.push(text);
    else paragraphs[last] = joinWords(paragraphs[last] as string, text, hyphenated);
    before = line;
  }
  return paragraphs.join('\n\n');
}

const PAGE_NUMBER = /^(?:page )?[-–—|\s]{0,5}(?:\d{1,4}|[ivxl]{1,7})(?: (?:of|\/) \d{1,4})?[-–—|\s]{0,5}$/i;

/** Lines of the shortest page that can have running lines: of a page of few lines, each is its text. */
const SHORTEST_PAGE = 3;

function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): readonly PdfLine[] {
  const counts = new Map<string, number>();
  const edgeKeys = (page: readonly PdfLine[]) =>
    new Set([page[0], page[1], page.at(-1), page.at(-2)].filter((line) => line !== undefined).map(runningKey));
  for (const page of pages) for (const key of edgeKeys(page)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pages.flatMap((page) =>
    page.filter((line, index) => {
      const atEdge = index < 2 || index >= page.length - 2;
      if (!atEdge) return true;
      const isNumber = PAGE_NUMBER.test(line.text.trim()) && page.length > 1;
      const runs =
        pages.length >= 3 && page.length > SHORTEST_PAGE && (counts.get(runningKey(line)) ?? 0) * 2 > pages.length;
      return !isNumber && !runs;
    }),
  );
}

/** Running lines differ in the number of their page. */
function runningKey(line: PdfLine): string {
  return line.text.replaceAll(/\d+/g, '#').trim();
}

/** The distance between lines of one paragraph: the median; 0 where there are too few lines to tell. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps: number[] = [];
  for (let index = 1; index < lines.length; index++) {
    const gap = (lines[index - 1] as PdfLine).bottom - (lines[index] as PdfLine).bottom;
    if (gap > 0) gaps.push(gap);
  }
  gaps.sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? 0;
}

function endsParagraph(
  before: PdfLine,
  line: PdfLine,
  { gap, width }: { readonly gap: number; readonly width: number },
): boolean {
  const distance = before.bottom - line.bottom;
  const ended = /[.!?:…]["”’')\]]*\s*$/.test(before.text.slice(-20));
  // Upwards: a new column or page, where a sentence can go on.
  if (distance <= 0) return ended;
  const larger = Math.abs(before.height - line.height) > 0.15 * Math.max(before.height, line.height);
  const lines = Math.max(before.height, line.height, 1);
  if (larger || distance > lines * 2.4 || (gap > 0 && distance > gap * 1.35 && distance > lines * 1.2)) return true;
  if (!ended) return false;
  return line.left - before.left > lines * 0.8 || before.right - before.left < width * 0.75;
}

/** Words that the text writes with a hyphen within a line: such a one keeps its hyphen at a line's end. */
function hyphenatedWords(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    if (!text.includes('-')) continue;
    for (const [word] of text.matchAll(/(?<![\p{L}-])\p{L}{1,30}-\p{L}{1,30}(?![\p{L}-])/gu))
      words.add(word.toLowerCase());
  }
  return words;
}

function joinWords(paragraph: string, line: string, hyphenated: ReadonlySet<string>): string {
  const start = /^\p{Ll}\p{L}{0,29}/u.exec(line)?.[0];
  const end = /(\p{L}{1,30})[-\u00ad\u2010]$/u.exec(paragraph.slice(-40))?.[1];
  if (start === undefined || end === undefined) {
    return /\p{L}-$/u.test(paragraph.slice(-2)) ? paragraph + line : `${paragraph} ${line}`;
  }
  return hyphenated.has(`${end}-${start}`.toLowerCase()) ? paragraph + line : paragraph.slice(0, -1) + line;
}
