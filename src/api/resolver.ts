import type { RequestContext } from './request-context.js';

/**
 * Gives one field of a parent. It holds no logic: it names what `query/` or `pipeline/` gives in the words of the SDL.
 * Parents and arguments have the shape that the SDL and the resolver of the parent say, which types cannot follow here.
 */
// biome-ignore lint/suspicious/noExplicitAny: GraphQL has checked the arguments, and the parent is another resolver's value.
export type Resolver<Parent = any, Arguments = any> = (
  parent: Parent,
  given: Arguments,
  context: RequestContext,
) => unknown;

/** The resolvers of one type, by field. */
export type TypeResolvers = Readonly<Record<string, Resolver>>;
