import { describe, expect, it } from 'vitest';
import { timeline } from '../../src/query/index.js';
import { buildKnowledge } from '../support/build-knowledge.js';

const KNOWLEDGE = buildKnowledge([
  {
    id: 'a',
    source: 'Gazette',
    publishedAt: '2031-03-20',
    claims: [
      { subject: 'Red Army', relation: 'ATTACK', object: 'Bo Ray', place: 'Orlo', time: '2031-03-12' },
      {
        subject: 'Red Army',
        relation: 'ATTACK',
        object: 'Bo Ray',
        place: 'Orlo',
        time: '2031-03-12',
        polarity: 'NEGATED',
      },
      { subject: 'Cy Poe', relation: 'CONSULT', object: 'Dee Fox', time: '2031-03-16/2031-03-17' },
      { subject: 'Cy Poe', relation: 'CONSULT', object: 'Ann Lee', time: '2031-12-31' },
      { subject: 'Cy Poe', relation: 'LEADS', object: 'Red Army' },
    ],
  },
]);

describe('timeline', () => {
  it('counts by day, denials and incidents besides, and not by when a document was published', async () => {
    expect(await timeline(await KNOWLEDGE)).toEqual({
      buckets: [
        { from: '2031-03-12', to: '2031-03-12', claims: 2, denied: 1, incidents: 1 },
        { from: '2031-12-31', to: '2031-12-31', claims: 1, denied: 0, incidents: 1 },
      ],
      undated: 2,
      truncated: false,
    });
  });

  it.each([
    ['WEEK', ['2031-03-10 2031-03-16', '2031-12-29 2032-01-04'], 2],
    ['MONTH', ['2031-03-01 2031-03-31', '2031-12-01 2031-12-31'], 1],
    ['YEAR', ['2031-01-01 2031-12-31'], 1],
  ])('takes a %s together, and leaves out what no single one holds', async (bucket, expected, undated) => {
    const found = await timeline(await KNOWLEDGE, { bucket });
    expect(found.buckets.map(({ from, to }) => `${from} ${to}`)).toEqual(expected);
    expect(found.undated).toBe(undated);
  });

  it('counts what a filter chooses', async () => {
    const found = await timeline(await KNOWLEDGE, { where: { relation: { eq: 'CONSULT' } }, bucket: 'MONTH' });
    expect(found.buckets.map(({ claims }) => claims)).toEqual([1, 1]);
  });

  it('refuses an unknown length', async () => {
    await expect(timeline(await KNOWLEDGE, { bucket: 'CENTURY' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});
