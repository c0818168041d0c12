import { describe, expect, it } from 'vitest';
import { mergeCandidates } from '../../src/query/index.js';
import type { ExtractionSketch } from '../support/build-extraction.js';
import { buildJudgement } from '../support/build-judgement.js';
import { type BuiltKnowledge, buildKnowledge } from '../support/build-knowledge.js';

const SKETCHES: readonly ExtractionSketch[] = [
  { id: 'a', people: ['A. R. Marlo', 'Ilva Conte'] },
  { id: 'b', people: ['Alberto Marlo', 'Enrico Marlo', 'Ilva Conte'] },
];
async function pairsOf(knowledge: BuiltKnowledge): Promise<readonly string[]> {
  const { edges } = await mergeCandidates(knowledge);
  return edges.map(({ node }) => `${node.left.name} | ${node.right.name} ${node.score}`);
}

describe('mergeCandidates', () => {
  it('are pairs that share a name in part and the company they keep', async () => {
    expect(await pairsOf(await buildKnowledge(SKETCHES))).toEqual(['A. R. Marlo | Alberto Marlo 0.65']);
  });

  it('leave out pairs that agree enough to be one', async () => {
    const sketches = SKETCHES.map((sketch) => ({ ...sketch, places: ['Orlo'] }));
    expect(await pairsOf(await buildKnowledge(sketches))).toEqual([]);
  });

  it('leave out what people judged', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    const keys = ['a#PERSON/a r marlo/0', 'b#PERSON/alberto marlo/0'] as const;
    const { id: _, ...draft } = buildJudgement(1, 'DIFFERENT', keys);
    knowledge.graph.applyJudgement(await knowledge.store.appendJudgement(draft));
    expect(await pairsOf(knowledge)).toEqual([]);
  });

  it('come in pages', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    const { edges, totalCount } = await mergeCandidates(knowledge, { page: { first: 0 } });
    expect([edges.length, totalCount]).toEqual([0, 1]);
  });
});
