import type { Content } from './content.js';
import type { Cue } from './find-cues.js';
import { contentStart, type FoundQuotation } from './found-quotation.js';
import type { Scene } from './scene.js';

/** A quotation with the cue and content that it was read from. */
export interface Candidate {
  readonly quotation: FoundQuotation;
  readonly cue: Cue;
  readonly form: Content['form'];
}

/**
 * Keeps the candidates in which somebody says or thinks something: of acts and matters only those with a claimant, and
 * within what another says only what is said there in turn ("she said |the army denied| that …").
 */
export function keepQuotations(scene: Scene, candidates: readonly Candidate[]): readonly FoundQuotation[] {
  const told = candidates.filter((candidate) => isTold(scene, candidate));
  const depth = depths(told, scene.view.sentences.at(-1)?.last ?? 0);
  return told
    .filter((candidate) => (depth[candidate.cue.head] as number) === 0 || isToldWithin(scene, candidate))
    .map(({ quotation }) => quotation);
}

function isTold({ view }: Scene, { quotation, cue, form }: Candidate): boolean {
  const { claimant } = quotation;
  // "|Ann Lee hopes| for peace", "the army |was accused| of it"; a question, a decision, a view of nobody are matters.
  if (form === 'CLAUSE') return claimant !== null || cue.part !== 'ADJECTIVE';
  if (claimant === null)
    return quotation.holdsClaims && (form === 'ACT' ? cue.passive : quotation.stance !== 'ASSERTS');
  if (cue.hedged || view.lower(cue.first) === 'to') return false;
  return form === 'ACT' || (cue.part !== 'NOUN' && (cue.sense.kind === 'SAYING' || cue.sense.kind === 'FEELING'));
}

function isToldWithin({ view, quoted }: Scene, { quotation, cue, form }: Candidate): boolean {
  if (quotation.claimant === null || cue.part === 'ADJECTIVE') return false;
  const { kind } = cue.sense;
  if (form === 'NOUN') return quotation.stance === 'DENIES' && cue.part === 'VERB';
  // "said |the army denied| shelling", "said |they accused him| of theft"; but not "said they promised to leave".
  if (form === 'ACT') return kind === 'SAYING' && cue.part === 'VERB' && view.tag(contentStart(quotation)) !== 'PART';
  return kind === 'SAYING' || (kind === 'THINKING' && quoted.at(cue.head) === null);
}

/** For every token in how many contents it stands. */
function depths(candidates: readonly Candidate[], count: number): Int32Array {
  const depth = new Int32Array(count + 1);
  for (const { quotation } of candidates)
    for (const { first, last } of quotation.content) {
      depth[first] = (depth[first] as number) + 1;
      depth[last] = (depth[last] as number) - 1;
    }
  for (let index = 1; index <= count; index++) depth[index] = (depth[index] as number) + (depth[index - 1] as number);
  return depth;
}
