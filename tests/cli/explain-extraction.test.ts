import { describe, expect, it } from 'vitest';
import { explainExtraction, paintWith } from '../../src/cli/explain-extraction.js';
import { extract } from '../../src/extract/index.js';
import { annotateText, extractText, RESOURCES } from '../support/read-text.js';

const TEXT = 'Ann Lee said that soldiers did not kill two nurses in Damascus on Monday.';
const traced = extract(annotateText(TEXT), RESOURCES, { trace: true });

describe('the trace of an extraction', () => {
  it('stands beside the same record as without it', () => {
    expect(traced.extraction).toEqual(extractText(TEXT));
    expect(traced.trace.claims.map(({ claim }) => claim)).toEqual(traced.extraction.claims.map(({ id }) => id));
  });

  it('says by which words and which way through the tree a claim was read', () => {
    const [claim] = traced.trace.claims;
    expect(claim?.because.map(({ quote }) => quote)).toEqual(['not']);
    expect(claim?.paths[0]).toMatchObject({
      part: 'SUBJECT',
      participant: { quote: 'soldiers' },
      steps: [{ direction: 'DOWN', dependency: 'nsubj', word: { quote: 'soldiers' } }],
    });
  });

  it('is explained beside the text, whose mentions, triggers and cues bear their ids', () => {
    const lines = explainExtraction(traced, paintWith(false));
    expect(lines).toContain('Ann Lee‹r1› said‹q1› that soldiers‹r2› did not kill‹c1› two nurses‹r3› in Damascus‹r4›');
    expect(lines).toContain('c1 KILL kill: soldiers → two nurses');
    expect(lines).toContain('NEGATED ACTUAL, because of not');
    expect(lines).toContain('q1: ASSERTS by Ann Lee (said)');
    expect(lines).toContain('subject soldiers: did not kill —nsubj→ soldiers');
    expect(lines).not.toContain('\u001b');
  });

  it('is coloured where it is asked to be', () => {
    expect(explainExtraction(traced, paintWith(true))).toContain('\u001b[1;33mdid not kill\u001b[0m');
  });
});
