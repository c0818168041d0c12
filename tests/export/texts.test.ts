import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriableId } from '../../src/export/carriable-id.js';
import { claimsJson } from '../../src/export/claims-json.js';
import { cypherString } from '../../src/export/cypher-text.js';
import type { EdgeClaimRow } from '../../src/export/index.js';
import { joinTexts, replaceControls, toJson, toWellFormed } from '../../src/export/text-forms.js';
import { CSV_NODES } from '../../src/export/write-csv.js';
import { writeGraphml } from '../../src/export/write-graphml.js';
import { escapeXml, escapeXmlContent } from '../../src/export/xml-text.js';
import { buildEdgeRow, buildExportRows, buildNodeRow, collectText, writeLists } from '../support/build-export-rows.js';
import { HOSTILE_TEXTS } from '../support/generate-export-rows.js';
import { fuse, readCsv, readGraphml, splitTexts } from './read-exported.js';
import { CYPHER_READINGS, tokenizeCypher } from './tokenize-cypher.js';

/** Any UTF-16, lone surrogates included, and the characters that formats treat as their own. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '\\',
        "'",
        '"',
        'u',
        'U',
        '0',
        '2',
        '7',
        '5',
        'c',
        '\n',
        '\r',
        '\t',
        '\u0000',
        '|',
        '+',
        '=',
        '-',
        '@',
        '<',
        '&',
        ',',
        ' ',
        '\ud800',
        'é',
        '😀',
      ),
    )
    .map((characters) => characters.join('')),
  fc.constantFrom(...HOSTILE_TEXTS),
);

describe('text of exports', () => {
  it('keeps every text within its Cypher literal, and reads it back, however escapes are read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const reading of CYPHER_READINGS) {
          expect(tokenizeCypher(cypherString(text), reading)).toEqual([`'${toWellFormed(text)}`]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('lets no text begin a Cypher token of its own between others', () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const script = `{a: ${cypherString(first)}, b: ${cypherString(second)}}`;
        expect(tokenizeCypher(script)).toEqual([
          ...['{', 'a', ':', `'${toWellFormed(first)}`, ',', 'b', ':', `'${toWellFormed(second)}`, '}'],
        ]);
      }),
    );
  });

  it('writes JSON that reads back equal and closes no script element', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.parse(toJson([text]))).toEqual([text]);
        expect(toJson([text])).not.toMatch(/[<\u2028\u2029]/);
      }),
    );
  });

  it('writes the claims of an edge by hand as a JSON writer does', () => {
    const claims: fc.Arbitrary<EdgeClaimRow> = fc.record({
      document: anyText.map(toWellFormed),
      claim: anyText.map(toWellFormed),
      predicate: anyText.map(toWellFormed),
      polarity: fc.constantFrom('AFFIRMED', 'NEGATED'),
      modality: fc.constantFrom('ACTUAL', 'POSSIBLE'),
      stance: fc.constantFrom(null, 'DENIES'),
      claimants: fc.array(anyText.map(toWellFormed), { maxLength: 3 }),
      quotation: anyText.map(toWellFormed),
      start: fc.nat(),
      end: fc.nat(),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(claims, { maxLength: 3 }), (list) => {
        expect(claimsJson(list)).toBe(toJson(list));
      }),
      { numRuns: 500 },
    );
  });

  it('joins lists so that they can be taken apart', () => {
    fc.assert(
      fc.property(fc.array(anyText.filter((text) => text !== '')), (texts) => {
        expect(splitTexts(joinTexts(texts))).toEqual(texts);
      }),
    );
  });

  it('leaves out what XML forbids and nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(replaceControls(text)).toHaveLength(text.length);
        expect(escapeXmlContent(text)).toBe(escapeXml(text).replaceAll('&quot;', '"'));
        expect(escapeXml(text)).not.toMatch(/[<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\t\n\r]/);
      }),
    );
  });

  it('keeps ids that are carriable, and different ids different', () => {
    expect(carriableId('d1#PERSON/ann/0')).toBe('d1#PERSON/ann/0');
    const taken = ['\u0000', '\u0001', '\ufffd', 'urn:sha256:x', carriableId('\u0000')].map(carriableId);
    expect(new Set(taken).size).toBe(taken.length);
  });

  it('reads labels of any text back from GraphML', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (label) => {
        const node = buildNodeRow({ id: 'a', label });
        const text = await collectText(
          writeGraphml(buildExportRows({ nodes: [node], edges: [buildEdgeRow(node, node, [])] })),
        );
        expect(readGraphml(text).getNodeAttributes('a').label ?? '').toBe(replaceControls(label));
      }),
    );
  });

  it('defuses every formula of a CSV, and no other cell, so that each text reads back', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (label) => {
        const text = await writeLists(CSV_NODES, { nodes: [buildNodeRow({ id: 'a', label })] });
        const cell = readCsv(text)[0]?.Label ?? '';
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(fuse(cell)).toBe(replaceControls(label));
      }),
      { numRuns: 1000 },
    );
  });
});
