import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTagger, FORMS, HINTS, TAGS } from '../../src/annotate/index.js';
import { loadResources } from '../../src/resources/index.js';
import { annotateText } from '../support/read-text.js';

const { tagger: model } = loadResources();

function columns(text: string) {
  const { tokens } = annotateText(text);
  return tokens.lower.map((word, index) => ({
    word,
    tag: TAGS[tokens.tag[index] as number] as string,
    form: FORMS[tokens.form[index] as number] as string,
    hint: HINTS[tokens.hint[index] as number] as string,
    lemma: tokens.lemma[index] as string,
  }));
}

function tagsOf(text: string): readonly string[] {
  return columns(text).map(({ tag }) => tag);
}

describe('tags', () => {
  it('tell a subordinator, a determiner and a relative pronoun', () => {
    const that = (text: string) => columns(text).find(({ word }) => word === 'that');
    expect(that('He said that the army had left.')?.tag).toBe('SCONJ');
    expect(that('He rejected that account.')?.tag).toBe('DET');
    expect(that('The army that left the town returned.')).toMatchObject({ tag: 'PRON', form: 'WDT' });
  });

  it('tell an infinitive marker from a preposition', () => {
    expect(columns('They agreed to leave.')[2]).toMatchObject({ tag: 'PART', form: 'TO' });
    expect(columns('They went to Orlo.')[2]).toMatchObject({ tag: 'ADP' });
  });

  it('are much the same in capitals, in title case and in lower case', () => {
    const expected = tagsOf('The minister rejected the report on Monday.');
    expect(tagsOf('THE MINISTER REJECTED THE REPORT ON MONDAY.')).toEqual(expected);
    expect(tagsOf('the minister rejected the report on monday.')).toEqual(expected);
    expect(tagsOf('The Minister Rejected the Report on Monday.')[2]).toBe('VERB');
  });

  it('do not depend on what was tagged before', () => {
    const words = fc.array(fc.constantFrom('talks', 'Orlo', 'the', 'said', 'that', '12', 'U.S.', '“', '\ud800', ''));
    const shared = createTagger(model);
    fc.assert(
      fc.property(words, (sentence) => {
        expect(shared.tag(sentence)).toEqual(createTagger(model).tag(sentence));
      }),
      { numRuns: 50 },
    );
  });

  it('are given to any words, one each', () => {
    const tagger = createTagger(model);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
        const labels = tagger.tag(words);
        expect(labels.length).toBe(words.length);
        expect(labels.every((label) => label < tagger.labels.length)).toBe(true);
      }),
    );
  });
});

describe('hints', () => {
  const hinted = (text: string, hint: string) =>
    columns(text)
      .filter((token) => token.hint === hint)
      .map(({ word }) => word);

  it('mark weekdays, months with their numbers, and years', () => {
    expect(hinted('She left on Monday, March 12, 2031, at noon.', 'DATE')).toEqual([
      'monday',
      'march',
      '12',
      '2031',
      'noon',
    ]);
    expect(hinted('It began in 2029 and ended on the 3rd of May.', 'DATE')).toEqual(['2029', '3rd', 'may']);
  });

  it('leave verbs alone that look like months', () => {
    expect(hinted('Protesters may march today.', 'DATE')).toEqual(['today']);
  });

  it('mark numbers in digits and words', () => {
    expect(hinted('At least 1,200 people and two dogs paid 5 coins each.', 'NUMBER')).toEqual(['1,200', 'two', '5']);
  });
});

describe('lemmas', () => {
  const lemmaOf = (text: string, word: string) => columns(text).find((token) => token.word === word)?.lemma;

  it.each([
    ['Troops seized the bridge.', 'seized', 'seize'],
    ['They have stopped.', 'stopped', 'stop'],
    ['The army was shelling the town.', 'shelling', 'shell'],
    ['He denied it.', 'denied', 'deny'],
    ['She visited Orlo.', 'visited', 'visit'],
    ['They were required to leave.', 'required', 'require'],
    ['Three men were arrested.', 'men', 'man'],
    ['The cities fell.', 'cities', 'city'],
    ['The attacks went on.', 'attacks', 'attack'],
    ['The larger army won.', 'larger', 'large'],
    ['They told him everything.', 'him', 'he'],
    ['He was patrolling the coast.', 'patrolling', 'patrol'],
    ['The crises were over.', 'crises', 'crisis'],
  ])('%s — %s: %s', (text, word, lemma) => {
    expect(lemmaOf(text, word)).toBe(lemma);
  });
});
