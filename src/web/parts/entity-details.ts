import type { EntityPageData } from '../operations/generated.js';

/** Everything that is known of one entity. */
export type EntityDetails = NonNullable<EntityPageData['entity']>;
