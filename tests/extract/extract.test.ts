import { describe, expect, it } from 'vitest';
import { checkExtraction } from '../support/check-extraction.js';
import { claimantOf, claimOf, extractText, namesAt, quotationsOf, referentOf } from '../support/read-text.js';

/** An invented story with the constructions that matter most: who did it, on whose word, and who denies it. */
const STORY = `Killings reported in Tarsin

ORLO — Tarsin opposition activists said Sunday that soldiers and hired gunmen had rounded up dozens of residents of the besieged town, then killed at least 38 of them and set several houses on fire. The government of President Ivo Maric denied responsibility.

Get the morning letter in your inbox:
The top stories of the day delivered every morning.
Thank you for signing up!

The government said "armed gangs" had carried out an attack on the town. Foreign Minister Lena Osso called on Brunia and Cadria to stop the fighting. She met Maric in Orlo on Friday.

According to a hospital official, between 40 and 45 people were killed. Colonel Petar Vuk denied that the army had shelled the market.`;

const story = extractText(STORY);

describe('the record', () => {
  it.each(['“he said ', '12 killed ', 'he said that soldiers killed ', 'who said that '])(
    'grows with its text, not with the square of a sentence that never ends: %s',
    (words) => {
      const [quarter, whole] = [5_000, 20_000].map((length) => {
        const record = extractText(words.repeat(Math.floor(length / words.length)));
        return JSON.stringify(record).length / record.text.length;
      });
      expect(whole).toBeLessThan(quarter! * 1.5);
    },
  );

  it('satisfies the evidence invariant', () => {
    expect(checkExtraction(story)).toEqual([]);
  });

  it('takes nothing from a newsletter sign-up', () => {
    const furniture = story.document.furniture.map(({ start, end }) => STORY.slice(start, end)).join('\n');
    expect(furniture).toContain('Thank you for signing up!');
    expect(story.mentions.some((mention) => /inbox|stories|signing/i.test(mention.quote))).toBe(false);
  });

  it('is the same on every run', () => {
    expect(JSON.stringify(extractText(STORY))).toBe(JSON.stringify(story));
  });
});

describe('claims', () => {
  it('carry subjects, objects, counts and the claimant', () => {
    const claim = claimOf(story, 'KILL');
    expect(namesAt(story, claim.subjects)).toEqual(['soldiers', 'hired gunmen']);
    expect(claim.objects[0]?.counts).toMatchObject({ min: 38, max: null });
    expect(claimantOf(story, claim)).toBe('Tarsin opposition activists');
    expect(quotationsOf(story, claim)[0]).toMatchObject({ stance: 'ASSERTS', kind: 'INDIRECT' });
  });

  it('share a subject with the verbs that follow it, particles and fixed phrases with their verb', () => {
    expect(namesAt(story, claimOf(story, 'round up').subjects)).toEqual(['soldiers', 'hired gunmen']);
    expect(namesAt(story, claimOf(story, 'set on fire').objects)).toEqual(['several houses']);
    expect(claimOf(story, 'set on fire').relation).toBe('DESTROY');
  });

  it('keep a denial apart from an assertion', () => {
    expect(
      story.quotations.find((one) => one.cue?.quote === 'denied' && one.content[0]?.quote === 'responsibility')?.stance,
    ).toBe('DENIES');
    const shelling = claimOf(story, 'shell');
    expect(quotationsOf(story, shelling).at(-1)?.stance).toBe('DENIES');
    expect(claimantOf(story, shelling)).toBe('Petar Vuk');
    expect(shelling.polarity).toBe('AFFIRMED');
  });

  it('never assert in the document’s voice what is denied by a gerund', () => {
    const text = extractText('Colonel Petar Vuk denied killing two men.');
    const claim = claimOf(text, 'KILL');
    expect(quotationsOf(text, claim).map((one) => one.stance)).toEqual(['DENIES']);
    expect(namesAt(text, claim.subjects)).toEqual(['Petar Vuk']);
  });

  it('read a light verb with its event noun as one predicate', () => {
    const attack = story.claims.find((claim) => claim.trigger.quote.startsWith('carried out'));
    expect(attack).toMatchObject({ relation: 'ATTACK', predicate: 'attack' });
  });

  it('tell a request from what is requested', () => {
    const request = claimOf(story, 'REQUEST');
    expect(namesAt(story, request.subjects)).toEqual(['Lena Osso']);
    expect(namesAt(story, request.objects)).toEqual(['Brunia', 'Cadria']);
    expect(request.modality).toBe('ACTUAL');
    const stop = claimOf(story, 'stop');
    expect(stop.modality).toBe('REQUESTED');
    expect(namesAt(story, stop.subjects)).toEqual(['Brunia', 'Cadria']);
  });

  it('turn a passive round and keep one without an agent', () => {
    const killed = story.claims.filter((claim) => claim.relation === 'KILL').at(-1);
    expect(killed?.subjects).toEqual([]);
    expect(killed?.objects[0]?.counts).toMatchObject({ min: 40, max: 45, unit: 'people' });
  });

  it('reckon days from the document’s anchor', () => {
    expect(claimOf(story, 'meet').time).toMatchObject({ quote: 'Friday', from: '2012-03-09', precision: 'DAY' });
  });

  it('read negation, modals and conditions', () => {
    expect(claimOf(extractText('The army did not attack the town.'), 'attack').polarity).toBe('NEGATED');
    expect(claimOf(extractText('The army may attack the town.'), 'attack').modality).toBe('POSSIBLE');
    expect(claimOf(extractText('If the army attacks the town, people will flee.'), 'attack').modality).toBe(
      'HYPOTHETICAL',
    );
    expect(claimOf(extractText('The rebels failed to capture the bridge.'), 'capture').polarity).toBe('NEGATED');
    expect(claimOf(extractText('Ann Lee promised to release the prisoners.'), 'release').modality).toBe('PLANNED');
  });

  it('choose the relation by what the object is', () => {
    expect(claimOf(extractText('Gunmen burned three houses.'), 'burn').relation).toBe('DESTROY');
    expect(claimOf(extractText('Gunmen burned two boys.'), 'burn').relation).toBe('INJURE');
  });
});

describe('quotations', () => {
  it('are found before and after their cue', () => {
    const text = extractText('“The bridge is gone,” Ann Lee said. “Soldiers destroyed it.”');
    expect(text.quotations.map((one) => [one.kind, one.claimant?.quote])).toEqual([['DIRECT', 'Ann Lee']]);
    expect(text.quotations[0]?.content.map((one) => one.quote)).toEqual([
      'The bridge is gone',
      'Soldiers destroyed it',
    ]);
  });

  it('nest, outermost first', () => {
    const text = extractText('Ann Lee said residents had told her that soldiers killed two men.');
    expect(quotationsOf(text, claimOf(text, 'KILL')).map((one) => one.claimant?.quote)).toEqual([
      'Ann Lee',
      'residents',
    ]);
  });

  it('say why there is no claimant', () => {
    const text = extractText('“They burned the whole village and nobody stopped them.”');
    expect(text.quotations[0]).toMatchObject({ claimant: null, reason: 'UNKNOWN' });
  });
});

describe('referents', () => {
  it('join a surname, a title and a pronoun with the full name', () => {
    const osso = story.referents.find((referent) => referent.name === 'Lena Osso');
    expect(osso?.roles).toContain('foreign minister');
    const met = claimOf(story, 'meet');
    expect(namesAt(story, met.subjects)).toEqual(['Lena Osso']);
    expect(namesAt(story, met.objects)).toEqual(['Ivo Maric']);
  });

  it('join an acronym with the name that it is defined for', () => {
    const text = extractText('The Tarsin Relief Council (TRC) met on Monday. The TRC blamed the army.');
    const council = text.referents.find((referent) => referent.name === 'Tarsin Relief Council');
    expect(council?.acronyms).toEqual(['TRC']);
    expect(referentOf(text, claimOf(text, 'ACCUSE').subjects[0]?.referent ?? null)?.name).toBe('Tarsin Relief Council');
  });

  it('join an apposition behind other phrases', () => {
    const text = extractText('An activist in Orlo, Wael Haddad, said he had counted dozens of bodies.');
    expect(claimantOf(text, claimOf(text, 'count'))).toBe('Wael Haddad');
  });

  it('keep two people of one surname apart', () => {
    const text = extractText('Ana Novak met Petra Novak. Ana Novak left. Novak wept.');
    expect(text.referents.filter((referent) => referent.name.endsWith('Novak')).length).toBeGreaterThanOrEqual(2);
  });

  it('keep two holders of one office apart, each with the description that follows the name', () => {
    const text = extractText(
      'Lena Osso, the foreign minister of Brunia, left. Ivo Maric, the foreign minister of Cadria, stayed in Orlo.',
    );
    const osso = text.referents.find((referent) => referent.name === 'Lena Osso');
    expect(osso?.aliases).not.toContain('Ivo Maric');
  });

  it('never take a person for one of those that it is set against', () => {
    const text = extractText('Soldiers rounded up civilians, then killed dozens of them.');
    expect(namesAt(text, claimOf(text, 'KILL').objects)).not.toEqual(['soldiers']);
  });
});
