import { expect, it } from 'vitest';
import { claimOf, extractText, namesAt } from '../support/read-text.js';

/** Names at both ends of the first claim with a predicate. */
function ends(text: string, predicate: string) {
  const record = extractText(text);
  const { subjects, objects } = claimOf(record, predicate);
  return [namesAt(record, subjects), namesAt(record, objects)];
}

it('reads who a relative clause between commas tells of, and what its noun then does', () => {
  const text = 'State Sen. Dora Hutchens, who may challenge the governor, called for an inquiry and accused Ivo Maric.';
  expect(ends(text, 'challenge')[0]).toEqual(['Dora Hutchens']);
  expect(ends(text, 'call for')[0]).toEqual(['Dora Hutchens']);
  expect(ends(text, 'accuse')).toEqual([['Dora Hutchens'], ['Ivo Maric']]);
});

it('keeps a time behind an object out of it', () => {
  expect(ends('The mayor said divers would raise the ferry next week if the fog lifted.', 'raise')).toEqual([
    ['divers'],
    ['ferry'],
  ]);
});

it('reads a past form that looks like the dictionary form', () => {
  expect(ends('The attackers set fire to an ambulance and fled.', 'flee')[0]).toEqual(['attackers']);
});

it('reads what is said behind the day on which it was', () => {
  const text = 'Campaigners said Monday that troops had driven dozens of families from the town.';
  expect(ends(text, 'drive from')[0]).toEqual(['troops']);
});

it('reads a subject that an insertion parts from its verb', () => {
  const text = 'He said neighbors had told him that about 300 masked men, in police uniforms, had killed six farmers.';
  expect(ends(text, 'kill')[0]).toEqual(['about 300 masked men']);
});
