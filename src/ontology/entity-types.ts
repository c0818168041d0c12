/** A kind of thing that text speaks of. `acts`: may be the subject of an act. */
export interface EntityTypeRow {
  readonly id: string;
  readonly description: string;
  readonly acts: boolean;
}

/** The entity types; the order is that of lists shown to people. */
export const ENTITY_TYPES = [
  { id: 'PERSON', description: 'One human being.', acts: true },
  { id: 'ORGANIZATION', description: 'A body with a name: a government, army, party, company, agency.', acts: true },
  { id: 'GROUP', description: 'People without a common name: soldiers, activists, civilians.', acts: true },
  { id: 'PLACE', description: 'A country, region, city, district, river; a country also where it acts.', acts: true },
  { id: 'FACILITY', description: 'Something built: a hotel, a dam, an airport, a camp.', acts: false },
  { id: 'VEHICLE', description: 'A ship, aircraft, or car, named or described.', acts: false },
  { id: 'WEAPON', description: 'A weapon, or a weapon system.', acts: false },
  {
    id: 'NATIONALITY',
    description: 'An adjective or noun of origin, religion or ethnicity: Syrian, Alawite.',
    acts: false,
  },
  { id: 'EVENT', description: 'A named happening: a war, a summit, a storm, an election.', acts: false },
  { id: 'WORK', description: 'A named law, treaty, book, broadcast or other work.', acts: false },
] as const satisfies readonly EntityTypeRow[];

export type EntityType = (typeof ENTITY_TYPES)[number]['id'];

const BY_ID: ReadonlyMap<string, EntityTypeRow> = new Map(ENTITY_TYPES.map((row) => [row.id, row]));

/** True for the id of a row of ENTITY_TYPES; upper case counts. */
export function isEntityType(id: string): id is EntityType {
  return BY_ID.has(id);
}

/** True where things of the type may be the subject of an act. */
export function actsByType(type: EntityType): boolean {
  return BY_ID.get(type)?.acts ?? false;
}
