import { describe, expect, it } from 'vitest';
import { claimOf, extractText } from '../../support/read-text.js';

function timeOf(text: string, predicate: string): string | null {
  return claimOf(extractText(text), predicate).time?.quote ?? null;
}

describe('the time of a claim', () => {
  it.each([
    ['is the one that hangs on its verb', 'Gunmen raided a bank in the port of Orsk on Sunday.', 'raid', 'Sunday'],
    ['is shared by coordinated verbs', 'Gunmen raided a bank on Sunday and abducted two clerks.', 'abduct', 'Sunday'],
    ['goes along with what follows from it', 'Rebels shelled the port on Friday, killing two men.', 'kill', 'Friday'],
    ['is that of an event noun', 'The governor condemned Friday’s attack on the port.', 'attack', 'Friday'],
    ['may stand behind an inner verb', 'Orsk suspended talks on sharing a dam on Friday.', 'suspend', 'Friday'],
    ['is not that of the saying', 'The mayor said on Tuesday that gunmen had killed two men.', 'kill', null],
    ['stands before a saying between commas', 'On Monday, police said, gunmen killed two men.', 'kill', 'Monday'],
    ['is not that of a relative clause', 'A man who fled on Friday attacked a guard.', 'attack', null],
    ['is each its own', 'Rebels captured the port on Friday and left the city on Sunday.', 'capture', 'Friday'],
  ])('%s', (_, text, predicate, expected) => {
    expect(timeOf(text, predicate)).toBe(expected);
  });

  it('is never the day of the dateline', () => {
    expect(timeOf('ORSK, March 9 — Gunmen raided a bank.', 'raid')).toBeNull();
  });
});
