export { openPostgresStore } from './open-postgres.js';
export { openPostgresCopy } from './postgres-copy.js';
