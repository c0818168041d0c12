import { describe, expect, it } from 'vitest';
import { FURNITURE_PATTERNS } from '../../src/read/furniture-patterns.js';
import { createDocument } from '../../src/read/index.js';

function furnitureOf(text: string): readonly string[] {
  const document = createDocument({ text });
  return document.furniture.map((span) => document.text.slice(span.start, span.end));
}

describe('furniture', () => {
  it.each(FURNITURE_PATTERNS.map((row) => [row.id, row] as const))(
    '%s marks its example, and nothing around it',
    (_, row) => {
      expect(row.example).toMatch(row.pattern);
      expect(furnitureOf(`The army left the town on Monday.\n\n${row.example}\n\nThe end came soon.`)).toEqual([
        row.example,
      ]);
    },
  );

  it('is a whole sign-up box: its headline, its promise and its thanks', () => {
    const box = 'Get the Harbor Letter in your inbox:\nThe top stories, sent every morning.\nThank you for signing up!';
    expect(furnitureOf(`The army left.\n\n${box}\n\nNobody stayed.`)).toEqual([box]);
    const form =
      'Sign up for the Harbor Brief, our free newsletter.\nAll of it before breakfast\nEnter your email address';
    expect(furnitureOf(`The army left.\n\n${form}\n\nNobody stayed.`)).toEqual([form]);
  });

  it('is a list of related headlines down to the next blank line', () => {
    const list = 'Related stories\nHarbor unions reject the offer\nWhat the sailors want';
    expect(furnitureOf(`The army left.\n\n${list}\n\nNobody stayed.`)).toEqual([list]);
  });

  it('is the credit alone where it ends a paragraph', () => {
    const paragraph = `${'The army left the harbor of the town. '.repeat(10)}(AP Photo/Ana Lugomira)`;
    expect(furnitureOf(paragraph)).toEqual(['(AP Photo/Ana Lugomira)']);
  });

  it.each([
    '(AP Photo)',
    '(File photo)',
    '(Ana Lugomira/Getty Images)',
    '(Courtesy of the town)',
    '[Photo: Ana Lugomira]',
  ])('is a caption that ends in %s', (credit) => {
    expect(furnitureOf(`A bridge on Sunday. ${credit}`)).toEqual([`A bridge on Sunday. ${credit}`]);
  });

  it.each([
    'Officials asked residents to sign up for the evacuation.',
    'Sign up for the army now, the general told them.',
    'Read more books, the minister told pupils.',
    'They subscribe to the theory that the general ordered it.',
    'Subscribe to peace, the bishop urged.',
    'Reporting by local newspapers has linked the minister to the deaths.',
    'By Monday the army had left the town.',
    'By Monday',
    'Photos showed that soldiers burned the houses.',
    'Related cases were found in the harbor.',
    'Share prices fell by 4 percent.',
    'Follow the money, investigators were told.',
    'Copyright law was changed in 2012.',
    'The aid is delivered every morning.',
    'Advertising revenue fell.',
    'The front (SLF/PKK) attacked the town (Map 3/Page 4)',
    'Published on March 3, the report accuses the army of torture.',
    'Join us, the rebels told the soldiers.',
    'We use cookies as bait, said the hunter.',
    'The army entered the harbor. (Video shows soldiers firing at the crowd.)',
    'The army burned the house (seen in a photo)',
    '"Sign up for our newsletter," the page said.',
  ])('is not the sentence %j', (sentence) => {
    expect(furnitureOf(`The army left.\n\n${sentence}\n\nNobody stayed.`)).toEqual([]);
  });
});
