import type { TokenRange } from '../view.js';
import { actOf, objectOf, ofNounOrAdjective, ofPassive } from './acts-and-nouns.js';
import { clauseAfterInsertion, clauseBefore, quotedBefore } from './clause-before.js';
import { clauseBehind } from './clause-behind.js';
import type { Content, SpokenCue } from './content.js';
import type { Region, Scene } from './scene.js';

/** Finds the content of a cue: a clause or quotation around it, else an act, else a noun, as its frames allow; null where there is none. */
export function findContent(scene: Scene, region: Region, spoken: SpokenCue): Content | null {
  const { cue, claimant } = spoken;
  const { frames } = cue.sense;
  if (cue.part !== 'VERB') return ofNounOrAdjective(scene, region, spoken);
  if (frames.has('THAT') || frames.has('WH') || frames.has('QUOTE')) {
    const parts = clauseParts(scene, region, spoken);
    if (parts.length > 0) return { parts, form: 'CLAUSE' };
  }
  if (cue.passive) return ofPassive(scene, region, spoken);
  const act = actOf(scene, region, cue);
  if (act !== null) return act;
  const shows = frames.has('THAT') && claimant !== null && isPaper(scene, claimant);
  if (!frames.has('OBJECT') && !frames.has('AS') && !shows) return null;
  const object = objectOf(scene, region, spoken);
  return object === null || isPerson(scene, object) ? null : { parts: [object], form: 'NOUN' };
}

/** "|The survey| shows a tight race", "|the report| found 31 cases": what a paper or picture shows is told, whatever it is. */
function isPaper({ view, resources }: Scene, { head }: { readonly head: number }): boolean {
  const kind = resources.cueNouns.get(view.lemma(head))?.kind;
  return kind === 'SHOWING' || kind === 'SAYING';
}

/** "dismissed him", "praised the painter Mateo Soto": a person, with nothing behind, is nothing that is said. */
function isPerson({ view, nameAt, resources }: Scene, { first, last }: TokenRange): boolean {
  const name = nameAt.get(last - 1);
  if (name !== undefined) return name.type === 'PERSON';
  if (last - first === 1 && view.form(first) === 'PRP') return true;
  for (let index = first; index + 1 < last; index++) if (view.tag(index) === 'ADP') return false;
  return resources.nominals.get(view.lemma(last - 1))?.type === 'PERSON';
}

/** What is said behind the cue; what is said before it; or both, where the cue stands in the middle. */
function clauseParts(scene: Scene, region: Region, spoken: SpokenCue): readonly TokenRange[] {
  const { cue, claimant, inverted } = spoken;
  const end = inverted && claimant !== null ? claimant.last : cue.last;
  const start =
    claimant !== null && !inverted && claimant.first < cue.first && cue.first - claimant.last < 8
      ? claimant.first
      : cue.first;
  const touching = quotedBefore(scene, region, spoken, start);
  // "On “The Morning Show,” she said |they had left": what the quotation marks hold is not said.
  const behind = touching?.opens === true ? null : clauseBehind(scene, region, spoken, end);
  const quoted = behind !== null && scene.view.lower(end) !== ',' ? null : touching;
  // "But to save the town, |he said,| residents should leave".
  const inserted = behind !== null && !behind.marked && scene.view.lower(end) === ',';
  const mayPrecede = behind === null || inserted;
  const before = quoted ?? (mayPrecede ? clauseBefore(scene, region, spoken, { start, end, inserted }) : null);
  if (before === null) return behind === null ? [] : [behind.range];
  const rest = clauseAfterInsertion(scene, region, spoken, end);
  const opening = { first: before.first, last: before.last };
  return rest === null ? [opening] : [opening, rest];
}
