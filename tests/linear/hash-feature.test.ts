import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashString, mixFeature } from '../../src/linear/index.js';

describe('hashString', () => {
  it('gives the same number for the same text in every release, since model files hold it', () => {
    expect([hashString('a'), hashString('treaty'), hashString('\ud800')]).toEqual([444641715, 3149767013, 1463727854]);
  });

  it('gives whole numbers of 32 bits for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const hash = hashString(text);
        expect(hash).toBe(hash >>> 0);
      }),
    );
  });

  it('spreads neighbouring words over all bits', () => {
    const low = new Set(Array.from({ length: 4096 }, (_, index) => hashString(`w${index}`) & 0xfff));
    const high = new Set(Array.from({ length: 4096 }, (_, index) => hashString(`w${index}`) >>> 20));
    // 4096 even draws of 4096 hit about 63 of a hundred.
    expect(low.size).toBeGreaterThan(2400);
    expect(high.size).toBeGreaterThan(2400);
  });
});

describe('mixFeature', () => {
  it('tells apart the template, the values and their order', () => {
    const features = [
      mixFeature(1, 2, 3),
      mixFeature(2, 1, 3),
      mixFeature(1, 3, 2),
      mixFeature(1, 2),
      mixFeature(1, 3),
    ];
    expect(new Set(features).size).toBe(features.length);
    expect(mixFeature(1, 2)).toBe(mixFeature(1, 2, 0));
  });

  it('seldom gives two features one number', () => {
    const seen = new Set<number>();
    for (let template = 0; template < 20; template++)
      for (let a = 0; a < 50; a++) for (let b = 0; b < 50; b++) seen.add(mixFeature(template, a, b));
    expect(seen.size).toBeGreaterThan(50_000 - 5);
  });
});
