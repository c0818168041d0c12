import type { Relationship } from '../domain/index.js';
import type { Link } from '../graph/index.js';
import { type Choice, carryingClaims } from './choose-items.js';
import type { CarryingClaim } from './field-readers.js';
import type { Knowledge } from './knowledge.js';
import type { Turns } from './turns.js';

/** Which relationships a walk goes along. */
export interface Walk {
  readonly knowledge: Knowledge;
  readonly choice: Choice<CarryingClaim>;
  /** True where the choice is of the claims that support a relationship, and of nothing else: these are counted already. */
  readonly bySupport?: boolean;
  readonly turns: Turns;
}

/**
 * Takes every relationship at an entity that has a chosen claim, with the other end and the number of chosen claims; in no
 * order. At once where claims are counted already.
 */
export function takeSteps(
  walk: Walk,
  from: number,
  take: (other: number, claims: number) => void,
): Promise<void> | undefined {
  const { knowledge, choice, bySupport = false } = walk;
  if (!(choice.all || bySupport)) return takeChosen(walk, from, take);
  knowledge.graph.links.each(from, (step) => {
    const claims = choice.all ? step.claims : step.supporting;
    if (claims > 0) take(step.other, claims);
  });
  return undefined;
}

async function takeChosen(
  { knowledge, choice, turns }: Walk,
  from: number,
  take: (other: number, claims: number) => void,
): Promise<void> {
  const { links } = knowledge.graph;
  const met: { readonly other: number; readonly link: Link }[] = [];
  links.each(from, ({ other, link }) => met.push({ other, link }));
  for (const { other, link } of met) {
    if (turns.due()) await turns.rest();
    const relationship = links.relationship(link);
    if (relationship === null) continue;
    const claims = carryingClaims(knowledge, relationship, choice).length;
    if (claims > 0) take(other, claims);
  }
}

/** Every relationship between an entity and the others that are asked for, in no order; those that have gone are left out. */
export function relationshipsTo(
  { graph }: Knowledge,
  from: number,
  isAsked: (other: number) => boolean,
): readonly Relationship[] {
  const met: Link[] = [];
  graph.links.each(from, ({ other, link }) => {
    if (isAsked(other)) met.push(link);
  });
  return met.flatMap((link) => graph.links.relationship(link) ?? []);
}
