import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/resolve/index.js';
import { loadResources } from '../../src/resources/index.js';
import { buildExtraction, type ReferentSketch } from '../support/build-extraction.js';

const { places } = loadResources();
const SYRIAN: ReferentSketch = { name: 'Syrian', type: 'NATIONALITY' };

/** Whether a body of the one document is that of the other. */
function areOne(first: ReferentSketch, second: ReferentSketch, others: readonly ReferentSketch[] = [SYRIAN]): boolean {
  const extractions = [first, second].map((body, index) =>
    buildExtraction({ id: `d${index}`, referents: [{ type: 'ORGANIZATION', ...body }, ...others] }),
  );
  const resolution = resolve(extractions, [], { places });
  const clusters = [...resolution.clusters()].filter(
    (cluster) => resolution.entityOf(cluster)?.type === 'ORGANIZATION',
  );
  return clusters.length === 1;
}

describe('bodies of which a country has one', () => {
  it.each([
    ['the Syrian government', 'the Syrian government'],
    ['the Syrian government', 'the government of Syria'],
    ['Syrian Army', 'the Syrian army'],
    ["Syria's air force", 'the Syrian air force'],
  ])('are one in all documents: %s, %s', (first, second) => {
    expect(areOne({ name: first, named: false }, { name: second, named: false })).toBe(true);
  });

  it.each([
    ['the Syrian government', 'the Lebanese government'],
    ['the Syrian government', 'the Syrian army'],
    ['the Syrian ministry', 'the Syrian ministry'],
    ['the government', 'the government'],
    ['the Free Syrian army', 'the Syrian army'],
    ['the Interim government', 'the Interim government'],
  ])('are no others: %s, %s', (first, second) => {
    expect(areOne({ name: first, named: false }, { name: second, named: false })).toBe(false);
  });

  it('may be of a country that only the document knows', () => {
    const body = { name: 'the Sahrin army', named: false };
    expect(areOne(body, body, [{ name: 'Sahrin', type: 'NATIONALITY' }])).toBe(true);
    expect(areOne(body, body, [])).toBe(false);
  });
});
