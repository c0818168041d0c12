export {
  ACCESS_ROLES,
  type AccessKey,
  type AccessRole,
  type Caller,
  createAccessKey,
  refuseUnsafe,
} from './access.js';
export type { OperationBounds } from './bound-operations.js';
export { createSchema } from './create-schema.js';
export { executeOperation, type Operation, type OperationAnswer } from './execute-operation.js';
export { readSchema } from './read-schema.js';
export type { RunningServer, ServerOptions } from './server-options.js';
export { startServer } from './start-server.js';
export type { TrustedDocuments } from './trusted-documents.js';
export { createWorkMetrics, serveWorkMetrics, type WorkMetrics } from './work-metrics.js';
