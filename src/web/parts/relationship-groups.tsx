import type { JSX } from 'preact';
import { linkTo } from '../address/use-address.js';
import { FAMILIES } from '../graph/entity-looks.js';
import type { RelationshipLabel } from '../operations/generated.js';
import { countOf, daysOf } from '../words/describe.js';
import { EntityLink } from './entity-link.js';
import { Nothing } from './notices.js';

/** The relationships of an entity by family, each with how many stand behind it and against it. */
export function RelationshipGroups({
  entity,
  relationships,
}: {
  readonly entity: string;
  readonly relationships: readonly RelationshipLabel[];
}): JSX.Element {
  if (relationships.length === 0) return <Nothing>No relationship with another entity.</Nothing>;
  return (
    <>
      {FAMILIES.map(({ id, key, label }) => {
        const group = relationships.filter(({ relation }) => relation.family === id);
        if (group.length === 0) return null;
        return (
          <details key={id} class={`family family-${key}`} open={id !== 'OTHER' || group.length < 8}>
            <summary>
              {label} <span class="number">{group.length}</span>
            </summary>
            <ul class="plain relationships">
              {group.map((one) => (
                <RelationshipLine key={one.id} relationship={one} entity={entity} />
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

/** One relationship, seen from one of its ends. */
export function RelationshipLine({
  relationship,
  entity,
}: {
  readonly relationship: RelationshipLabel;
  readonly entity: string;
}): JSX.Element {
  const { subject, object, relation, support, dispute } = relationship;
  const acts = subject.id === entity;
  const words = support.claims === 0 && dispute.claims > 0 ? `${relation.label} (disputed)` : relation.label;
  return (
    <li>
      <span class="ends">
        {acts ? null : <EntityLink entity={subject} />}
        <a
          class={`verb family-${relation.family.toLowerCase()}`}
          href={linkTo('relationship', { id: relationship.id })}
        >
          {words}
        </a>
        {acts ? <EntityLink entity={object} /> : <span class="quiet">this</span>}
      </span>
      <SupportWords relationship={relationship} />
      <span class="quiet days">{daysOf(relationship.firstSeen, relationship.lastSeen)}</span>
    </li>
  );
}

/** How many claims stand behind a relationship, and against it. */
export function SupportWords({
  relationship,
}: {
  readonly relationship: Pick<RelationshipLabel, 'support' | 'dispute'>;
}): JSX.Element {
  const { support, dispute } = relationship;
  return (
    <span class="support">
      {support.claims > 0 ? (
        <span class="for" title={`${countOf(support.sources, 'source')}, ${countOf(support.claimants, 'claimant')}`}>
          {countOf(support.claims, 'claim')}
        </span>
      ) : null}
      {dispute.claims > 0 ? (
        <span
          class="disputed"
          title={`${countOf(dispute.sources, 'source')}, ${countOf(dispute.claimants, 'claimant')}`}
        >
          {dispute.claims} against
        </span>
      ) : null}
    </span>
  );
}
