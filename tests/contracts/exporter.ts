import { describe, expect, it } from 'vitest';
import type { ExporterRow } from '../../src/export/index.js';
import { COUNTERS } from '../export/read-exported.js';
import {
  buildClaimRow,
  buildEdgeRow,
  buildExportRows,
  buildNodeRow,
  collectText,
  writeLists,
} from '../support/build-export-rows.js';
import { generateExportRows, HOSTILE_TEXTS } from '../support/generate-export-rows.js';

/** The attributes that losses may name; `evidence`, `formulas` and `control characters` stand for what they say. */
const ATTRIBUTES = new Set([
  ...['label', 'type', 'sector', 'aliases', 'roles', 'documents', 'mentions', 'country', 'coordinates'],
  ...['relation', 'support', 'dispute', 'firstSeen', 'lastSeen', 'claims'],
  ...['polarity', 'modality', 'stance', 'claimants', 'quotation', 'evidence', 'counts'],
  ...['subjects', 'objects', 'others', 'role', 'tense', 'about', 'time'],
  ...['entities', 'relationships', 'formulas', 'control characters', 'claims without an entity at both ends'],
]);

/** What every row of EXPORTERS keeps. */
export function exporterContract(row: ExporterRow): void {
  const write = (lists: Parameters<typeof buildExportRows>[0]): Promise<string> => writeLists(row, lists);
  const count = (text: string) => (COUNTERS[row.id] as (text: string) => unknown)(text);

  describe(row.id, () => {
    it('says what it is, and names each loss by an attribute', () => {
      expect(row.id).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
      expect(row.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(?:; [a-z]+=[a-z0-9-]+)*$/);
      expect(row.extension).toMatch(/^[a-z]+$/);
      expect(row.title.length * row.description.length).toBeGreaterThan(0);
      for (const loss of row.losses) {
        const [names, effect] = loss.split(': ');
        for (const name of names?.split(', ') ?? []) expect(ATTRIBUTES, loss).toContain(name);
        expect(effect?.length, loss).toBeGreaterThan(0);
      }
    });

    it('makes a valid file of an empty graph', async () => {
      expect(onlyNumbers(count(await write({})))).toEqual(new Set([0]));
    });

    it('writes every node, edge and claim of a graph of hostile names, with parallel edges and edges to oneself', async () => {
      const lists = generateExportRows(7);
      const counts = count(await write(lists)) as Readonly<Record<keyof typeof lists, number | null>>;
      for (const kind of ['nodes', 'edges', 'claims'] as const) {
        if (counts[kind] !== null) expect(counts[kind]).toBe(lists[kind].length);
      }
      expect(onlyNumbers(counts).size).toBeGreaterThan(0);
    });

    it('writes the same bytes for the same graph', async () => {
      expect(await write(generateExportRows(3))).toBe(await write(generateExportRows(3)));
    });

    it('writes well-formed text, and nothing that closes a script element, but for formats without escapes', async () => {
      const text = await write(generateExportRows(5));
      expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      if (row.mediaType.includes('json')) expect(text).not.toContain('</script');
      if (row.mediaType.includes('xml')) expect(text).not.toContain('<script');
    });

    it('reads no list twice', async () => {
      const read: string[] = [];
      const node = buildNodeRow({ id: 'a' });
      const edge = buildEdgeRow(node, node, [buildClaimRow()]);
      const rows = buildExportRows({ nodes: [node], edges: [edge], claims: [buildClaimRow()] });
      const noted = <Rows>(name: string, list: () => Rows): Rows => {
        read.push(name);
        return list();
      };
      await collectText(
        row.write({
          nodes: () => noted('nodes', rows.nodes),
          edges: () => noted('edges', rows.edges),
          links: () => noted('links', rows.links),
          claims: () => noted('claims', rows.claims),
          entities: () => noted('entities', rows.entities),
          subjects: (relations) => noted('subjects', () => rows.subjects(relations)),
          conflicts: () => noted('conflicts', rows.conflicts),
          sectorOf: rows.sectorOf,
        }),
      );
      expect(new Set(read).size).toBe(read.length);
    });

    it('writes names of every kind of hostile text one by one', async () => {
      for (const label of HOSTILE_TEXTS) {
        const node = buildNodeRow({ id: `d#PERSON/${label}/0`, label, aliases: [label], roles: [label] });
        const claim = buildClaimRow({ sentence: { start: 0, end: label.length, quote: label } });
        const text = await write({ nodes: [node], edges: [buildEdgeRow(node, node, [claim])], claims: [claim] });
        for (const number of onlyNumbers(count(text))) expect(number, label.slice(0, 40)).toBe(1);
      }
    });
  });
}

function onlyNumbers(counts: unknown): ReadonlySet<number> {
  return new Set(Object.values(counts as object).filter((value) => typeof value === 'number'));
}
