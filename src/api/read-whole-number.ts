import { ClaimgraphError } from '../base/index.js';

/** A parameter of an address that is a whole number, 0 or more; null where it is not there. @throws ClaimgraphError ARGUMENT_INVALID. */
export function readWholeNumber(name: string, given: unknown): number | null {
  if (given === undefined || given === '') return null;
  if (typeof given === 'string' && /^\d{1,15}$/.test(given)) return Number(given);
  throw new ClaimgraphError('ARGUMENT_INVALID', `Expected the parameter ${name} to be a whole number, 0 or more.`, {
    argument: name,
  });
}
