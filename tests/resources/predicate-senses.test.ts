import { describe, expect, it } from 'vitest';
import { loadWordLists } from '../../src/resources/index.js';

const words = loadWordLists();
const verb = (predicate: string) => words.verbSenses.get(predicate) ?? [];
const noun = (predicate: string) => words.nounSenses.get(predicate) ?? [];

describe('the lexicon of predicates', () => {
  it('says whom a death befalls: "21 people died"', () => {
    expect(verb('die')[0]).toMatchObject({ relation: 'KILL', frame: 'UNDERGONE' });
  });

  it('finds the accused behind a preposition: "blamed the fire on rebels"', () => {
    const [blame] = verb('blame');
    expect(blame?.frame).toBe('SHIFTING');
    expect(blame?.roles.get('on')).toBe('OBJECT');
  });

  it('gives a noun the prepositions of its frame and its own: "the envoy\'s visit to the camp"', () => {
    const [visit] = noun('visit');
    expect([visit?.roles.get("'s"), visit?.roles.get('to')]).toEqual(['SUBJECT', 'OBJECT']);
    expect(noun('arrest')[0]?.roles.get("'s")).toBe('OBJECT');
    expect(noun('talk')[0]?.roles.get('between')).toBe('BETWEEN');
  });

  it('gives all verbs of a relation the prepositions that go with it: "fled from the camp to the border"', () => {
    const [flee] = verb('flee');
    expect([flee?.roles.get('from'), flee?.roles.get('to')]).toEqual(['SOURCE', 'OBJECT']);
  });

  it('knows the phrases that begin with a verb, the longest first', () => {
    const phrases = words.verbPhrases.get('hold') ?? [];
    expect(phrases).toContainEqual(['responsible']);
    const lengths = phrases.map((one) => one.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });
});
