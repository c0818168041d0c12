import { describe, expect, it } from 'vitest';
import { buildExtraction, buildStored } from './build-extraction.js';

describe('buildExtraction', () => {
  const extraction = buildExtraction({
    id: 'a',
    publishedAt: '2012-03-12T08:00:00Z',
    groups: ['soldiers'],
    referents: [
      { name: 'Syrian National Council', type: 'ORGANIZATION', acronyms: ['SNC'] },
      { name: 'Ann Lee', roles: ['foreign minister'], aliases: ['Lee'] },
    ],
    claims: [
      { subject: 'Lee', relation: 'ATTACK', object: ['Bo Ray', 'soldiers'], place: 'Aleppo', time: '2012-03-12' },
      {
        subject: { words: '12 officers', counts: { min: 12, max: 12, unit: 'officers' } },
        relation: 'ACCUSE',
        object: 'SNC',
        others: [{ words: 'bribes', role: 'TOPIC', preposition: 'of', entity: false }],
        claimant: ['Cy Poe', null],
        stance: 'DENIES',
        polarity: 'NEGATED',
        modality: 'POSSIBLE',
        about: 0,
      },
    ],
  });

  it('slices every quote anew from its text', () => {
    let quotes = 0;
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('quote' in value && 'start' in value && 'end' in value) {
        quotes++;
        expect(extraction.text.slice(value.start as number, value.end as number)).toBe(value.quote);
      }
      for (const part of Object.values(value)) visit(part);
    };
    visit(extraction);
    expect(quotes).toBe(30);
  });

  it('gives the mentions of one thing one referent, by any of its names', () => {
    const lee = extraction.referents.find(({ name }) => name === 'Ann Lee');
    expect(extraction.mentions.filter(({ referent }) => referent === lee?.id).map(({ quote }) => quote)).toEqual([
      'Ann Lee',
      'Lee',
      'Lee',
    ]);
    expect(extraction.claims[0]?.subjects[0]?.referent).toBe(lee?.id);
  });

  it('nests the quotations of a claim, outermost first', () => {
    expect(extraction.claims[1]?.quotations).toEqual(['q1', 'q2']);
    expect(extraction.quotations.map(({ stance, reason }) => [stance, reason])).toEqual([
      ['ASSERTS', null],
      ['DENIES', 'PASSIVE'],
    ]);
    const [outer, inner] = extraction.quotations;
    expect(outer?.content[0]?.quote.endsWith(inner?.content[0]?.quote ?? '?')).toBe(true);
  });

  it('agrees with its document', () => {
    const { document, extraction: record } = buildStored({ id: 'a', title: 'T', source: 'S' });
    expect(document).toEqual({ id: 'a', ...record.document, text: record.text });
  });
});
