import { describe, expect, it } from 'vitest';
import { extractText } from '../../support/read-text.js';

/** Every quotation as "claimant | cue | content …", with the reason where there is no claimant. */
function quotationsIn(text: string): readonly string[] {
  return extractText(text).quotations.map(({ claimant, reason, cue, content }) =>
    [claimant?.quote ?? reason, cue?.quote ?? '', content.map((one) => one.quote).join(' … ')].join(' | '),
  );
}

function first(text: string) {
  return extractText(text).quotations[0];
}

describe('a clause', () => {
  it.each([
    ['Ann Lee said that the bridge was gone.', 'Ann Lee | said | that the bridge was gone'],
    ['The bridge was gone, Ann Lee said.', 'Ann Lee | said | The bridge was gone'],
    [
      'The bridge, officials said, had fallen into the river.',
      'officials | said | The bridge … had fallen into the river',
    ],
    [
      'But to save the town, he said, residents should leave.',
      'he | said | But to save the town … residents should leave',
    ],
    [
      'A family drowned, said a neighbor who saw the boat sink.',
      'a neighbor who saw the boat sink | said | A family drowned',
    ],
    ['Residents told him that soldiers had fled.', 'Residents | told | that soldiers had fled'],
    ['Ann Lee asked whether soldiers had fled.', 'Ann Lee | asked | whether soldiers had fled'],
    ['It was reported that two men had died.', 'PASSIVE | was reported | that two men had died'],
    ['Helvar denies that it broke a rule.', 'Helvar | denies | that it broke a rule'],
    ['The survey shows what the bridge would cost.', 'The survey | shows | what the bridge would cost'],
    ['The survey shows a tight race.', 'The survey | shows | a tight race'],
    ['Ann Lee says at a stop in Orlo, Brunia, that the war is over.', 'Ann Lee | says | that the war is over'],
    ['The union called for an inquiry.', 'The union | called for | an inquiry'],
    ['Ann Lee, the mayor of Orlo, said soldiers had fled.', 'Ann Lee, the mayor of Orlo | said | soldiers had fled'],
  ])('is read wherever its speaker stands: %s', (text, expected) => {
    expect(quotationsIn(text)).toEqual([expected]);
  });

  it('ends where its speaker goes on', () => {
    expect(quotationsIn('Ann Lee said soldiers had fled, adding that nobody was hurt.')).toEqual([
      'Ann Lee | said | soldiers had fled',
      'Ann Lee | adding | that nobody was hurt',
    ]);
  });

  it('is whole where a source is named in the middle', () => {
    expect(quotationsIn('According to Ann Lee, two men died.')).toEqual(['Ann Lee | According to | two men died']);
  });

  it('nests in another, outermost first', () => {
    expect(quotationsIn('He said that the army denied that it had shelled the town.')).toEqual([
      'He | said | that the army denied that it had shelled the town',
      'the army | denied | that it had shelled the town',
    ]);
  });
});

describe('a quoted text', () => {
  it.each([
    ['“The bridge is gone,” Ann Lee said.', 'Ann Lee | said | The bridge is gone'],
    ['“The bridge is gone,” said Ann Lee, the mayor.', 'Ann Lee, the mayor | said | The bridge is gone'],
    ['Ann Lee said: “The bridge is gone.”', 'Ann Lee | said | The bridge is gone'],
    ['“The bridge,” Ann Lee said, “is gone.”', 'Ann Lee | said | The bridge … is gone'],
    ['“The bridge is gone,” Ann Lee said. “Soldiers did it.”', 'Ann Lee | said | The bridge is gone … Soldiers did it'],
    ['"The bridge is gone," Ann Lee said.', 'Ann Lee | said | The bridge is gone'],
    ['«The bridge is gone», Ann Lee said.', 'Ann Lee | said | The bridge is gone'],
    ["'The bridge is gone,' Ann Lee said.", 'Ann Lee | said | The bridge is gone'],
    ["''The bridge is gone,'' Ann Lee said.", 'Ann Lee | said | The bridge is gone'],
    [
      '“It is a shame. It is a shame and those words are a shame,” he said.',
      'he | said | It is a shame. It is a shame and those words are a shame',
    ],
    [
      '“The market has moved on,” OPR chief economist Maury Lund said.',
      'OPR chief economist Maury Lund | said | The market has moved on',
    ],
    [
      '“How often must we see this?” Ann Lee said. “Soldiers did it.”',
      'Ann Lee | said | How often must we see this … Soldiers did it',
    ],
    [
      '“There are things that Brunia can do by itself,” Ann Lee said.',
      'Ann Lee | said | There are things that Brunia can do by itself',
    ],
    ['“We will stay in Orlo and fight.” — Ann Lee', 'Ann Lee | — | We will stay in Orlo and fight'],
  ])('has its speaker before, inside and behind it, in marks of every kind: %s', (text, expected) => {
    expect(quotationsIn(text)).toEqual([expected]);
  });

  it('goes on over paragraphs that open with a mark and close with none', () => {
    expect(quotationsIn('Ann Lee said: “We lost the bridge.\n\n“We lost the mill.”')).toEqual([
      'Ann Lee | said | We lost the bridge.\n\n“We lost the mill',
    ]);
  });

  it('ends with its paragraph where its mark is missing', () => {
    expect(quotationsIn('“We will stay,” Ann Lee said. “Nobody leaves.\n\nThe bridge was gone.')).toEqual([
      'Ann Lee | said | We will stay … Nobody leaves',
    ]);
  });

  it('is there without a speaker too', () => {
    expect(quotationsIn('“They burned the whole village and nobody stopped them.”')).toEqual([
      'UNKNOWN |  | They burned the whole village and nobody stopped them',
    ]);
  });

  it('says its speaker’s own thoughts once', () => {
    expect(quotationsIn('“I think the bridge is gone,” Ann Lee said.')).toEqual([
      'Ann Lee | said | I think the bridge is gone',
    ]);
  });

  it('is direct, mixed or indirect by what the marks hold', () => {
    expect(first('“The bridge is gone,” Ann Lee said.')?.kind).toBe('DIRECT');
    expect(first('Ann Lee said the army was “a band of thieves” and would lose.')?.kind).toBe('MIXED');
    expect(first('Ann Lee said the army would lose.')?.kind).toBe('INDIRECT');
  });
});

describe('a label', () => {
  it('names who speaks in a headline and in a transcript', () => {
    expect(quotationsIn('Minister: army will leave Orlo')).toEqual(['Minister | : | army will leave Orlo']);
    expect(first('Minister: army will leave Orlo')?.kind).toBe('HEADLINE');
    expect(quotationsIn('OSSO: We will stay.')).toEqual(['OSSO | : | We will stay']);
  });

  it('is no speaker where it names a thing', () => {
    expect(quotationsIn('Correction: the bridge stands in Orlo.')).toEqual([]);
  });
});

describe('the stance', () => {
  it('is the cue’s, and doubt where the cue itself is denied or left open', () => {
    expect(first('Ann Lee denied killing two men.')).toMatchObject({ stance: 'DENIES' });
    expect(first('Ann Lee confirmed that the army had left.')?.stance).toBe('CONFIRMS');
    expect(first('Ann Lee asked whether the army had left.')?.stance).toBe('ASKS');
    expect(first('Ann Lee did not say whether the army had left.')?.stance).toBe('DOUBTS');
  });
});
