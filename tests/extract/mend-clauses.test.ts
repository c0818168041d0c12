import { describe, expect, it } from 'vitest';
import { extractText } from '../support/read-text.js';

/** Claims by predicate: "subjects → objects POLARITY MODALITY". */
function claimsIn(text: string): ReadonlyMap<string, string> {
  const { claims } = extractText(text);
  const quotes = (ends: readonly { readonly quote: string }[]) => ends.map(({ quote }) => quote).join(', ');
  return new Map(
    claims.map((claim) => [
      claim.predicate,
      `${quotes(claim.subjects)} → ${quotes(claim.objects)} ${claim.polarity} ${claim.modality}`,
    ]),
  );
}

describe('the clauses of a sentence', () => {
  it.each([
    ['Hundreds fled after the army shelled their homes.', 'shell', 'the army → their homes AFFIRMED ACTUAL'],
    ['Ms Orlo, whom the board appointed in March, left.', 'appoint', 'the board → Ms Orlo AFFIRMED ACTUAL'],
    [
      'The council called on Velda, which has troops there, to join the talks.',
      'join',
      'Velda → the talks AFFIRMED REQUESTED',
    ],
    [
      'Rebels ambushed a convoy near Karsa, killing six soldiers, the ministry said.',
      'kill',
      'Rebels → six soldiers AFFIRMED ACTUAL',
    ],
    ['The trader paid the mayor $4,000.', 'pay', 'The trader → the mayor AFFIRMED ACTUAL'],
    ['The court fined the trader $4,000 and dismissed him.', 'fine', 'The court → the trader AFFIRMED ACTUAL'],
    ['Ann Lee said the army was a band of thieves.', 'be', 'the army → a band of thieves AFFIRMED ACTUAL'],
    ['The minister, who resigned last month, was arrested on Friday.', 'arrest', ' → The minister AFFIRMED ACTUAL'],
    [
      'The subway was opened in May and became a symbol of progress.',
      'become',
      'The subway → a symbol of progress AFFIRMED ACTUAL',
    ],
    [
      'The university refused to recognize the union.',
      'refuse to recognize',
      'The university → the union AFFIRMED ACTUAL',
    ],
    [
      'The rebels fled the town as the number of dead climbed to 31.',
      'climb to',
      'the number of dead → 31 AFFIRMED ACTUAL',
    ],
    [
      'He said the baker had hired more cooks than the kitchen could hold and had ordered them to sing.',
      'order',
      'the baker → them AFFIRMED ACTUAL',
    ],
    ['The broker Pavel Dorn handed her six tickets.', 'hand', 'The broker Pavel Dorn → six tickets AFFIRMED ACTUAL'],
  ])('%s %s', (text, predicate, expected) => {
    expect(claimsIn(text).get(predicate)).toBe(expected);
  });

  it('gives an event that somebody is blamed for to the one who is blamed', () => {
    expect(claimsIn('Investigators attributed the killings to a militia.').get('killing')).toBe(
      'a militia →  AFFIRMED ACTUAL',
    );
  });

  it('gives what somebody is charged with to the one who is charged', () => {
    expect(claimsIn('Police charged Marta Olsen, 34, with poisoning two patients.').get('poison')).toMatch(
      /^Marta Olsen(, 34)? → two patients AFFIRMED POSSIBLE$/,
    );
  });

  it('takes a boulder that strikes a bus for no striker', () => {
    const text = 'A boulder struck the bus.';
    const { claims } = extractText(text);
    expect(claims.map(({ relation }) => relation)).toEqual(['ATTACK']);
  });

  it('reads no protest of an earthquake, and no employer where somebody is from', () => {
    const text = 'An earthquake struck off the coast. A nurse from Bergvik drowned.';
    const { claims } = extractText(text);
    const relations = claims.map(({ relation }) => relation);
    expect(relations).not.toContain('PROTEST');
    expect(relations).not.toContain('WORKS_FOR');
  });
});
