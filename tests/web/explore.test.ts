import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describePage } from './describe-page.js';
import { openPage } from './open-page.js';

describePage('the explorer', () => {
  it('leads from a search to the entity, the graph, a claim and its sentence', async () => {
    const { page, mishaps } = await openPage();
    const search = page.getByRole('combobox', { name: /Search people/ }).first();
    await search.fill('ann');
    await page.getByRole('option', { name: /Ann Lee/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Ann Lee' }).waitFor();
    await page.getByRole('link', { name: 'Show in the graph' }).click();
    await page.getByText(/of \d+ relationships? drawn/).waitFor();
    await page.getByRole('link', { name: 'attack', exact: true }).first().click();
    await page
      .getByRole('link', { name: /attack/ })
      .first()
      .waitFor();
    await page.locator('.claim .quote').first().click();
    await page.getByRole('button', { name: 'Shown in the text' }).waitFor();
    expect(await page.locator('.text .chosen').count()).toBeGreaterThan(0);
    expect(await page.locator('.text .part-trigger').textContent()).toBe('attack');
    expect(mishaps).toEqual([]);
  });

  it('shows the same view again from its address', async () => {
    const { page, served, mishaps } = await openPage();
    await page
      .getByRole('combobox', { name: /Search people/ })
      .first()
      .fill('di voss');
    await page.keyboard.press('ArrowDown');
    await page
      .getByRole('option', { name: /Di Voss/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Show in the graph' }).click();
    await page.getByRole('button', { name: 'Hide' }).waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.getByRole('button', { name: /^Bo Ray/ }).click();
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.getByText('1 hidden').waitFor();
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByText('1 hidden').waitFor();
    expect(address.startsWith(`${served.url}/#/graph?`)).toBe(true);
    expect(mishaps).toEqual([]);
  });

  it('expands, hides, undoes and does again, and saves what is drawn', async () => {
    const { page, mishaps, goTo, served } = await openPage();
    const { data } = await served.ask('{ entityByName(name: "Red Guard") { id } }');
    const count = page.locator('.graph-count');
    await goTo(`#/graph?seeds=${data.entityByName[0].id}`);
    await count.getByText('1 relationship of 2 entities').waitFor();
    await page.getByRole('button', { name: /^Di Voss/ }).click();
    await page.getByRole('combobox', { name: 'Relationships to follow' }).selectOption('COOPERATION');
    await page.getByRole('button', { name: 'Expand' }).click();
    await count.getByText('2 relationships of 3 entities').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await count.getByText('1 relationship of 2 entities').waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await count.getByText('2 relationships of 3 entities').waitFor();
    for (const [format, opening] of [
      ['png', '\x89PNG'],
      ['svg', '<svg '],
      ['gexf', '<?xml'],
      ['csv', 'id,subject'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('combobox', { name: 'Save what is drawn' }).selectOption(format);
      const file = await (await download).path();
      expect([format, readFileSync(file).toString('latin1').slice(0, opening.length)]).toEqual([format, opening]);
    }
    expect(mishaps).toEqual([]);
  });

  it('explains how two are connected, with the sentence behind each hop, and narrows the claims', async () => {
    const { page, mishaps, goTo } = await openPage();
    await goTo('#/connections');
    await page.getByRole('combobox', { name: 'From: a name' }).fill('ann');
    await page.getByRole('option', { name: /Ann Lee/ }).click();
    await page.getByRole('combobox', { name: 'To: a name' }).fill('di voss');
    await page
      .getByRole('option', { name: /Di Voss/ })
      .first()
      .click();
    await page.getByText(/paths? within 4 hops/).waitFor();
    expect(await page.locator('.hops .quote').count()).toBeGreaterThan(1);
    await page.getByText('Narrow the claims').click();
    await page.getByRole('checkbox', { name: 'Movement' }).check();
    await page.getByText(/No path/i).waitFor();
    expect(mishaps).toEqual([]);
  });

  it('lays the accounts of an incident side by side, and marks where they contradict each other', async () => {
    const { page, mishaps, goTo } = await openPage(CONTESTED);
    await goTo('#/incidents');
    await page.locator('.card a').first().click();
    await page.getByRole('columnheader', { name: 'Who did it' }).waitFor();
    await page.locator('.in-conflict').first().waitFor();
    expect(await page.locator('.matrix .tag').first().textContent()).toMatch(/≠ (agent|count)/);
    await page.locator('.in-conflict').first().click();
    await page.locator('.text .chosen').first().waitFor();
    expect(mishaps).toEqual([]);
  });

  it('narrows every view to the days that are brushed', async () => {
    const { page, mishaps, goTo } = await openPage();
    await goTo('#/graph');
    await page.locator('.graph-count').getByText('7 of 7 relationships').waitFor();
    const { x, y, width, height } = (await page.locator('.timeline-chart').boundingBox())!;
    await page.mouse.move(x + width - 3, y + height / 3);
    await page.mouse.down();
    await page.mouse.move(x + width - 6, y + height / 3);
    await page.mouse.up();
    await page
      .locator('.graph-count')
      .getByText(/^[1-6] of [1-6] relationships?/)
      .waitFor();
    expect(page.url()).toContain('from=2012-03-13&to=2012-03-13');
    await page.getByRole('link', { name: 'Places' }).click();
    await page.locator('.place-list').waitFor();
    expect(page.url()).toContain('from=2012-03-13');
    await page.getByRole('button', { name: 'All days' }).click();
    await page.waitForURL((url) => !url.hash.includes('from='));
    expect(mishaps).toEqual([]);
  });

  it('can be used by keyboard alone', async () => {
    const { page, mishaps } = await openPage();
    await page.locator('.actors li').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('di voss');
    await page
      .getByRole('option', { name: /Di Voss/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Di Voss' }).waitFor();
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement.textContent')) === 'Show in the graph') break;
    }
    await page.keyboard.press('Enter');
    const drawing = page.getByRole('application');
    await drawing.focus();
    for (const key of ['ArrowLeft', 'ArrowUp', '+', '-', '0']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Back to the list' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Bo Ray/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/relationships? drawn/).waitFor();
    expect(mishaps).toEqual([]);
  });
});

/** One killing, told in two ways. */
const CONTESTED = [
  {
    id: 'a',
    source: 'Harbor Courier',
    publishedAt: '2012-03-12',
    groups: ['soldiers', 'activists', 'villagers'],
    places: ['Orlo'],
    claims: [
      {
        subject: 'soldiers',
        relation: 'KILL' as const,
        object: { words: 'villagers', counts: { min: 40, max: 40, unit: 'villagers' } },
        claimant: 'activists',
        place: 'Orlo',
        time: '2012-03-10',
      },
    ],
  },
  {
    id: 'b',
    source: 'Evening Post',
    publishedAt: '2012-03-13',
    groups: ['bandits', 'officials', 'villagers'],
    places: ['Orlo'],
    claims: [
      {
        subject: 'bandits',
        relation: 'KILL' as const,
        object: { words: 'villagers', counts: { min: 12, max: 12, unit: 'villagers' } },
        claimant: 'officials',
        place: 'Orlo',
        time: '2012-03-10',
      },
    ],
  },
];
