import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { annotate } from '../../src/annotate/index.js';
import { extract } from '../../src/extract/index.js';
import { createDocument } from '../../src/read/index.js';
import type { Resources } from '../../src/resources/index.js';
import { parseBio } from '../../src/train/read-bio.js';
import { NAME_CORPORA } from '../../src/train/train-names.js';
import { type NamedText, nameScore, SCORED_TYPES, type ScoredName, scoreNames } from './score-names.js';

/**
 * Two tables of how well names are read in the corpora of names below a folder: F1 by type, and by confidence how many of
 * the names that were read are right. Corpora are JSON Lines with `text` and `mentions` (`*.gold.jsonl`), and `.bio`
 * files but those that the recogniser learned from; '' where there is none.
 */
export function measureNames(folder: string, resources: Resources): string {
  const rows: string[] = [];
  const everything: NamedText[] = [];
  for (const file of filesBelow(folder)) {
    const texts = readCorpus(file, resources).map(({ text, labelled }) => ({
      text,
      labelled,
      read: readNames(text, resources),
    }));
    if (texts.every(({ labelled }) => labelled.length === 0)) continue;
    const { all, spans, byType } = scoreNames(texts);
    const figures = [all, spans, ...SCORED_TYPES.map((type) => byType.get(type) ?? all)].map((tally) =>
      nameScore(tally).toFixed(1),
    );
    rows.push(`| ${path.relative(folder, file)} | ${all.labelled} | ${figures.join(' | ')} |`);
    everything.push(...texts);
  }
  if (rows.length === 0) return '';
  const bins = scoreNames(everything)
    .bins.filter(({ read }) => read > 0)
    .map(({ from, read, confidence, right }) => {
      const share = (sum: number) => ((100 * sum) / read).toFixed(1);
      return `| ${from.toFixed(1)}–${(from + 0.1).toFixed(1)} | ${read} | ${share(confidence)} | ${share(right)} |`;
    });
  return [
    '| names | labelled | F1 | spans | PERSON | ORGANIZATION | PLACE |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '| confidence | names read | mean, % | right, % |',
    '| --- | --- | --- | --- |',
    ...bins,
  ].join('\n');
}

function filesBelow(folder: string): readonly string[] {
  const learned = new Set(NAME_CORPORA.map(({ file }) => path.basename(file)));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.gold\.jsonl$/.test(name) || (name.endsWith('.bio') && !learned.has(path.basename(name))))
    .sort()
    .map((name) => path.join(folder, name));
}

interface LabelledText {
  readonly text: string;
  readonly labelled: readonly ScoredName[];
}

function readCorpus(file: string, resources: Resources): readonly LabelledText[] {
  const content = readFileSync(file, 'utf8');
  if (file.endsWith('.bio')) return parseBio(content, resources.abbreviations).map(joinSentences);
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { text = '', mentions = [] } = JSON.parse(line) as { text?: string; mentions?: readonly Mention[] };
      const labelled = mentions.flatMap(({ start, end, type, kind }) =>
        type === undefined || start === undefined || end === undefined || (kind ?? 'NAME') !== 'NAME'
          ? []
          : [{ start, end, type, confidence: 1 }],
      );
      return { text, labelled };
    });
}

interface Mention {
  readonly start?: number;
  readonly end?: number;
  readonly type?: string;
  readonly kind?: string;
}

const TYPES: Readonly<Record<string, string>> = { PER: 'PERSON', ORG: 'ORGANIZATION', LOC: 'PLACE' };

/** The words of a document with blanks between them, a sentence a paragraph. */
function joinSentences(document: ReturnType<typeof parseBio>[number]): LabelledText {
  let text = '';
  const labelled: ScoredName[] = [];
  for (const { words, names } of document) {
    const starts = words.map((word) => {
      const start = text.length;
      text += `${word} `;
      return start;
    });
    for (const { first, last, type } of names) {
      const end = (starts[last - 1] as number) + (words[last - 1] as string).length;
      labelled.push({ start: starts[first] as number, end, type: TYPES[type] ?? type, confidence: 1 });
    }
    text += '\n\n';
  }
  return { text, labelled };
}

function readNames(text: string, resources: Resources): readonly ScoredName[] {
  const document = createDocument({ id: 'text', text });
  return extract(annotate(document, resources), resources).mentions.filter(({ kind }) => kind === 'NAME');
}
