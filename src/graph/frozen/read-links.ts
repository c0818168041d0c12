import { hashUnits } from '../../base/index.js';
import type { Relationship } from '../../domain/index.js';
import type { Link, Links, Step } from '../knowledge-graph.js';
import type { Columns } from './columns.js';
import type { Words } from './words.js';

/** The links of a frozen graph: an entity's number is its place in order of ids, and a link the number of its relationship. */
export function readLinks(
  { entitySteps, stepOther, stepRelationship, stepClaims, stepSupporting }: Columns,
  { entityAt, idAt }: Words,
  relationshipAt: (number: number) => Relationship,
): Links {
  const size = entitySteps.length - 1;
  /** Of those that were asked for; made when one is. */
  let hashes: Int32Array | null = null;
  const degree = (number: number): number =>
    number >= 0 && number < size ? entitySteps[number + 1]! - entitySteps[number]! : 0;
  return {
    size,
    numberOf: (id) => {
      const number = entityAt(id);
      return degree(number) === 0 ? null : number;
    },
    idOf: (number) => (degree(number) === 0 ? null : idAt(number)),
    compare: (a, b) => a - b,
    hash: (number) => {
      if (hashes === null) hashes = new Int32Array(size);
      // The few whose hash is 0 are reckoned anew.
      if (hashes[number] === 0) hashes[number] = hashUnits(idAt(number));
      return hashes[number]!;
    },
    degree,
    each: (number, visit) => {
      if (degree(number) === 0) return;
      const step: { -readonly [Field in keyof Step]: Step[Field] } = {
        other: 0,
        claims: 0,
        supporting: 0,
        link: linkOf(0),
      };
      const end = entitySteps[number + 1]!;
      for (let place = entitySteps[number]!; place < end; place++) {
        step.other = stepOther[place]!;
        step.claims = stepClaims[place]!;
        step.supporting = stepSupporting[place]!;
        step.link = linkOf(stepRelationship[place]!);
        visit(step);
      }
    },
    relationship: (link) => relationshipAt(link as unknown as number),
  };
}

function linkOf(relationship: number): Link {
  return relationship as unknown as Link;
}
