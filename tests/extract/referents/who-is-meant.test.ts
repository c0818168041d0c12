import { describe, expect, it } from 'vitest';
import { claimOf, extractText, namesAt } from '../../support/read-text.js';

/** Names at the subject and the object of the first claim with a predicate. */
function ends(text: string, predicate: string) {
  const record = extractText(text);
  const { subjects, objects } = claimOf(record, predicate);
  return [namesAt(record, subjects), namesAt(record, objects)];
}

describe('who is meant', () => {
  it('by a pronoun in what somebody says of himself is the one who says it', () => {
    const text =
      'Emil Saro broke his arm in the storm. He recovered. The harbour master, Walter Brandt, said the port was closed and that he regretted the delay.';
    expect(ends(text, 'regret')[0]).toEqual(['Walter Brandt']);
  });

  it('by "her" behind a threat is the woman who spoke last', () => {
    const text =
      'Mira Ostrow won the vote. The deputy mayor, Senka Halas, resigned and said that the count had been forged. Ivo Maric called it nonsense and threatened to sue her.';
    expect(ends(text, 'sue')[1]).toEqual(['Senka Halas']);
  });

  it('by an office is nobody who is known to hold another', () => {
    const text =
      'Grace Wambui, the governor of Orlo, opened the bridge. The attorney general rejected her plan on Monday.';
    expect(ends(text, 'reject')[0]).not.toContain('Grace Wambui');
  });

  it('by what is somebody’s is nobody who is not called so', () => {
    const text = "The ship's owner, Blue Line, denied it. Its manager, Budi Sarto, said that the crew had left.";
    expect(ends(text, 'deny')[0]).not.toContain('Budi Sarto');
  });

  it('by "it" is no day', () => {
    const text = 'The dam cracked. The minister resigned in May after the cabinet approved it.';
    const { referents, mentions } = extractText(text);
    const it = mentions.find(({ quote }) => quote === 'it');
    const meant = referents.find(({ id }) => id === it?.referent);
    expect(meant?.name ?? null).not.toBe('May');
  });
});
