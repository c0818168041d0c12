import type { ViewName } from '../address/address.js';

/** Views whose contents the days narrow. */
export const DATED_VIEWS: ReadonlySet<ViewName> = new Set([
  'home',
  'graph',
  'connections',
  'incidents',
  'places',
  'entity',
]);
