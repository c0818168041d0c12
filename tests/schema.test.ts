import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  printSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema, readSchema } from '../src/api/index.js';
import {
  CONFLICT_KINDS,
  JUDGES,
  MENTION_KINDS,
  MODALITIES,
  NO_CLAIMANT_REASONS,
  PARTICIPANT_ROLES,
  POLARITIES,
  QUOTATION_KINDS,
  STANCES,
  TENSES,
  TIME_PRECISIONS,
  VERDICTS,
} from '../src/domain/index.js';
import {
  CLAIM_FIELDS,
  CLAIM_ORDERS,
  CLAIM_PARTS,
  DOCUMENT_FIELDS,
  DOCUMENT_ORDERS,
  ENTITY_FIELDS,
  ENTITY_ORDERS,
  EVIDENCE_PARTS,
  FILTER_KINDS,
  INCIDENT_ORDERS,
  NODE_TYPES,
  RANKINGS,
  RELATIONSHIP_FIELDS,
  RELATIONSHIP_ORDERS,
  SEARCH_MATCHES,
  TIMELINE_BUCKETS,
} from '../src/query/index.js';
import { LIKENESS_FEATURES } from '../src/resolve/index.js';
import { type ServedKnowledge, serveKnowledge } from './support/serve-knowledge.js';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__') && !['Int', 'Float', 'String', 'Boolean', 'ID'].includes(name),
);

describe('schema.graphql', () => {
  it('is what is served', () => {
    expect(printSchema(schema)).toBe(printSchema(buildSchema(readSchema())));
  });

  it('describes every type, field, argument and value in a sentence', () => {
    const undescribed: string[] = [];
    const check = (name: string, description: string | null | undefined): void => {
      if (!/^[A-Z`0-9].*[.:—…]$/s.test(description ?? '')) undescribed.push(name);
    };
    for (const type of types) {
      check(type.name, type.description);
      if (isEnumType(type))
        for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field.description);
        for (const argument of 'args' in field ? field.args : []) {
          check(`${type.name}.${field.name}(${argument.name})`, argument.description);
        }
      }
    }
    expect(undescribed).toEqual([]);
  });

  it('says of every nullable field when it is null', () => {
    const unexplained = types
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : []))
      .filter(({ field }) => !isNonNullType(field.type) && !/\bnull\b/i.test(field.description ?? ''))
      .map(({ type, field }) => `${type.name}.${field.name}`);
    expect(unexplained).toEqual([]);
  });

  it('holds no list that may hold null, but for nodes that are gone', () => {
    const lists = types
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
      .filter((field) => /[^!]\]/.test(String(field.type)))
      .map(({ name }) => name);
    expect(lists).toEqual(['nodes']);
  });

  it.each([
    ['MentionKind', MENTION_KINDS],
    ['Polarity', POLARITIES],
    ['Modality', MODALITIES],
    ['Stance', STANCES],
    ['QuotationKind', QUOTATION_KINDS],
    ['NoClaimantReason', NO_CLAIMANT_REASONS],
    ['ParticipantRole', PARTICIPANT_ROLES],
    ['Tense', TENSES],
    ['TimePrecision', TIME_PRECISIONS],
    ['Verdict', VERDICTS],
    ['Judge', JUDGES],
    ['EvidencePart', EVIDENCE_PARTS],
    ['ClaimPart', CLAIM_PARTS],
    ['SearchMatch', SEARCH_MATCHES],
    ['DocumentOrder', Object.keys(DOCUMENT_ORDERS)],
    ['EntityOrder', Object.keys(ENTITY_ORDERS)],
    ['ClaimOrder', Object.keys(CLAIM_ORDERS)],
    ['RelationshipOrder', Object.keys(RELATIONSHIP_ORDERS)],
    ['IncidentOrder', Object.keys(INCIDENT_ORDERS)],
    ['TimelineBucketLength', Object.keys(TIMELINE_BUCKETS)],
    ['ConflictKind', CONFLICT_KINDS],
    ['Ranking', Object.keys(RANKINGS)],
    ['LikenessFeature', LIKENESS_FEATURES],
  ])('has the values of the code in %s', (name, values) => {
    expect(valuesOf(schema, name)).toEqual([...values]);
  });

  it.each([
    ['ClaimFilter', CLAIM_FIELDS],
    ['RelationshipFilter', RELATIONSHIP_FIELDS],
    ['EntityFilter', ENTITY_FIELDS],
    ['DocumentFilter', DOCUMENT_FIELDS],
  ] as const)('offers in %s the fields and operators of the code', (name, fields) => {
    expect(inputFields(name)).toEqual(['AND', 'OR', 'NOT', ...fields.map(({ id }) => id)]);
    for (const field of fields) {
      const type = schema.getType(name);
      const condition = isInputObjectType(type) ? getNamedType(type.getFields()[field.id]?.type) : undefined;
      expect([field.id, inputFields(condition?.name ?? '')]).toEqual([field.id, [...FILTER_KINDS[field.kind]]]);
    }
  });

  it('has a global id for the types of nodes, and for no other', () => {
    const node = schema.getType('Node');
    const names = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    expect(names.sort()).toEqual([...NODE_TYPES].sort());
  });
});

describe('every field', () => {
  let served: ServedKnowledge;
  beforeAll(async () => {
    served = await serveKnowledge(undefined, { tokenLimit: 100_000, bounds: { aliases: 10_000, cost: 1e15 } });
  });
  afterAll(() => served.stop());

  it.each(Object.keys(schema.getQueryType()?.getFields() ?? {}))('of %s can be asked to depth four', async (name) => {
    const { data } = await served.ask(
      '{ documents { edges { node { id } } } entities(order: DEGREE) { edges { node { id } } } claims { edges { node { id } } } relationships { edges { node { id } } } }',
    );
    const lists = ['documents', 'entities', 'claims', 'relationships'];
    const ids: string[] = lists.map((list) => data[list].edges[0].node.id);
    const given: Readonly<Record<string, string>> = {
      'node.id': JSON.stringify(ids[2]),
      'nodes.ids': JSON.stringify(ids),
      'document.id': '"a"',
      'entity.id': '"Ann Lee"',
      'entityByName.name': '"SNC"',
      'search.text': '"a"',
      'extract.text': '"Ann Lee met Bo Ray in Homs."',
      'paths.from': '"Ann Lee"',
      'paths.to': '"Red Guard"',
      'compareAccounts.incident': JSON.stringify(ids[2]),
      'incident.id': JSON.stringify(ids[2]),
      'neighborhood.seeds': '["Bo Ray"]',
    };
    const field = schema.getQueryType()?.getFields()[name] as GraphQLField<unknown, unknown>;
    const args = field.args.filter((one) => isRequiredArgument(one) || given[`${name}.${one.name}`] !== undefined);
    const words = args.map((argument) => `${argument.name}: ${given[`${name}.${argument.name}`]}`);
    const operation = `{ ${name}${words.length > 0 ? `(${words.join(', ')})` : ''} ${select(getNamedType(field.type), 4)} }`;
    const answer = await served.ask(operation);
    expect(answer.errors).toEqual([]);
    expect(answer.data[name]).not.toBeNull();
  });
});

/** Every field of a type without required arguments, that deep; each under a name of its own, so that types do not clash. */
function select(type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) {
    const parts = schema.getPossibleTypes(type).map((possible) => `... on ${possible.name} ${select(possible, depth)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const inside = getNamedType(field.type);
    const isLeaf = !isObjectType(inside) && !isAbstractType(inside);
    if (depth === 0 && !isLeaf) return [];
    return [`${type.name}_${field.name}: ${field.name} ${select(inside, depth - 1)}`];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

function valuesOf(of: GraphQLSchema, name: string): readonly string[] {
  const type = of.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}

function inputFields(name: string): readonly string[] {
  const type = schema.getType(name);
  return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
}
