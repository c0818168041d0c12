import { describe, expect, it } from 'vitest';
import { claimOf, extractText } from '../../support/read-text.js';

function placeOf(text: string, predicate: string): string | null {
  return claimOf(extractText(text), predicate).place?.quote ?? null;
}

describe('the place of a claim', () => {
  it.each([
    ['hangs on its verb', 'Gunmen abducted two nurses in Damascus on Sunday.', 'abduct', 'Damascus'],
    ['opens its sentence', 'In Damascus, soldiers detained two nurses.', 'detain', 'Damascus'],
    ['is where its object is', 'Gunmen killed two farmers in Damascus.', 'kill', 'Damascus'],
    ['is named by “of”', 'Gunmen abducted two nurses in the city of Aleppo.', 'abduct', 'Aleppo'],
    ['is shared by coordinated verbs', 'Gunmen abducted two nurses in Aleppo and killed a guard.', 'kill', 'Aleppo'],
    ['goes along with what follows from it', 'Rebels fired on a crowd in Aleppo, killing two men.', 'kill', 'Aleppo'],
    ['may be an organization', 'A neighbor identified the bodies at a hospital.', 'identify', 'a hospital'],
    ['is not its object', 'The rebels shelled Aleppo.', 'shell', null],
    ['is not where it leads', 'The envoy flew from Aleppo to Damascus.', 'MOVES_TO', null],
    ['is not where someone said so', 'In Aleppo, a doctor said that gunmen had killed two men.', 'kill', null],
  ])('%s', (_, text, predicate, expected) => {
    expect(placeOf(text, predicate)).toBe(expected);
  });
});
