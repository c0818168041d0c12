import { describe, expect, it } from 'vitest';
import type { ClaimRow, NodeRow } from '../../src/export/export-rows.js';
import { exportGraph } from '../../src/export/index.js';
import { timeSnak } from '../../src/export/wikidata-values.js';
import { RELATIONS_OF_WIKIDATA, writeWikidata } from '../../src/export/write-wikidata.js';
import {
  buildClaimRow,
  buildEdgeRow,
  buildExportRows,
  buildNodeRow,
  buildParticipantRow,
  collectText,
  referenceOf,
} from '../support/build-export-rows.js';
import type { ExtractionSketch } from '../support/build-extraction.js';
import { buildKnowledge } from '../support/build-knowledge.js';
import { HOSTILE_TEXTS } from '../support/generate-export-rows.js';

const ANN = buildNodeRow({ id: 'ann', label: 'Ann Lee', roles: ['envoy'], aliases: ['Lee'], sector: 'GOV' });
const UNION = buildNodeRow({ id: 'union', label: 'Dock Union', type: 'ORGANIZATION' });
const VALE = buildNodeRow({ id: 'vale', label: 'Port Vale', type: 'PLACE' });

interface ReadSnak {
  readonly snaktype: string;
  readonly datavalue?: { readonly value: unknown };
}

interface ReadItem {
  readonly id: string;
  readonly labels: unknown;
  readonly descriptions: unknown;
  readonly aliases: unknown;
  readonly claims: Readonly<
    Record<
      string,
      readonly {
        readonly id: string;
        readonly rank: string;
        readonly mainsnak: ReadSnak;
        readonly qualifiers?: Readonly<Record<string, readonly ReadSnak[]>>;
        readonly references: readonly { readonly snaks: Readonly<Record<string, readonly ReadSnak[]>> }[];
      }[]
    >
  >;
}

async function itemsOf(nodes: readonly NodeRow[], claims: readonly ClaimRow[]): Promise<readonly ReadItem[]> {
  const edges = claims.map((claim) => buildEdgeRow(nodes[0] as NodeRow, nodes[1] as NodeRow, [claim]));
  return JSON.parse(await collectText(writeWikidata(buildExportRows({ nodes, edges, claims }))));
}

/** The only claim of the first item, and its values by property. */
async function onlyClaim(given: Partial<ClaimRow>) {
  const items = await itemsOf([ANN, UNION, VALE], [buildClaimRow(given)]);
  const [property = '', claims = []] = Object.entries(items[0]?.claims ?? {})[0] ?? [];
  const claim = claims[0]!;
  return {
    property,
    claim,
    qualifiers: valuesOf(claim.qualifiers ?? {}),
    source: valuesOf(claim.references[0]!.snaks),
  };
}

function valuesOf(snaks: Readonly<Record<string, readonly ReadSnak[]>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(snaks).map(([property, list]) => [property, list[0]?.datavalue?.value]));
}

const item = (id: string) => ({ 'entity-type': 'item', id });

describe('Wikidata-style JSON', () => {
  it('makes each entity an item with label, description and aliases', async () => {
    const [ann] = await itemsOf([ANN, UNION], []);
    expect(ann).toMatchObject({
      type: 'item',
      id: 'ann',
      labels: { en: { language: 'en', value: 'Ann Lee' } },
      descriptions: { en: { language: 'en', value: 'PERSON, GOV, envoy' } },
      aliases: { en: [{ language: 'en', value: 'Lee' }] },
      claims: {},
    });
  });

  it('qualifies a claim by time, place and claimant, and refers to document and sentence', async () => {
    const { property, claim, qualifiers, source } = await onlyClaim({
      relation: 'MEMBER_OF',
      time: { start: 0, end: 1, quote: 'then', from: '2024-05-02', to: '2024-05-04', precision: 'RANGE' },
      place: buildParticipantRow(VALE),
      claimants: [{ name: UNION.label, entity: referenceOf(UNION) }],
      stance: 'ASSERTS',
      document: {
        id: 'd1',
        title: 'News',
        source: null,
        url: 'https://example.org/',
        publishedAt: '2024-05-05T08:00:00Z',
      },
    });
    expect(property).toBe('P463');
    expect(claim.rank).toBe('normal');
    expect(claim.id).toMatch(/^ann\$[0-9a-f-]{36}$/);
    expect(claim.mainsnak.datavalue?.value).toEqual(item('union'));
    expect(qualifiers).toMatchObject({
      P580: { time: '+2024-05-02T00:00:00Z', precision: 11 },
      P582: { time: '+2024-05-04T00:00:00Z', precision: 11 },
      P276: item('vale'),
      P3680: item('union'),
    });
    expect(source).toMatchObject({
      P854: 'https://example.org/',
      P1476: { text: 'News', language: 'en' },
      P577: { time: '+2024-05-05T00:00:00Z' },
      P1683: { text: 'Ann attacked Bo.', language: 'en' },
      P528: 'd1',
      P958: 'c1',
    });
  });

  it('gives an office that the text names only by its role, and what it is of', async () => {
    const { property, claim, qualifiers } = await onlyClaim({
      relation: 'LEADS',
      role: { start: 0, end: 5, quote: 'chief' },
    });
    expect([property, claim.mainsnak.snaktype]).toEqual(['P39', 'somevalue']);
    expect(qualifiers).toEqual({ P642: item('union'), P1932: 'chief' });
  });

  it('deprecates what is denied, doubted or not so, and says who disputes it', async () => {
    for (const given of [
      { polarity: 'NEGATED' },
      { modality: 'PLANNED' },
      { stance: 'DENIES' },
      { stance: 'DOUBTS' },
    ]) {
      expect((await onlyClaim({ relation: 'WORKS_FOR', ...given })).claim.rank).toBe('deprecated');
    }
    const claimants = [{ name: UNION.label, entity: referenceOf(UNION) }];
    const { qualifiers } = await onlyClaim({ relation: 'WORKS_FOR', stance: 'DENIES', claimants });
    expect(qualifiers).toEqual({ P1310: item('union') });
  });

  it('leaves out relations without a property', async () => {
    expect(RELATIONS_OF_WIKIDATA).toContain('CITIZEN_OF');
    expect(RELATIONS_OF_WIKIDATA).not.toContain('ATTACK');
    expect((await itemsOf([ANN, UNION], [buildClaimRow({ relation: 'ATTACK' })])).map(({ claims }) => claims)).toEqual([
      {},
      {},
    ]);
  });

  it('writes months and years as such, and no day for what begins with none', () => {
    const written = ['DAY', 'MONTH', 'YEAR'].map(
      (precision) => timeSnak('P585', '2024-05-01', precision)?.datavalue?.value,
    );
    expect(written).toMatchObject([
      { time: '+2024-05-01T00:00:00Z', precision: 11 },
      { time: '+2024-05-00T00:00:00Z', precision: 10 },
      { time: '+2024-00-00T00:00:00Z', precision: 9 },
    ]);
    expect(timeSnak('P585', 'soon')).toBeNull();
  });

  it('keeps hostile names as they are', async () => {
    for (const text of HOSTILE_TEXTS) {
      const nodes = [buildNodeRow({ id: text, label: text, aliases: [text] }), UNION];
      const items = await itemsOf(nodes, [buildClaimRow({ relation: 'LEADS', id: text })]);
      expect(items[0]).toMatchObject({ id: text, labels: { en: { value: text } } });
      expect(items[0]?.claims.P39).toHaveLength(1);
    }
  });

  it('finds the claims of every subject of a real graph, and with a filter only those that it chooses', async () => {
    const people = ['Ann Lee', ...Array.from({ length: 12 }, (_, index) => `Bo Ray${index}`)];
    const sketches: readonly ExtractionSketch[] = people.map((subject, index) => ({
      id: `d${index}`,
      claims: [
        { subject, relation: 'WORKS_FOR', object: 'Cy Poe' },
        { subject: 'Ann Lee', relation: 'WORKS_FOR', object: subject, polarity: 'NEGATED' },
        { subject, relation: 'ATTACK', object: 'Ann Lee' },
      ],
    }));
    const knowledge = await buildKnowledge(sketches);
    const ranksOf = async (where?: unknown): Promise<readonly string[]> => {
      const items = JSON.parse(await collectText(exportGraph(knowledge, 'wikidata', { where }))) as readonly ReadItem[];
      return items.flatMap(({ claims }) => (claims.P108 ?? []).map(({ rank }) => rank));
    };
    const all = await ranksOf();
    expect(all.filter((rank) => rank === 'normal')).toHaveLength(people.length);
    expect(all.filter((rank) => rank === 'deprecated')).toHaveLength(people.length);
    expect(await ranksOf({ polarity: { eq: 'NEGATED' } })).toEqual(people.map(() => 'deprecated'));
  });
});
