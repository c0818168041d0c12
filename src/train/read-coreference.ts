/** A text with its mentions and who is who, as GUM marks them in the MISC column of CoNLL-U. */
export interface CoreferenceDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** A mention; offsets are UTF-16 code units of the text. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  /** Span of the words that any reading of it must hold. */
  readonly coreStart: number;
  readonly coreEnd: number;
  /** The same for all mentions of one thing in a document. */
  readonly entity: string;
}

/**
 * Reads the documents of a treebank in GUM's form. As in OntoNotes, what only describes the thing beside it is no mention:
 * appositions and predicates are left out. A text without entities gives documents without mentions.
 */
export function readCoreference(source: string): readonly CoreferenceDocument[] {
  const documents: { id: string; text: string; mentions: GoldMention[] }[] = [];
  let text = '';
  let mentions: GoldMention[] = [];
  let open: OpenMention[] = [];
  let starts: number[] = [];
  let ends: number[] = [];
  let within = 0;
  const close = () => {
    const held = documents.at(-1);
    if (held !== undefined) [held.text, held.mentions] = [text, mentions];
    [text, mentions, open, starts, ends] = ['', [], [], [], []];
  };
  for (const line of source.split('\n')) {
    const opened = /^# newdoc id = (\S+)/.exec(line);
    if (opened !== null) {
      close();
      documents.push({ id: opened[1] as string, text: '', mentions: [] });
    } else if (line.startsWith('# newpar') && !line.startsWith('# newpar_block')) {
      text = text === '' ? '' : `${text.trimEnd()}\n`;
    }
    const cells = line.split('\t');
    if (cells.length !== 10 || (cells[0] as string).includes('.')) continue;
    const [number, word, misc] = [cells[0] as string, cells[1] as string, cells[9] as string];
    const blank = misc.includes('SpaceAfter=No') ? '' : ' ';
    if (number.includes('-')) {
      const [from, to] = number.split('-').map(Number) as [number, number];
      within = to - from + 1;
      for (let part = 0; part < within; part++) {
        starts.push(text.length);
        ends.push(text.length + word.length);
      }
      text += word + blank;
      continue;
    }
    if (within > 0) {
      // The words of "don't" share its letters, where they make it up.
      within--;
      const at = starts.length - within - 1;
      const start = starts[at] as number;
      if (text.startsWith(word, start)) {
        ends[at] = start + word.length;
        for (let later = at + 1; later < starts.length; later++) starts[later] = start + word.length;
      }
      readEntities(misc, at);
      continue;
    }
    starts.push(text.length);
    ends.push(text.length + word.length);
    text += word + blank;
    readEntities(misc, starts.length - 1);
  }
  close();
  return documents;

  function readEntities(misc: string, token: number): void {
    const marks = /Entity=([^|]*)/.exec(misc)?.[1] ?? '';
    for (const [, opens, whole, closes] of marks.matchAll(/\(([^()]+)(\)?)|([^()]+)\)/g)) {
      const fields = (opens ?? '').split('-');
      if (opens !== undefined)
        open.push({ id: fields[0] as string, core: fields[5] ?? '', link: fields[6] ?? '', first: token });
      // "(1-person-…)": one word opens and closes.
      if (opens === undefined) shut(closes as string, token);
      else if (whole === ')') shut(fields[0] as string, token);
    }
  }

  function shut(id: string, token: number): void {
    const at = open.findLastIndex((one) => one.id === id);
    if (at === -1) return;
    const [{ first, core, link }] = open.splice(at, 1) as [OpenMention];
    if (link === 'appos' || link === 'pred') return;
    const words = core.split(',').map((word) => first + Number.parseInt(word, 10) - 1);
    const [low, high] = [Math.min(...words), Math.max(...words)];
    if (!(low >= first && high <= token)) return;
    mentions.push({
      start: starts[first] as number,
      end: ends[token] as number,
      coreStart: starts[low] as number,
      coreEnd: ends[high] as number,
      entity: id,
    });
  }
}

interface OpenMention {
  readonly id: string;
  readonly core: string;
  readonly link: string;
  readonly first: number;
}
