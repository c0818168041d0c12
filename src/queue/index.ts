export { type EnqueueEvent, type EnqueueOptions, enqueue } from './enqueue.js';
export { openQueue } from './open-queue.js';
export type { DeadDocument, Queue, QueueCounts } from './queue.js';
export { type WorkEvent, type WorkOptions, work } from './work.js';
