import { describe, expect, it } from 'vitest';
import type { Claim, Extraction, Mention, Quotation } from '../../src/domain/index.js';
import { formatTable } from './format-table.js';
import { headOfPhrase } from './head-of-phrase.js';
import { locateNames, locateWords } from './locate-words.js';
import { caseFrom } from './read-cases.js';
import { emptyRecord, recordFromLabels } from './record-from-labels.js';
import { scoreCase } from './score.js';
import { MEASURES, type Measure, NOTHING, score, share, sumTallies } from './tally.js';

const LABELS = caseFrom({
  id: 'hand-made',
  text: 'Ada Rook met Bo Finch in Ulm on Friday. Rook said Finch had freed 12 sailors. She denied beating Finch.',
  names: { 'Ada Rook': 'PERSON', 'Bo Finch': 'PERSON', Rook: 'PERSON', Finch: 'PERSON', Ulm: 'PLACE' },
  referents: [
    ['Ada Rook', 'Rook', 'She'],
    ['Bo Finch', 'Finch', 'Finch#2'],
  ],
  claims: [
    {
      relation: 'CONSULT',
      predicate: 'meet',
      subjects: ['Ada Rook'],
      objects: ['Bo Finch'],
      time: 'Friday',
      from: '2012-03-09',
      place: 'Ulm',
    },
    {
      relation: 'RETREAT',
      predicate: 'free',
      subjects: ['Finch'],
      objects: ['12 sailors'],
      counts: { '12 sailors': [12, 12] },
      claimant: 'Rook',
      stance: 'ASSERTS',
    },
    {
      relation: 'ABUSE',
      predicate: 'beat',
      subjects: ['She'],
      objects: ['Finch#2'],
      claimant: 'She',
      stance: 'DENIES',
    },
  ],
  quotations: [
    { claimant: 'Rook', cue: 'said', content: ['Finch had freed 12 sailors'] },
    { claimant: 'She', cue: 'denied', content: ['beating Finch'] },
  ],
  forbidden: [
    { relation: 'ABUSE', own: true, why: 'she denies it' },
    { relation: 'RETREAT', subjects: ['Ada Rook'], why: 'Finch freed them' },
  ],
});
const PERFECT = recordFromLabels(LABELS);
const [MEET, FREE, BEAT] = PERFECT.claims as readonly [Claim, Claim, Claim];

function scoresOf(record: Extraction): Readonly<Record<Measure, number>> {
  const { tallies } = scoreCase(LABELS, record);
  return Object.fromEntries(Object.entries(tallies).map(([key, tally]) => [key, score(tally)])) as Record<
    Measure,
    number
  >;
}

/** The perfect record with another claim in the place of one of its own. */
function withClaim(old: Claim, changes: Partial<Claim>): Extraction {
  return { ...PERFECT, claims: PERFECT.claims.map((claim) => (claim === old ? { ...claim, ...changes } : claim)) };
}

function withMention(quote: string, changes: Partial<Mention>): Extraction {
  const index = PERFECT.mentions.findIndex((mention) => mention.quote === quote);
  return { ...PERFECT, mentions: PERFECT.mentions.map((one, at) => (at === index ? { ...one, ...changes } : one)) };
}

function withQuotation(index: number, changes: Partial<Quotation>): Extraction {
  return { ...PERFECT, quotations: PERFECT.quotations.map((one, at) => (at === index ? { ...one, ...changes } : one)) };
}

describe('a record', () => {
  it('that says what the labels say scores one everywhere', () => {
    for (const [measure, value] of Object.entries(scoresOf(PERFECT))) expect([measure, value]).toEqual([measure, 1]);
  });

  it('that finds nothing scores nothing, and forbids nothing', () => {
    const scores = scoresOf(emptyRecord(LABELS));
    for (const measure of ['names', 'referents', 'claims found', 'claims all right', 'quotations'] as const)
      expect([measure, scores[measure]]).toEqual([measure, 0]);
    expect(scores['forbidden avoided']).toBe(1);
  });

  it('tells each thing that it missed', () => {
    const { misses } = scoreCase(LABELS, emptyRecord(LABELS));
    const count = (measure: Measure) => misses.filter((one) => one.measure === measure).length;
    expect([count('names'), count('claims found'), count('quotations'), count('forbidden avoided')]).toEqual([
      6, 3, 2, 0,
    ]);
  });
});

describe('names', () => {
  it('are wrong with another type or another end', () => {
    expect(scoresOf(withMention('Ulm', { type: 'PERSON' })).names).toBeCloseTo(5 / 6);
    expect(scoresOf(withMention('Ada Rook', { start: 4, quote: 'Rook' })).names).toBeCloseTo(5 / 6);
  });

  it('that are not there count against those that are', () => {
    const extra = { ...(PERFECT.mentions[0] as Mention), id: 'm9', start: 9, end: 12, quote: 'met' };
    expect(scoresOf({ ...PERFECT, mentions: [...PERFECT.mentions, extra] }).names).toBeCloseTo(12 / 13);
  });

  it('in pronouns and descriptions are not asked for', () => {
    expect(scoresOf(withMention('Ulm', { kind: 'NOMINAL' })).names).toBeCloseTo(10 / 11);
  });
});

describe('referents', () => {
  it('lose the pairs of a mention that is set apart', () => {
    const scores = scoresOf(withMention('She', { referent: 'r9' }));
    expect(scores.referents).toBeCloseTo((2 * 4) / (6 + 4));
  });

  it('pay for two that are taken for one', () => {
    const merged = { ...PERFECT, mentions: PERFECT.mentions.map((one) => ({ ...one, referent: 'r1' })) };
    expect(scoresOf(merged).referents).toBeCloseTo((2 * 6) / (6 + 15));
  });
});

describe('a claim', () => {
  const found = (record: Extraction) => scoresOf(record)['claims found'];
  const allRight = (record: Extraction) => scoresOf(record)['claims all right'];

  it('is found by its relation or by its predicate, and not by neither', () => {
    expect(found(withClaim(FREE, { predicate: 'let go' }))).toBe(1);
    expect(found(withClaim(FREE, { relation: 'OTHER' }))).toBe(1);
    expect(scoresOf(withClaim(FREE, { relation: 'OTHER' })).relations).toBeCloseTo(2 / 3);
    expect(found(withClaim(FREE, { relation: 'OTHER', predicate: 'let go' }))).toBeCloseTo(2 / 3);
  });

  it('is not found with its ends exchanged, unless the relation lets them be', () => {
    expect(found(withClaim(BEAT, { subjects: BEAT.objects, objects: BEAT.subjects }))).toBeCloseTo(2 / 3);
    expect(allRight(withClaim(MEET, { subjects: MEET.objects, objects: MEET.subjects }))).toBe(1);
  });

  it('is found with one participant too many, but not all right', () => {
    const record = withClaim(FREE, { objects: [...FREE.objects, ...MEET.objects] });
    expect([found(record), scoresOf(record).ends, allRight(record)]).toEqual([1, 2 / 3, 2 / 3]);
  });

  it('with a pronoun that is resolved to the wrong one is found, but not right', () => {
    const subjects = BEAT.subjects.map((one) => ({ ...one, referent: 'r2' }));
    const record = withClaim(BEAT, { subjects });
    expect([found(record), scoresOf(record).ends]).toEqual([1, 2 / 3]);
  });

  it('in the wrong voice is not right', () => {
    expect(scoresOf(withClaim(FREE, { quotations: [] })).attribution).toBeCloseTo(2 / 3);
    expect(scoresOf(withClaim(MEET, { quotations: ['q1'] })).attribution).toBeCloseTo(2 / 3);
    expect(scoresOf(withQuotation(1, { stance: 'ASSERTS' })).attribution).toBeCloseTo(2 / 3);
    const [, other] = MEET.objects.concat(MEET.subjects);
    expect(scoresOf(withQuotation(0, { claimant: other ?? null })).attribution).toBe(1);
    expect(scoresOf(withQuotation(0, { claimant: MEET.objects[0] ?? null })).attribution).toBeCloseTo(2 / 3);
    expect(scoresOf(withQuotation(0, { claimant: null, reason: 'PASSIVE' })).attribution).toBeCloseTo(2 / 3);
  });

  it('stands in its innermost quotation', () => {
    expect(scoresOf(withClaim(FREE, { quotations: ['q2', 'q1'] })).attribution).toBe(1);
    expect(scoresOf(withClaim(FREE, { quotations: ['q1', 'q2'] })).attribution).toBeCloseTo(2 / 3);
  });

  it('is wrong in the part that is wrong', () => {
    expect(scoresOf(withClaim(FREE, { polarity: 'NEGATED' })).qualification).toBeCloseTo(2 / 3);
    expect(scoresOf(withClaim(FREE, { modality: 'PLANNED' })).qualification).toBeCloseTo(2 / 3);
    expect(scoresOf(withClaim(MEET, { time: null })).times).toBe(0);
    expect(scoresOf(withClaim(MEET, { time: { ...MEET.time!, from: '2012-03-16' } })).times).toBe(0);
    expect(scoresOf(withClaim(MEET, { place: null })).places).toBe(0);
    const objects = FREE.objects.map((one) => ({ ...one, counts: { ...one.counts!, max: null } }));
    expect(scoresOf(withClaim(FREE, { objects })).counts).toBe(0);
    expect(allRight(withClaim(FREE, { objects }))).toBeCloseTo(2 / 3);
  });

  it('serves one label only, and that which it fits best', () => {
    const labels = caseFrom({
      id: 'two-accounts',
      text: 'Crews fled, Ada Rook said. Crews fled, Bo Finch said.',
      names: { 'Ada Rook': 'PERSON', 'Bo Finch': 'PERSON' },
      claims: ['Ada Rook', 'Bo Finch'].map((claimant) => ({
        relation: 'MOVES_TO' as const,
        predicate: 'flee',
        subjects: ['Crews'],
        objects: [],
        claimant,
        stance: 'ASSERTS' as const,
      })),
      quotations: ['Ada Rook', 'Bo Finch'].map((claimant, index) => ({
        claimant,
        cue: `said#${index + 1}`,
        content: [`Crews fled#${index + 1}`],
      })),
    });
    const record = recordFromLabels(labels);
    const { tallies } = scoreCase(labels, { ...record, claims: record.claims.slice(1) });
    expect(tallies['claims found']).toEqual(share(1, 2));
    expect(tallies.attribution).toEqual(share(1, 1));
    const reversed = scoreCase(labels, { ...record, claims: [...record.claims].reverse() });
    expect(reversed.tallies['claims all right']).toEqual(share(2, 2));
  });

  it('is not judged where the label leaves it open', () => {
    const open = {
      ...LABELS,
      claims: LABELS.claims.map((one) => ({ ...one, unjudged: ['attribution', 'modality'] as const })),
    };
    const record = withClaim(FREE, { quotations: [], modality: 'POSSIBLE' });
    const { tallies } = scoreCase(open, record);
    expect(tallies.attribution).toEqual(NOTHING);
    expect(tallies.qualification).toEqual(share(3, 3));
  });
});

describe('what is forbidden', () => {
  it('is seen where it is read', () => {
    expect(scoresOf(withClaim(BEAT, { quotations: [] }))['forbidden avoided']).toBe(0.5);
    expect(scoresOf(withClaim(FREE, { subjects: MEET.subjects }))['forbidden avoided']).toBe(0.5);
    const { misses } = scoreCase(LABELS, withClaim(BEAT, { quotations: [] }));
    expect(misses.find((one) => one.measure === 'forbidden avoided')?.what).toContain('she denies it');
  });

  it('is seen behind a pronoun that is resolved to the wrong one', () => {
    const subjects = BEAT.subjects;
    expect(scoresOf(withClaim(FREE, { subjects }))['forbidden avoided']).toBe(0.5);
  });
});

describe('quotations', () => {
  it('need their claimant and their cue', () => {
    expect(scoresOf(withQuotation(0, { cue: PERFECT.quotations[1]?.cue ?? null })).quotations).toBe(0.5);
    expect(scoresOf(withQuotation(0, { claimant: MEET.objects[0] ?? null })).quotations).toBe(0.5);
  });

  it('that are not there count against those that are', () => {
    const extra = { ...PERFECT.quotations[0]!, id: 'q3', cue: null, claimant: null };
    expect(scoresOf({ ...PERFECT, quotations: [...PERFECT.quotations, extra] }).quotations).toBeCloseTo(4 / 5);
  });

  it('are neither asked for nor held against the record where they are optional', () => {
    const optional = { ...LABELS, quotations: LABELS.quotations.map((one) => ({ ...one, optional: true })) };
    expect(scoreCase(optional, PERFECT).tallies.quotations).toEqual(NOTHING);
    expect(scoreCase(optional, emptyRecord(LABELS)).tallies.quotations).toEqual(NOTHING);
  });

  it('with half of the content are found, their content is not right', () => {
    const whole = PERFECT.quotations[0]!.content[0]!;
    const half = { ...whole, end: whole.start + 11, quote: whole.quote.slice(0, 11) };
    const scores = scoresOf(withQuotation(0, { content: [half] }));
    expect([scores.quotations, scores['quotation content']]).toEqual([1, 0.5]);
  });
});

describe('the sum', () => {
  it('counts each thing once, whatever its text', () => {
    const one = scoreCase(LABELS, PERFECT).tallies;
    const none = scoreCase(LABELS, emptyRecord(LABELS)).tallies;
    const sum = sumTallies([one, none]);
    expect(sum.names).toEqual({ right: 6, labelled: 12, read: 6 });
    expect(score(sum['claims found'])).toBe(0.5);
    expect(sumTallies([]).names).toEqual(NOTHING);
  });

  it('has a line for each measure in its table', () => {
    const lines = formatTable(scoreCase(LABELS, PERFECT).tallies, MEASURES).trimEnd().split('\n');
    expect(lines).toHaveLength(Object.keys(MEASURES).length);
    expect(lines[0]).toMatch(/^names +100\.0 {2}6 of 6/);
  });
});

describe('the head of a phrase', () => {
  it.each([
    ['the fishermen', 'fishermen'],
    ['dozens of residents of the town', 'residents'],
    ['Between 30 and 35 passengers', 'passengers'],
    ['12 to 15 survivors', 'survivors'],
    ['at least two men', 'men'],
    ['a lawyer with Open Archive', 'lawyer'],
    ['Colonel Bram Teuwen, an officer', 'Teuwen'],
    ['a teacher who had left', 'teacher'],
    ['the so-called “river gang”', 'gang'],
    ['20', '20'],
    ['', ''],
    ['“—”', '“—”'],
  ])('%s is %s', (phrase, head) => {
    const { start, end } = headOfPhrase(phrase, { start: 0, end: phrase.length });
    expect(phrase.slice(start, end)).toBe(head);
  });
});

describe('words', () => {
  it('stand where the label says, whole and outside longer names', () => {
    expect(locateWords(LABELS, 'Rook')).toEqual([{ start: 40, end: 44 }]);
    expect(locateWords(LABELS, 'Finch#2')[0]?.start).toBe(LABELS.text.lastIndexOf('Finch'));
    expect(locateWords(LABELS, 'Rook / sailors')).toHaveLength(2);
    expect(() => locateWords(LABELS, 'sailor')).toThrow(/sailor/);
    expect(() => locateWords(LABELS, 'Rook#2')).toThrow(/Rook#2/);
  });

  it('in furniture are no names', () => {
    const labels = caseFrom({
      id: 'furniture',
      text: 'Ulm slept. Photo: Ulm Press',
      furniture: ['Photo: Ulm Press'],
      names: { Ulm: 'PLACE' },
      claims: [],
    });
    expect(locateNames(labels)).toHaveLength(1);
  });
});
