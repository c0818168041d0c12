import { buildSchema, type GraphQLSchema, isAbstractType, isObjectType, isScalarType } from 'graphql';
import { ClaimgraphError } from '../base/index.js';
import { readSchema } from './read-schema.js';
import { SUBSCRIBERS } from './resolve-subscriptions.js';
import type { Resolver } from './resolver.js';
import { RESOLVERS } from './resolvers.js';
import { SCALARS } from './scalars.js';

/**
 * The executable schema: `schema.graphql` with the resolvers and scalars of this folder. A field without a resolver
 * gives the property of its name. Types are told apart by `__typename`.
 * @throws Error where a resolver is for a type or field that the SDL does not have.
 */
export function createSchema(): GraphQLSchema {
  const schema = buildSchema(readSchema());
  for (const [typeName, fields] of Object.entries(RESOLVERS)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`schema.graphql has no object type ${typeName}, but resolvers for it.`);
    for (const [fieldName, resolve] of Object.entries(fields)) {
      const field = type.getFields()[fieldName];
      if (field === undefined) throw new Error(`schema.graphql has no field ${typeName}.${fieldName}, but a resolver.`);
      field.resolve = stopping(resolve);
    }
  }
  for (const [fieldName, subscribe] of Object.entries(SUBSCRIBERS)) {
    const field = schema.getSubscriptionType()?.getFields()[fieldName];
    if (field === undefined) throw new Error(`schema.graphql has no field Subscription.${fieldName}, but a source.`);
    field.subscribe = subscribe;
  }
  for (const [name, coercions] of Object.entries(SCALARS)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) throw new Error(`schema.graphql has no scalar ${name}, but coercions for it.`);
    Object.assign(type, coercions);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { readonly __typename: string }) => value.__typename;
  }
  return schema;
}

/** Where the time of the request is over, or its client gone, nothing more is worked out. */
function stopping(resolve: Resolver): Resolver {
  return (parent, given, context) => {
    if (context.signal.aborted)
      throw new ClaimgraphError('INTERRUPTED', 'The query was stopped before it had its answer.');
    return resolve(parent, given, context);
  };
}
