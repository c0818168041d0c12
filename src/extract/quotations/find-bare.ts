import type { TokenRange } from '../view.js';
import type { QuotedText } from './find-quoted.js';
import type { FoundQuotation } from './found-quotation.js';
import type { Scene } from './scene.js';
import { trimmed } from './subtree-edges.js';

/** Quoted words shorter than this are the writer's distance from a word, no quotation: “humanitarian” efforts. */
const SHORTEST_QUOTATION = 4;

/**
 * Finds the quoted sentences that no cue introduces: they go on from the speaker before them in their paragraph (or in
 * the one before, where that one's last mark was left open), else their speaker is unknown. `found` is in order of content.
 */
export function findBare(scene: Scene, found: readonly FoundQuotation[]): readonly FoundQuotation[] {
  const { view, quoted } = scene;
  const bare: FoundQuotation[] = [];
  const starts = found
    .flatMap((quotation) => quotation.content.map((part) => ({ ...part, quotation })))
    .sort((a, b) => a.first - b.first);
  let next = 0;
  let reach = 0;
  let speaker: Speaker | null = null;
  let before: QuotedText | null = null;
  for (const one of quoted.all) {
    for (let part = starts[next]; part !== undefined && part.first < one.last; part = starts[++next]) {
      reach = Math.max(reach, part.last);
      // Within one quoted text whoever begins first speaks; an inner quotation is another's.
      if (part.first <= one.first + 1 && part.quotation.kind !== 'INDIRECT' && part.quotation.cue !== null)
        speaker = { quotation: part.quotation, paragraph: view.sentenceOf(part.first).paragraph };
    }
    const content = trimmed(view, one.first, one.last);
    if (content !== null && reach <= content.first && isStatement(scene, one)) {
      const { paragraph } = view.sentenceOf(one.first);
      const goesOn = before?.goesOn === true ? 1 : 0;
      const known: Speaker | null = speaker !== null && speaker.paragraph >= paragraph - goesOn ? speaker : null;
      const claimant = known?.quotation.claimant ?? null;
      if (known !== null) speaker = { ...known, paragraph };
      bare.push({
        kind: 'DIRECT',
        stance: 'ASSERTS',
        claimant,
        reason: claimant === null ? (known?.quotation.reason ?? 'UNKNOWN') : null,
        cue: null,
        content: [content],
        holdsClaims: true,
      });
    }
    before = one;
  }
  return bare;
}

interface Speaker {
  readonly quotation: FoundQuotation;
  readonly paragraph: number;
}

/** True where the quoted text opens its sentence and has a verb. */
function isStatement({ view }: Scene, one: TokenRange): boolean {
  if (one.last - one.first < SHORTEST_QUOTATION || view.sentenceOf(one.first).first < one.first - 1) return false;
  for (let index = one.first; index < one.last; index++)
    if (view.tag(index) === 'VERB' || view.tag(index) === 'AUX') return true;
  return false;
}
