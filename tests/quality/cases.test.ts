import { describe, expect, it } from 'vitest';
import { locateNames, locateWords } from './locate-words.js';
import { locateChains } from './match-referring.js';
import { readCases } from './read-cases.js';
import { recordFromLabels } from './record-from-labels.js';
import { scoreCase } from './score.js';
import { MEASURES, type Measure, score } from './tally.js';

const CASES = readCases();

describe('the labelled cases', () => {
  it('have an id each', () => {
    expect(new Set(CASES.map((one) => one.id)).size).toBe(CASES.length);
  });

  it.each(CASES)('of $id hold words that stand in the text', (labels) => {
    for (const name of Object.keys(labels.names)) expect(locateNames(labels).map((one) => one.name)).toContain(name);
    locateChains(labels);
    for (const claim of [...labels.claims, ...labels.forbidden])
      for (const words of [...(claim.subjects ?? []), ...(claim.objects ?? [])]) locateWords(labels, words);
    for (const { subjects, objects, counts, from, time } of labels.claims) {
      for (const counted of Object.keys(counts)) expect([...subjects, ...objects]).toContain(counted);
      if (from !== null) expect(time).not.toBeNull();
    }
    for (const words of labels.furniture) expect(labels.text).toContain(words);
  });

  // Were a label to forbid what another asks for, or the scorer to overlook what is there, this would fall.
  it.each(CASES)('of $id are all right in the record that says what they say', (labels) => {
    const { tallies, misses } = scoreCase(labels, recordFromLabels(labels));
    expect(misses).toEqual([]);
    for (const measure of Object.keys(MEASURES) as Measure[])
      expect([measure, score(tallies[measure])]).toEqual([measure, 1]);
  });

  it('forbid nothing without saying what', () => {
    for (const { forbidden } of CASES) for (const one of forbidden) expect(Object.keys(one).length).toBeGreaterThan(1);
  });
});
