export { type City, type Gazetteer, loadGazetteer, PHRASE_KINDS, type PhraseKind } from './load-gazetteer.js';
export {
  type AbbreviationKind,
  type AttributionCue,
  type Country,
  type FunctionWord,
  type GoverningVerb,
  type IrregularForm,
  loadResources,
  type NominalSense,
  type Resources,
  type TitleSense,
} from './load-resources.js';
