import type { View } from '../view.js';
import { mayAgree } from './agree.js';
import {
  type CoreferenceContext,
  MOST_FEATURES,
  matchOf,
  writeFirstFeatures,
  writePairFeatures,
} from './antecedent-features.js';
import { createClauseWays } from './clause-ways.js';
import { governorOf } from './find-roles.js';
import type { FoundMention } from './mention.js';

/** How far a pronoun or description looks back. */
const MOST_SENTENCES = 5;
const MOST_MENTIONS = 40;
const MOST_CANDIDATES = 28;
/** Of the mentions with the same head so many are candidates, however far they are. */
const MOST_NAMESAKES = 4;

/** Clauses around a description whose subjects it cannot mean. */
const HIGHEST = 5;

/** What a verb without a subject of its own is to the one whose subject it shares. */
const SHARING: ReadonlySet<string> = new Set(['xcomp', 'advcl', 'conj']);

/** What a mention may mean: candidates and features of each, in arrays that the next call overwrites. */
export interface Ranking {
  /** How many choices: 0 is "the first of its referent", 1 to `count` − 1 the candidates. */
  readonly count: number;
  /** By choice: the earlier mention; −1 for the first choice. */
  readonly earlier: Int32Array;
  /** True where the first choice is none: "he" and "she" mean someone who was told of before, where anyone fits. */
  readonly mustLink: boolean;
  /** By choice: where its features begin in `features`; one more at the end. */
  readonly begins: Int32Array;
  readonly features: Int32Array;
}

/** What candidates are looked for in. */
export interface RankedDocument extends CoreferenceContext {
  readonly mentions: readonly FoundMention[];
}

/** Lists for each mention in turn what it may mean; `offices` are hashes of nouns of which nobody is two. Mentions must be asked in order of text. */
export function createRanker(
  view: View,
  offices: ReadonlySet<number>,
  document: RankedDocument,
): (later: number) => Ranking {
  const { mentions, columns, clusters, speaker, tells } = document;
  const ways = createClauseWays(view);
  const earlier = new Int32Array(MOST_CANDIDATES + 1).fill(-1);
  const begins = new Int32Array(MOST_CANDIDATES + 2);
  const features = new Int32Array((MOST_CANDIDATES + 1) * MOST_FEATURES);
  const namesakes = new Map<number, number[]>();
  const subjects = new Map<number, number>();
  const besides = namedBesides(mentions);
  const ranking = { count: 0, mustLink: false, earlier, begins, features };
  const slot = new Int32Array(MOST_FEATURES);
  let owners: Map<number, number> | null = null;
  let seen = 0;
  let [lastTelling, nextTelling] = [-1, 0];
  return (later) => {
    for (; seen < later; seen++) remember(seen);
    let count = 1;
    let matches = 0;
    const add = (other: number) => {
      const { role, governor: host } = mentions[other] as FoundMention;
      // "the mayor, |Ann Lee|, said": a name plays the part of what it stands beside.
      const governor = role === 'APPOSITION' && host >= 0 ? governorOf(view, host) : host;
      const way = governor < 0 ? 0 : ways.to(governor);
      const written = writePairFeatures(document, { later, earlier: other, rank: count - 1, way, lastTelling }, slot);
      const begin = begins[count] as number;
      for (let at = 0; at < written; at++) features[begin + at] = slot[at] as number;
      if (matchOf(columns, later, other) !== 0) matches++;
      earlier[count++] = other;
      begins[count] = begin + written;
    };
    begins[1] = MOST_FEATURES;
    ways.follow(columns.governor[later] as number);
    while (nextTelling < later && columns.sentence[nextTelling] !== columns.sentence[later]) {
      if (tells[nextTelling] === 1) lastTelling = nextTelling;
      nextTelling++;
    }
    let other = later - 1;
    const least = Math.max(0, later - MOST_MENTIONS);
    for (; other >= least && count <= MOST_CANDIDATES - MOST_NAMESAKES; other--) {
      if ((columns.sentence[later] as number) - (columns.sentence[other] as number) > MOST_SENTENCES) break;
      if (mayMean(later, other)) add(other);
    }
    const alike = namesakes.get(keyOf(later));
    if (alike !== undefined)
      for (let at = alike.length - 1; at >= 0 && count <= MOST_CANDIDATES; at--)
        if ((alike[at] as number) <= other && mayMean(later, alike[at] as number)) add(alike[at] as number);
    const written = writeFirstFeatures(document, { later, candidates: count - 1, matches }, slot);
    begins[0] = MOST_FEATURES - written;
    for (let at = 0; at < written; at++) features[(begins[0] as number) + at] = slot[at] as number;
    ranking.count = count;
    ranking.mustLink =
      (mentions[later]?.wording === 'HE' || mentions[later]?.wording === 'SHE') &&
      earlier.subarray(1, count).some(isPerson);
    return ranking;
  };

  /** Descriptions by their heads, first and second persons by their forms. */
  function keyOf(mention: number): number {
    const { kind, wording } = mentions[mention] as FoundMention;
    if (kind !== 'PRONOUN') return columns.word[mention] as number;
    return wording === 'I' || wording === 'WE' || wording === 'YOU' ? (columns.wording[mention] as number) : -1;
  }

  function isPerson(mention: number): boolean {
    const gender = clusters.gender(mention);
    return gender === 'HE' || gender === 'SHE' || (gender === 'HUMAN' && clusters.number(mention) === 'SINGULAR');
  }

  function remember(mention: number): void {
    const key = keyOf(mention);
    if (key !== -1) {
      const list = namesakes.get(key);
      if (list === undefined) namesakes.set(key, [mention]);
      else {
        list.push(mention);
        if (list.length > MOST_NAMESAKES) list.shift();
      }
    }
    const { role, governor } = mentions[mention] as FoundMention;
    if (role === 'SUBJECT' && !subjects.has(governor)) subjects.set(governor, mention);
  }

  /** "Osso said |the warden| had left": whom a clause around it tells of goes by a pronoun there, and by no description. */
  function isBound({ governor }: FoundMention, other: number): boolean {
    let verb = governor;
    for (let step = 0; step < HIGHEST && verb >= 0; step++, verb = view.head(verb)) {
      const subject = subjects.get(verb);
      if (subject !== undefined && clusters.find(subject) === clusters.find(other)) return true;
    }
    return false;
  }

  /** The name that a description says it belongs to: "|Osso|'s brother". */
  function ownerOf({ top }: FoundMention): number | undefined {
    for (const child of view.children(top))
      if (child < top && view.dependency(child) === 'nmod:poss') {
        owners ??= new Map(mentions.flatMap(({ name, top: token }, index) => (name === null ? [] : [[token, index]])));
        return owners.get(child);
      }
    return undefined;
  }

  /** The mention that does what a verb says: of "to assure him" and "and kicked him" the subject of the verb above. */
  function subjectOf(governor: number): number | undefined {
    let verb = governor;
    for (let step = 0; step < 3; step++) {
      const subject = subjects.get(verb);
      const dependency = view.dependency(verb);
      if (subject !== undefined || !SHARING.has(dependency) || view.form(verb) === 'VBN') return subject;
      const above = view.head(verb);
      const children = view.children(above);
      // "urged her to help him": who is urged helps.
      if (dependency === 'xcomp' && children.some((child) => view.dependency(child) === 'obj')) return undefined;
      if (children.some((child) => view.dependency(child) === 'nsubj:pass')) return undefined;
      if (view.children(verb).some((child) => view.dependency(child).startsWith('nsubj'))) return undefined;
      verb = above;
    }
    return undefined;
  }

  /** "|she| blamed it on Osso": who does a thing is not whom the same verb names besides. */
  function isActedOn({ governor }: FoundMention, other: number): boolean {
    const named = besides.get(governor);
    return named?.some((mention) => clusters.find(mention) === clusters.find(other)) === true;
  }

  /** False where a description says of what it means what it is not called. */
  function mayBeCalled(later: number, other: number): boolean {
    const { wording, type } = mentions[later] as FoundMention;
    const word = columns.word[later] as number;
    const labels = clusters.labels(other);
    if (labels.includes(word)) return true;
    // "World Assembly inquiry blames army brigade": a name is not taken up so.
    if (wording === 'BARE') return !clusters.named(other);
    // "Lee and his lawyer", "Osso's brother": who is somebody's is told again as that.
    if (wording === 'POSSESSED') return type !== 'PERSON';
    // "Governor Lee told the president": who holds an office holds no other.
    return !(offices.has(word) && labels.some((label) => offices.has(label)));
  }

  function mayMean(later: number, other: number): boolean {
    const [mine, theirs] = [mentions[later] as FoundMention, mentions[other] as FoundMention];
    if (theirs.last > mine.first || theirs.head >= mine.first) return false;
    // A thing is told again by its own noun, or by a pronoun: most things are told once, and cost nothing here.
    if (mine.kind === 'NOMINAL' && mine.type === null && columns.word[later] !== columns.word[other]) return false;
    if (!mayAgree(mine, theirs, clusters, other)) return false;
    if (mine.kind !== 'PRONOUN' && clusters.named(other) && clusters.named(later)) return false;
    if (mine.kind === 'NOMINAL' && !mayBeCalled(later, other)) return false;
    // "on Monday it fell": no pronoun means a day.
    if (mine.kind === 'PRONOUN' && view.hint(theirs.head) === 'DATE') return false;
    if (mine.wording === 'REFLEXIVE') return true;
    if (mine.kind === 'PRONOUN' && mine.role === 'SUBJECT' && isActedOn(mine, other)) return false;
    if (mine.governor >= 0 && (mine.role === 'OBJECT' || (mine.kind === 'PRONOUN' && mine.role === 'OBLIQUE'))) {
      const subject = subjectOf(mine.governor);
      if (
        subject !== undefined &&
        mine.wording !== 'I' &&
        mine.wording !== 'WE' &&
        mine.wording !== 'YOU' &&
        clusters.find(subject) === clusters.find(other)
      )
        return false;
    }
    // Inside a quotation its speaker is "I", and never "he".
    const said = speaker[later] as number;
    if (said >= 0 && mine.wording !== 'I' && clusters.find(said) === clusters.find(other)) return false;
    // "the northern army", "the southern army": each is qualified as the other is not.
    if ((matchOf(columns, later, other) & 12) === 12) return false;
    const extent = (mentions[clusters.find(other)] as FoundMention).extent ?? theirs.extent;
    if (mine.extent !== null && extent !== null && mine.extent !== extent) return false;
    if (mine.kind === 'NOMINAL' && mine.type === 'PERSON' && mine.wording !== 'BARE' && isBound(mine, other))
      return false;
    // "Osso's brother" is not Osso.
    if (mine.kind === 'NOMINAL' && mine.wording === 'POSSESSED') {
      const owner = ownerOf(mine);
      if (owner !== undefined && clusters.find(owner) === clusters.find(other)) return false;
    }
    // "his mother", "a man who lost his brother": nothing means what it is a part of.
    return !(mine.kind !== 'PRONOUN' && isWithin(view, mine.top, theirs.top));
  }
}

/** By verb, the names that are its objects or stand behind its prepositions. */
function namedBesides(mentions: readonly FoundMention[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [index, { kind, role, governor }] of mentions.entries()) {
    if (kind !== 'NAME' || governor < 0 || (role !== 'OBJECT' && role !== 'OBLIQUE')) continue;
    const named = found.get(governor);
    if (named === undefined) found.set(governor, [index]);
    else named.push(index);
  }
  return found;
}

function isWithin(view: View, token: number, above: number): boolean {
  for (let at = view.head(token), steps = 0; at >= 0 && steps < 6; at = view.head(at), steps++)
    if (at === above) return true;
  return false;
}
