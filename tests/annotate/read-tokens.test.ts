import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/annotate/index.js';
import { loadResources } from '../../src/resources/index.js';
import { annotateText, documentFrom, RESOURCES, sentencesOf } from '../support/read-text.js';

function tokensOf(text: string): readonly string[] {
  const { document, tokens } = annotateText(text);
  return Array.from({ length: tokens.count }, (_, at) => document.text.slice(tokens.start[at], tokens.end[at]));
}

describe('tokens', () => {
  it('keep the full stop of a title before a name, also where a line ends between them', () => {
    expect(tokensOf('They met Gen. Osso.')).toContain('Gen.');
    expect(tokensOf('They met Gen.\u00a0Osso.')).toContain('Gen.');
    expect(tokensOf('He is a Gen. and left.')).not.toContain('Gen.');
  });

  it('leave marks without a letter as they are', () => {
    expect(tokensOf('They left — . […] “…” twice')).toEqual([
      'They',
      'left',
      '—',
      '.',
      '[',
      '…',
      ']',
      '“',
      '…',
      '”',
      'twice',
    ]);
  });
});

describe('sentences', () => {
  it('end before small letters only where nothing speaks for an abbreviation', () => {
    expect(sentencesOf('The ferry left. nobody saw it.')).toEqual(['The ferry left.', 'nobody saw it.']);
    expect(sentencesOf('The ferry left at approx. noon.')).toHaveLength(1);
    expect(sentencesOf('They took vitamin c. and left.')).toHaveLength(1);
  });
});

describe('annotate', () => {
  it('reads a text alike, whatever it has read before', () => {
    const words = fc.constantFrom(
      'Gen.',
      'Osso',
      'left',
      'march',
      'March',
      '12',
      '“',
      '”',
      '...',
      "didn't",
      '.',
      'THE',
    );
    const text = fc.array(words, { maxLength: 30 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(text, text, (before, given) => {
        const fresh = { ...RESOURCES };
        annotateText(`a ${before}`);
        expect(annotate(documentFrom(`a ${given}`), RESOURCES)).toEqual(annotate(documentFrom(`a ${given}`), fresh));
      }),
      { numRuns: 20 },
    );
  });

  it('keeps words by the resources that it was given', () => {
    expect(annotate(documentFrom('Nobody left.'), loadResources())).toEqual(annotateText('Nobody left.'));
  });
});
