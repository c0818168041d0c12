import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadResources, type Resources } from '../../src/resources/index.js';
import { tagWithModel } from '../../src/train/jackknife-tags.js';
import { readTreebank, TREEBANKS } from '../../src/train/read-treebanks.js';
import { scoreTreebank } from '../../src/train/score-treebank.js';
import { measureNames } from './measure-names.js';

/**
 * Tables of how well the shipped models read a folder: tags and trees of the development parts of the treebanks in its
 * `ud`, tokens as given there, and names of the corpora of names anywhere below it. What is not there is left out.
 */
export function measureCorpora(corpora: string): string {
  const resources = loadResources();
  const tables = [
    existsSync(path.join(corpora, 'ud')) ? measureTreebanks(corpora, resources) : '',
    measureNames(corpora, resources),
  ];
  return tables.filter((table) => table !== '').join('\n\n');
}

function measureTreebanks(corpora: string, { tagger, parser }: Resources): string {
  const tag = tagWithModel(tagger);
  const rows = TREEBANKS.map((treebank) => {
    const { tokens, upos, uas, las } = scoreTreebank(readTreebank(corpora, treebank, 'dev'), { tag, parser });
    return `| ${treebank.name}-dev | ${tokens} | ${upos.toFixed(1)} | ${uas.toFixed(1)} | ${las.toFixed(1)} |`;
  });
  return ['| treebank | tokens | UPOS | UAS | LAS |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}
