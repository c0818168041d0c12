import { compareIds } from '../../base/index.js';
import type { GraphReading } from '../knowledge-graph.js';
import { CHOICES } from './codes.js';
import type { Some } from './columns.js';
import { createGrowing, createLists, type Growing, listPlaces } from './growing.js';
import { keyFinder, splitKey } from './keys.js';
import { createTextWriter, type TextWriter } from './text-writer.js';
import { readTexts } from './texts.js';
import { type Turns, turn } from './turn.js';

/** Entities and referents as columns, and how what comes after them finds their numbers. */
export interface FrozenEntities {
  readonly columns: Some<
    | 'documentReferents'
    | 'referentDocument'
    | 'referentRest'
    | 'referentEntity'
    | 'entityType'
    | 'entityName'
    | 'entityNamed'
    | 'entitySector'
    | 'entityMentions'
    | 'entityLocation'
    | 'entityAliases'
    | 'alias'
    | 'entityRoles'
    | 'role'
    | 'entityReferents'
    | 'entityReferent'
  >;
  readonly documentIds: TextWriter;
  /** Is added to by what comes after. */
  readonly texts: TextWriter;
  /** -1 where no referent has the key. */
  referentOf(key: string): number;
}

/** Numbers the documents, referents and entities of a graph. */
export function* freezeEntities(graph: GraphReading): Turns<FrozenEntities> {
  const texts = createTextWriter();
  const met = yield* meetDocuments(graph);
  const [type, named, sector] = [createGrowing.U8(), createGrowing.U8(), createGrowing.U8()];
  const [name, mentions, location] = [createGrowing.U32(), createGrowing.U32(), createGrowing.U32()];
  const [aliases, roles, members] = [createLists(), createLists(), createLists()];
  const referents: MetReferents = { document: createGrowing.U32(), rest: createGrowing.U32() };
  for (const entity of graph.entities()) {
    if (type.length % 64 === 0) yield* turn();
    type.push(CHOICES.types.codeOf(entity.type));
    name.push(texts.add(entity.name));
    named.push(entity.named ? 1 : 0);
    sector.push(CHOICES.sectors.optionalCodeOf(entity.sector));
    mentions.push(entity.mentionCount);
    location.push(texts.addOptional(entity.location === null ? null : JSON.stringify(entity.location)));
    for (const alias of entity.aliases) aliases.push(texts.add(alias));
    for (const role of entity.roles) roles.push(texts.add(role));
    for (const key of entity.referents) {
      members.push(referents.rest.length);
      const parts = splitKey(key);
      referents.document.push(met.add(parts?.documentId ?? ''));
      referents.rest.push(texts.add(parts?.rest ?? key));
    }
    for (const lists of [aliases, roles, members]) lists.end();
  }
  const { documentIds, placeOf } = sortDocuments(met);
  yield* turn();
  const entityReferents = members.finish();
  const order = orderReferents(referents, placeOf);
  const columns = {
    ...order.columns,
    referentEntity: new Uint32Array(entityReferents.values.length),
    entityType: type.finish(),
    entityName: name.finish(),
    entityNamed: named.finish(),
    entitySector: sector.finish(),
    entityMentions: mentions.finish(),
    entityLocation: location.finish(),
    ...listColumns('entityAliases', 'alias', aliases.finish()),
    ...listColumns('entityRoles', 'role', roles.finish()),
    entityReferents: entityReferents.starts,
    entityReferent: entityReferents.values.map((referent) => order.numberOf[referent]!),
  };
  for (let entity = 0; entity < type.length; entity++) {
    for (let place = entityReferents.starts[entity]!; place < entityReferents.starts[entity + 1]!; place++) {
      columns.referentEntity[columns.entityReferent[place]!] = entity;
    }
  }
  return { columns, documentIds, texts, referentOf: keyFinder(columns, { documentIds, texts }) };
}

/** Lists as two columns. */
export function listColumns<Starts extends string, Values extends string>(
  startsName: Starts,
  valuesName: Values,
  { starts, values }: { readonly starts: Uint32Array; readonly values: Uint32Array },
): Record<Starts | Values, Uint32Array> {
  return { [startsName]: starts, [valuesName]: values } as Record<Starts | Values, Uint32Array>;
}

interface MetReferents {
  readonly document: Growing<Uint32Array>;
  readonly rest: Growing<Uint32Array>;
}

/** Documents with claims, in the order in which they come. */
function* meetDocuments(graph: GraphReading): Turns<TextWriter> {
  const met = createTextWriter();
  let last = '';
  let count = 0;
  for (const { documentId } of graph.claims()) {
    if (++count % 4096 === 0) yield* turn();
    if (documentId !== last) met.add(documentId);
    last = documentId;
  }
  return met;
}

/** The documents anew in order of their ids, and by the number that each had before its place there. */
function sortDocuments(met: TextWriter): { readonly documentIds: TextWriter; readonly placeOf: Uint32Array } {
  const texts = readTexts(met.finish());
  const ids = Array.from({ length: texts.count }, (_, number) => texts.at(number));
  const documentIds = createTextWriter();
  for (const id of [...ids].sort(compareIds)) documentIds.add(id);
  return { documentIds, placeOf: Uint32Array.from(ids, documentIds.numberOf) };
}

/** Numbers referents by document, then by what else their keys say. */
function orderReferents(met: MetReferents, placeOf: Uint32Array) {
  const document = met.document.finish().map((number) => placeOf[number]!);
  const rest = met.rest.finish();
  const { starts, places } = listPlaces(document, placeOf.length);
  for (let number = 0; number < placeOf.length; number++) {
    places.subarray(starts[number]!, starts[number + 1]!).sort((a, b) => rest[a]! - rest[b]!);
  }
  const numberOf = new Uint32Array(places.length);
  for (const [number, place] of places.entries()) numberOf[place] = number;
  return {
    numberOf,
    columns: {
      documentReferents: starts,
      referentDocument: places.map((place) => document[place]!),
      referentRest: places.map((place) => rest[place]!),
    },
  };
}
