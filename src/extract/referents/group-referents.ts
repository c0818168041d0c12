import type { Sector } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { SentenceReading } from '../phrases/reading.js';
import type { View } from '../view.js';
import type { FoundMention } from './find-mentions.js';
import { createGroups, type Groups } from './groups.js';
import { resolvePronouns } from './resolve-pronouns.js';

/** A referent before it has an id: indexes of its mentions, ascending. */
export interface FoundReferent {
  readonly mentions: readonly number[];
  readonly roles: readonly string[];
  readonly acronyms: readonly string[];
  readonly sector: Sector | null;
}

/**
 * Groups the mentions of one thing, by sieves from the surest to the least sure (after Raghunathan et al. 2010):
 * equal names, acronyms, parts of names, appositions, repeated descriptions, pronouns. Ascending by first mention.
 */
export function groupReferents(
  view: View,
  resources: Resources,
  input: { readonly mentions: readonly FoundMention[]; readonly readings: readonly SentenceReading[] },
): readonly FoundReferent[] {
  const { mentions, readings } = input;
  const groups = createGroups(mentions.length);
  const acronyms = new Map<number, string[]>();
  joinEqualNames(view, mentions, groups);
  joinAcronyms(view, { mentions, groups, acronyms });
  joinPartsOfNames(view, mentions, groups);
  const roles = joinAppositions(view, { mentions, readings, groups });
  joinDescriptions(view, resources, { mentions, groups, roles });
  resolvePronouns(view, resources, { mentions, groups });
  return collect(view, { mentions, groups, acronyms, roles });
}

function nameOf(view: View, mention: FoundMention): string {
  return view.quote(mention).quote.replace(/\s+/g, ' ').replaceAll('’', "'");
}

function joinEqualNames(view: View, mentions: readonly FoundMention[], groups: Groups): void {
  const first = new Map<string, number>();
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME') return;
    const key = `${mention.type} ${nameOf(view, mention)}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, index);
    else groups.join(known, index);
  });
}

/** "Syrian National Council (SNC)", and "UN" beside "United Nations": an acronym is the one name it spells. */
function joinAcronyms(
  view: View,
  {
    mentions,
    groups,
    acronyms,
  }: { mentions: readonly FoundMention[]; groups: Groups; acronyms: Map<number, string[]> },
): void {
  const spelled = new Map<string, number>();
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME' || mention.last - mention.first < 2) return;
    for (const initials of initialsOf(nameOf(view, mention))) if (!spelled.has(initials)) spelled.set(initials, index);
  });
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME' || mention.last - mention.first !== 1) return;
    const written = nameOf(view, mention).replaceAll('.', '');
    const full = /^\p{Lu}{2,8}$/u.test(written) ? spelled.get(written) : undefined;
    if (full === undefined) return;
    groups.join(full, index);
    const defined = view.word(mention.first - 1) === '(' && (mentions[full] as FoundMention).last === mention.first - 1;
    if (defined) acronyms.set(full, [...(acronyms.get(full) ?? []), written]);
  });
}

/** The initials of a name, with and without its small words: "Ministry of Defense" gives MD and MOD. */
function initialsOf(name: string): readonly string[] {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const large = words.filter((word) => /^\p{Lu}/u.test(word));
  const initials = (list: readonly string[]) =>
    list
      .map((word) => [...word][0] ?? '')
      .join('')
      .toUpperCase();
  return [initials(large), initials(words)];
}

/** "Lavrov" after "Sergey V. Lavrov", "the council" aside: one word is the person whose name it ends or begins, if only one. */
function joinPartsOfNames(view: View, mentions: readonly FoundMention[], groups: Groups): void {
  const byPart = new Map<string, Set<number>>();
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME' || mention.type !== 'PERSON' || mention.last - mention.first < 2) return;
    const words = nameOf(view, mention).split(' ');
    for (const part of [words.at(-1), words.slice(-2).join(' '), words.slice(1).join(' '), words[0]]) {
      if (part === undefined || part.length < 2) continue;
      byPart.set(part, (byPart.get(part) ?? new Set()).add(groups.find(index)));
    }
  });
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME' || mention.type !== 'PERSON') return;
    const full = new Set([...(byPart.get(nameOf(view, mention)) ?? [])].map((root) => groups.find(root)));
    full.delete(groups.find(index));
    const [only] = full;
    if (full.size === 1 && only !== undefined) groups.join(only, index);
  });
}

/** Joins "Kofi Annan" and "a former secretary general"; gives the roles that appositions and titles tell. */
function joinAppositions(
  view: View,
  {
    mentions,
    readings,
    groups,
  }: { mentions: readonly FoundMention[]; readings: readonly SentenceReading[]; groups: Groups },
): ReadonlyMap<number, readonly string[]> {
  const byHead = new Map(mentions.map((mention, index) => [mention.head, index]));
  const roles = new Map<number, string[]>();
  const addRole = (mention: number, role: string) => roles.set(mention, [...(roles.get(mention) ?? []), role]);
  mentions.forEach((mention, index) => {
    if (mention.name === null) return;
    if (mention.name.title !== '') addRole(index, mention.name.title);
    if (mention.phrase !== null && mention.type === 'PERSON' && mention.phrase.first < mention.name.titleFirst) {
      const words = nounsBefore(view, { first: mention.phrase.first, last: mention.name.titleFirst });
      if (words !== '') addRole(index, words);
    }
  });
  for (const reading of readings) {
    for (const { phrase, description } of reading.appositions) {
      const [a, b] = [byHead.get(phrase.head), byHead.get(description.head)];
      if (a === undefined || b === undefined) continue;
      const [first, second] = [mentions[a] as FoundMention, mentions[b] as FoundMention];
      if (first.type === 'PLACE' && second.type === 'PLACE' && first.kind === 'NAME' && second.kind === 'NAME')
        continue;
      if (!compatible(first, second)) continue;
      groups.join(a, b);
      const named = first.kind === 'NAME' ? ([a, second] as const) : ([b, first] as const);
      if (named[1].kind === 'NOMINAL') addRole(named[0], nounsBefore(view, named[1]));
    }
  }
  return roles;
}

function compatible(a: FoundMention, b: FoundMention): boolean {
  const bodies = new Set(['ORGANIZATION', 'GROUP']);
  return (
    a.type === b.type ||
    (bodies.has(a.type) && bodies.has(b.type)) ||
    (a.kind === 'NAME' && b.kind === 'NOMINAL' && a.type !== 'PERSON' && b.type !== 'PERSON' && b.type !== 'GROUP')
  );
}

/** The nouns of a description, in lower case: "secretary general" of "a former UN secretary general". */
function nounsBefore(view: View, { first, last }: { first: number; last: number }): string {
  const words: string[] = [];
  for (let index = first; index < last; index++) {
    if (view.tag(index) === 'NOUN' || (view.tag(index) === 'PROPN' && words.length > 0)) words.push(view.lower(index));
    else if (view.lower(index) !== '-') words.length = 0;
  }
  return words.join(' ');
}

/** "the government" after "the Syrian government", "activists" after "activists": a description that is repeated and not counted anew. */
function joinDescriptions(
  view: View,
  resources: Resources,
  {
    mentions,
    groups,
    roles,
  }: { mentions: readonly FoundMention[]; groups: Groups; roles: ReadonlyMap<number, readonly string[]> },
): void {
  const earlier = new Map<string, number[]>();
  const named = new Set(mentions.flatMap((mention, index) => (mention.kind === 'NAME' ? [groups.find(index)] : [])));
  const offices: { readonly mention: number; readonly role: string }[] = [];
  mentions.forEach((mention, index) => {
    for (const role of roles.get(index) ?? []) offices.push({ mention: index, role });
    if (mention.kind !== 'NOMINAL') return;
    const head = view.lemma(mention.head);
    const definite = ['the', 'this', 'that', 'these', 'those'].includes(view.lower(mention.first));
    const bare = mention.plural && view.tag(mention.first) !== 'DET' && mention.phrase?.count === null;
    const key = `${head} ${mention.plural ? 'plural' : 'singular'}`;
    if ((definite || bare) && mention.phrase?.count === null) {
      const known = (earlier.get(key) ?? []).findLast((other) =>
        modifiersAgree(view, resources, mentions[other] as FoundMention, mention),
      );
      const office =
        definite && !mention.plural && mention.type === 'PERSON'
          ? offices.slice(-50).findLast(({ role }) => role.split(' ').at(-1) === head || role === head)
          : undefined;
      const target = known ?? office?.mention;
      // "Ines, the foreign minister of one country … Bogdan, the foreign minister of another": two names, two people.
      if (target !== undefined) {
        const [a, b] = [groups.find(target), groups.find(index)];
        if (!(named.has(a) && named.has(b))) groups.join(a, b);
        if (named.has(a) || named.has(b)) named.add(groups.find(a));
      }
    }
    earlier.set(key, [...(earlier.get(key) ?? []).slice(-20), index]);
  });
}

/** False where one is qualified and the other otherwise: "the Syrian army", "the Iraqi army"; "armed men", "young men". */
function modifiersAgree(view: View, resources: Resources, a: FoundMention, b: FoundMention): boolean {
  const qualifiers = ({ first, head }: FoundMention) => {
    const words = new Set<string>();
    for (let index = first; index < head; index++) {
      const tag = view.tag(index);
      if (tag === 'ADJ' || tag === 'NOUN' || tag === 'PROPN' || resources.peoples.has(view.word(index)))
        words.add(view.lower(index));
    }
    return words;
  };
  const [x, y] = [qualifiers(a), qualifiers(b)];
  return [...y].every((word) => x.has(word)) || [...x].every((word) => y.has(word) && x.size > 0);
}

function collect(
  view: View,
  {
    mentions,
    groups,
    acronyms,
    roles,
  }: {
    mentions: readonly FoundMention[];
    groups: Groups;
    acronyms: ReadonlyMap<number, readonly string[]>;
    roles: ReadonlyMap<number, readonly string[]>;
  },
): readonly FoundReferent[] {
  const members = new Map<number, number[]>();
  mentions.forEach((_, index) => {
    const root = groups.find(index);
    const list = members.get(root);
    if (list === undefined) members.set(root, [index]);
    else list.push(index);
  });
  return [...members.values()].map((list) => ({
    mentions: list,
    roles: [
      ...new Set(list.flatMap((index) => roles.get(index) ?? []).filter((role) => role !== '' && !isCourtesy(role))),
    ],
    acronyms: [...new Set(list.flatMap((index) => acronyms.get(index) ?? []))],
    sector: list.map((index) => (mentions[index] as FoundMention).sector).find((sector) => sector !== null) ?? null,
  }));

  function isCourtesy(role: string): boolean {
    return /^(?:mr|mrs|ms|miss|sir|dr|lord|lady|dame|madam|mx)$/.test(role) && view.text !== '';
  }
}
