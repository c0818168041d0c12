import type { Resources } from '../../resources/index.js';
import type { Name } from '../name.js';
import type { TokenRange, View } from '../view.js';
import type { QuotedTexts } from './find-quoted.js';
import type { SubtreeEdges } from './subtree-edges.js';

/** What the rules of attribution look at. */
export interface Scene {
  readonly view: View;
  readonly resources: Resources;
  readonly edges: SubtreeEdges;
  readonly quoted: QuotedTexts;
  /** The name that holds a token, its title with it. */
  readonly nameAt: ReadonlyMap<number, Name>;
}

/** Where a rule may look: a sentence, or the quoted text within it that the cue itself stands in. */
export type Region = TokenRange;
