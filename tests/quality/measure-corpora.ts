import { loadResources } from '../../src/resources/index.js';
import { tagWithModel } from '../../src/train/jackknife-tags.js';
import { readTreebank, TREEBANKS } from '../../src/train/read-treebanks.js';
import { scoreTreebank } from '../../src/train/score-treebank.js';

/** A table of how well the shipped tagger and parser read the development parts of the treebanks, tokens as given there. */
export function measureCorpora(corpora: string): string {
  const { tagger, parser } = loadResources();
  const tag = tagWithModel(tagger);
  const rows = TREEBANKS.map((treebank) => {
    const { tokens, upos, uas, las } = scoreTreebank(readTreebank(corpora, treebank, 'dev'), { tag, parser });
    return `| ${treebank.name}-dev | ${tokens} | ${upos.toFixed(1)} | ${uas.toFixed(1)} | ${las.toFixed(1)} |`;
  });
  return ['| treebank | tokens | UPOS | UAS | LAS |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}
