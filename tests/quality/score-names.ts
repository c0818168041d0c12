import type { EntityType } from '../../src/ontology/index.js';

/** A name in a text, as labelled or as read. */
export interface ScoredName {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** How sure the reading is; 1 where a name is labelled. */
  readonly confidence: number;
}

/** A text with the names that are in it, and those that were read. */
export interface NamedText {
  readonly text: string;
  readonly labelled: readonly ScoredName[];
  readonly read: readonly ScoredName[];
}

/** The types that corpora of names tell apart; a FACILITY counts as a PLACE. */
export const SCORED_TYPES = ['PERSON', 'ORGANIZATION', 'PLACE'] as const satisfies readonly EntityType[];

/** How many names are labelled, how many read, and how many of them agree in span and type. */
export interface NameTally {
  labelled: number;
  read: number;
  right: number;
}

/** Names that were read with a confidence in one tenth-wide range: how many, the mean confidence, and how many are right. */
export interface ConfidenceBin {
  readonly from: number;
  read: number;
  confidence: number;
  right: number;
}

export interface NameScores {
  readonly byType: ReadonlyMap<string, NameTally>;
  readonly all: NameTally;
  /** Spans alone, whatever the type. */
  readonly spans: NameTally;
  readonly bins: readonly ConfidenceBin[];
}

/** Scores names strictly: first and last character and type must agree, but for a leading "the" and a genitive's ending. */
export function scoreNames(texts: readonly NamedText[]): NameScores {
  const byType = new Map(SCORED_TYPES.map((type) => [type as string, { labelled: 0, read: 0, right: 0 }]));
  const all = { labelled: 0, read: 0, right: 0 };
  const spans = { labelled: 0, read: 0, right: 0 };
  const bins = Array.from({ length: 10 }, (_, index) => ({ from: index / 10, read: 0, confidence: 0, right: 0 }));
  for (const { text, labelled, read } of texts) {
    const keys = new Map(keep(text, labelled).map((name) => [keyOf(name), name.type]));
    for (const type of keys.values()) (byType.get(type) as NameTally).labelled++;
    all.labelled += keys.size;
    spans.labelled += new Set([...keys.keys()].map(spanOf)).size;
    const spansLabelled = new Set([...keys.keys()].map(spanOf));
    const seen = new Set<string>();
    for (const name of keep(text, read)) {
      const key = keyOf(name);
      if (seen.has(key)) continue;
      seen.add(key);
      const right = keys.has(key) ? 1 : 0;
      const tally = byType.get(name.type) as NameTally;
      const bin = bins[Math.min(9, Math.floor(name.confidence * 10))] as ConfidenceBin;
      for (const one of [tally, all, bin]) {
        one.read++;
        one.right += right;
      }
      bin.confidence += name.confidence;
      spans.read++;
      spans.right += spansLabelled.has(spanOf(key)) ? 1 : 0;
    }
  }
  return { byType, all, spans, bins };
}

/** The harmonic mean of what part of the read is right and what part of the labelled was read, in percent. */
export function nameScore({ labelled, read, right }: NameTally): number {
  return labelled + read === 0 ? 0 : (200 * right) / (labelled + read);
}

function keep(text: string, names: readonly ScoredName[]): readonly ScoredName[] {
  return names.flatMap((name) => {
    const type = name.type === 'FACILITY' ? 'PLACE' : name.type;
    if (!(SCORED_TYPES as readonly string[]).includes(type)) return [];
    let { start, end } = name;
    const article = /^the\s+/i.exec(text.slice(start, end));
    if (article !== null && article[0].length < end - start) start += article[0].length;
    if (/.['’]s$/i.test(text.slice(start, end))) end -= 2;
    return [{ ...name, type, start, end }];
  });
}

function keyOf({ start, end, type }: ScoredName): string {
  return `${start}-${end} ${type}`;
}

function spanOf(key: string): string {
  return key.split(' ')[0] as string;
}
