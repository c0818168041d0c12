import { describe, expect, it } from 'vitest';
import { claimOf, extractText, namesAt } from '../../support/read-text.js';

/** "subjects > objects" of the first claim of a relation or with a predicate. */
function ends(text: string, relationOrPredicate: string): string {
  const record = extractText(text);
  const claim = claimOf(record, relationOrPredicate);
  return `${namesAt(record, claim.subjects).join(', ')} > ${namesAt(record, claim.objects).join(', ')}`;
}

describe('the ends of a claim', () => {
  it.each([
    ['a passive with an agent', 'The town was shelled by rebels.', 'shell', 'rebels > town'],
    ['a passive without one', 'Two farmers were killed in Okuru.', 'kill', ' > Two farmers'],
    ['joined verbs', 'Soldiers rounded up farmers and killed two boys.', 'kill', 'Soldiers > two boys'],
    ['joined passives', 'The captain was found and arrested.', 'arrest', ' > captain'],
    ['a relative clause', 'Petar Vuk, who led the raid, praised Ana Novak.', 'praise', 'Petar Vuk > Ana Novak'],
    ['a participle', 'Soldiers backed by Brunia searched the camp.', 'back', 'Brunia > Soldiers'],
    ['an adverbial', 'A bomb exploded in Orlo, killing 12 people.', 'kill', 'bomb > 12 people'],
    ['a request', 'Lena Osso called on Cadria to release the prisoners.', 'release', 'Cadria > prisoners'],
    ['an accusation', 'Cadria accused Brunia of arming separatists.', 'arm', 'Brunia > separatists'],
    ['blame', 'The union blamed the governor for jailing reporters.', 'jail', 'governor > reporters'],
    ['a promise', 'Ivo Maric promised to free the prisoners.', 'free', 'Ivo Maric > prisoners'],
    ['both sides at once', 'Ivo Maric and Lena Osso met in Orlo.', 'meet', 'Ivo Maric > Lena Osso'],
    ['an undergone act', 'Nine miners died in Dorran.', 'die', ' > Nine miners'],
    ['a reported act without "that"', 'Residents said soldiers looted shops.', 'loot', 'soldiers > shops'],
    ['a passive that names', 'The brew was named Orlo Gold.', 'name', 'The brew > Orlo Gold'],
    ['a passive of finding', 'Officials said that 23 bodies had been found.', 'find', ' > 23 bodies'],
    ['two verbs with one object', 'The agency published and withdrew a report.', 'publish', 'agency > a report'],
    [
      'a verb whose object is not that of the next',
      'Fishermen protested and blocked the road.',
      'protest',
      'Fishermen > ',
    ],
    ['a quality that somebody takes on', 'The river became dangerous.', 'become', 'river > dangerous'],
    ['an act that is aimed at nothing else', 'Ivo Maric ordered an inquiry.', 'INVESTIGATE', 'Ivo Maric > an inquiry'],
    ['a state with one side only', 'Nine families lived alone.', 'OTHER', 'Nine families > '],
    ['an owned part', 'Helvar Mining bought a stake in Quill Ports.', 'OWNS', 'Helvar Mining > Quill Ports'],
  ])('are those of %s', (_, text, claim, expected) => {
    expect(ends(text, claim).toLowerCase()).toBe(expected.toLowerCase());
  });
});

describe('event nouns', () => {
  it('take their ends from possessors, prepositions and the nouns before them', () => {
    expect(ends('The killing of Samir Daoudi by border guards angered Orlo.', 'KILL')).toBe(
      'border guards > Samir Daoudi',
    );
    expect(ends('Talks between Brunia and Cadria collapsed.', 'CONSULT')).toBe('Brunia > Cadria');
  });

  it('make one claim with the verb that lends itself to them', () => {
    const record = extractText('Abductions were carried out by gunmen.');
    expect(record.claims.filter((claim) => claim.relation === 'ABDUCT')).toHaveLength(1);
    expect(namesAt(record, claimOf(record, 'ABDUCT').subjects)).toEqual(['gunmen']);
  });
});

describe('the words of a claim', () => {
  it.each([
    ['Brunia was expected to buy the mill.', 'buy', 'was expected to buy'],
    ['Ivo Maric has been able to free the prisoners.', 'free', 'has been able to free'],
    ['The town was shelled by rebels.', 'shell', 'was shelled by'],
    ['Ivo Maric urged the army to buy the mill.', 'buy', 'to buy'],
  ])('hold the verbs that govern it, and what brings in who did it: %s', (text, claim, expected) => {
    expect(claimOf(extractText(text), claim).trigger.quote).toBe(expected);
  });
});

describe('states', () => {
  it('are told by titles, appositions and copulas, with role and tense', () => {
    const record = extractText('Foreign Minister Lena Osso of Brunia met Ana Novak, a former envoy of Cadria.');
    expect(claimOf(record, 'LEADS').role?.quote).toBe('Foreign Minister');
    expect(claimOf(record, 'WORKS_FOR').tense).toBe('FORMER');
    expect(ends('Ivo Maric is the president of Brunia.', 'LEADS')).toBe('Ivo Maric > Brunia');
  });

  it('are told by what a hyphen joins', () => {
    expect(ends('Soldiers entered the rebel-held town.', 'CONTROLS')).toContain('rebel');
  });
});

describe('a claim about a claim', () => {
  it('names it by its id', () => {
    const record = extractText('Colonel Petar Vuk denied killing two men.');
    expect(claimOf(record, 'DENY').about).toBe(claimOf(record, 'KILL').id);
  });
});

describe('no claim', () => {
  it('is made of what only says how real another act is', () => {
    const record = extractText('The army was able to leave. Brunia is expected to sign the treaty.');
    expect(record.claims.map((claim) => claim.predicate)).not.toContain('be able');
    expect(record.claims.map((claim) => claim.predicate)).not.toContain('expect');
  });

  it('is made of what somebody thinks besides the quotation', () => {
    const record = extractText('Farmers believed that soldiers had looted the mill.');
    expect(record.claims.map((claim) => claim.predicate)).toEqual(['loot']);
    expect(record.quotations.map((quotation) => quotation.claimant?.quote)).toEqual(['Farmers']);
  });

  it('is made of "there is" and a bare "it"', () => {
    expect(extractText('There was no water.').claims).toEqual([]);
  });
});
