import type { RequestHandler } from 'express';
import { refuse } from './refuse.js';

/** Levels that variables may have: a filter has fewer, and each one costs room on the stack where it is read. */
const MOST_LEVELS = 100;

/** Values that a body may have, those within others included: each is looked at before the operation runs. */
const MOST_VALUES = 10_000;

/**
 * Refuses variables and extensions so deep that reading them could exhaust the stack, or so many that it takes long;
 * behind what parses the body.
 */
export const refuseDeep: RequestHandler = (request, response, next) => {
  const { variables, extensions } = request.query;
  if (isTooMuch(request.body) || [variables, extensions].some(isDeepText)) {
    const message = `Expected variables of at most ${MOST_LEVELS} levels and ${MOST_VALUES} values, but got more.`;
    refuse(response, 400, 'COST_EXCEEDED', message);
    return;
  }
  next();
};

function isTooMuch(body: unknown): boolean {
  let count = 0;
  let level: unknown[] = [body];
  for (let depth = 0; depth <= MOST_LEVELS; depth++) {
    count += level.length;
    if (count > MOST_VALUES) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** By its brackets alone, those within words included. */
function isDeepText(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  let depth = 0;
  for (const sign of text) {
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (depth > MOST_LEVELS) return true;
  }
  return false;
}
