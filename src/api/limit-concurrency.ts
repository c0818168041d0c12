import type { RequestHandler } from 'express';
import { refuse } from './refuse.js';

/** Answers so many requests at once, and asks all others to come again. */
export function limitConcurrency(most: number): RequestHandler {
  let running = 0;
  return (_request, response, next) => {
    if (running >= most) {
      response.setHeader('retry-after', '1');
      refuse(
        response,
        503,
        'OVERLOADED',
        `This server answers ${most} requests of this kind at once. Come again in a second.`,
      );
      return;
    }
    running++;
    response.once('close', () => {
      running--;
    });
    next();
  };
}
