import type { JSX } from 'preact';
import { linkTo } from '../address/use-address.js';
import type { EntityLabel } from '../operations/generated.js';
import { ShapeIcon } from './shape-icon.js';

/** The name of an entity, which leads to its page. */
export function EntityLink({
  entity,
  plain = false,
}: {
  readonly entity: EntityLabel;
  readonly plain?: boolean;
}): JSX.Element {
  return (
    <a class="entity" href={linkTo('entity', { id: entity.id })} title={entity.type.id.toLowerCase()}>
      {plain ? null : <ShapeIcon type={entity.type.id} />}
      <bdi>{entity.name}</bdi>
    </a>
  );
}
