import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/domain/index.js';
import { checkExtraction } from '../support/check-extraction.js';
import { claimantOf, extractText, namesAt, quotationsOf, referentOf } from '../support/read-text.js';

/** An invented story of a besieged town, with every construction that reports of one are made of. */
const STORY = `Killings reported in Sahrin river town

Exiles ask for weapons

QASR OLAN — Sahrin opposition campaigners said Monday that troops and hired gunmen had driven dozens of families from the besieged river town of Mirwah overnight, beating old men and boys, then shot dead scores of villagers, including nurses, and set some houses on fire. Sahrin quickly denied responsibility.

The Sahrin government said just ten days ago that it had subdued Mirwah after six weeks of bombardment.

Campaigners’ accounts of killings in two districts of Mirwah differed in the death tolls, which were put at between 61 and 68.

Get the Evening Letter in your inbox:
The day's top stories delivered every evening.
Thank you for signing up! Sign up for more newsletters here

The government announced the latest killings too, but attributed them to “armed bandit groups,” a name that it gives to opponents, among them deserters and marchers in the revolt against President Nadim Qasrawi.

A campaigner in Mirwah, Samir al-Dalwani, said in a telephone interview that he had counted forty bodies in the Bab el-Rih quarter of Mirwah. He said neighbors had told him that about 300 masked men, in police uniforms, had killed members of six families and burned their shops, adding, “there are people under the stones.”

Campaigners and the Sahrin government described the raids as a massacre, a day after a special envoy of the World Assembly, Babatunde Okonjola, a former Assembly secretary, left the country without reaching a deal to end the fighting.

Foreign Secretary Inés Clara Calderaro called on Dravina and Lugomir, which have vetoed earlier resolutions aimed at punishing Qasrawi, to join “a common effort” to end the war, which she blamed directly on Qasrawi.

Calderaro added, referring to shelling over the weekend, “Even as Qasrawi was receiving former Assembly secretary Babatunde Okonjola, the Sahrin army was attacking Tel Amoun.”

Her Dravinan counterpart, Foreign Minister Bogdan V. Velichenko, agreed that any settlement “needs an immediate end of violence.” But he said armed members of the opposition were also responsible for the crisis, and that the Peace Council must act “without prejudice.”

After meeting separately with Velichenko, Calderaro called the meeting useful. She told reporters he would deliver to Severna her “firm view that the alternative will be a long war.”

The Sahrin National Front, the main exile group, held a news conference in Puerto Claro and issued a statement that repeated its calls for military help.`;

const story = extractText(STORY);

/** Claims with a predicate. */
function withPredicate(predicate: string): readonly Claim[] {
  return story.claims.filter((claim) => claim.predicate === predicate);
}

/** The only claim with a predicate whose objects hold a word. */
function about(predicate: string, word = ''): Claim {
  const found = withPredicate(predicate).filter(
    ({ objects }) => word === '' || objects.some(({ quote }) => quote.includes(word)),
  );
  if (found.length === 0)
    throw new Error(`no "${predicate}" ${word}: ${story.claims.map((claim) => claim.predicate).join(', ')}`);
  return found[0] as Claim;
}

/** Name of the referent of the first mention with these words. */
function referentNamed(name: string) {
  return story.referents.find((referent) => referent.name === name || referent.aliases.includes(name));
}

describe('the killings', () => {
  it.each([
    ['drive from', ''],
    ['shoot dead', 'villagers'],
    ['set on fire', 'houses'],
    ['beat', 'men'],
  ])('are the campaigners’ claim against troops and gunmen: %s', (predicate, object) => {
    const claim = about(predicate, object);
    expect(namesAt(story, claim.subjects)).toEqual(['troops', 'hired gunmen']);
    expect(claimantOf(story, claim)).toBe('Sahrin opposition campaigners');
    expect(quotationsOf(story, claim).at(-1)?.stance).toBe('ASSERTS');
  });

  it('are denied by the state', () => {
    const denial = story.quotations.find((one) => one.stance === 'DENIES');
    expect(referentOf(story, denial?.claimant?.referent ?? null)?.name).toBe('Sahrin');
  });

  it('are laid on others by the government', () => {
    const claim = story.claims.find(({ subjects }) => subjects.some(({ quote }) => quote.includes('bandit')));
    // FIXME: "attributed the killings to them" is an accusation; the killing itself is not yet a claim against them.
    expect(claim).toBeUndefined();
    const accusation = about('attribute', 'bandit');
    expect(accusation.relation).toBe('ACCUSE');
    expect(namesAt(story, accusation.subjects).join()).toMatch(/government/i);
  });

  it('are counted by range', () => {
    const counts = story.claims.flatMap((claim) => [...claim.subjects, ...claim.objects].map((one) => one.counts));
    expect(counts).toContainEqual(expect.objectContaining({ min: 61, max: 68 }));
  });

  it('are told down a chain of speakers, the outermost first', () => {
    const claim = about('kill', 'members');
    expect(quotationsOf(story, claim).map((one) => referentOf(story, one.claimant?.referent ?? null)?.name)).toEqual([
      'Samir al-Dalwani',
      'neighbors',
    ]);
    expect(claim.subjects[0]?.counts).toMatchObject({ min: 300, approximate: true });
  });
});

describe('the other sides', () => {
  it('claim what they did', () => {
    const claim = about('subdue');
    expect(namesAt(story, claim.subjects)[0]).toMatch(/government/);
    expect(namesAt(story, claim.objects)).toEqual(['Mirwah']);
    expect(claimantOf(story, claim)).toMatch(/government/);
  });

  it('veto, call on each other, and meet', () => {
    expect(namesAt(story, about('veto').subjects)).toEqual(['Dravina', 'Lugomir']);
    const call = about('call on');
    expect(namesAt(story, call?.subjects ?? [])).toEqual(['Inés Clara Calderaro']);
    expect(namesAt(story, call?.objects ?? [])).toEqual(['Dravina', 'Lugomir']);
    const join = about('join');
    expect(namesAt(story, join.subjects)).toEqual(['Dravina', 'Lugomir']);
    expect(join.modality).toBe('REQUESTED');
    const ends = (claim: Claim) => namesAt(story, [...claim.subjects, ...claim.objects]);
    const meetings = story.claims.filter((claim) => claim.relation === 'CONSULT').map(ends);
    expect(meetings).toContainEqual(['Inés Clara Calderaro', 'Bogdan V. Velichenko']);
    expect(meetings).toContainEqual(['Nadim Qasrawi', 'Babatunde Okonjola']);
  });

  it('go by pronouns', () => {
    expect(namesAt(story, about('blame', 'Qasrawi').subjects)).toEqual(['Inés Clara Calderaro']);
    const told = story.quotations.find((one) => one.cue?.quote === 'told' && one.claimant?.quote === 'She');
    expect(referentOf(story, told?.claimant?.referent ?? null)?.name).toBe('Inés Clara Calderaro');
    expect(namesAt(story, about('deliver to').subjects)).toEqual(['Bogdan V. Velichenko']);
  });

  it('hold their offices', () => {
    expect(referentNamed('Inés Clara Calderaro')?.roles).toContain('foreign secretary');
    expect(referentNamed('Bogdan V. Velichenko')?.roles).toContain('foreign minister');
    expect(referentNamed('Nadim Qasrawi')?.roles).toContain('president');
    // FIXME: an envoy too, whose name stands between his office and a former one.
    expect(referentNamed('Babatunde Okonjola')?.roles).toEqual(['secretary']);
  });
});

describe('the record', () => {
  it('holds nothing of the sign-up lines', () => {
    const [from, to] = [STORY.indexOf('Get the Evening'), STORY.indexOf('The government announced')];
    const inside = ({ start }: { readonly start: number }) => start >= from && start < to;
    expect(story.mentions.filter(inside)).toEqual([]);
    expect(story.claims.map((claim) => claim.trigger).filter(inside)).toEqual([]);
  });

  it('gives evidence for every part', () => {
    expect(checkExtraction(story)).toEqual([]);
  });
});
