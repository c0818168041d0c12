import type { EdgeRow, ExportRows, NodeRow } from './export-rows.js';
import { hashedUuid } from './hashed-id.js';
import { toJson } from './text-forms.js';
import { writeEach } from './write-each.js';

/** What STIX 2.1 calls our types; every other thing is an identity of the class unknown. */
const IDENTITY_CLASSES: ReadonlyMap<string, string> = new Map([
  ['PERSON', 'individual'],
  ['ORGANIZATION', 'organization'],
  ['GROUP', 'group'],
]);

/** STIX wants to know when an object was made; a graph that is derived anew each time has no better answer. */
const MADE = '2000-01-01T00:00:00.000Z';

/**
 * A bundle of STIX 2.1: identities and locations, and a relationship object for each relationship. Ids are UUIDs made
 * from ours, so that the same graph always gives the same bundle.
 */
export async function* writeStix(rows: ExportRows): AsyncIterable<string> {
  yield `{"type":"bundle","id":"bundle--${hashedUuid('bundle')}","objects":[`;
  let separator = '\n';
  const kinds = new Map<string, string>();
  const write = (object: object): string => {
    const text = separator + toJson(object);
    separator = ',\n';
    return text;
  };
  yield* writeEach(rows.nodes(), (node) => {
    if (node.type === 'PLACE') kinds.set(node.id, 'location');
    return write(objectOf(node));
  });
  const idOf = (id: string): string => `${kinds.get(id) ?? 'identity'}--${hashedUuid(id)}`;
  yield* writeEach(rows.edges(), (edge) => write(relationshipOf(edge, idOf)));
  yield '\n]}\n';
}

function objectOf(node: NodeRow): object {
  const { id, label, type, aliases, roles, sector } = node;
  const isPlace = type === 'PLACE';
  return {
    type: isPlace ? 'location' : 'identity',
    spec_version: '2.1',
    id: `${isPlace ? 'location' : 'identity'}--${hashedUuid(id)}`,
    created: MADE,
    modified: MADE,
    name: label,
    ...(isPlace
      ? whereIs(node)
      : { identity_class: IDENTITY_CLASSES.get(type) ?? 'unknown', ...(roles.length > 0 && { roles }) }),
    labels: [type, ...(sector === null ? [] : [sector])],
    external_references: [{ source_name: 'claimgraph', external_id: id }],
    ...(aliases.length > 0 && { x_claimgraph_aliases: aliases }),
  };
}

/** A location must say where it is; "zz" is the code of the user's own for a country that is not told. */
function whereIs({ country, latitude, longitude }: NodeRow): object {
  return country === null ? { country: 'zz' } : { latitude, longitude, x_claimgraph_country: country };
}

function relationshipOf(
  { id, subject, relation, object, support, dispute, firstSeen, lastSeen, claims }: EdgeRow,
  idOf: (id: string) => string,
): object {
  return {
    type: 'relationship',
    spec_version: '2.1',
    id: `relationship--${hashedUuid(id)}`,
    created: MADE,
    modified: MADE,
    relationship_type: relation.toLowerCase().replaceAll('_', '-'),
    source_ref: idOf(subject),
    target_ref: idOf(object),
    // A stop must lie after its start there; the days of ours are both included.
    ...(firstSeen !== null && { start_time: `${firstSeen}T00:00:00.000Z` }),
    ...(lastSeen !== null && { stop_time: `${lastSeen}T23:59:59.999Z` }),
    x_claimgraph_support: support,
    x_claimgraph_dispute: dispute,
    x_claimgraph_claims: claims,
  };
}
