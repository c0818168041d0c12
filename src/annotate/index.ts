export { annotate } from './annotate.js';
export {
  type Annotated,
  FORMS,
  type Form,
  HINTS,
  type Hint,
  type Sentence,
  TAGS,
  type Tag,
  type TokenTable,
} from './annotated.js';
export {
  ACTION_COUNT,
  attach,
  beginSentence,
  createParserState,
  headOf,
  isComplete,
  isLegal,
  LEFT,
  type ParserState,
  RIGHT,
  SHIFT,
  shift,
} from './arc-hybrid.js';
export { ATTACHMENT_FEATURE_COUNT, attachmentFeatures } from './attachment-features.js';
export { codesIn } from './codes-in.js';
export { transitionFeature } from './decode-names.js';
export { DEPENDENCIES, type Dependency } from './dependencies.js';
export { LABELLING_FEATURE_COUNT, labellingFeatures } from './labelling-features.js';
export { createNameColumns, type NameColumns, type NameWords } from './name-columns.js';
export { createFeatureRow, type FeatureRow } from './name-features.js';
export { createNameForms, type NameForms } from './name-forms.js';
export {
  beginLabel,
  insideLabel,
  isInside,
  mayFollow,
  NAME_CLASSES,
  NAME_LABELS,
  type NameClass,
  OUTSIDE,
} from './name-labels.js';
export { findOccurrences, type NameOccurrences } from './name-occurrences.js';
export {
  bestAction,
  bestDependency,
  createParser,
  type DependencyParser,
  type DependencyTree,
  type ParserTokens,
  parserTokens,
  readSentence,
  tagCode,
  wordCode,
  wordHash,
} from './parse-dependencies.js';
export { parseSentences, type TaggedColumns, type TreeColumns } from './parse-sentences.js';
export { ATTACHMENT_BITS, knownWordFeature, LABEL_BITS, labelRow, PARSER_LABELS } from './parser-tables.js';
export {
  createNameRecognizer,
  findSegments,
  type NameRecognizer,
  type NameSegment,
} from './recognize-names.js';
export type { RecognizedName } from './recognized-name.js';
export { createTagger, type Tagger, type TaggerModel } from './tag-words.js';
export {
  collectContext,
  describeWord,
  LARGEST_CONTEXT,
  LETTERINGS,
  type Lettering,
  letteringOf,
  type TaggerSentence,
  type TaggerWord,
} from './tagger-features.js';
export type { WordRange } from './word-range.js';
export { writeNameFeatures } from './write-name-features.js';
