import { edgeClaimRow } from '../../src/export/claim-rows.js';
import type {
  Batches,
  ClaimRow,
  ConflictRow,
  EdgeRow,
  EntityReference,
  EntityRow,
  ExportRows,
  NodeRow,
  ParticipantRow,
  SubjectRow,
} from '../../src/export/export-rows.js';
import type { ExporterRow } from '../../src/export/index.js';

/** A node with what is given; the rest is of an unknown person. */
export function buildNodeRow(given: Partial<NodeRow> & { readonly id: string }): NodeRow {
  return {
    label: given.id,
    type: 'PERSON',
    sector: null,
    aliases: [],
    roles: [],
    documents: 1,
    mentions: 1,
    country: null,
    latitude: null,
    longitude: null,
    ...given,
  };
}

/** A claim with what is given: "Ann attacked Bo.", in the voice of its document. */
export function buildClaimRow(given: Partial<ClaimRow> = {}): ClaimRow {
  const quotation = given.sentence?.quote ?? 'Ann attacked Bo.';
  return {
    id: 'c1',
    document: { id: 'd1', title: null, source: null, url: null, publishedAt: null },
    relation: 'ATTACK',
    predicate: 'attack',
    trigger: { start: 4, end: 12, quote: 'attacked' },
    subjects: [],
    objects: [],
    others: [],
    about: null,
    role: null,
    tense: null,
    place: null,
    time: null,
    polarity: 'AFFIRMED',
    modality: 'ACTUAL',
    stance: null,
    claimants: [],
    quotations: [],
    sentence: { start: 0, end: quotation.length, quote: quotation },
    confidence: 0.8,
    ...given,
  };
}

/** A participant that is the entity of a node. */
export function buildParticipantRow(node: NodeRow): ParticipantRow & { readonly counts: null } {
  return { start: 0, end: node.label.length, quote: node.label, entity: referenceOf(node), counts: null };
}

/** How claims refer to a node. */
export function referenceOf(node: NodeRow): EntityReference {
  return { id: node.id, name: node.label, type: node.type };
}

/** A relationship between two nodes for claims of one relation. */
export function buildEdgeRow(subject: NodeRow, object: NodeRow, claims: readonly ClaimRow[]): EdgeRow {
  const relation = claims[0]?.relation ?? 'ATTACK';
  const affirmed = claims.filter((claim) => claim.polarity === 'AFFIRMED').length;
  const days = claims.flatMap((claim) => claim.time?.from ?? []).sort();
  return {
    id: `${subject.id} ${relation} ${object.id}`,
    subject: subject.id,
    relation,
    object: object.id,
    support: { claims: affirmed, sources: affirmed, claimants: affirmed },
    dispute: { claims: claims.length - affirmed, sources: 0, claimants: 0 },
    firstSeen: days[0] ?? null,
    lastSeen: days.at(-1) ?? null,
    claims: claims.map(edgeClaimRow),
  };
}

/** The lists as exporters read them; the entities are the nodes again. */
export function buildExportRows(lists: {
  readonly nodes?: readonly NodeRow[];
  readonly edges?: readonly EdgeRow[];
  readonly claims?: readonly ClaimRow[];
  readonly conflicts?: readonly ConflictRow[];
}): ExportRows {
  return {
    nodes: () => stream(lists.nodes ?? []),
    edges: () => stream(lists.edges ?? []),
    links: () => stream(lists.edges ?? []),
    claims: () => stream(lists.claims ?? []),
    entities: () => stream((lists.nodes ?? []).map(entityRow)),
    subjects: (relations) => stream((lists.nodes ?? []).map((node) => subjectRow(node, lists, relations))),
    conflicts: () => stream(lists.conflicts ?? []),
    sectorOf: (id) => (lists.nodes ?? []).find((node) => node.id === id)?.sector ?? null,
  };
}

/** The node with its edges; their claims are those of the list of claims, or made from what the edge carries. */
function subjectRow(
  node: NodeRow,
  {
    nodes = [],
    edges = [],
    claims = [],
  }: {
    readonly nodes?: readonly NodeRow[];
    readonly edges?: readonly EdgeRow[];
    readonly claims?: readonly ClaimRow[];
  },
  relations: ReadonlySet<string>,
): SubjectRow {
  const own = edges.filter(({ subject, relation }) => subject === node.id && relations.has(relation));
  const relationships = own.map(({ id, relation, object, claims: carried }) => ({
    id,
    relation,
    object: referenceOf(nodes.find((each) => each.id === object) as NodeRow),
    claims: carried.flatMap(({ document, claim }) =>
      claims.filter((row) => row.document.id === document && row.id === claim),
    ),
  }));
  return { node, relationships };
}

/** The node with one document of its own. */
function entityRow({ id, label, type, aliases }: NodeRow): EntityRow {
  return { id, name: label, type, aliases, documents: ['d1'] };
}

/** All that an exporter writes of the lists, as one text. */
export function writeLists(
  { write }: Pick<ExporterRow, 'write'>,
  lists: Parameters<typeof buildExportRows>[0],
): Promise<string> {
  return collectText(write(buildExportRows(lists)));
}

/** All pieces, as one text. */
export async function collectText(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** In batches of seven, so that most lists have several. */
async function* stream<Row>(rows: readonly Row[]): Batches<Row> {
  for (let start = 0; start < rows.length; start += 7) yield rows.slice(start, start + 7);
}
