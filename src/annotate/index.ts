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
