import type { ClaimRow, EdgeRow, NodeRow } from '../../src/export/export-rows.js';
import { buildClaimRow, buildEdgeRow, buildNodeRow, buildParticipantRow, referenceOf } from './build-export-rows.js';

/** Texts that break careless writers: markup, formulas, escapes of other formats, scripts, emoji, direction marks. */
export const HOSTILE_TEXTS: readonly string[] = [
  '__proto__',
  'constructor',
  '"><script>alert(1)</script>',
  "'; MATCH (n) DETACH DELETE n; //",
  "\\u0027 \\U0027 \\\\u0027 \\' \\",
  "=cmd|' /C calc'!A0",
  '+1',
  '-1',
  '@sum(A1)',
  "'=1",
  '\ttab first',
  'a|b\\|c',
  'line\nfeed\r\nand return\r',
  '&amp; &lt;b&gt; ]]> <!-- --> <![CDATA[',
  'ends with backslash \\',
  '\\N \\G \\l {x|y}',
  'NUL \u0000 bell \u0007 delete \u007f next line \u0085 separators \u2028\u2029',
  'not a character \ufffe \uffff',
  'emoji 👩‍👩‍👧 🏴‍☠️',
  'שלום \u202eright to left\u202c مرحبا',
  '  spaces at both ends  ',
  '$dollar `backtick` {{x}} %s %00',
  'x'.repeat(10_000),
];

export interface GeneratedRows {
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
  readonly claims: readonly ClaimRow[];
}

const RELATIONS = ['ATTACK', 'ACCUSE', 'LEADS', 'KILL'] as const;
const STANCES = ['ASSERTS', 'DENIES', 'DOUBTS'] as const;

/** A graph of 40 nodes with parallel edges, edges to oneself, and hostile names and sentences; the same for a seed. */
export function generateExportRows(seed: number): GeneratedRows {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const nodes = Array.from({ length: 40 }, (_, index) =>
    buildNodeRow({
      id: `doc ${index % 5}#PERSON/${index < HOSTILE_TEXTS.length ? HOSTILE_TEXTS[index] : `person ${index}`}/${index}`,
      label: HOSTILE_TEXTS[index] ?? `Person ${index}`,
      type: pick(['PERSON', 'ORGANIZATION', 'PLACE']),
      sector: pick(['GOV', null]),
      aliases: index % 3 === 0 ? [pick(HOSTILE_TEXTS), `alias ${index}`] : [],
      roles: index % 4 === 0 ? ['envoy', 'a|b'] : [],
      documents: 1 + Math.floor(random() * 9),
      mentions: 1 + Math.floor(random() * 90),
      ...pick([{}, { country: 'Dravina', latitude: -12.25, longitude: 0.5 }]),
    }),
  );
  const edges: EdgeRow[] = [];
  const claims: ClaimRow[] = [];
  for (const subject of nodes) {
    // The first relation is to itself; the others are parallel.
    for (const [index, relation] of RELATIONS.entries()) {
      const object = index === 0 ? subject : (nodes[(nodes.indexOf(subject) + 1) % nodes.length] as NodeRow);
      const own = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, offset): ClaimRow => {
        const claimants = pick([[], [pick(nodes)], [pick(nodes), pick(nodes)]]);
        const number = claims.length + offset + 1;
        return buildClaimRow({
          id: `c${number}`,
          document: {
            id: `doc ${number % 5}`,
            title: pick(HOSTILE_TEXTS),
            source: pick(['Daily <News>', null]),
            url: 'https://example.org/?a=1&b="2"',
            publishedAt: pick(['2024-05-01', '2024-05-01T08:00:00Z', null]),
          },
          relation,
          subjects: [buildParticipantRow(subject)],
          objects: [buildParticipantRow(object)],
          place: pick([null, buildParticipantRow(pick(nodes))]),
          time: pick([
            null,
            { start: 0, end: 1, quote: 'then', from: '2024-05-02', to: '2024-05-03', precision: 'DAY' },
          ]),
          polarity: pick(['AFFIRMED', 'NEGATED']),
          modality: pick(['ACTUAL', 'POSSIBLE']),
          stance: claimants.length === 0 ? null : pick(STANCES),
          claimants: claimants.map((node) => ({ name: node.label, entity: referenceOf(node) })),
          sentence: { start: 5, end: 25, quote: `${number} ${pick(HOSTILE_TEXTS)}` },
        });
      });
      claims.push(...own);
      edges.push(buildEdgeRow(subject, object, own));
    }
  }
  claims.sort((a, b) => (a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : 0));
  return { nodes, edges, claims };
}

/** Numbers from 0 to 1 by a linear congruence (Numerical Recipes). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
