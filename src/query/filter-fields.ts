import { MODALITIES, POLARITIES, STANCES } from '../domain/index.js';
import { ENTITY_TYPES, RELATION_TYPES, SECTORS } from '../ontology/index.js';
import type { FilterField, FilterKind } from './filter-grammar.js';

/** The fields of a claim that filters may name. */
export const CLAIM_FIELDS = fields({
  relation: ['ENUM', 'Its relation type.', RELATION_TYPES.map(({ id }) => id)],
  family: ['ENUM', 'The family of its relation type.', [...new Set(RELATION_TYPES.map(({ family }) => family))]],
  predicate: ['TEXT', 'The lemma of the words that express the relation.'],
  subject: ['ENTITY', 'One of its subjects.'],
  object: ['ENTITY', 'One of its objects.'],
  participant: ['ENTITY', 'A subject, object or other participant.'],
  place: ['ENTITY', 'Where.'],
  claimant: ['ENTITY', 'One of those that it is attributed to, at any depth.'],
  subjectType: ['ENUM', 'The entity type of one of its subjects.', ENTITY_TYPES.map(({ id }) => id)],
  objectType: ['ENUM', 'The entity type of one of its objects.', ENTITY_TYPES.map(({ id }) => id)],
  participantType: [
    'ENUM',
    'The entity type of a subject, object or other participant.',
    ENTITY_TYPES.map(({ id }) => id),
  ],
  stance: ['ENUM', "The innermost claimant's; none where the document's own voice asserts it.", STANCES],
  attributed: ['BOOLEAN', 'True where it stands in at least one quotation.'],
  polarity: ['ENUM', 'Of the content itself; a denial lies in the stance.', POLARITIES],
  modality: ['ENUM', 'Whether it happened, may have, is planned, called for, or supposed.', MODALITIES],
  time: ['DATE', 'The days of its own time; none where the text names none.'],
  source: ['TEXT', 'Source of its document.'],
  document: ['DOCUMENT', 'Its document.'],
  publishedAt: ['DATE', 'Publication day of its document.'],
  confidence: ['NUMBER', 'How sure the reading is, 0 to 1; never whether it is true.'],
});

/**
 * The fields that filters on relationships may name: those of a claim, where `subject`, `object`, `participant` and their
 * types are the relationship's own ends, and two counts. A relationship is chosen where one of its claims is.
 */
export const RELATIONSHIP_FIELDS = fields({
  ...asRows(CLAIM_FIELDS),
  subject: ['ENTITY', 'The subject of the relationship.'],
  object: ['ENTITY', 'The object of the relationship.'],
  participant: ['ENTITY', 'Either end of the relationship.'],
  subjectType: ['ENUM', 'The entity type of its subject.', ENTITY_TYPES.map(({ id }) => id)],
  objectType: ['ENUM', 'The entity type of its object.', ENTITY_TYPES.map(({ id }) => id)],
  participantType: ['ENUM', 'The entity type of either end.', ENTITY_TYPES.map(({ id }) => id)],
  support: ['NUMBER', 'How many of its claims support it.'],
  dispute: ['NUMBER', 'How many of its claims dispute it.'],
});

/** The fields of an entity that filters may name. */
export const ENTITY_FIELDS = fields({
  id: ['ENTITY', 'The entity itself.'],
  type: ['ENUM', 'Its entity type.', ENTITY_TYPES.map(({ id }) => id)],
  name: ['TEXT', 'Its name, or any alias.'],
  sector: ['ENUM', 'What the actor is.', SECTORS.map(({ id }) => id)],
  role: ['TEXT', 'One of its roles, in lower case.'],
  named: ['BOOLEAN', 'True where the text gives it a name.'],
  document: ['DOCUMENT', 'A document that mentions it.'],
  degree: ['NUMBER', 'How many relationships it has.'],
  mentions: ['NUMBER', 'How many mentions it has.'],
});

/** The fields of a document that filters may name. */
export const DOCUMENT_FIELDS = fields({
  id: ['DOCUMENT', 'The document itself.'],
  title: ['TEXT', 'Its title.'],
  text: ['TEXT', 'Its text.'],
  source: ['TEXT', 'Its source.'],
  url: ['TEXT', 'Its address.'],
  publishedAt: ['DATE', 'Its publication day.'],
});

type FieldRow = readonly [kind: FilterKind, description: string, values?: readonly string[]];

function fields(rows: Readonly<Record<string, FieldRow>>): readonly FilterField[] {
  return Object.entries(rows).map(([id, [kind, description, values]]) => ({
    id,
    kind,
    description,
    values: values ?? null,
  }));
}

function asRows(table: readonly FilterField[]): Readonly<Record<string, FieldRow>> {
  return Object.fromEntries(
    table.map(({ id, kind, description, values }): [string, FieldRow] => [
      id,
      values === null ? [kind, description] : [kind, description, values],
    ]),
  );
}
