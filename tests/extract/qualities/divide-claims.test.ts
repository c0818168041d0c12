import { describe, expect, it } from 'vitest';
import { extractText } from '../../support/read-text.js';

/** Every claim with a predicate, as `subjects → objects POLARITY MODALITY`. */
function readingsOf(text: string, predicate: string): readonly string[] {
  const list = (participants: readonly { quote: string }[]) => participants.map(({ quote }) => quote).join(' & ');
  return extractText(text)
    .claims.filter((claim) => claim.predicate === predicate)
    .map(({ subjects, objects, polarity, modality }) => `${list(subjects)} → ${list(objects)} ${polarity} ${modality}`);
}

describe('a claim that tells two', () => {
  it('denies what is named to be ruled out', () => {
    expect(readingsOf('The army, not the rebels, shelled the port.', 'shell')).toEqual([
      'The army → the port AFFIRMED ACTUAL',
      'the rebels → the port NEGATED ACTUAL',
    ]);
  });

  it('presupposes what is asked to end', () => {
    expect(readingsOf('The mayor called on the rebels to stop shelling the port.', 'shell')).toEqual([
      'the rebels → the port NEGATED REQUESTED',
      'the rebels → the port AFFIRMED POSSIBLE',
    ]);
  });
});
