import type { TokenRange, View } from '../view.js';
import type { FoundQuotation } from './found-quotation.js';
import { lastOfQuote } from './quote-ends.js';
import type { Scene } from './scene.js';
import { nounHead } from './settle-claimant.js';
import { trimmed } from './subtree-edges.js';

/** Tokens of the longest label before a colon. */
const LONGEST_LABEL = 8;
/** Tokens of the longest signature behind a quotation. */
const LONGEST_SIGNATURE = 14;
const DASHES = new Set(['—', '–', '―', '-', '--', '~']);

/** A run of sentences of one paragraph, without dateline. */
export type Paragraph = TokenRange;

/**
 * Finds the attributions that a mark alone signals: "Minister: army will leave", "OSSO: We will stay." to the end of
 * the paragraph, and "“We will stay.” — Lena Osso".
 */
export function findLabelled(scene: Scene, paragraph: Paragraph): readonly FoundQuotation[] {
  return [...readLabel(scene, paragraph), ...readSignature(scene, paragraph)];
}

function readLabel(scene: Scene, { first, last }: Paragraph): readonly FoundQuotation[] {
  const { view } = scene;
  let colon = first;
  while (colon < last && colon < first + LONGEST_LABEL && view.lower(colon) !== ':') colon++;
  if (colon === first || view.lower(colon) !== ':' || view.glued(colon + 1)) return [];
  const label = { first, last: colon };
  const head = nounHead(view, first, label);
  if (!isSpeaker(scene, label, head)) return [];
  const content = trimmed(view, colon + 1, last);
  if (content === null) return [];
  const quote = scene.quoted.at(content.first);
  const isQuoted = quote !== null && quote.first === content.first;
  return [
    {
      kind: isQuoted ? 'DIRECT' : 'HEADLINE',
      stance: 'ASSERTS',
      claimant: { ...label, head },
      reason: null,
      cue: { first: colon, last: colon + 1 },
      content: [isQuoted ? { first: content.first, last: Math.max(content.last, lastOfQuote(scene, quote)) } : content],
      holdsClaims: true,
    },
  ];
}

/** A name in the label, a word for someone who may speak, or capitals throughout: no verb, and nothing that only announces. */
function isSpeaker({ view, resources, nameAt }: Scene, { first, last }: TokenRange, head: number): boolean {
  let capitals = true;
  let named = false;
  for (let index = first; index < last; index++) {
    const tag = view.tag(index);
    if (tag === 'VERB' || tag === 'AUX' || tag === 'ADP' || view.form(index) === '.' || view.form(index) === ',')
      return false;
    const type = nameAt.get(index)?.type;
    if (type === 'PERSON' || type === 'ORGANIZATION') named = true;
    if (view.word(index) !== view.word(index).toUpperCase()) capitals = false;
  }
  const word = view.lemma(head);
  return (
    named || resources.nominals.has(word) || resources.cueNouns.has(word) || (capitals && view.tag(head) === 'PROPN')
  );
}

function readSignature(scene: Scene, { first, last }: Paragraph): readonly FoundQuotation[] {
  const { view, quoted } = scene;
  const quote = quoted.before(last);
  if (quote === null || quote.first > first + 1 || last - quote.last > LONGEST_SIGNATURE) return [];
  let dash = quote.last;
  while (dash < last && !DASHES.has(view.lower(dash)) && view.tag(dash) === 'PUNCT') dash++;
  if (dash >= last || !DASHES.has(view.lower(dash))) return [];
  const name = trimmed(view, dash + 1, last);
  if (name === null || view.word(name.first) === view.lower(name.first) || hasVerb(view, name)) return [];
  const content = trimmed(view, quote.first, quote.last);
  if (content === null) return [];
  return [
    {
      kind: 'DIRECT',
      stance: 'ASSERTS',
      claimant: { ...name, head: nounHead(view, name.first, name) },
      reason: null,
      cue: { first: dash, last: dash + 1 },
      content: [content],
      holdsClaims: true,
    },
  ];
}

function hasVerb(view: View, { first, last }: TokenRange): boolean {
  for (let index = first; index < last; index++)
    if (view.tag(index) === 'VERB' || view.tag(index) === 'AUX') return true;
  return false;
}
