export { type City, type Gazetteer, loadGazetteer, PHRASE_KINDS, type PhraseKind } from './load-gazetteer.js';
export { loadModel } from './load-model.js';
export {
  type AbbreviationKind,
  type AttributionCue,
  type Country,
  type GoverningVerb,
  type IrregularForm,
  loadResources,
  loadWordLists,
  type NominalSense,
  type Resources,
  type TitleSense,
  type WordLists,
} from './load-resources.js';
