import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { ClaimRow, NodeRow } from '../../src/export/export-rows.js';
import { escapeHtml, webLink } from '../../src/export/html-text.js';
import { replaceControls } from '../../src/export/text-forms.js';
import { writeHtml } from '../../src/export/write-html.js';
import {
  buildClaimRow,
  buildEdgeRow,
  buildExportRows,
  buildNodeRow,
  buildParticipantRow,
  collectText,
  referenceOf,
} from '../support/build-export-rows.js';
import { HOSTILE_TEXTS } from '../support/generate-export-rows.js';

const ANN = buildNodeRow({ id: 'ann', label: 'Ann Lee', roles: ['envoy'], aliases: ['Lee'] });
const BO = buildNodeRow({ id: 'bo', label: 'Bo & Sons', type: 'ORGANIZATION' });

async function pageOf(
  nodes: readonly NodeRow[],
  claims: readonly ClaimRow[],
): Promise<ReturnType<typeof parseHTML>['document']> {
  const [subject = ANN, object = BO] = nodes;
  const rows = buildExportRows({ nodes, edges: [buildEdgeRow(subject, object, claims)], claims });
  return parseHTML(await collectText(writeHtml(rows))).document;
}

describe('the HTML page', () => {
  it('tells of each claim who did what to whom, with the sentence, on whose word, when and where', async () => {
    const claim = buildClaimRow({
      subjects: [buildParticipantRow(ANN)],
      objects: [buildParticipantRow(BO)],
      place: { start: 0, end: 4, quote: 'Vale', entity: null },
      time: { start: 0, end: 9, quote: 'last week', from: '2024-05-01', to: '2024-05-07', precision: 'WEEK' },
      claimants: [{ name: 'Bo & Sons', entity: referenceOf(BO) }],
      stance: 'DENIES',
      polarity: 'NEGATED',
    });
    const article = (await pageOf([ANN, BO], [claim])).querySelector('article.claim');
    const [what, about] = [...(article?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent);
    expect(what).toMatch(/^Ann Lee \S.* Bo & Sons negated$/);
    expect(article?.querySelector('blockquote')?.textContent).toBe('Ann attacked Bo.');
    expect(article?.querySelector('mark')?.textContent).toBe('attacked');
    expect(about).toBe(
      'said by Bo & Sons (denies) · when: last week (2024-05-01 to 2024-05-07) · where: Vale · confidence 0.8',
    );
  });

  it('leads from a relationship to its ends and to its claims', async () => {
    const page = await pageOf([ANN, BO], [buildClaimRow(), buildClaimRow({ id: 'c2' })]);
    const targets = [...page.querySelectorAll('tr.relationship a')].map(
      (link) => page.getElementById((link.getAttribute('href') ?? '').slice(1))?.className,
    );
    expect(targets).toEqual(['entity', 'entity', 'claim', 'claim']);
  });

  it('names an entity that it does not hold, without a link', async () => {
    const claim = buildClaimRow({ subjects: [buildParticipantRow(buildNodeRow({ id: 'cy', label: 'Cy Poe' }))] });
    const first = (await pageOf([ANN, BO], [claim])).querySelector('article.claim p');
    expect(first?.textContent).toMatch(/^Cy Poe /);
    expect(first?.querySelector('a')).toBeNull();
  });

  it('puts the claims of a document under its title, which is a link only to a page of the web', async () => {
    const documents = ['https://example.org/?a=1&b="', 'javascript:alert(1)', 'data:text/html,x', 'https://', null].map(
      (url, index) => ({ id: `d${index}`, title: `Title ${index}`, source: 'Post', url, publishedAt: '2024-05-01' }),
    );
    const page = await pageOf(
      [ANN, BO],
      documents.map((document) => buildClaimRow({ document })),
    );
    const links = [...page.querySelectorAll('h3')].map((heading) => [
      heading.textContent,
      heading.querySelector('a')?.getAttribute('href') ?? null,
    ]);
    expect(links).toEqual(documents.map(({ title, url }, index) => [title, index === 0 ? url : null]));
  });

  it('shows hostile text as it is, in every place, and makes nothing of it', async () => {
    for (const text of HOSTILE_TEXTS) {
      const node = buildNodeRow({ id: text, label: text, type: text, sector: text, aliases: [text], roles: [text] });
      const claim = buildClaimRow({
        document: { id: text, title: text, source: text, url: text, publishedAt: text },
        subjects: [buildParticipantRow(node)],
        claimants: [{ name: text, entity: null }],
        stance: text,
        relation: text,
        polarity: text,
        sentence: { start: 0, end: text.length, quote: text },
      });
      const page = await pageOf([node, node], [claim]);
      expect(page.querySelectorAll('script, img, iframe, object, link, form')).toHaveLength(0);
      expect(page.querySelector('blockquote')?.textContent).toBe(replaceControls(text));
      expect(page.querySelector('tr.entity th')?.textContent).toBe(replaceControls(text));
      expect(page.querySelector('h3')?.textContent).toBe(replaceControls(text));
    }
  });

  it('asks for nothing from elsewhere, and forbids it', async () => {
    const text = await collectText(writeHtml(buildExportRows({ nodes: [ANN] })));
    expect(text).toMatch(/^<!doctype html>\n/);
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/\ssrc=|@import|url\(/);
  });
});

describe('text of HTML', () => {
  it('reads back as it is, within elements and attributes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE_TEXTS)), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        const element = parseHTML(`<html><body><p class="${escaped}">${escaped}</p></body></html>`).document.body;
        expect(element.textContent).toBe(replaceControls(text));
      }),
    );
  });

  it('never makes a link to anything but http and https', () => {
    for (const url of ['JavaScript:x', ' https://a', '\thttps://a', '//a', '/a', 'ftp://a', 'file:///etc', '']) {
      expect(webLink(url, 'words')).toBe('<bdi>words</bdi>');
    }
    expect(webLink('HTTPS://a.example/', 'words')).toContain('href="HTTPS://a.example/"');
  });
});
