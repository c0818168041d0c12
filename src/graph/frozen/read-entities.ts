import type { Entity, Location, ReferentKey } from '../../domain/index.js';
import { nameFormsOf } from '../../resolve/index.js';
import type { GraphReading } from '../knowledge-graph.js';
import { CHOICES } from './codes.js';
import type { Columns } from './columns.js';
import { readList } from './lists.js';
import type { Words } from './words.js';

type EntityReading = Pick<
  GraphReading,
  'entity' | 'entityIdOf' | 'entities' | 'idsByName' | 'entitiesByName' | 'nameForms'
>;

/** Entities, by key and by name. */
export function readEntities(
  columns: Columns,
  { documentIds, forms, texts, keys, entityAt, idAt }: Words,
): EntityReading {
  const { alias, role, entityReferent, formEntity } = columns;
  const aliasAt = (place: number): string => texts.at(alias[place]!);
  const roleAt = (place: number): string => texts.commonAt(role[place]!);
  const keyAt = (place: number): string => keys.at(entityReferent[place]!);

  const describe = (entity: number): Entity => {
    const first = columns.entityReferents[entity]!;
    const fields = {
      id: keyAt(first),
      type: CHOICES.types.wordOf(columns.entityType[entity]!),
      name: texts.at(columns.entityName[entity]!),
      named: columns.entityNamed[entity] === 1,
      aliases: readList(columns.entityAliases, entity, aliasAt),
      roles: readList(columns.entityRoles, entity, roleAt),
      sector: CHOICES.sectors.optionalWordOf(columns.entitySector[entity]!),
      mentionCount: columns.entityMentions[entity]!,
      location: locationOf(texts.optionalAt(columns.entityLocation[entity]!)),
    };
    return columns.entityReferents[entity + 1]! - first > LONGEST_AT_ONCE
      ? withListsWhenAsked(
          fields,
          () => referentsOf(entity),
          () => documentsOf(entity),
        )
      : { ...fields, referents: referentsOf(entity), documents: documentsOf(entity) };
  };
  const referentsOf = (entity: number): readonly ReferentKey[] => readList(columns.entityReferents, entity, keyAt);
  const documentsOf = (entity: number): readonly string[] => {
    const numbers = readList(
      columns.entityReferents,
      entity,
      (place) => columns.referentDocument[entityReferent[place]!]!,
    );
    const ascending = Uint32Array.from(numbers).sort();
    const ids: string[] = [];
    for (const [index, number] of ascending.entries()) {
      if (number !== ascending[index - 1]) ids.push(documentIds.at(number));
    }
    return ids;
  };
  const entitiesBy = (name: string): readonly number[] => {
    const found = new Set<number>();
    for (const form of nameFormsOf(name)) {
      const number = forms.numberOf(form);
      if (number < 0) continue;
      for (let place = columns.formEntities[number]!; place < columns.formEntities[number + 1]!; place++) {
        found.add(formEntity[place]!);
      }
    }
    return [...found];
  };

  return {
    entity: (id) => {
      const entity = entityAt(id);
      return entity < 0 ? null : describe(entity);
    },
    entityIdOf: (key) => {
      const entity = entityAt(key);
      return entity < 0 ? null : idAt(entity);
    },
    entities: function* () {
      for (let entity = 0; entity < columns.entityType.length; entity++) yield describe(entity);
    },
    idsByName: (name) => entitiesBy(name).map(idAt),
    entitiesByName: (name) => [...entitiesBy(name)].sort((a, b) => a - b).map(describe),
    nameForms: function* () {
      for (let number = 0; number < forms.count; number++) {
        yield {
          form: forms.at(number),
          ids: readList(columns.formEntities, number, (place) => idAt(formEntity[place]!)),
        };
      }
    },
  };
}

/** Referents of an entity that is made whole; hubs have a hundred thousand, and hardly ever is one asked which. */
const LONGEST_AT_ONCE = 2;

/** An entity of which the long lists are made when they are first read; in all else it is like any other. */
function withListsWhenAsked(
  fields: Omit<Entity, 'referents' | 'documents'>,
  referentsOf: () => readonly ReferentKey[],
  documentsOf: () => readonly string[],
): Entity {
  let referents: readonly ReferentKey[] | null = null;
  let documents: readonly string[] | null = null;
  return {
    ...fields,
    get referents() {
      referents ??= referentsOf();
      return referents;
    },
    get documents() {
      documents ??= documentsOf();
      return documents;
    },
  };
}

function locationOf(json: string | null): Location | null {
  return json === null ? null : (JSON.parse(json) as Location);
}
