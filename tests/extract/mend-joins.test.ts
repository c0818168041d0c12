import { expect, it } from 'vitest';
import { claimantOf, claimOf, extractText, namesAt } from '../support/read-text.js';

/** Names at both ends of the first claim with a predicate. */
function ends(text: string, predicate: string) {
  const record = extractText(text);
  const { subjects, objects } = claimOf(record, predicate);
  return [namesAt(record, subjects), namesAt(record, objects)];
}

it('takes both sides of a fight for its sides, and the fight for what killed', () => {
  const text = 'The camp was closed in 2009 after fighting between border guards and smugglers killed 14 refugees.';
  const { subjects, objects } = claimOf(extractText(text), 'kill');
  expect(subjects.map(({ quote }) => quote)).toEqual(['fighting between border guards and smugglers']);
  expect(objects.map(({ quote }) => quote)).toEqual(['14 refugees']);
});

it('goes on from a verb, not from its object, behind "but"', () => {
  const text = 'Marta Olsen said that she had broken no law but did not intend to stay.';
  expect(ends(text, 'stay')[0]).toEqual(['Marta Olsen']);
});

it('goes on from the first of two gerunds behind one preposition', () => {
  const text = 'He accused both militias of burning farms and of poisoning wells.';
  expect(ends(text, 'poison')[0]).toEqual(['both militias']);
});

it('goes on in the passive where the second verb has only its participle', () => {
  expect(ends('Three sailors were drowned and nine others injured on Friday.', 'injure')).toEqual([
    [],
    ['nine others'],
  ]);
  expect(ends('Three sailors were rescued and nine others swam ashore.', 'swim')[0]).toEqual(['nine others']);
});

it('reads a noun right before a name as a word of that name, behind a comma too', () => {
  expect(ends('Her brother, banker Hugo Lenz, was kidnapped by gunmen.', 'kidnap')).toEqual([
    ['gunmen'],
    ['Hugo Lenz'],
  ]);
});

it('leaves what "whose" opens without an object that it does not have', () => {
  expect(ends('Irma Castro, whose husband and two sons died in the fire, sued the factory.', 'die')).toEqual([
    [],
    ['whose husband', 'two sons'],
  ]);
});

it('reads what is said of those whom a sentence names behind it', () => {
  expect(ends('Among the dead were two ferry pilots.', 'KILL')).toEqual([[], ['two ferry pilots']]);
  expect(ends('Among those arrested was the treasurer.', 'arrest')).toEqual([[], ['treasurer']]);
  expect(ends('The treasurer was among those arrested.', 'arrest')).toEqual([[], ['treasurer']]);
});

it('takes for an object whom an adjective behind it is said of', () => {
  expect(ends('The landslide left 40 miners dead.', 'KILL')[1]).toEqual(['40 miners']);
  expect(ends('The jury found Oskar Brandl guilty of perjury.', 'SANCTION')[1]).toEqual(['Oskar Brandl']);
  expect(ends('Storms killed six people and left hundreds stranded.', 'kill')[1]).toEqual(['six people']);
});

it('takes a member of a body for no body', () => {
  const text = 'Ruth Ansah, a former nurse, is a member of the Harbour Council, which meets on Friday.';
  expect(ends(text, 'MEMBER_OF')).toEqual([['Ruth Ansah'], ['Harbour Council']]);
});

it('makes no act of what is called something', () => {
  const text = 'Amnesty International called the detention "a shameful attempt to gag the press".';
  expect(extractText(text).claims.filter(({ relation }) => relation === 'DETAIN')).toEqual([]);
});

it('leaves what is known to have happened outside of a negation', () => {
  const { polarity } = claimOf(extractText('Nobody has been convicted of her murder.'), 'murder');
  expect(polarity).toBe('AFFIRMED');
});

it('hears whom an insertion parts from the verb, and nobody behind it', () => {
  const record = extractText('A commander of the militia, reached by telephone, denied any role. He left on Friday.');
  expect(record.quotations.map(({ claimant }) => claimant?.quote)).toEqual(['A commander of the militia']);
  const told = extractText(
    "Norway's envoy, Lise Dahl, whose team wrote the draft, said the council had rejected it. Guards on Monday accused the crew of smuggling.",
  );
  expect(told.quotations.map(({ claimant }) => claimant?.quote)).toEqual([
    "Norway's envoy, Lise Dahl, whose team wrote the draft",
    'Guards',
  ]);
});

it('hears nobody where nobody claims an attack', () => {
  const record = extractText(
    'No group has claimed responsibility for the bombing, which the mayor blamed on smugglers.',
  );
  expect(record.quotations.filter(({ claimant }) => claimant?.quote === 'No group')).toEqual([]);
});

it('takes a surname in the middle for the person, and a company without its form for the company', () => {
  const text =
    'Judge Ana Ruiz sentenced Pablo Quispe Mamani on Monday. Quispe, 60, wept. Fiskeri AS was fined. Fiskeri employs 40 people.';
  const names = extractText(text).referents.map(({ name }) => name);
  expect(names).toContain('Pablo Quispe Mamani');
  expect(names).not.toContain('Quispe');
  expect(names).not.toContain('Fiskeri');
});

it('takes how long before or after for no object', () => {
  expect(ends('Nils Aker died 40 minutes after the train derailed.', 'die')).toEqual([[], ['Nils Aker']]);
  expect(ends('Premier Olga Rusu fired her finance minister days before the vote.', 'fire')[1]).toEqual([
    'her finance minister',
  ]);
});

it('leaves an accusation to who can make one', () => {
  const text = 'Premier Olga Rusu resigned hours after the bridge fell and accused the builder of fraud.';
  expect(ends(text, 'accuse')[0]).toEqual(['Olga Rusu']);
});

it('reads whom an insertion parts from what they did, behind a verb of saying', () => {
  const text = 'Villagers said the gunmen, who are led by a former officer, burned the mill at night.';
  const record = extractText(text);
  expect(namesAt(record, claimOf(record, 'burn').subjects)).toEqual(['gunmen']);
  expect(claimantOf(record, claimOf(record, 'burn'))).toBe('Villagers');
});

it('ends an insertion where its comma stands, whatever is told of in it', () => {
  for (const text of [
    'Judge Ebba Lund, who wrote the 1991 ruling that freed the miners, said last week that she would retire.',
    'Ebba Lund, who wrote the report that blamed the army, said that she would retire.',
  ]) {
    const record = extractText(text);
    expect(claimantOf(record, claimOf(record, 'retire'))).toBe('Ebba Lund');
  }
});

it('takes a lone name behind an office and its body for the one who holds it', () => {
  expect(ends('The director of the Coastal Institute, Ebba Lund, resigned.', 'LEADS')).toEqual([
    ['Ebba Lund'],
    ['Coastal Institute'],
  ]);
});

it('finds who did what an event noun tells, behind those it was done to', () => {
  expect(ends('The report documents killings of fishermen by pirates.', 'KILL')[0]).toEqual(['pirates']);
});

it('reads no verb in "following" before an event, nor in what "according to" opens', () => {
  const predicates = extractText(
    'Dunford sacked its coach following a heavy defeat. According to reliable sources, nine players left.',
  ).claims.map(({ predicate }) => predicate);
  expect(predicates).not.toContain('follow');
  expect(predicates.at(-1)).toBe('leave');
});

it('takes the first word of a company for the company', () => {
  const record = extractText('Oil group Barrowell Inc. plans to sue. Barrowell had filed a complaint.');
  expect(record.referents.map(({ name, type }) => [name, type])).toEqual([['Barrowell Inc.', 'ORGANIZATION']]);
});
