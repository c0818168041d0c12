export type { AttributionCue, AttributionCues, CueKind } from './attribution-cues.js';
export type { Governor, Governors, NegationEffect } from './governors.js';
export { hashWordLists } from './hash-word-lists.js';
export { CONFIDENCE_FORMAT } from './load-confidence.js';
export {
  type City,
  type CountryPosition,
  type Gazetteer,
  loadGazetteer,
  PHRASE_KINDS,
  type PhraseKind,
} from './load-gazetteer.js';
export {
  INCIDENT_SENSES,
  type IncidentSense,
  type IncidentWords,
  loadIncidentWords,
} from './load-incident-words.js';
export { loadModel } from './load-model.js';
export { createKnownPlaces, type KnownPlace, type KnownPlaces } from './load-places.js';
export {
  type AbbreviationKind,
  type Country,
  type IrregularForm,
  loadResources,
  loadWordLists,
  type NominalSense,
  type Resources,
  type TitleSense,
  type WordLists,
} from './load-resources.js';
export { NUMBER_WORD_KINDS, type NumberWord, type NumberWordKind } from './number-words.js';
export { hashWord, joinHashes, LONGER, type PhraseTable } from './phrase-table.js';
export { plainPhrase, plainWord } from './plain-phrase.js';
export type {
  ArgumentRole,
  LightFrame,
  NounFrame,
  ObjectCondition,
  PredicateSense,
  PredicateSenses,
  VerbFrame,
} from './predicate-senses.js';
export { PRONOUN_GROUPS, type PronounGroup, type PronounSense } from './pronoun-senses.js';
export { TIME_WORD_KINDS, type TimeWord, type TimeWordKind } from './time-words.js';
