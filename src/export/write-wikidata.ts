import { RELATION_TYPES, type RelationTypeRow } from '../ontology/index.js';
import type { ClaimRow, EntityReference, ExportRows, NodeRow, SubjectRow } from './export-rows.js';
import { hashedUuid } from './hashed-id.js';
import { groupBy } from './lists.js';
import {
  coordinateSnak,
  englishSnak,
  itemSnak,
  type Snak,
  stringSnak,
  timeSnak,
  unknownSnak,
  urlSnak,
} from './wikidata-values.js';
import { writeJsonItems } from './write-json-list.js';

/** By relation, the most general property that says the same. */
const PROPERTIES: ReadonlyMap<string, string> = new Map(
  RELATION_TYPES.flatMap(({ id, wikidata }: RelationTypeRow) => (wikidata[0] === undefined ? [] : [[id, wikidata[0]]])),
);

/** Relations that Wikidata has a property for. */
export const RELATIONS_OF_WIKIDATA: readonly string[] = [...PROPERTIES.keys()];

/** Properties whose value is an office: our object is what the office is of, which stands beside it. */
const OFFICES: ReadonlyMap<string, string> = new Map([['P39', 'P642']]);

const DENYING = new Set(['DENIES', 'DOUBTS', 'ASKS']);

/**
 * A JSON array of items as Wikibase dumps hold them, one a line: a claim is a statement of its subject, qualified by
 * time, place and claimant, with its document and sentence for a reference. Claims of one relationship stay apart.
 */
export async function* writeWikidata(rows: ExportRows): AsyncIterable<string> {
  yield '[';
  yield* writeJsonItems(rows.subjects(new Set(RELATIONS_OF_WIKIDATA)), itemOf);
  yield '\n]\n';
}

function itemOf({ node, relationships }: SubjectRow): object {
  const { id, label, aliases } = node;
  const claims = relationships.flatMap(({ id: relationship, relation, object, claims: rows }) =>
    rows.map((claim) => claimOf(id, PROPERTIES.get(relation) as string, { relationship, object, claim })),
  );
  return {
    type: 'item',
    id,
    labels: { en: english(label) },
    descriptions: { en: english(describe(node)) },
    aliases: aliases.length === 0 ? {} : { en: aliases.map(english) },
    claims: Object.fromEntries(groupBy([...placeOf(node), ...claims], ({ mainsnak }) => mainsnak.property)),
    sitelinks: {},
  };
}

function english(value: string): object {
  return { language: 'en', value };
}

function describe({ type, sector, roles, country }: NodeRow): string {
  return [type, sector, ...roles, country].filter((part) => part !== null).join(', ');
}

/** The coordinates of a place: they are the gazetteer's, and no document's. */
function placeOf({ id, latitude, longitude }: NodeRow) {
  if (latitude === null || longitude === null) return [];
  const mainsnak = coordinateSnak('P625', latitude, longitude);
  return [{ id: `${id}$${hashedUuid(JSON.stringify([id, 'P625']))}`, type: 'statement', rank: 'normal', mainsnak }];
}

interface Said {
  readonly relationship: string;
  readonly object: EntityReference;
  readonly claim: ClaimRow;
}

function claimOf(subject: string, property: string, { relationship, object, claim }: Said) {
  const office = OFFICES.get(property);
  const qualifiers = [
    ...(office === undefined ? [] : [itemSnak(office, object.id)]),
    ...(claim.role === null ? [] : [stringSnak('P1932', claim.role.quote)]),
    ...timesOf(claim.time),
    ...(claim.place?.entity ? [itemSnak('P276', claim.place.entity.id)] : []),
    ...claimantOf(claim),
  ];
  const references = referencesOf(claim);
  return {
    id: `${subject}$${hashedUuid(JSON.stringify([relationship, claim.document.id, claim.id]))}`,
    type: 'statement',
    rank: isHeld(claim) ? 'normal' : 'deprecated',
    mainsnak: office === undefined ? itemSnak(property, object.id) : unknownSnak(property),
    ...(qualifiers.length > 0 && { qualifiers: byProperty(qualifiers), 'qualifiers-order': orderOf(qualifiers) }),
    references: [{ snaks: byProperty(references), 'snaks-order': orderOf(references) }],
  };
}

/** Whether the claim is made of how things are, and nobody whom it is attributed to denies it. */
function isHeld({ polarity, modality, stance }: ClaimRow): boolean {
  return polarity === 'AFFIRMED' && modality === 'ACTUAL' && !DENYING.has(stance ?? '');
}

/** A day is a point in time, of which a month or a year is a coarse one; other spans have a start and an end. */
function timesOf(time: ClaimRow['time']): readonly Snak[] {
  if (time === null) return [];
  const { from, to, precision } = time;
  const isPoint = from !== null && (from === to || precision === 'MONTH' || precision === 'YEAR');
  if (isPoint) return [timeSnak('P585', from, precision)].flatMap((snak) => snak ?? []);
  return [from === null ? null : timeSnak('P580', from), to === null ? null : timeSnak('P582', to)].flatMap(
    (snak) => snak ?? [],
  );
}

function claimantOf({ claimants, stance }: ClaimRow): readonly Snak[] {
  const entity = claimants.at(-1)?.entity;
  if (!entity || stance === 'ASKS') return [];
  return [itemSnak(DENYING.has(stance ?? '') ? 'P1310' : 'P3680', entity.id)];
}

function referencesOf({ document, id, sentence }: ClaimRow): readonly Snak[] {
  const { title, url, publishedAt } = document;
  return [
    ...(url === null ? [] : [urlSnak('P854', url)]),
    ...(title === null ? [] : [englishSnak('P1476', title)]),
    ...[publishedAt === null ? null : timeSnak('P577', publishedAt)].flatMap((snak) => snak ?? []),
    englishSnak('P1683', sentence.quote),
    // Catalog code, and section: what the claim is called in the record.
    stringSnak('P528', document.id),
    stringSnak('P958', id),
  ];
}

function byProperty(snaks: readonly Snak[]): object {
  return Object.fromEntries(groupBy(snaks, ({ property }) => property));
}

function orderOf(snaks: readonly Snak[]): readonly string[] {
  return [...new Set(snaks.map(({ property }) => property))];
}
