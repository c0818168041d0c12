import type { EntityType, Sector } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { FoundQuotation } from '../quotations/found-quotation.js';
import type { View } from '../view.js';
import { chooseAntecedent } from './choose-antecedent.js';
import { findRoles } from './find-offices.js';
import type { EntityMention, FoundMention } from './mention.js';
import type { MentionClusters } from './mention-clusters.js';
import { prepareLinking } from './prepare-linking.js';

/** A referent before it has an id: indexes of its mentions, ascending. */
export interface FoundReferent {
  readonly mentions: readonly number[];
  readonly roles: readonly string[];
  readonly acronyms: readonly string[];
  readonly sector: Sector | null;
}

/** The mentions that stand for an entity, and who is who. */
export interface GroupedReferents {
  readonly mentions: readonly EntityMention[];
  readonly referents: readonly FoundReferent[];
}

/**
 * Groups the mentions of one thing: names, appositions and speakers by rules (after Raghunathan et al. 2010), then each
 * pronoun and description in order of text by a learned ranking of what it may mean (after Durrett and Klein 2013).
 * Referents ascend by first mention; what is no entity is left out.
 */
export function groupReferents(
  view: View,
  resources: Resources,
  input: { readonly mentions: readonly FoundMention[]; readonly quotations: readonly FoundQuotation[] },
): GroupedReferents {
  const { mentions, quotations } = input;
  const { document, acronyms, isOpen, rank } = prepareLinking(view, mentions, quotations);
  const { clusters } = document;
  for (let later = 0; later < mentions.length; later++) {
    if (!isOpen(later)) continue;
    const ranking = rank(later);
    const choice = chooseAntecedent(resources.coreference, ranking);
    if (choice > 0) clusters.join(ranking.earlier[choice] as number, later);
  }
  const roles = findRoles(view, { mentions, clusters });
  return collect(mentions, { clusters, acronyms, roles });
}

type Words = ReadonlyMap<number, readonly string[]>;

function collect(
  mentions: readonly FoundMention[],
  {
    clusters,
    acronyms,
    roles,
  }: { readonly clusters: MentionClusters; readonly acronyms: Words; readonly roles: Words },
): GroupedReferents {
  const kept: EntityMention[] = [];
  const members = new Map<number, { readonly at: number[]; readonly of: number[] }>();
  mentions.forEach((mention, index) => {
    const root = clusters.find(index);
    const type = typeOf(mentions, clusters, index);
    if (type === null) return;
    const held = members.get(root);
    if (held === undefined) members.set(root, { at: [kept.length], of: [index] });
    else {
      held.at.push(kept.length);
      held.of.push(index);
    }
    kept.push({ ...mention, type });
  });
  const referents = [...members.values()].map(({ at, of }) => ({
    mentions: at,
    roles: [...new Set(of.flatMap((index) => roles.get(index) ?? []))],
    acronyms: [...new Set(of.flatMap((index) => acronyms.get(index) ?? []))],
    sector: of.map((index) => (mentions[index] as FoundMention).sector).find((sector) => sector !== null) ?? null,
  }));
  return { mentions: kept, referents };
}

/** The type of a mention, else of its cluster: who is "she" is a person. Null for a thing that is no entity, and for "it" and "they" where they mean one. */
function typeOf(mentions: readonly FoundMention[], clusters: MentionClusters, index: number): EntityType | null {
  const { kind, type } = mentions[index] as FoundMention;
  if (type !== null && kind !== 'PRONOUN') return type;
  const gender = clusters.gender(index);
  const known = clusters.type(index) ?? (gender === 'HE' || gender === 'SHE' ? 'PERSON' : null);
  if (kind !== 'PRONOUN') return known;
  const meansThing = known === null && (mentions[clusters.find(index)] as FoundMention).kind === 'NOMINAL';
  return meansThing ? null : (type ?? known);
}
