import { expect, it } from 'vitest';
import { claimantOf, claimOf, extractText, namesAt, referentOf } from '../support/read-text.js';

/** Names at both ends of the first claim with a predicate. */
function ends(text: string, predicate: string) {
  const record = extractText(text);
  const { subjects, objects } = claimOf(record, predicate);
  return [namesAt(record, subjects), namesAt(record, objects)];
}

it('takes no noun for a subject that a preposition brings in', () => {
  expect(ends('Fighters loyal to General Hamid Yusef attacked the barracks.', 'attack')[0]).toEqual(['Fighters']);
  expect(ends('As a result of the ruling, all shops of the chain were closed.', 'close')[1]).toEqual(['all shops']);
});

it('reads a verb in what has a subject, behind an apposition too', () => {
  const text = "Norway's trade envoy, Silje Moen, accused brokers of hiding losses.";
  expect(ends(text, 'accuse')).toEqual([['Silje Moen'], ['brokers']]);
});

it('hears who is named behind a day', () => {
  const record = extractText('Two trucks were stopped at the border on Monday, a spokesman, Emil Dahl, said in Oslo.');
  expect(claimantOf(record, claimOf(record, 'stop'))).toBe('Emil Dahl');
  const titled = extractText('“Nobody will be spared,” said Under Secretary Hana Ito.');
  expect(titled.quotations[0]?.claimant?.quote).toContain('Hana Ito');
});

it('joins two bodies that do one thing', () => {
  expect(ends('Eastern powers and the Baltic League have called on Ivo Maric to resign.', 'call on')[0]).toEqual([
    'Eastern powers',
    'Baltic League',
  ]);
});

it('reads two gerunds behind one verb, and an office before a name behind "of"', () => {
  const text = 'Bandits raided a village, killing nine herders and kidnapping dozens.';
  expect(ends(text, 'kill')[1]).toEqual(['nine herders']);
  expect(ends(text, 'kidnap')[0]).toEqual(['Bandits']);
  expect(ends('The court ordered the release of former minister Pavel Novak.', 'release')[1]).toEqual(['Pavel Novak']);
});

it('makes nobody a killer by announcing a death', () => {
  expect(ends('Her death was announced by the Ballet Society.', 'KILL')[0]).toEqual([]);
});

it('takes who claims an attack for who did it, on their word', () => {
  const record = extractText('The Dawn Brigade claimed responsibility for the bombing of the embassy.');
  const bombing = claimOf(record, 'ATTACK');
  expect(namesAt(record, bombing.subjects)).toEqual(['Dawn Brigade']);
  expect(claimantOf(record, bombing)).toBe('Dawn Brigade');
  expect(bombing.modality).toBe('ACTUAL');
});

it('has nobody charge those who are held on a charge', () => {
  const record = extractText('Pavel Novak is held on charges that he sold permits.');
  expect(record.quotations.map(({ claimant }) => claimant)).toEqual([null]);
});

it('takes what a text says a gang is known as for its name', () => {
  const record = extractText('A smuggling gang known as Grey Heron fled. Police raided a house of the gang.');
  const named = record.mentions.find(({ quote }) => quote === 'Grey Heron');
  const described = record.mentions.find(({ quote }) => quote.endsWith('smuggling gang'));
  expect(named?.referent).toBe(described?.referent);
});

it('takes the dead for no organization, exile for nobody, and a guard of the palace for a body', () => {
  const record = extractText(
    'Their bodies lay in the square. The junta drove Ana Ruiz into exile. The presidential guard fled.',
  );
  const types = record.referents.map(({ name, type }) => [name, type]);
  expect(types.map(([name]) => name).filter((name) => /bod|exile/.test(name as string))).toEqual([]);
  expect(types).toContainEqual(['presidential guard', 'ORGANIZATION']);
});

it('takes a person who is told of behind a place for no part of it', () => {
  const record = extractText('Lena Vogt was born on 3 May 1950 in Halden, the daughter of a baker.');
  const { subjects } = claimOf(record, 'RELATED_TO');
  expect(referentOf(record, subjects[0]?.referent ?? null)?.name).not.toBe('Halden');
});

it('hears who speaks right before an addition, and nobody in what a verb acts on', () => {
  const record = extractText(
    'A shell hit the market on Monday, the union said, accusing the army of firing at traders.',
  );
  expect(record.quotations.map(({ claimant }) => claimant?.quote)).toEqual(['the union', 'the union']);
  const repeated = extractText('Mayor Ines Dahl, speaking by telephone to reporters, repeated her plea for calm.');
  expect(repeated.quotations.map(({ claimant }) => claimant?.quote)).not.toContain('her plea for calm');
});

it('reads a verb behind its auxiliary, and what both sides of talks did', () => {
  expect(ends('He said that doors had been locked and that guards had beaten prisoners.', 'beat')).toEqual([
    ['guards'],
    ['prisoners'],
  ]);
  const { subjects } = claimOf(
    extractText('Talks between the miners and the ministry broke down on Friday.'),
    'break down',
  );
  expect(subjects.map(({ quote }) => quote)).toEqual(['Talks between the miners and the ministry']);
});

it('parts where a company sits from its name', () => {
  const record = extractText('Olga Berg works for Bergvik-based Norra Timber Group.');
  expect(namesAt(record, claimOf(record, 'LOCATED_IN').objects)).toEqual(['Bergvik']);
  expect(record.mentions.map(({ quote }) => quote)).toContain('Norra Timber Group');
});

it('hears a minister who told reporters', () => {
  const record = extractText('The pilot was being flown to Orlo, Transport Minister Ivo Maric told reporters.');
  expect(record.quotations.map(({ claimant }) => claimant?.quote)).toEqual(['Transport Minister Ivo Maric']);
});

it('takes a body with what it is for as one name', () => {
  const record = extractText(
    'Marta Olsen, 41, leads the Forum for Civic Renewal. The Forum for Civic Renewal protested.',
  );
  const body = record.referents.find(({ name }) => name === 'Forum for Civic Renewal');
  expect(body?.type).toBe('ORGANIZATION');
  expect(record.referents.map(({ name }) => name)).not.toContain('Civic Renewal');
});
