import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Operations that may be run, by the SHA-256 of their text in lower-case hexadecimal digits. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Runs no operation but these: sent as they are, or by their hash alone as a persisted query. */
export function trustDocuments(documents: TrustedDocuments): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ queryHash = '' }) {
          if (documents.has(queryHash)) return;
          throw new GraphQLError(
            'Expected one of the operations that this server was told to trust, but got another.',
            {
              extensions: { code: 'FORBIDDEN', http: { status: 403 } },
            },
          );
        },
      };
    },
  };
}

/** What persisted queries are looked up in: the trusted documents, to which nothing is added. */
export function cacheOf(documents: TrustedDocuments): {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<boolean>;
} {
  return {
    get: async (key) => documents.get(key.replace(/^apq:/, '')),
    set: async () => undefined,
    delete: async () => false,
  };
}
