import { expect, it } from 'vitest';
import { describePage } from './describe-page.js';
import { openPage } from './open-page.js';
import { viewsToShow } from './views-to-show.js';

const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script>';
const NAME = `Ann ${MARKUP} Lee`;
const HOSTILE = [
  {
    id: `x"><script>alert(3)</script>`,
    title: `</title><svg onload=alert(4)> ${MARKUP}`,
    source: `javascript:alert(5)//<b>`,
    url: 'javascript:alert(6)',
    publishedAt: '2012-03-14',
    referents: [
      { name: NAME, aliases: [`'"><a href=javascript:alert(7)>`], roles: ['<b>minister</b>'] },
      { name: '__proto__' },
      { name: 'constructor' },
      { name: '\u202Eright to left\u202C' },
    ],
    claims: [
      {
        subject: NAME,
        relation: 'ATTACK' as const,
        object: '__proto__',
        claimant: 'constructor',
        stance: 'DENIES' as const,
      },
      {
        subject: '\u202Eright to left\u202C',
        relation: 'ATTACK' as const,
        object: '__proto__',
        place: '<svg/onload=alert(8)>',
      },
      { subject: 'constructor', relation: 'LEADS' as const, object: NAME, role: '<i>head</i>' },
    ],
  },
];

describePage('hostile names and texts', () => {
  it('run no script, send nothing away, and stand on every view as the text that they are', async () => {
    const { page, served, mishaps, goTo } = await openPage(HOSTILE);
    let seen = 0;
    for (const view of await viewsToShow(served.url)) {
      await goTo(view.hash);
      if (view.text !== undefined)
        await page.getByRole('textbox', { name: 'Text' }).fill(`${MARKUP} Soldiers killed 12 people.`);
      await page.locator(view.ready).first().waitFor();
      seen += await page.getByText('<script>alert(2)</script>').count();
      expect([
        view.name,
        await page.locator('main img, main script, main iframe, main svg[onload], main b, main i').count(),
      ]).toEqual([view.name, 0]);
    }
    expect(seen).toBeGreaterThan(5);
    expect(mishaps).toEqual([]);
  });

  it('change nothing by an address that was made up', async () => {
    const { page, mishaps, goTo } = await openPage();
    for (const hash of [
      '#/__proto__',
      '#/graph?seeds=__proto__,constructor&pin=a:1:2,b:x:y&hide=toString&limit=-5',
      '#/entity?id=<script>alert(1)</script>',
      '#/document?id=nothing&claim=__proto__',
      '#/search?text=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
      '#/%E0%A4%A?%E0%A4%A=%',
      '#/connections?a=x&b=y&stance=constructor&families=NOTHING',
    ]) {
      await goTo(hash);
      await page.locator('main').locator('h1, [role=alert]').first().waitFor();
    }
    expect(await page.evaluate('({}).seeds')).toBe(undefined);
    expect(mishaps).toEqual([]);
  });
});
