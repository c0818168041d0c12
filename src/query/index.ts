export type { Knowledge } from './knowledge.js';
