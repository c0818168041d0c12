export type { OperationBounds } from './bound-operations.js';
export { createSchema } from './create-schema.js';
export { executeOperation, type Operation, type OperationAnswer } from './execute-operation.js';
export { readSchema } from './read-schema.js';
export { type RunningServer, type ServerOptions, startServer } from './start-server.js';
