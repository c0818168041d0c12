import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { LiveKnowledge } from '../pipeline/index.js';
import type { AccessKey } from './access.js';
import type { OperationBounds } from './bound-operations.js';
import type { RequestContext } from './request-context.js';
import type { TrustedDocuments } from './trusted-documents.js';

/** What a server serves, and within which bounds; what is left out is safe for one person's machine. */
export interface ServerOptions {
  /** Stays open when the server stops. */
  readonly knowledge: LiveKnowledge;
  /** 4000; 0 for any that is free. */
  readonly port?: number;
  /** 127.0.0.1, which only this machine can reach; any other one needs keys. */
  readonly host?: string;
  /** Who may ask; everyone on this machine where there are none. */
  readonly keys?: readonly AccessKey[];
  /** Origins of pages of other sites that may ask; none. */
  readonly origins?: readonly string[];
  /** Largest body of a request, in bytes; 16 MiB. */
  readonly bodyLimit?: number;
  /** Largest file that is uploaded, in bytes; 64 MiB. */
  readonly uploadLimit?: number;
  /** Most tokens of an operation; 2,000. */
  readonly tokenLimit?: number;
  readonly bounds?: Partial<OperationBounds>;
  /** Requests that are answered at once; 64. Of files, and of exports, 4. */
  readonly concurrency?: number;
  /** Milliseconds until a request is stopped; 30,000. */
  readonly timeout?: number;
  /** Milliseconds that requests under way are given when the server stops; 10,000. */
  readonly grace?: number;
  /** True refuses every change, whoever asks for it; false where it is left out. */
  readonly readOnly?: boolean;
  /** False hides the schema from clients, and so the page's view of it; true where it is left out. */
  readonly introspection?: boolean;
  /** False serves no page; true where it is left out. */
  readonly page?: boolean;
  /** Where it is there, no other operation is run. */
  readonly trustedDocuments?: TrustedDocuments;
  /** Plugins of Apollo Server beside our own, such as those for traces. */
  readonly plugins?: readonly ApolloServerPlugin<RequestContext>[];
  /** Where requests and errors are told; warnings and errors to standard error where it is left out. */
  readonly log?: Logger;
  /** Where changes are told; `log` where it is left out. */
  readonly audit?: Logger;
  /** Gets the errors that clients do not see; where it is left out they go to `log`. */
  readonly logInternal?: (error: unknown) => void;
}

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly url: string;
  /** Takes no more requests, and waits for those under way. Stopping twice is allowed. */
  stop(): Promise<void>;
}
