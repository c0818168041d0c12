import type { EntityType, Sector } from '../../ontology/index.js';
import type { EntityMention, FoundMention } from './mention.js';
import type { MentionClusters } from './mention-clusters.js';

/** A referent before it has an id: indexes of its mentions, ascending. */
export interface FoundReferent {
  readonly mentions: readonly number[];
  readonly roles: readonly string[];
  readonly acronyms: readonly string[];
  readonly sector: Sector | null;
  /** Index of the referent that it acts for: of the country whose government "the Kremlin" is; −1 for most. */
  readonly standsFor: number;
}

/** The mentions that stand for an entity, and who is who. */
export interface GroupedReferents {
  readonly mentions: readonly EntityMention[];
  readonly referents: readonly FoundReferent[];
}

type Words = ReadonlyMap<number, readonly string[]>;

/** What is known of the mentions of a document, by mention; matters by the least mention of their cluster. */
export interface KnownMentions {
  readonly clusters: MentionClusters;
  readonly acronyms: Words;
  readonly roles: Words;
  readonly matters: ReadonlyMap<number, EntityType>;
}

/** Gathers the mentions of each entity; referents ascend by first mention, and what is no entity is left out. */
export function collectReferents(
  mentions: readonly FoundMention[],
  { clusters, acronyms, roles, matters }: KnownMentions,
): GroupedReferents {
  const kept: EntityMention[] = [];
  const members = new Map<number, { readonly at: number[]; readonly of: number[] }>();
  mentions.forEach((mention, index) => {
    const root = clusters.find(index);
    const type = typeOf(mentions, clusters, index) ?? matters.get(root) ?? null;
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
    standsFor: -1,
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
