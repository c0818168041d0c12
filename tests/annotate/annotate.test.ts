import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS, TAGS } from '../../src/annotate/index.js';
import { annotateText, documentFrom, sentencesOf } from '../support/read-text.js';

function tokensOf(text: string): readonly string[] {
  const { document, tokens } = annotateText(text);
  return Array.from({ length: tokens.count }, (_, index) =>
    document.text.slice(tokens.start[index], tokens.end[index]),
  );
}

function tagged(text: string): ReadonlyMap<string, string> {
  const { tokens } = annotateText(text);
  return new Map(
    tokens.lower.map((word, index) => [
      word,
      [TAGS[tokens.tag[index] ?? 0], FORMS[tokens.form[index] ?? 0], tokens.lemma[index]].join(' '),
    ]),
  );
}

describe('tokens', () => {
  it('are split as the treebanks split them', () => {
    expect(tokensOf('They didn’t trust Osso’s men.')).toEqual([
      'They',
      'did',
      'n’t',
      'trust',
      'Osso',
      '’s',
      'men',
      '.',
    ]);
    expect(tokensOf("The miners' wives hadn't left.")).toEqual([
      'The',
      'miners',
      "'",
      'wives',
      'had',
      "n't",
      'left',
      '.',
    ]);
  });

  it('keep quotation marks, dashes and ellipses as tokens of their own', () => {
    expect(tokensOf('“We left ... slowly,’’ she said — twice.')).toEqual([
      '“',
      'We',
      'left',
      '...',
      'slowly',
      ',',
      '’’',
      'she',
      'said',
      '—',
      'twice',
      '.',
    ]);
  });

  it('cover every character that is not white space, in order, for any text', () => {
    const words = fc.constantFrom(
      'Gen.',
      'U.S.',
      "don't",
      '“',
      '”',
      '...',
      'ü',
      '👩‍👩‍👧',
      'مرحبا',
      '\u200f',
      'a\u0301',
      '$5',
      '—',
      "'s",
      '\u00a0',
      'x'.repeat(300),
      '__proto__',
      '\ud835\udc00',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((list) => list.join(' ')),
      fc.array(words).map((list) => list.join('\n')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const { document, tokens, sentences } = annotateText(`a ${given}`);
        let behind = 0;
        for (let index = 0; index < tokens.count; index++) {
          const [start, end] = [tokens.start[index] as number, tokens.end[index] as number];
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          expect(document.text.slice(behind, start).trim()).toBe('');
          behind = end;
        }
        expect(document.text.slice(behind).trim()).toBe('');
        expect(sentences.reduce((sum, one) => sum + one.last - one.first, 0)).toBe(tokens.count);
      }),
      { numRuns: 500 },
    );
  });
});

describe('sentences', () => {
  it.each([
    ['He met Gen. Osso at 5 p.m. Monday.'],
    ['The U.S. Army left.'],
    ['J. R. Varga and Lt. Col. Ann Lee spoke on Nov. 5 in St. Orlo.'],
    ['He said ... nothing.'],
    ['“Stop!” he cried.'],
    ['“Why?” she asked Dr. Osso.'],
    ['Acme Inc. said so.'],
  ])('do not break inside: %s', (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });

  it('break behind a closing quotation mark, an abbreviation and a bracket', () => {
    expect(sentencesOf('“They are gone.’’ The search ended.')).toEqual(['“They are gone.’’', 'The search ended.']);
    expect(sentencesOf('He lives in the U.S. The army left.')).toEqual(['He lives in the U.S.', 'The army left.']);
    expect(sentencesOf('(He left.) Nobody saw it.')).toEqual(['(He left.)', 'Nobody saw it.']);
  });

  it('always end with their paragraph', () => {
    expect(sentencesOf('Massacre reported\n\nThe army left')).toEqual(['Massacre reported', 'The army left']);
    expect(sentencesOf('Massacre reported\nThe army left')).toEqual(['Massacre reported', 'The army left']);
  });

  it('go on over the line ends of a text that was wrapped by hand', () => {
    const text =
      'The army said on Monday that its soldiers had left the\ntown of Orlo and the villages around it before the snow\ncame and closed the road.\nNobody saw them go, said a farmer who keeps goats there.';
    expect(sentencesOf(text)).toHaveLength(2);
  });

  it('are cut at white space where no end comes for a very long time', () => {
    const text = '“they didn’t say '.repeat(400).trim();
    const sentences = sentencesOf(text);
    expect(sentences.join(' ')).toBe(text);
    expect(Math.max(...sentences.map((sentence) => sentence.split(' ').length))).toBeLessThan(500);
    expect(sentences.every((sentence) => !/^n’t/.test(sentence))).toBe(true);
  });

  it('are not cut in a list that a reader would still follow', () => {
    const text = `The dead were ${Array.from({ length: 60 }, (_, index) => `Ann Lee of Orlo, ${index + 1}`).join(', ')}.`;
    expect(sentencesOf(text)).toEqual([text]);
  });
});

describe('tags and lemmas', () => {
  it('tell verbs, participles and the nouns that look like verbs', () => {
    const words = tagged('Activists said soldiers had rounded up civilians; the talks failed.');
    expect(words.get('soldiers')).toBe('NOUN NNS soldier');
    expect(words.get('rounded')).toBe('VERB VBN round');
    expect(words.get('talks')).toMatch(/^NOUN/);
    expect(words.get('said')).toBe('VERB VBD say');
  });

  it('give irregular forms their dictionary form', () => {
    const words = tagged('The gunmen shot two men who had fled; others were taken.');
    expect([...['gunmen', 'shot', 'fled', 'taken'].map((word) => words.get(word)?.split(' ').at(-1))]).toEqual([
      'gunman',
      'shoot',
      'flee',
      'take',
    ]);
  });

  it('take the plural that opens a sentence for no name', () => {
    expect(tagged('Gunmen shot two men who had fled.').get('gunmen')).toBe('NOUN NNS gunman');
  });

  it('take a past form for a verb where an object follows, or no other verb is there', () => {
    expect(tagged('The gunmen shot two men who had fled.').get('shot')).toBe('VERB VBD shoot');
    expect(tagged('He took a shot at the gate.').get('shot')).toBe('NOUN NN shot');
  });
});

describe('odd texts', () => {
  it('keep a word of 10,000 characters as one token, with a diagnostic', () => {
    const { tokens, diagnostics } = annotateText(`Before ${'x'.repeat(10_000)} after.`);
    expect(diagnostics.map((one) => one.code)).toContain('LONG_TOKEN');
    expect(tokens.lower.map((word) => word.length)).toContain(10_000);
  });

  it('say that times stay words where nothing anchors them', () => {
    const document = { ...documentFrom('He left on Monday.'), publishedAt: null, timeAnchor: null };
    expect(document.timeAnchor).toBeNull();
    expect(annotateText('He left.').diagnostics).toEqual([]);
  });
});

it('makes a sentence of its own of a dateline', () => {
  expect(sentencesOf('ORLO, Brunia, May 3 — Guards fired on the crowd. Nobody fell.')).toEqual([
    'ORLO, Brunia, May 3 —',
    'Guards fired on the crowd.',
    'Nobody fell.',
  ]);
});
