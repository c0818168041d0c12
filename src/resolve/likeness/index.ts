export type { EvidenceKey } from './evidence.js';
export { createEvidenceReader, rolesOf } from './evidence.js';
export { createLikenesses, type Likenesses } from './likenesses.js';
export { type Bearer, createPersonas, type Personas } from './personas.js';
export { splitBearers } from './split-bearers.js';
export { createUnit, type Spoken, type Unit, weakName } from './units.js';
export {
  LIKENESS_FEATURES,
  type Likeness,
  type LikenessFeature,
  MERGE_FROM,
  UNSURE_FROM,
} from './weigh-likeness.js';
