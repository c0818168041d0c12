import { describe, expect, it } from 'vitest';
import { keepBest } from '../../src/base/index.js';
import { edgePath } from '../../src/export/edge-path.js';
import type { NodeRow } from '../../src/export/export-rows.js';
import { layOut } from '../../src/export/lay-out.js';
import { placeLabels } from '../../src/export/place-labels.js';
import { writeSvg } from '../../src/export/write-svg.js';
import {
  buildClaimRow,
  buildEdgeRow,
  buildExportRows,
  buildNodeRow,
  collectText,
} from '../support/build-export-rows.js';
import { HOSTILE_TEXTS } from '../support/generate-export-rows.js';
import { COUNTERS } from './read-exported.js';

const ANN = buildNodeRow({ id: 'ann', label: 'Ann Lee', mentions: 9 });
const BO = buildNodeRow({ id: 'bo', label: 'Bo & Sons', type: 'ORGANIZATION' });

describe('the SVG picture', () => {
  it('draws names, and relationships with what they say and the number of their claims', async () => {
    const claims = [buildClaimRow(), buildClaimRow({ id: 'c2', polarity: 'NEGATED' })];
    const text = await collectText(
      writeSvg(buildExportRows({ nodes: [ANN, BO], edges: [buildEdgeRow(ANN, BO, claims)] })),
    );
    expect(text).toContain('>Ann Lee</text>');
    expect(text).toContain('>Bo &amp; Sons</text>');
    expect(text).toMatch(/<title>Ann Lee – [a-z]+ – Bo &amp; Sons, claims: 2<\/title>/);
    expect(text).toContain('class="relationship disputed"');
    expect(text).toContain('2 of 2 entities, 1 of 1 relationships');
  });

  it('draws the most mentioned of many, and says how many there are', async () => {
    const nodes = Array.from({ length: 1000 }, (_, index) =>
      buildNodeRow({ id: `n${String(index).padStart(4, '0')}`, mentions: index }),
    );
    const edges = nodes.slice(1).map((node, index) => buildEdgeRow(node, nodes[index] as NodeRow, [buildClaimRow()]));
    const text = await collectText(writeSvg(buildExportRows({ nodes, edges })));
    expect(COUNTERS.svg?.(text)).toEqual({ nodes: 300, edges: 299, claims: null });
    expect(text).toContain('300 of 1000 entities, 299 of 999 relationships');
    expect(text).toContain('<title>n0999</title>');
    expect(text).not.toContain('<title>n0699</title>');
  });

  it('lets other work run while it lays out', async () => {
    const edges = Array.from({ length: 299 }, (_, index) => [index, index + 1] as const);
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await layOut(300, edges);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it('makes no element and no attribute of any name', async () => {
    for (const label of HOSTILE_TEXTS) {
      const node = buildNodeRow({ id: label, label });
      const text = await collectText(
        writeSvg(buildExportRows({ nodes: [node], edges: [buildEdgeRow(node, node, [buildClaimRow()])] })),
      );
      expect(COUNTERS.svg?.(text)).toEqual({ nodes: 1, edges: 1, claims: null });
      expect(text).not.toMatch(/<script|href=|\son[a-z]+=|NaN|Infinity/);
    }
  });
});

describe('layOut', () => {
  it('gives every node a place of its own within the picture, and near ones to those that are joined', async () => {
    const places = await layOut(6, [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
      [4, 5],
      [5, 3],
      [0, 0],
    ]);
    for (const { x, y } of places) for (const value of [x, y]) expect(value >= 0 && value <= 1).toBe(true);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(6);
    const between = (a: number, b: number): number =>
      Math.hypot(places[a]!.x - places[b]!.x, places[a]!.y - places[b]!.y);
    expect(between(0, 1) + between(1, 2)).toBeLessThan(between(0, 3) + between(1, 4));
  });

  it('puts a single node in the middle, and none nowhere', async () => {
    expect(await layOut(1, [[0, 0]])).toEqual([{ x: 0.5, y: 0.5 }]);
    expect(await layOut(0, [])).toEqual([]);
  });
});

describe('parts of the picture', () => {
  it('keeps the first of an order, however many are offered', () => {
    const kept = keepBest<number>(3, (a, b) => a - b);
    for (const item of [9, 2, 7, 4, 8, 1, 6, 3, 5]) kept.offer(item);
    expect([kept.best(), kept.offered]).toEqual([[1, 2, 3], 9]);
  });

  it('parts an edge from its parallels, from the one back, and loops where both ends are one', () => {
    const [a, b] = [
      { x: 0, y: 0, radius: 5 },
      { x: 100, y: 0, radius: 5 },
    ];
    const paths = [edgePath(a, b, 0), edgePath(a, b, 1), edgePath(b, a, 0), edgePath(a, a, 0), edgePath(a, a, 1)];
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths[3]).toContain('C');
  });

  it('writes no name over another, and cuts a long one between characters', () => {
    const nodes = [ANN, BO, buildNodeRow({ id: 'c', label: '👩‍👩‍👧'.repeat(20) })];
    const places = [
      { x: 0, y: 0 },
      { x: 5, y: 5 },
      { x: 0, y: 500 },
    ];
    const labels = placeLabels(nodes, places, [5, 5, 5]);
    expect(labels.slice(0, 2)).toEqual(['Ann Lee', null]);
    expect(labels[2]).toMatch(/^(?:👩‍👩‍👧)+…$/u);
  });
});
