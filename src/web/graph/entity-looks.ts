/** Shapes that tell types of entities apart without colour. */
export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'hexagon' | 'pentagon';

/** How entities of some types are drawn; the colour is the custom property `--type-<key>` of the style sheet. */
export interface EntityLook {
  readonly key: string;
  readonly label: string;
  readonly shape: Shape;
}

const THING: EntityLook = { key: 'thing', label: 'Thing or event', shape: 'pentagon' };
const LOOKS: Readonly<Record<string, EntityLook>> = {
  PERSON: { key: 'person', label: 'Person', shape: 'circle' },
  ORGANIZATION: { key: 'organization', label: 'Organization', shape: 'square' },
  PLACE: { key: 'place', label: 'Place', shape: 'diamond' },
  GROUP: { key: 'group', label: 'Group', shape: 'triangle' },
  NATIONALITY: { key: 'nationality', label: 'Nationality', shape: 'hexagon' },
};

/** The looks there are, in the order of the legend. */
export const ENTITY_LOOKS: readonly EntityLook[] = [...Object.values(LOOKS), THING];

/** How an entity of that type looks; types without a look of their own are things. */
export function lookOf(type: string): EntityLook {
  return Object.hasOwn(LOOKS, type) ? LOOKS[type]! : THING;
}

/** Families of relations, in the order of the legend; the colour is `--family-<key>`. */
export const FAMILIES = [
  { id: 'FORCE', key: 'force', label: 'Force' },
  { id: 'COERCION', key: 'coercion', label: 'Coercion' },
  { id: 'DISPUTE', key: 'dispute', label: 'Dispute' },
  { id: 'COOPERATION', key: 'cooperation', label: 'Cooperation' },
  { id: 'STATE', key: 'state', label: 'Office and ownership' },
  { id: 'MOVEMENT', key: 'movement', label: 'Movement' },
  { id: 'OTHER', key: 'other', label: 'Other' },
] as const;

/** The key of a family's colour; a family that is not in the list looks like the others. */
export function familyKeyOf(family: string): string {
  return FAMILIES.find(({ id }) => id === family)?.key ?? 'other';
}
