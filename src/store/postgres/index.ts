export { openPostgresStore } from './open-postgres.js';
