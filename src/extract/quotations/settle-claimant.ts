import type { View } from '../view.js';
import type { Claimant } from './claimant.js';
import type { Region, Scene } from './scene.js';

/** Verbs on the way from a word to the noun that it belongs to. */
const LONGEST_WAY = 6;
/** Tokens of a title before a name. */
const LONGEST_TITLE = 8;

/** The noun that a word at the beginning of a phrase belongs to. */
export function nounHead(view: View, token: number, bounds: Region): number {
  let noun = token;
  for (let step = 0; step < LONGEST_WAY; step++) {
    const head = view.head(noun);
    const tag = view.tag(head);
    if (head < bounds.first || head >= bounds.last || tag === 'VERB' || tag === 'AUX') break;
    noun = head;
  }
  return noun;
}

/**
 * "After her visit, |the mayor| said": a comma that none closes before the verb ends what leads in; "Authorities
 * announced it |and said": a verb before "and" ends the phrase.
 */
export function behindLeadIn(view: View, phrase: Claimant, verb: number): Claimant {
  let comma = -1;
  let open = false;
  let coordinated = false;
  for (let index = phrase.first; index < phrase.last; index++) {
    const lower = view.lower(index);
    if (lower === ',') {
      open = !open;
      comma = index;
      coordinated = false;
    }
    if (view.tag(index) === 'CCONJ') coordinated = true;
    if (
      index > phrase.head &&
      view.tag(verb - 1) === 'CCONJ' &&
      view.tag(index) === 'VERB' &&
      view.form(index) === view.form(verb)
    )
      return { ...phrase, last: index };
  }
  if (!open || coordinated || comma + 1 >= phrase.last || view.lower(verb - 1) === ',') return phrase;
  const first = comma + 1;
  const tag = view.tag(first);
  const opens =
    tag === 'DET' || tag === 'PROPN' || tag === 'NOUN' || tag === 'ADJ' || tag === 'NUM' || view.form(first) === 'PRP';
  if (!opens) return phrase;
  return { first, last: phrase.last, head: nounHead(view, first, { first, last: phrase.last }) };
}

/**
 * "“…,” |chief economist| Maury Lund said", "|Retired general| Ann Lee said": nouns from a closing mark, or from the
 * beginning of the sentence, up to the speaker are the speaker's too, wherever the tree hangs them.
 */
export function fromMark({ view, quoted }: Scene, region: Region, claimant: Claimant): Claimant {
  let { first } = claimant;
  if (view.tag(first) === 'PRON') return claimant;
  while (first > region.first && first > claimant.first - LONGEST_TITLE && isOfTitle(view, first - 1)) first--;
  const mark = first - 1;
  const closes = view.tag(mark) === 'PUNCT' && quoted.at(mark - 1) !== null && quoted.at(mark) === null;
  return (closes || first === region.first) && first < claimant.first ? { ...claimant, first } : claimant;
}

function isOfTitle(view: View, index: number): boolean {
  if (view.hint(index) === 'DATE') return false;
  const tag = view.tag(index);
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || tag === 'DET' || view.form(index) === 'VBN';
}

/** "|Police| on Tuesday accused them": when somebody speaks is no part of who does. */
export function withoutTime(view: View, claimant: Claimant): Claimant {
  let { last } = claimant;
  while (last - 1 > claimant.head && view.hint(last - 1) === 'DATE') last--;
  if (last === claimant.last) return claimant;
  return { ...claimant, last: last - 1 > claimant.head && view.tag(last - 1) === 'ADP' ? last - 1 : last };
}
