export {
  type AbbreviationKind,
  type AttributionCue,
  type Country,
  type FunctionWord,
  type IrregularForm,
  loadResources,
  type NominalSense,
  type Resources,
  type TitleSense,
} from './load-resources.js';
