import { describe, expect, it } from 'vitest';
import { extractText } from '../../support/read-text.js';

/** The words of each referent's mentions, referents in order of text. */
function chainsOf(text: string): readonly string[] {
  const { mentions, referents } = extractText(text);
  return referents.map(({ id }) =>
    mentions
      .filter(({ referent }) => referent === id)
      .map(({ quote }) => quote)
      .join(' = '),
  );
}

describe('pronouns', () => {
  it.each([
    ['Mayor Ines Maro opened the bridge. She thanked Pavel Dorn.', 'Ines Maro = She'],
    ['Petra Novak met Ivan Kess. He gave her a letter.', 'Ivan Kess = He'],
    ['Petra Novak met Ivan Kess. He gave her a letter.', 'Petra Novak = her'],
    ['The soldiers left the town after they had burned it.', 'The soldiers = they'],
    ['The council said it would publish its report.', 'The council = it = its'],
    ['Ivan Kess washed himself.', 'Ivan Kess = himself'],
  ])('mean who agrees with them: %s', (text, chain) => {
    expect(chainsOf(text)).toContain(chain);
  });

  it('stand for the speaker inside a quotation', () => {
    expect(chainsOf('Sofia Lind said: “I saw no bruises.”')).toContain('Sofia Lind = I');
  });

  it('mean no one beside whom they are set: an object is not its subject', () => {
    expect(chainsOf('Ivan Kess blamed him.')).toContain('Ivan Kess');
  });

  it('are no entity where they mean none', () => {
    expect(chainsOf('It rained in Orlo.')).toEqual(['Orlo']);
  });
});

describe('descriptions', () => {
  it.each([
    ['The army shelled the market. Later the army left.', 'The army = the army'],
    ['Two gunmen fled. The gunmen left a car.', 'Two gunmen = The gunmen'],
    ['Lena Osso, a former envoy of Brunia, resigned.', 'Lena Osso = a former envoy'],
  ])('repeat the thing that they describe: %s', (text, chain) => {
    expect(chainsOf(text)).toContain(chain);
  });

  it('are of another thing where they are qualified otherwise', () => {
    expect(chainsOf('The northern army left. The southern army stayed.')).toEqual([
      'The northern army',
      'The southern army',
    ]);
  });

  it('of a country never mean a town', () => {
    const chains = chainsOf('Soldiers left Lisbon. The country is calm.');
    expect(chains).toContain('Lisbon');
  });

  it('hold the word behind their head that belongs to it', () => {
    expect(chainsOf('The secretary general resigned.')).toEqual(['The secretary general']);
  });

  it('of people are entities, of mere things not', () => {
    expect(chainsOf('A policewoman found the truth.')).toEqual(['A policewoman']);
  });

  it('of whoever is “she” are of a person', () => {
    const { referents } = extractText('The trapezist slept until she fell.');
    expect(referents.map(({ name, type }) => [name, type])).toContainEqual(['trapezist', 'PERSON']);
  });
});

describe('names', () => {
  it('of different people stay apart, whatever surname they share', () => {
    const { referents } = extractText('Ana Novak left. Petra Novak stayed. Novak wept.');
    expect(referents.filter(({ name }) => name === 'Ana Novak' || name === 'Petra Novak')).toHaveLength(2);
  });

  it('carry the roles that titles and appositions tell', () => {
    const { referents } = extractText('Lena Osso, a former envoy of Brunia, met President Ivo Maric.');
    expect(referents.find(({ name }) => name === 'Lena Osso')?.roles).toEqual(['envoy']);
    expect(referents.find(({ name }) => name === 'Ivo Maric')?.roles).toEqual(['president']);
  });
});

describe('governments', () => {
  it('are apart from the town they sit in, and act for the country that the text names', () => {
    const { referents } = extractText('Paris condemned the attack. He lives in Paris. France is large.');
    const [government, town, country] = ['ORGANIZATION', 'PLACE', 'PLACE'].map((type, index) =>
      referents.find((one) => one.type === type && one.name === (index === 2 ? 'France' : 'Paris')),
    );
    expect(town).toBeDefined();
    expect(government?.standsFor).toBe(country?.id);
  });
});

describe('matters', () => {
  it('are entities where the text speaks of them again', () => {
    const names = (text: string) => extractText(text).referents.map(({ name, type }) => `${type} ${name}`);
    expect(names('The council published a report. It said that the report was late.')).toContain('WORK report');
    expect(names('The council published a report.')).not.toContain('WORK report');
  });
});

describe('roles', () => {
  it('are told by “is”, and not by “is not”', () => {
    const rolesOf = (text: string) => extractText(text).referents.find(({ name }) => name === 'Lena Osso')?.roles;
    expect(rolesOf('Lena Osso is a lawyer.')).toEqual(['lawyer']);
    expect(rolesOf('Lena Osso is not a lawyer.')).toEqual([]);
  });
});

describe('letters', () => {
  it('count alike: a headline in capitals names the same town, and a surname its bearer', () => {
    const { referents } = extractText('PIA DE ROSSI LEAVES\n\nPia de Rossi left Lisbon. De Rossi wept.');
    expect(referents.filter(({ name }) => /rossi/i.test(name))).toHaveLength(1);
  });
});

describe('whom the first sentence only describes', () => {
  const lead = (later: string) => `A clerk told a court on Monday that the harbor fund had no receipts.\n\n${later}`;

  it('is who is then named with an age', () => {
    const chains = chainsOf(lead('“I saw the books,” Ines Maro, 34, said.'));
    expect(chains.find((chain) => chain.startsWith('A clerk'))).toContain('Ines Maro');
  });

  it.each([
    ['“He was shy,” a neighbor, Ines Maro, 34, said.'],
    ['“He was shy,” his sister, Ines Maro, 34, said.'],
    ['“He was shy,” Ines Maro said.'],
  ])('is not who is told apart, or named without: %s', (later) => {
    const chains = chainsOf(lead(later));
    expect(chains.find((chain) => chain.startsWith('A clerk'))).not.toContain('Ines Maro');
  });
});

describe('a client', () => {
  it('is the one whose lawyer is spoken of', () => {
    const chains = chainsOf("Ivan Kess's lawyer, Pavel Dorn, denied that his client was at the harbor.");
    expect(chains.find((chain) => chain.startsWith('Ivan Kess ='))).toContain('his client');
  });
});
