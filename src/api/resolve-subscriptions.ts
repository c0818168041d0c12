import { GraphQLError } from 'graphql';
import type { ClaimReference } from '../domain/index.js';
import type { KnowledgeEvent, KnowledgeEvents } from '../pipeline/index.js';
import { claimTest } from '../query/index.js';
import { createEventQueue, type EventQueue } from './event-queue.js';
import type { RequestContext } from './request-context.js';
import { presentDocument } from './resolve-documents.js';
import type { TypeResolvers } from './resolver.js';

/** What subscriptions are given beside what queries are. */
export interface SubscriptionContext extends RequestContext {
  readonly events: KnowledgeEvents;
}

type Kind<Name extends KnowledgeEvent['kind']> = Extract<KnowledgeEvent, { readonly kind: Name }>;

/** Events that wait for one subscriber, at most. */
const MOST_WAITING = 1000;

/** How each field of Subscription gets its events, by its name. */
export const SUBSCRIBERS: Readonly<
  // biome-ignore lint/suspicious/noExplicitAny: GraphQL has checked the arguments.
  Record<string, (root: unknown, given: any, context: SubscriptionContext) => Promise<AsyncIterable<unknown>>>
> = {
  documentAdded: async (_root, _given, { events }) => follow(events, 'DOCUMENT_ADDED', () => true),
  claimAdded: async (_root, { where }, { events, knowledge, signal }) => {
    const chosen = await claimTest(knowledge, { where, signal });
    return follow(events, 'CLAIM_ADDED', ({ claim }) => chosen(claim));
  },
  conflictFound: async (_root, _given, { events }) => follow(events, 'CONFLICT_FOUND', () => true),
  ingestProgress: async (_root, _given, { events }) => follow(events, 'PROGRESS', () => true),
};

/** What each event says. */
export const SUBSCRIPTION_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  Subscription: {
    documentAdded: ({ documentId }: Kind<'DOCUMENT_ADDED'>, _given, context) => {
      context.forget();
      return presentDocument(documentId, context);
    },
    claimAdded: async ({ claim }: { readonly claim: ClaimReference }, _given, context) => {
      context.forget();
      return context.claims.load(claim);
    },
    conflictFound: ({ conflict }: Kind<'CONFLICT_FOUND'>) => conflict,
    ingestProgress: ({ documents, position }: Kind<'PROGRESS'>, _given, { knowledge: { graph } }) => ({
      documents,
      position,
      entities: graph.entityCount,
      claims: graph.claimCount,
    }),
  },
};

function follow<Name extends KnowledgeEvent['kind']>(
  events: KnowledgeEvents,
  kind: Name,
  test: (event: Kind<Name>) => boolean,
): EventQueue<KnowledgeEvent> {
  const queue = createEventQueue<KnowledgeEvent>(MOST_WAITING, { overflow: tooSlow, finish: () => leave() });
  const leave = events.follow((event) => {
    if (event.kind === kind && test(event as Kind<Name>)) queue.push(event);
  });
  return queue;
}

function tooSlow(): Error {
  const message = `More than ${MOST_WAITING} events have waited for this subscriber. Subscribe again, and read faster or ask for fewer.`;
  return new GraphQLError(message, { extensions: { code: 'SLOW_CONSUMER' } });
}
