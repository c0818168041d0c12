import { describe, expect, it } from 'vitest';
import { describeClaim } from '../../src/cli/describe-claim.js';
import { buildExtraction } from '../support/build-extraction.js';

describe('describeClaim', () => {
  it('says who, what, whom, on whose word, and where it is written', () => {
    const extraction = buildExtraction({
      id: 'd1',
      claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', claimant: 'Cy Poe', place: 'Aleppo' }],
    });
    expect(describeClaim(extraction, extraction.claims[0]!, 120)).toEqual([
      'Ann Lee ATTACK (attack) Bo Ray at Aleppo',
      '    according to Cy Poe',
      `    d1: “Cy Poe said that Ann Lee attack Bo Ray in Aleppo.”`,
    ]);
  });

  it('keeps a denial, a negation and a plan apart', () => {
    const extraction = buildExtraction({
      claims: [
        { subject: 'A', relation: 'ATTACK', object: 'B', claimant: 'C', stance: 'DENIES' },
        { subject: 'A', relation: 'ATTACK', object: 'B', polarity: 'NEGATED' },
        { subject: 'A', relation: 'ATTACK', object: 'B', modality: 'PLANNED', claimant: null },
      ],
    });
    const lines = extraction.claims.map((claim) => describeClaim(extraction, claim, 120));
    expect(lines[0]![1]).toBe('    denied by C');
    expect(lines[1]![0]).toMatch(/\[negated\]$/);
    expect(lines[1]![1]).toBe("    in the document's own words");
    expect(lines[2]![0]).toMatch(/\[planned\]$/);
    expect(lines[2]![1]).toBe('    according to someone whom the text does not name');
  });

  it('shows a hostile name as characters, within the width', () => {
    const extraction = buildExtraction({
      claims: [{ subject: 'Ann\u001b[2J\u202eLee', relation: 'ATTACK', object: 'B'.repeat(500) }],
    });
    const lines = describeClaim(extraction, extraction.claims[0]!, 60);
    expect(lines[0]).toMatch(/^Ann\\u001b\[2J\\u202eLee ATTACK/);
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(60);
  });
});
