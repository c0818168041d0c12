import { describe, expect, it } from 'vitest';
import { claimOf, extractText, namesAt } from '../support/read-text.js';

/** Names at both ends of the first claim with a predicate. */
function ends(text: string, predicate: string) {
  const record = extractText(text);
  const { subjects, objects } = claimOf(record, predicate);
  return [namesAt(record, subjects), namesAt(record, objects)];
}

describe('a verb that looks like another word', () => {
  it('is one behind "and" and beside another', () => {
    expect(ends('Masked robbers shot and wounded the owner of a bakery on Friday.', 'wound')).toEqual([
      ['Masked robbers'],
      ['owner'],
    ]);
    expect(ends('Police beat and later released the editor of the weekly.', 'release')[0]).toEqual(['Police']);
  });

  it('is one of saying behind a name or behind another verb', () => {
    expect(ends('Governor Ilse Maro blamed smugglers for the fire and said four boats had burned.', 'blame')).toEqual([
      ['Ilse Maro'],
      ['smugglers'],
    ]);
    expect(ends('The envoy denied any knowledge and accused border guards of taking bribes.', 'accuse')[0]).toEqual([
      'envoy',
    ]);
  });

  it('is one behind the name that an insertion gives', () => {
    const text = "The union's deputy leader, Petra Ostrow, called on Maric to open the archive.";
    expect(ends(text, 'call on')).toEqual([['Petra Ostrow'], ['Maric']]);
  });

  it('is one behind "to" where it has a particle', () => {
    expect(ends('The captain had ordered sailors to fire on fishermen near the reef.', 'fire on')).toEqual([
      ['sailors'],
      ['fishermen'],
    ]);
  });

  it('is one behind a day that stands as it is', () => {
    expect(ends('A tribunal yesterday acquitted Ivo Maric of theft.', 'acquit')).toEqual([['tribunal'], ['Ivo Maric']]);
  });

  it('is the only one of a headline', () => {
    expect(ends('Pirates attack grain ship off Orlo\n\nThe crew is safe, the owner said.', 'attack')[0]).toEqual([
      'Pirates',
    ]);
  });
});

describe('a passive without its auxiliary', () => {
  it('is what a past form of a headline is that acts on nothing', () => {
    expect(ends('Banker arrested in raid\n\nThe bank was searched for two days.', 'arrest')).toEqual([[], ['Banker']]);
    expect(ends('Clerk who sold secrets sacked by ministry\n\nHe had worked there for years.', 'sack')[1]).toEqual([
      'Clerk',
    ]);
  });

  it('tells of the noun before it where another verb follows', () => {
    const text = 'Engineers sent from the coast failed to mend the dam on Sunday.';
    expect(ends(text, 'send')).toEqual([[], ['Engineers']]);
    expect(ends(text, 'mend')[0]).toEqual(['Engineers']);
  });

  it('keeps a word of the verb apart from its object', () => {
    expect(ends('Two nurses had been taken prisoner near the bridge.', 'take prisoner')).toEqual([[], ['Two nurses']]);
  });
});

it('gives what troops did to troops, and not to whom it was told', () => {
  expect(ends('Villagers told two relief workers that militiamen had looted the clinic.', 'loot')[0]).toEqual([
    'militiamen',
  ]);
});

it('takes who is from a country for no servant of it, unless a state gives the office', () => {
  const of = (text: string) => extractText(text).claims.map(({ relation }) => relation);
  expect(of('A Belgian dentist left the town.')).not.toContain('WORKS_FOR');
  expect(of('The Belgian ambassador left the town.')).toContain('WORKS_FOR');
});

it('reads who asked before a colon, and who answers in the next paragraph', () => {
  const record = extractText(
    'Ivo Maran asked: "Why did nobody help us? Who locked the gate?"\n\nPetra Ostrow, who wept, said: "I saw Ivo. He was brave."',
  );
  expect(record.quotations.map(({ claimant }) => claimant?.quote ?? null).filter((quote) => quote !== null)).toEqual(
    expect.arrayContaining(['Ivo Maran', 'Petra Ostrow, who wept']),
  );
  const brave = record.claims.find(({ objects }) => objects.some(({ quote }) => quote === 'brave'));
  expect(brave?.quotations).toHaveLength(1);
});

it('takes what an office is of for a place, and for no person', () => {
  const record = extractText('The envoy met the Governor of Keshira, Ms. Halima Sow, on Monday.');
  const named = record.referents.filter(({ name }) => name?.includes('Keshira') === true);
  expect(named.map(({ name, type }) => [name, type])).toEqual([['Keshira', 'PLACE']]);
});
