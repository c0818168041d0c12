import type { EdgeRow, ExportRows, NodeRow } from './export-rows.js';
import { hashedId } from './hashed-id.js';
import { distinct } from './lists.js';
import { toJson } from './text-forms.js';
import { writeEach } from './write-each.js';

/** The schemata of FollowTheMoney by our types; every other thing is a Thing of its own kind of LegalEntity or Asset. */
const SCHEMATA: ReadonlyMap<string, string> = new Map([
  ['PERSON', 'Person'],
  ['ORGANIZATION', 'Organization'],
  ['GROUP', 'Organization'],
  ['PLACE', 'Address'],
  ['FACILITY', 'RealEstate'],
  ['VEHICLE', 'Vehicle'],
  ['EVENT', 'Event'],
]);

/**
 * JSON Lines of FollowTheMoney entities, as OpenSanctions, Aleph and yente take them: a thing a line, then a link of the
 * schema UnknownLink for each relationship. Ids are hashes, for theirs are parts of addresses.
 */
export async function* writeFollowTheMoney(rows: ExportRows): AsyncIterable<string> {
  yield* writeEach(rows.nodes(), (node) => `${toJson(thingOf(node))}\n`);
  yield* writeEach(rows.edges(), (edge) => `${toJson(linkOf(edge))}\n`);
}

function thingOf({ id, label, type, aliases, roles, sector, country, latitude, longitude }: NodeRow): object {
  const schema = SCHEMATA.get(type) ?? 'Asset';
  const properties = {
    name: [label],
    alias: aliases,
    keywords: [type, ...(sector === null ? [] : [sector])],
    // Only legal entities have a description of what they do.
    ...(schema === 'Person' ? { position: roles } : roles.length > 0 ? { summary: roles } : {}),
    ...(schema === 'Address' && {
      full: [country === null || country === label ? label : `${label}, ${country}`],
      latitude: latitude === null ? [] : [String(latitude)],
      longitude: longitude === null ? [] : [String(longitude)],
    }),
  };
  return { id: hashedId(id), schema, properties: withoutEmpty(properties) };
}

function linkOf({ id, subject, relation, object, claims, firstSeen, lastSeen }: EdgeRow): object {
  const properties = {
    subject: [hashedId(subject)],
    object: [hashedId(object)],
    role: [relation],
    startDate: firstSeen === null ? [] : [firstSeen],
    endDate: lastSeen === null ? [] : [lastSeen],
    description: distinct(claims.map(({ quotation }) => quotation)),
    recordId: claims.map(({ document, claim }) => `${document}#${claim}`),
  };
  return { id: hashedId(id), schema: 'UnknownLink', properties: withoutEmpty(properties) };
}

/** A property without values is left out there. */
function withoutEmpty(properties: Readonly<Record<string, readonly string[]>>): object {
  return Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0));
}
