import type { EntityType } from '../ontology/index.js';
import type { TokenRange } from './view.js';

/** A run of tokens that names something. */
export interface Name extends TokenRange {
  readonly type: EntityType;
  readonly confidence: number;
  /** The title before it, in lower case without full stops ("foreign minister"); '' where none. */
  readonly title: string;
  /** First token of the title; `first` where there is none. */
  readonly titleFirst: number;
}
