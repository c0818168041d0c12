import type { QuotationKind, Stance } from '../../domain/index.js';
import type { Resources } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { TokenRange, View } from '../view.js';
import { type BoundCue, boundCues } from './bound-cues.js';
import type { Claimant } from './claimant.js';
import type { Content } from './content.js';
import { findBare } from './find-bare.js';
import { findSpeaker } from './find-claimant.js';
import { findContent } from './find-content.js';
import { type Cue, findCues } from './find-cues.js';
import { findLabelled } from './find-labelled.js';
import { findQuoted } from './find-quoted.js';
import { findSourcePhrases, sourcePhrases } from './find-source-phrases.js';
import { contentEnd, contentStart, type FoundQuotation } from './found-quotation.js';
import { type Candidate, keepQuotations } from './keep-quotations.js';
import type { Region, Scene } from './scene.js';
import { subtreeEdges } from './subtree-edges.js';

/** What the text names, and its sentences without datelines; of those that are furniture nothing. */
export interface Story {
  readonly names: readonly Name[];
  readonly bodies: readonly TokenRange[];
}

/** Finds every attribution of a document, in order of content. */
export function findQuotations(view: View, resources: Resources, { names, bodies }: Story): readonly FoundQuotation[] {
  const nameAt = new Map<number, Name>();
  for (const name of names) for (let index = name.titleFirst; index < name.last; index++) nameAt.set(index, name);
  const scene: Scene = { view, resources, nameAt, edges: subtreeEdges(view), quoted: findQuoted(view) };
  const phrases = sourcePhrases(resources.cuePhrases);
  const candidates: Candidate[] = [];
  const found: FoundQuotation[] = [];
  for (const body of bodies) {
    if (body.first >= body.last) continue;
    let part: TokenRange = { first: body.first, last: body.first };
    for (const bound of boundCues(view, findCues(scene, body))) {
      if (bound.cue.head >= part.last) part = partOf(view, body, bound.cue.head);
      const candidate = readCandidate(scene, regionOf(scene, part, bound), bound);
      if (candidate !== null) candidates.push(candidate);
    }
    found.push(...findSourcePhrases(scene, body, phrases));
  }
  found.push(...keepQuotations(scene, candidates));
  for (const paragraph of paragraphsOf(view, bodies)) found.push(...findLabelled(scene, paragraph));
  found.sort(byContent);
  return [...found, ...findBare(scene, found)].sort(byContent).map((quotation) => byName(scene, quotation));
}

/** "Colonel Petar Vuk": whatever its head in the tree, a name refers by its last token. */
function byName({ nameAt }: Scene, quotation: FoundQuotation): FoundQuotation {
  const { claimant } = quotation;
  const name = claimant === null ? undefined : nameAt.get(claimant.head);
  if (claimant === null || name === undefined || name.last - 1 === claimant.head) return quotation;
  return { ...quotation, claimant: { ...claimant, head: name.last - 1 } };
}

function byContent(a: FoundQuotation, b: FoundQuotation): number {
  return contentStart(a) - contentStart(b) || contentEnd(b) - contentEnd(a);
}

function paragraphsOf(view: View, bodies: readonly TokenRange[]): readonly TokenRange[] {
  const paragraphs: TokenRange[] = [];
  let of = -1;
  for (const body of bodies) {
    if (body.first >= body.last) continue;
    const { paragraph } = view.sentenceOf(body.first);
    if (paragraph === of) paragraphs.push({ first: (paragraphs.pop() as TokenRange).first, last: body.last });
    else paragraphs.push(body);
    of = paragraph;
  }
  return paragraphs;
}

/** "He said they had left; |nobody knew|": a semicolon ends what is said. */
function partOf(view: View, body: TokenRange, token: number): TokenRange {
  let { first } = body;
  let { last } = body;
  for (let index = body.first; index < body.last; index++) {
    if (view.lower(index) !== ';') continue;
    if (index < token) first = index + 1;
    else {
      last = index;
      break;
    }
  }
  return { first, last };
}

/** A cue within quotation marks says nothing beyond them, and none beyond where its speaker goes on with another. */
function regionOf({ quoted }: Scene, body: TokenRange, { cue, limit }: BoundCue): Region {
  const quote = quoted.at(cue.head);
  const last = Math.min(body.last, limit, quote?.last ?? body.last);
  return { first: Math.max(body.first, quote?.first ?? body.first), last: Math.max(last, cue.last) };
}

function readCandidate(scene: Scene, region: Region, bound: BoundCue): Candidate | null {
  const { cue } = bound;
  const speaker = findSpeaker(scene, region, bound);
  if (isOwnVoice(scene, speaker.claimant)) return null;
  const content = findContent(scene, region, { ...speaker, cue });
  if (content === null) return null;
  // "No group has claimed the attack": nobody speaks, and what is named is no one's word.
  if (content.form === 'NOUN' && speaker.claimant !== null && isNobody(scene.view, speaker.claimant)) return null;
  const quotation: FoundQuotation = {
    kind: kindOf(scene, content.parts),
    stance: stanceOf(cue),
    claimant: speaker.claimant,
    reason: speaker.reason,
    cue: { first: cue.first, last: cue.last },
    content: content.parts,
    holdsClaims: holdsClaims(cue, content),
  };
  return { quotation, cue, form: content.form };
}

/** "“I think it is over,” he said": within a quotation, its speaker's own words for what is said in it already. */
function isOwnVoice({ view, quoted }: Scene, claimant: Claimant | null): boolean {
  if (claimant === null || claimant.last - claimant.first > 1) return false;
  const word = view.lower(claimant.head);
  return (word === 'i' || word === 'you') && quoted.at(claimant.head) !== null;
}

function isNobody(view: View, { first, last, head }: Claimant): boolean {
  const opener = view.lower(first);
  if (opener === 'no' || opener === 'neither') return first < head || view.lower(first + 1) === 'one';
  return last - first === 1 && (opener === 'nobody' || opener === 'none');
}

/** "did not say that", "would say that": the claimant does not stand behind it. */
function stanceOf({ sense, negated, hedged }: Cue): Stance {
  return negated || hedged ? 'DOUBTS' : sense.stance;
}

function holdsClaims({ sense }: Cue, { form }: Content): boolean {
  if (form === 'CLAUSE') return true;
  if (form === 'ACT') return sense.kind === 'SAYING';
  return sense.frames.has('THAT') || sense.stance !== 'ASSERTS';
}

/** DIRECT where all of it is quoted, MIXED where a part is. */
function kindOf({ quoted }: Scene, content: readonly TokenRange[]): QuotationKind {
  let covered = 0;
  let total = 0;
  for (const part of content) {
    total += part.last - part.first;
    for (
      let quote = quoted.at(part.first) ?? quoted.from(part.first);
      quote !== null && quote.first < part.last;
      quote = quoted.from(quote.last)
    )
      covered += Math.min(part.last, quote.last) - Math.max(part.first, quote.first);
  }
  if (covered === 0) return 'INDIRECT';
  return covered >= total - 2 * content.length ? 'DIRECT' : 'MIXED';
}
