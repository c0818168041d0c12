import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import type { FoundMention } from './mention.js';
import type { MentionClusters } from './mention-clusters.js';

/** The mentions of a document, and who is who among them so far. */
export interface Linking {
  readonly mentions: readonly FoundMention[];
  readonly clusters: MentionClusters;
}

/** As above; `settled` is 1 for a mention whose antecedent a rule has told. */
export interface SettledLinking extends Linking {
  readonly settled: Uint8Array;
}

/**
 * Joins names of one thing: equal names, acronyms ("Tarsin Relief Council (TRC)"), and parts of the names of persons and
 * bodies. Gives the acronyms that the text defines, by the mention of the full name.
 */
export function linkNames(
  view: View,
  { companyWords }: Pick<Resources, 'companyWords'>,
  linking: Linking,
): ReadonlyMap<number, readonly string[]> {
  const written = linking.mentions.map((mention) => (mention.kind === 'NAME' ? nameOf(view, mention) : ''));
  joinEqualNames(linking, written);
  const acronyms = joinAcronyms(view, linking, written);
  joinPartsOfNames(view, companyWords, { ...linking, written });
  return acronyms;
}

function nameOf(view: View, mention: FoundMention): string {
  return view.quote(mention).quote.replace(/\s+/g, ' ').replaceAll('’', "'");
}

function joinEqualNames({ mentions, clusters }: Linking, written: readonly string[]): void {
  const first = new Map<string, number>();
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME') return;
    const name = (written[index] as string).replaceAll('.', '');
    // "BAMAKO" in a headline is Bamako; "US" is not "us".
    const key = `${mention.type} ${name.length > 4 ? name.toLowerCase() : name}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, index);
    else clusters.join(known, index);
  });
}

/** "Tarsin Relief Council (TRC)", and "UN" beside "United Nations": an acronym is the one name it spells. */
function joinAcronyms(
  view: View,
  { mentions, clusters }: Linking,
  written: readonly string[],
): ReadonlyMap<number, readonly string[]> {
  const acronyms = new Map<number, string[]>();
  const spelled = new Map<string, number>();
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME' || mention.last - mention.first < 2 || mention.type === 'PERSON') return;
    for (const initials of initialsOf(written[index] as string))
      if (initials.length > 1 && !spelled.has(initials)) spelled.set(initials, index);
  });
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME' || mention.last - mention.first !== 1) return;
    const letters = (written[index] as string).replaceAll('.', '');
    const full = /^\p{Lu}{2,8}$/u.test(letters) ? spelled.get(letters) : undefined;
    if (full === undefined) return;
    clusters.join(full, index);
    const defined = view.word(mention.first - 1) === '(' && (mentions[full] as FoundMention).last === mention.first - 1;
    if (defined) acronyms.set(full, [...(acronyms.get(full) ?? []), letters]);
  });
  return acronyms;
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

/** Words that end the names of other bodies which go by their first word: "Amnesty International". */
const SHORTENED = new Set(['international', 'party', 'foundation', 'trust', 'fund', 'bank', 'group', 'company']);
/** Forms of companies that in small letters are other words. */
const LEGAL_FORMS = new Set(['AS', 'A/S', 'SA', 'SE', 'SpA']);

/**
 * "Osso" after "Lena V. Osso": a part is the person whose name it ends, else begins, if only one. Letters count alike:
 * "De Rossi" ends "Pia de Rossi". Where none ends or begins so, it is the one person in whose name it stands.
 */
function joinPartsOfNames(
  view: View,
  companyWords: ReadonlySet<string>,
  { mentions, clusters, written }: Linking & { readonly written: readonly string[] },
): void {
  const byEnd = new Map<string, Set<number>>();
  const byBeginning = new Map<string, Set<number>>();
  const byMiddle = new Map<string, Set<number>>();
  const byOpening = new Map<string, Set<number>>();
  const add = (parts: Map<string, Set<number>>, part: string, index: number) => {
    const key = part.toLowerCase();
    const known = parts.get(key);
    if (known === undefined) parts.set(key, new Set([index]));
    else known.add(index);
  };
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME' || mention.type !== 'PERSON' || mention.last - mention.first < 2) return;
    const words = (written[index] as string).split(' ');
    for (let first = 1; first < words.length; first++) add(byEnd, words.slice(first).join(' '), index);
    add(byBeginning, words[0] as string, index);
    for (const word of words.slice(1, -1)) if (word.length > 2) add(byMiddle, word, index);
  });
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME' || mention.type !== 'ORGANIZATION' || mention.last - mention.first < 2) return;
    const [opening = ''] = (written[index] as string).split(' ');
    const end = view.lower(mention.last - 1).replace(/\.$/, '');
    const isShortened = companyWords.has(end) || SHORTENED.has(end) || LEGAL_FORMS.has(view.word(mention.last - 1));
    if (/\p{Ll}/u.test(opening) && isShortened) add(byOpening, opening, index);
  });
  const only = (parts: ReadonlyMap<string, Set<number>>, name: string, index: number): number => {
    const roots = new Set([...(parts.get(name) ?? [])].map((one) => clusters.find(one)));
    roots.delete(clusters.find(index));
    return roots.size === 1 ? (roots.values().next().value as number) : roots.size === 0 ? -1 : -2;
  };
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'NAME') return;
    if (mention.type === 'ORGANIZATION') {
      // "Ostra" is Ostra Foods, where no other body begins so.
      const body = only(byOpening, (written[index] as string).toLowerCase(), index);
      if (body >= 0) clusters.join(body, index);
    }
    if (mention.type !== 'PERSON') return;
    const name = (written[index] as string).toLowerCase();
    const byLast = only(byEnd, name, index);
    const byFirst = byLast === -1 ? only(byBeginning, name, index) : byLast;
    // "Osorio" after "Luis Osorio Vega": of two surnames people go by the first.
    const full = byFirst === -1 ? only(byMiddle, name, index) : byFirst;
    if (full >= 0) clusters.join(full, index);
  });
}
