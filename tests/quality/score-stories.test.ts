import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../src/domain/index.js';
import { caseFrom } from './read-cases.js';
import { readStories, type Story } from './read-stories.js';
import { emptyRecord, recordFromLabels } from './record-from-labels.js';
import { STORY_MEASURES, scoreStory, tallyStories } from './score-stories.js';
import { score } from './tally.js';

const LABELS = caseFrom({
  id: 'mill',
  text: 'Ines Rook said Otto Finch had bought the old mill in Ulm on Friday. Finch did not pay the tax. He slept.',
  names: { 'Ines Rook': 'PERSON', 'Otto Finch': 'PERSON', Finch: 'PERSON', Ulm: 'PLACE' },
  referents: [['Otto Finch', 'Finch', 'He']],
  claims: [
    {
      relation: 'OWNS',
      predicate: 'buy',
      subjects: ['Otto Finch'],
      objects: ['the old mill'],
      claimant: 'Ines Rook',
      stance: 'ASSERTS',
      place: 'Ulm',
      time: 'Friday',
    },
    { relation: 'OTHER', predicate: 'pay', subjects: ['Finch'], objects: ['the tax'], polarity: 'NEGATED' },
    { relation: 'OTHER', predicate: 'sleep', subjects: ['He'], objects: [] },
  ],
  quotations: [
    { claimant: 'Ines Rook', cue: 'said', content: ['Otto Finch had bought the old mill in Ulm on Friday'] },
  ],
});
const BUY = {
  id: 'mill.1',
  subjectAnyOf: ['Otto Finch'],
  predicateAnyOf: ['purchase', 'buy'],
  objectAnyOf: ['mill'],
  polarity: 'AFFIRMED',
  modalityAnyOf: ['ACTUAL'],
} as const;
const STORY: Story = {
  id: 'mill',
  publishedAt: '2012-03-12',
  text: LABELS.text,
  entities: [
    { name: 'Otto Finch', type: 'PERSON', aliases: ['Finch', 'buyer'] },
    { name: 'Ulm', type: 'PLACE', aliases: [] },
  ],
  forbiddenEntities: [{ name: 'Ulm', type: 'PERSON' }],
  claims: [
    { ...BUY, attributionAnyOf: ['Ines Rook'], placeAnyOf: ['Ulm'], timeAnyOf: ['Friday'] },
    { ...BUY, id: 'mill.2', predicateAnyOf: ['pay'], objectAnyOf: ['tax'], polarity: 'DENIED', attributionAnyOf: null },
    { ...BUY, id: 'mill.3', predicateAnyOf: ['sleep'], objectAnyOf: [null] },
  ],
  forbiddenClaims: [{ ...BUY, id: 'mill.not', attributionAnyOf: null, why: 'Ines Rook says so' }],
};
const PERFECT = recordFromLabels(LABELS);

function scoresOf(record: Extraction): Readonly<Record<string, number>> {
  const tallies = Object.entries(tallyStories(scoreStory(STORY, record)));
  return Object.fromEntries(tallies.map(([measure, tally]) => [measure, score(tally)]));
}

describe('a story', () => {
  it('is all right in the record that says what its labels say', () => {
    expect(scoresOf(PERFECT)).toEqual(Object.fromEntries(Object.keys(STORY_MEASURES).map((measure) => [measure, 1])));
  });

  it('is not found in an empty record, which avoids what is forbidden', () => {
    const scores = scoresOf(emptyRecord(LABELS));
    expect([scores.entities, scores['claims found'], scores['claims all right']]).toEqual([0, 0, 0]);
    expect([scores['claims avoided'], scores['entities avoided']]).toEqual([1, 1]);
  });

  it('loses the claimant, and breaks what is forbidden, where the document says what somebody said', () => {
    const claims = PERFECT.claims.map((claim) => ({ ...claim, quotations: [] }));
    const scores = scoresOf({ ...PERFECT, claims });
    expect([scores['claims found'], scores.attribution, scores['claims avoided']]).toEqual([1, 0.5, 0]);
  });

  it('is wrong in polarity where a negation is lost', () => {
    const claims = PERFECT.claims.map((claim) => ({ ...claim, polarity: 'AFFIRMED' as const }));
    expect(scoresOf({ ...PERFECT, claims }).polarity).toBeCloseTo(2 / 3);
  });

  it('lacks an entity that has another type', () => {
    const referents = PERFECT.referents.map((one) => ({ ...one, type: 'PERSON' as const }));
    const mentions = PERFECT.mentions.map((one) => ({ ...one, type: 'PERSON' as const }));
    const scores = scoresOf({ ...PERFECT, referents, mentions });
    expect([scores.entities, scores['entities avoided']]).toEqual([0.5, 0]);
  });
});

describe('the stories', () => {
  it.each(readStories())('$id labels words that stand in its text', ({ text, entities, claims, forbiddenClaims }) => {
    for (const { name } of entities) expect(text).toContain(name);
    for (const claim of [...claims, ...forbiddenClaims])
      for (const words of [claim.subjectAnyOf, claim.objectAnyOf, claim.attributionAnyOf, claim.placeAnyOf].flatMap(
        (accepted) => accepted ?? [],
      ))
        if (words !== null && words !== '*') expect(text).toContain(words);
  });

  it('say why a reading is wrong, and have an id for each claim', () => {
    for (const { claims, forbiddenClaims } of readStories()) {
      const ids = [...claims, ...forbiddenClaims].map((one) => one.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { why } of forbiddenClaims) expect(why).toBeDefined();
    }
  });
});
