import { DataFactory, type Literal, type NamedNode, type Quad } from 'n3';
import type { ClaimRow, DocumentRow, EdgeRow, EntityReference, NodeRow, ParticipantRow } from './export-rows.js';
import { claimIri, documentIri, entityIri, RDF_PREFIXES, relationshipIri } from './rdf-names.js';

const { namedNode, literal, quad } = DataFactory;

const TYPE = namedNode(`${RDF_PREFIXES.rdf}type`);
const LABEL = namedNode(`${RDF_PREFIXES.rdfs}label`);

/** Entity types that schema.org knows. */
const SCHEMA_TYPES: ReadonlyMap<string, string> = new Map([
  ['PERSON', 'Person'],
  ['ORGANIZATION', 'Organization'],
  ['PLACE', 'Place'],
  ['FACILITY', 'Place'],
  ['VEHICLE', 'Vehicle'],
  ['EVENT', 'Event'],
  ['WORK', 'CreativeWork'],
]);

/** The statements about an entity. */
export function nodeQuads(node: NodeRow): readonly Quad[] {
  const schemaType = SCHEMA_TYPES.get(node.type);
  return describe(namedNode(entityIri(node.id)), [
    [TYPE, own('Entity')],
    schemaType === undefined ? null : [TYPE, schema(schemaType)],
    [own('id'), text(node.id)],
    [LABEL, text(node.label)],
    [own('type'), text(node.type)],
    [own('sector'), text(node.sector)],
    ...node.aliases.map((alias): Statement => [schema('alternateName'), text(alias)]),
    ...node.roles.map((role): Statement => [own('role'), text(role)]),
    [own('documents'), integer(node.documents)],
    [own('mentions'), integer(node.mentions)],
    [own('country'), text(node.country)],
    [geo('lat'), decimal(node.latitude)],
    [geo('long'), decimal(node.longitude)],
  ]);
}

/** The statements about an entity that a claim refers to and that is not among the nodes: a filter left it out. */
export function referenceQuads(reference: EntityReference): readonly Quad[] {
  return describe(namedNode(entityIri(reference.id)), [
    [TYPE, own('Entity')],
    [own('id'), text(reference.id)],
    [LABEL, text(reference.name)],
    [own('type'), text(reference.type)],
  ]);
}

/** The statements about a relationship, and which claims are for it. */
export function edgeQuads(edge: EdgeRow): readonly Quad[] {
  return describe(namedNode(relationshipIri(edge.id)), [
    [TYPE, own('Relationship')],
    [own('subject'), namedNode(entityIri(edge.subject))],
    [own('relation'), own(edge.relation)],
    [own('object'), namedNode(entityIri(edge.object))],
    [own('supportClaims'), integer(edge.support.claims)],
    [own('supportSources'), integer(edge.support.sources)],
    [own('supportClaimants'), integer(edge.support.claimants)],
    [own('disputeClaims'), integer(edge.dispute.claims)],
    [own('disputeSources'), integer(edge.dispute.sources)],
    [own('disputeClaimants'), integer(edge.dispute.claimants)],
    [own('firstSeen'), moment(edge.firstSeen)],
    [own('lastSeen'), moment(edge.lastSeen)],
    ...edge.claims.map((claim): Statement => [own('claim'), namedNode(claimIri(claim.document, claim.claim))]),
  ]);
}

/** The statements about a document. */
export function documentQuads(document: DocumentRow): readonly Quad[] {
  return describe(namedNode(documentIri(document.id)), [
    [TYPE, own('Document')],
    [TYPE, schema('CreativeWork')],
    [TYPE, prov('Entity')],
    [own('id'), text(document.id)],
    [schema('name'), text(document.title)],
    [own('source'), text(document.source)],
    [schema('url'), text(document.url)],
    [schema('datePublished'), moment(document.publishedAt)],
  ]);
}

/**
 * The statements about a claim, whose provenance they are, and in the graph named after the claim what it says:
 * nobody but its claimant holds that, and a NEGATED claim says that it is not so.
 */
export function claimQuads(claim: ClaimRow): readonly Quad[] {
  const name = namedNode(claimIri(claim.document.id, claim.id));
  const document = namedNode(documentIri(claim.document.id));
  const about = claim.about === null ? null : namedNode(claimIri(claim.document.id, claim.about));
  const provenance = describe(name, [
    [TYPE, own('Claim')],
    [TYPE, schema('Claim')],
    [TYPE, prov('Entity')],
    [own('relation'), own(claim.relation)],
    [own('predicate'), text(claim.predicate)],
    ...participants('subject', claim.subjects),
    ...participants('object', claim.objects),
    ...participants('other', claim.others),
    ...participants('place', claim.place === null ? [] : [claim.place]),
    [own('about'), about],
    [own('role'), text(claim.role?.quote ?? null)],
    [own('tense'), text(claim.tense)],
    [own('time'), text(claim.time?.quote ?? null)],
    [own('from'), moment(claim.time?.from ?? null)],
    [own('to'), moment(claim.time?.to ?? null)],
    [own('polarity'), text(claim.polarity)],
    [own('modality'), text(claim.modality)],
    [own('stance'), text(claim.stance)],
    ...claim.claimants.flatMap(({ name: claimant, entity }): readonly Statement[] => {
      if (entity === null) return [[own('claimantText'), text(claimant)]];
      const agent = namedNode(entityIri(entity.id));
      return [
        [own('claimant'), agent],
        [prov('wasAttributedTo'), agent],
      ];
    }),
    [own('quotation'), text(claim.sentence.quote)],
    [own('start'), integer(claim.sentence.start)],
    [own('end'), integer(claim.sentence.end)],
    [own('confidence'), decimal(claim.confidence)],
    [own('document'), document],
    [prov('wasQuotedFrom'), document],
    [schema('appearance'), document],
  ]);
  return [...provenance, ...contentQuads(claim, name)];
}

type Statement = readonly [predicate: NamedNode, object: NamedNode | Literal | null] | null;

function contentQuads(claim: ClaimRow, graph: NamedNode): readonly Quad[] {
  const subjects = distinctEntities(claim.subjects);
  const objects = distinctEntities(claim.objects);
  return subjects.flatMap((subject) => objects.map((object) => quad(subject, own(claim.relation), object, graph)));
}

function distinctEntities(list: readonly ParticipantRow[]): readonly NamedNode[] {
  const ids = new Set(list.flatMap((participant) => participant.entity?.id ?? []));
  return [...ids].map((id) => namedNode(entityIri(id)));
}

/** Leaves out statements without an object, and what was said already. */
function describe(subject: NamedNode, statements: readonly Statement[]): readonly Quad[] {
  const quads = new Map<string, Quad>();
  for (const statement of statements) {
    if (statement === null || statement[1] === null) continue;
    const [predicate, object] = statement;
    const key = `${predicate.id} ${object.id}`;
    if (!quads.has(key)) quads.set(key, quad(subject, predicate, object));
  }
  return [...quads.values()];
}

/** An entity is linked; a part of the text that is no entity is given in its words. */
function participants(term: string, list: readonly ParticipantRow[]): readonly Statement[] {
  return list.map(({ entity, quote }) =>
    entity === null ? [own(`${term}Text`), text(quote)] : [own(term), namedNode(entityIri(entity.id))],
  );
}

function own(term: string): NamedNode {
  return namedNode(RDF_PREFIXES.claimgraph + term);
}

function schema(term: string): NamedNode {
  return namedNode(RDF_PREFIXES.schema + term);
}

function geo(term: string): NamedNode {
  return namedNode(RDF_PREFIXES.geo + term);
}

function prov(term: string): NamedNode {
  return namedNode(RDF_PREFIXES.prov + term);
}

function xsd(term: string): NamedNode {
  return namedNode(RDF_PREFIXES.xsd + term);
}

function text(value: string | null): Literal | null {
  return value === null ? null : literal(value);
}

function integer(value: number): Literal {
  return literal(String(value), xsd('integer'));
}

function decimal(value: number | null): Literal | null {
  return value === null ? null : literal(String(value), xsd('decimal'));
}

/** A day or a point in time; other words stay a plain text. */
function moment(value: string | null): Literal | null {
  if (value === null) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return literal(value, xsd('date'));
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(value)) return literal(value, xsd('dateTime'));
  return literal(value);
}
